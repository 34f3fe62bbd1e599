import type { RowSign } from "../grid/row-sign.tsx";
import type { Agreement, Comment, Proposal, Whereabouts } from "./talk.ts";

interface Beside {
  readonly comments: readonly Comment[];
  readonly agreement: Agreement | undefined;
  readonly proposals: readonly Proposal[];
  readonly here: readonly Whereabouts[];
}

/** The first comment of every thread that is open and still says something. */
export const openThreads = (comments: readonly Comment[]): readonly Comment[] => {
  const speaking = new Set(comments.filter(({ removed }) => !removed).map(({ thread }) => thread));
  return comments.filter(({ id, thread, resolved }) => id === thread && resolved === null && speaking.has(id));
};

/** Signs by row; a sign that says what it said before stays the same object. @param own one's own party. */
export function signsOf({ comments, agreement, proposals, here }: Beside, own: string | null, before: ReadonlyMap<string, RowSign>): ReadonlyMap<string, RowSign> {
  const signs = new Map<string, { -readonly [Key in keyof RowSign]: RowSign[Key] }>();
  const at = (row: string) => {
    const known = signs.get(row) ?? { proposals: 0, talk: 0, here: [] };
    signs.set(row, known);
    return known;
  };
  const deciding = new Set(agreement?.deciding);
  const by = Map.groupBy((agreement?.stands ?? []).filter(({ party }) => deciding.has(party)), ({ activity }) => activity);
  const agreed = new Set(agreement?.agreed);
  for (const [row, stands] of by) {
    const good = new Set(stands.filter(({ stand, current }) => stand === "agreed" && current).map(({ party }) => party));
    if (stands.some(({ stand }) => stand === "contested")) at(row).stand = "contested";
    else if (agreed.has(row)) at(row).stand = "agreed";
    else if (own !== null && deciding.has(own) && !good.has(own) && good.size > 0) at(row).stand = "theirs";
  }
  for (const { activities } of proposals) for (const row of activities) at(row).proposals++;
  for (const { kind, item } of openThreads(comments)) if (kind === "activity") at(item).talk++;
  for (const { row, name } of here) if (row !== null) at(row).here = [...at(row).here, name];
  let same = signs.size === before.size;
  for (const [row, sign] of signs) {
    const was = before.get(row);
    if (was && JSON.stringify(was) === JSON.stringify(sign)) signs.set(row, was);
    else same = false;
  }
  return same ? before : signs;
}

/** How many proposals and questions wait for this person's word. @param own the party they speak for. */
export function waitingFor({ comments, proposals }: Pick<Beside, "comments" | "proposals">, account: string, own: string | null): number {
  const open = new Set(openThreads(comments).map(({ id }) => id));
  const asked = new Set(comments.filter(({ thread, mentions, removed }) => !removed && open.has(thread) && mentions.includes(account)).map(({ thread }) => thread));
  return asked.size + proposals.filter(({ party, acceptedBy }) => own !== null && party !== own && !acceptedBy.includes(own)).length;
}
