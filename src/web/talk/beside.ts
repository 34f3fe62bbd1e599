import type { MatrixDocument } from "#core/model/document.ts";
import { SaidNo } from "../account/asking.ts";
import type { RowSign } from "../grid/row-sign.tsx";
import { Readings } from "../state/readings.ts";
import { signsOf } from "./signs.ts";
import { readAgreement, readComments, readContacts, readEvidence, readDeclined, readProposals, tellWhere, type Agreement, type Comment, type Evidence, type Name, type Proposal, type Whereabouts } from "./talk.ts";

export interface BesideSnapshot {
  readonly comments: readonly Comment[];
  readonly evidence: readonly Evidence[];
  readonly proposals: readonly Proposal[];
  /** Declined lately, newest first. */
  readonly declined: readonly Proposal[];
  readonly agreement: Agreement | undefined;
  /** Values of private contacts of one's own party, by contact. */
  readonly contacts: ReadonlyMap<string, string>;
  /** Others who have this workspace open. */
  readonly here: readonly Whereabouts[];
  readonly names: ReadonlyMap<string, Name>;
  readonly signs: ReadonlyMap<string, RowSign>;
  /** Whether everything was read once. */
  readonly read: boolean;
}

type Part = "comments" | "evidence" | "agreement" | "contacts";
/** In milliseconds. */
const STILL_HERE = 15_000;
const SOON = 400;
/** Long enough for an edit to be on the server. */
const AFTER_EDIT = 700;

/** What lies beside the matrix: read once, and again whenever the server says that it changed. Fits `useSyncExternalStore`. */
export class Beside {
  readonly #workspace: string;
  readonly #own: string | null;
  readonly #account: string;
  readonly #page = crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  readonly #due = new Map<Part, ReturnType<typeof setTimeout>>();
  readonly #still: ReturnType<typeof setInterval>;
  readonly #readings = new Readings();
  readonly #words = new Set<{ readonly word: string; readonly heard: () => void }>();
  /** What changed while nobody looked. */
  readonly #missed = new Set<Part>();
  #matrix: MatrixDocument | undefined;
  #where: { readonly part: string; readonly row: string | null } = { part: "matrix", row: null };
  #soon: ReturnType<typeof setTimeout> | undefined;
  #snapshot: BesideSnapshot = { comments: [], evidence: [], proposals: [], declined: [], agreement: undefined, contacts: new Map(), here: [], names: new Map(), signs: new Map(), read: false };

  /** @param own the party one speaks for. @param guest a guest's own side keeps nothing private with them. */
  constructor(workspace: string, account: string, own: string | null, guest: boolean) {
    [this.#workspace, this.#account, this.#own] = [workspace, account, own];
    this.#still = setInterval(() => this.#tell(), STILL_HERE);
    addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#back);
    void Promise.all((["comments", "evidence", "agreement", ...(guest ? [] : (["contacts"] as const))] as const).map((part) => this.#read(part))).then(() => this.#show({ read: true }));
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly snapshot = (): BesideSnapshot => this.#snapshot;

  /** Something the server's stream said. */
  heard(event: "news" | "presence", data: string): void {
    if (event === "presence") return this.#show({ here: (JSON.parse(data) as readonly Whereabouts[]).filter(({ page }) => page !== this.#page && page !== "") });
    if (data === "comments" || data === "evidence" || data === "agreement") this.look(data);
    for (const { word, heard } of this.#words) if (word === data) heard();
  }

  /** Calls back when the server says a word this page alone looks after. */
  onWord(word: string, heard: () => void): () => void {
    const one = { word, heard };
    this.#words.add(one);
    return () => void this.#words.delete(one);
  }

  /** Reads a part again; words that come together are one reading. */
  look(part: Part, after = 60): void {
    if (this.#readings.closed) return;
    if (document.visibilityState !== "visible") return void this.#missed.add(part);
    clearTimeout(this.#due.get(part));
    this.#due.set(part, setTimeout(() => void this.#read(part), after));
  }

  /** The matrix as it stands now: a row somebody spoke of may not be the one they spoke of any more. */
  follow(matrix: MatrixDocument): void {
    const before = this.#matrix;
    this.#matrix = matrix;
    const stands = this.#snapshot.agreement?.stands ?? [];
    if (stands.length === 0 || before === undefined || before.activities === matrix.activities) return;
    const spoken = new Set(stands.map(({ activity }) => activity));
    const old = new Map(before.activities.map((row) => [row.id as string, row]));
    if (matrix.activities.some((row) => spoken.has(row.id) && old.get(row.id) !== row)) this.look("agreement", AFTER_EDIT);
  }

  /** Where one is, for the others to see. */
  at(part: string, row: string | null): void {
    if (part === this.#where.part && row === this.#where.row) return;
    this.#where = { part, row };
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#tell();
    }, SOON);
  }

  close(): void {
    this.#readings.close();
    clearInterval(this.#still);
    clearTimeout(this.#soon);
    for (const timer of this.#due.values()) clearTimeout(timer);
    removeEventListener("pagehide", this.#leave);
    document.removeEventListener("visibilitychange", this.#back);
    this.#leave();
  }

  #tell(): void {
    if (document.visibilityState === "visible") tellWhere(this.#workspace, { page: this.#page, ...this.#where });
  }
  readonly #leave = (): void => tellWhere(this.#workspace, { page: this.#page, ...this.#where, gone: true });

  readonly #back = (): void => {
    if (document.visibilityState !== "visible") return;
    for (const part of this.#missed) this.look(part);
    this.#missed.clear();
  };

  async #read(part: Part): Promise<void> {
    const counts = this.#readings.begin(part);
    try {
      const found = await this.#found(part);
      if (counts()) this.#show(found);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      // The draft's own line says that the server is gone; what was read stays, and is read again with the next word.
      if (!counts()) return;
      if (thrown.status === 0 || thrown.status >= 500 || thrown.status === 429) this.look(part, 5_000);
    }
  }

  async #found(part: Part): Promise<Partial<BesideSnapshot>> {
    switch (part) {
      case "comments": {
        const { found, names } = await readComments(this.#workspace);
        return { comments: found, names: named(names) };
      }
      case "evidence": {
        const { found, names } = await readEvidence(this.#workspace);
        return { evidence: found, names: named(names) };
      }
      case "contacts": {
        const { contacts } = await readContacts(this.#workspace);
        return { contacts: new Map(contacts.map(({ contact, value }) => [contact, value])) };
      }
      case "agreement": {
        const [agreement, { found, names }, declined] = await Promise.all([readAgreement(this.#workspace), readProposals(this.#workspace), readDeclined(this.#workspace)]);
        return { agreement, proposals: found, declined: declined.proposals, names: named([...agreement.names, ...names, ...declined.names]) };
      }
    }
  }

  #show(now: Partial<BesideSnapshot>): void {
    // Each answer names those it speaks of: what is known stays known.
    const next = { ...this.#snapshot, ...now, names: now.names ? new Map([...this.#snapshot.names, ...now.names]) : this.#snapshot.names };
    // One's own other windows are not company.
    const others = { ...next, here: next.here.filter(({ account }) => account !== this.#account) };
    this.#snapshot = { ...next, signs: signsOf(others, this.#own, this.#snapshot.signs) };
    for (const listener of this.#listeners) listener();
  }
}

const named = (names: readonly Name[]): ReadonlyMap<string, Name> => new Map(names.map((one) => [one.actor, one]));
