import type { Assignment } from "./activity.ts";
import { cellsOf, leavesGap, withCells } from "./cells.ts";
import type { MatrixDocument } from "./document.ts";
import type { Edit } from "./edit.ts";
import { itemsOf } from "./items.ts";

/**
 * The edits that take one edit back, for the document it is about to be applied to. A law in the tests:
 * the edit and then these give the same document again.
 */
export function undoOf(doc: MatrixDocument, edit: Edit): readonly Edit[] {
  switch (edit.do) {
    case "set": {
      const item = itemsOf(doc, edit.at.kind).find(({ id }) => id === edit.at.id);
      return [{ do: "set", at: edit.at, field: edit.field, value: item?.[edit.field] ?? null }];
    }
    case "set-matrix":
      return [{ do: "set-matrix", field: edit.field, value: (doc as unknown as Readonly<Record<string, unknown>>)[edit.field] ?? null }];
    case "assign":
    case "unassign": {
      const held = doc.activities.find(({ id }) => id === edit.activity)?.assignments ?? [];
      const here = held.findIndex(({ role, letter }) => role === edit.role && letter === edit.letter);
      if (here < 0) return edit.do === "assign" ? [{ do: "unassign", activity: edit.activity, role: edit.role, letter: edit.letter }] : [];
      const { role, letter, condition, ...more } = held[here] as Assignment;
      // The last letter comes back by itself, and leaves alone what others wrote meanwhile in the row.
      if (edit.do === "unassign" && here === held.length - 1 && Object.keys(more).length === 0) return [{ do: "assign", activity: edit.activity, role, letter, ...(condition === undefined ? {} : { condition }) }];
      // Letters stand in an order, the first R being the primary owner: else the whole list comes back.
      return [{ do: "set", at: { kind: "activity", id: edit.activity }, field: "assignments", value: held }];
    }
    case "letters": {
      const held = doc.activities.find(({ id }) => id === edit.activity)?.assignments ?? [];
      const whole: Edit = { do: "set", at: { kind: "activity", id: edit.activity }, field: "assignments", value: held };
      if (leavesGap(held, edit.cells)) return [whole];
      const cells = cellsOf(held, Object.keys(edit.cells));
      const back = withCells(withCells(held, edit.cells), cells);
      return back.length === held.length && back.every((one, i) => one.role === held[i]?.role && one.letter === held[i].letter) ? [{ do: "letters", activity: edit.activity, cells }] : [whole];
    }
    case "replace":
      return [{ do: "replace", document: doc }];
    case "add":
      return [{ do: "remove", kind: edit.kind, id: edit.item.id }];
    case "remove":
    case "move": {
      const list = itemsOf(doc, edit.kind);
      const at = list.findIndex(({ id }) => id === edit.id);
      const before = list[at + 1]?.id;
      const item = list[at];
      if (!item) return [];
      return edit.do === "move" ? [{ do: "move", kind: edit.kind, id: edit.id, ...(before === undefined ? {} : { before }) }] : [{ do: "add", kind: edit.kind, item, ...(before === undefined ? {} : { before }) }];
    }
  }
}

/**
 * What an edit writes, as keys that two edits share exactly when one could undo the other's work:
 * `activity/a1/title`, a letter `activity/a1/assignments/soc/A`, a cell `activity/a1/assignments/soc`, a whole item
 * `activity/a1`.
 */
export function writes(edit: Edit): readonly string[] {
  switch (edit.do) {
    case "set":
      return [`${edit.at.kind}/${edit.at.id}/${edit.field}`];
    case "set-matrix":
      return [`matrix//${edit.field}`];
    case "assign":
    case "unassign":
      return [`activity/${edit.activity}/assignments/${edit.role}/${edit.letter}`];
    case "letters":
      return Object.keys(edit.cells).map((role) => `activity/${edit.activity}/assignments/${role}`);
    case "add":
      return [`${edit.kind}/${edit.item.id}`];
    case "remove":
      return [`${edit.kind}/${edit.id}`];
    case "move":
      return [`${edit.kind}/${edit.id}/*place`];
    case "replace":
      return [""];
  }
}

/** The row whose letters an edit writes; a paste writes those of thousands, and most pairs of edits part here. */
const lettersOf = (edit: Edit): string | undefined => (edit.do === "letters" || edit.do === "assign" || edit.do === "unassign" ? edit.activity : undefined);

/** Whether two edits write the same thing: equal keys, or one the whole of which the other is a part. */
export function collide(a: Edit, b: Edit): boolean {
  const [row, other] = [lettersOf(a), lettersOf(b)];
  if (row !== undefined && other !== undefined && row !== other) return false;
  const theirs = writes(b);
  return writes(a).some((one) => theirs.some((two) => one === "" || two === "" || one === two || one.startsWith(`${two}/`) || two.startsWith(`${one}/`)));
}

/**
 * Whether edits write anything that some other edits write, in one look at each of them. A law in the tests: the same
 * answer as asking `collide` of every pair.
 */
export function collider(mine: readonly Edit[]): (theirs: readonly Edit[]) => boolean {
  const whole = new Set<string>();
  const above = new Set<string>();
  for (const edit of mine)
    for (const key of writes(edit)) {
      if (whole.has(key)) continue;
      whole.add(key);
      for (const part of prefixes(key)) above.add(part);
    }
  if (whole.size === 0) return () => false;
  const all = whole.has("");
  const hits = (key: string): boolean => all || key === "" || whole.has(key) || above.has(key) || prefixes(key).some((part) => whole.has(part));
  return (theirs) => theirs.some((edit) => writes(edit).some(hits));
}

/** What an edit's key is a part of: `a/b` and `a` of `a/b/c`. */
function prefixes(key: string): readonly string[] {
  const parts: string[] = [];
  for (let at = key.lastIndexOf("/"); at > 0; at = key.lastIndexOf("/", at - 1)) parts.push(key.slice(0, at));
  return parts;
}

/**
 * The items edits write, as the log notes them beside an entry; the matrix itself by its field.
 * @returns nothing where that is everything, or more than `most`.
 */
export function itemsWritten(edits: readonly Edit[], most: number): readonly { readonly kind: string; readonly id: string }[] | undefined {
  const items = new Map<string, { readonly kind: string; readonly id: string }>();
  for (const edit of edits) {
    const item = itemOf(edit);
    if (!item) return undefined;
    items.set(`${item.kind}/${item.id}`, item);
    if (items.size > most) return undefined;
  }
  return [...items.values()];
}

function itemOf(edit: Edit): { readonly kind: string; readonly id: string } | undefined {
  switch (edit.do) {
    case "set":
      return edit.at;
    case "set-matrix":
      return { kind: "matrix", id: edit.field };
    case "assign":
    case "unassign":
    case "letters":
      return { kind: "activity", id: edit.activity };
    case "add":
      return { kind: edit.kind, id: edit.item.id };
    case "move":
    case "remove":
      return { kind: edit.kind, id: edit.id };
    case "replace":
      return undefined;
  }
}
