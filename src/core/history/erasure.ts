import type { HistoryEntry } from "./entry.ts";

/** How an entry says that words were erased: nothing else is written with no edits under this beginning. */
const BEGINNING = "erase the words of no. ";
const SAID = /^erase the words of no\. (\d{1,15}(?:-\d{1,15})?(?:, \d{1,15}(?:-\d{1,15})?)*)$/;
/** In characters; what an entry says is no longer than 500. */
const LONGEST = 480;

/** A run of revisions, both ends in it. */
export type Run = readonly [first: number, last: number];

/** What the history says of the erasure of some entries, in as many sentences as it takes. @param revisions rising. */
export function sayErased(revisions: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const revision of revisions) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === revision) run[1] = revision;
    else runs.push([revision, revision]);
  }
  const sentences: string[] = [];
  for (const [first, last] of runs) {
    const words = first === last ? `${first}` : `${first}-${last}`;
    const sentence = sentences.at(-1);
    if (sentence !== undefined && sentence.length + words.length + 2 <= LONGEST) sentences[sentences.length - 1] = `${sentence}, ${words}`;
    else sentences.push(`${BEGINNING}${words}`);
  }
  return sentences;
}

/** Of which revisions an entry says that their words were erased. */
export function erasedBy(payload: NonNullable<HistoryEntry["payload"]>): readonly Run[] {
  const list = payload.edits.length === 0 ? SAID.exec(payload.what)?.[1] : undefined;
  return list?.split(", ").map((words): Run => {
    const [first = 0, last = first] = words.split("-").map(Number);
    return [first, last];
  }) ?? [];
}

/** Entries without words, until a later one, written for the same party, says that they were erased. */
export class Wordless {
  readonly #parties = new Map<number, string | null>();

  missing({ revision, party }: Pick<HistoryEntry, "revision" | "party">): void {
    this.#parties.set(revision, party);
  }

  read({ revision: later, party, payload }: Pick<HistoryEntry, "revision" | "party" | "payload">): void {
    if (payload === null || this.#parties.size === 0) return;
    for (const [first, last] of erasedBy(payload)) {
      // Somebody may say far more than there is.
      const named = last - first < this.#parties.size ? Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i) : [...this.#parties.keys()].filter((revision) => revision >= first && revision <= last);
      for (const revision of named) {
        const whose = this.#parties.get(revision);
        if (revision < later && (whose === null || whose === party)) this.#parties.delete(revision);
      }
    }
  }

  /** Revisions of which no entry says so. */
  unsaid(): readonly number[] {
    return [...this.#parties.keys()];
  }
}
