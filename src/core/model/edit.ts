import type { ItemKind, MatrixDocument } from "./document.ts";
import { itemsOf, withItems } from "./items.ts";
import type { Assignment, Letter } from "./activity.ts";
import { withCells, type Cells } from "./cells.ts";

/** A small change of the document, as the grid, a fix and the API send it. */
export type Edit =
  /** Set one field of one item; `value: null` removes it. */
  | { readonly do: "set"; readonly at: { readonly kind: ItemKind; readonly id: string }; readonly field: string; readonly value: unknown }
  /** Set one field of the document itself; `value: null` removes it. */
  | { readonly do: "set-matrix"; readonly field: string; readonly value: unknown }
  | { readonly do: "assign"; readonly activity: string; readonly role: string; readonly letter: Letter; readonly condition?: string }
  | { readonly do: "unassign"; readonly activity: string; readonly role: string; readonly letter: Letter }
  /** All letters of some roles in one row, given as they shall be; the other roles keep theirs, whoever wrote them. */
  | { readonly do: "letters"; readonly activity: string; readonly cells: Cells }
  /** At the end of its list, or in front of another item. */
  | { readonly do: "add"; readonly kind: ItemKind; readonly item: { readonly id: string } & Record<string, unknown>; readonly before?: string }
  /** In front of another item, or to the end. */
  | { readonly do: "move"; readonly kind: ItemKind; readonly id: string; readonly before?: string }
  | { readonly do: "remove"; readonly kind: ItemKind; readonly id: string }
  /** The whole document by another: an import, a template, a merge. */
  | { readonly do: "replace"; readonly document: MatrixDocument };

export type EditProblem = { readonly code: "no-such-item" | "id-taken"; readonly kind: ItemKind; readonly id: string };

export class EditRefused extends Error {
  readonly problem: EditProblem;
  constructor(problem: EditProblem) {
    super(problem.code === "id-taken" ? `the id \`${problem.id}\` belongs to another ${problem.kind}` : `there is no ${problem.kind} \`${problem.id}\``);
    this.problem = problem;
  }
}

type Item = { readonly id: string };

function change(doc: MatrixDocument, kind: ItemKind, id: string, how: (item: Item) => Item): MatrixDocument {
  let found = false;
  const list = (itemsOf(doc, kind) as readonly Item[]).map((item) => {
    if (item.id !== id) return item;
    found = true;
    return how(item);
  });
  if (!found) throw new EditRefused({ code: "no-such-item", kind, id });
  return withItems(doc, kind, list);
}

/** The list with an item in front of another; at the end where that one is gone. */
function placed(list: readonly Item[], item: Item, before: string | undefined): readonly Item[] {
  const at = before === undefined ? -1 : list.findIndex(({ id }) => id === before);
  return at < 0 ? [...list, item] : list.toSpliced(at, 0, item);
}

function without<T extends object>(item: T, field: string): T {
  const copy = { ...item } as Record<string, unknown>;
  delete copy[field];
  return copy as T;
}

/**
 * The document after one edit; the given one is untouched.
 * @throws EditRefused when the item is missing, or an added id is taken.
 */
export function applyEdit(doc: MatrixDocument, edit: Edit): MatrixDocument {
  switch (edit.do) {
    case "set":
      return change(doc, edit.at.kind, edit.at.id, (item) =>
        edit.value === null ? without(item, edit.field) : { ...item, [edit.field]: edit.value },
      );
    case "set-matrix":
      return edit.value === null ? without(doc, edit.field) : { ...doc, [edit.field]: edit.value };
    case "assign":
    case "unassign":
      return change(doc, "activity", edit.activity, (item) => {
        const row = item as Item & { assignments: readonly Assignment[] };
        const others = row.assignments.filter((a) => !(a.role === edit.role && a.letter === edit.letter));
        if (edit.do === "unassign") return { ...row, assignments: others };
        const added: Assignment = { role: edit.role, letter: edit.letter, ...(edit.condition ? { condition: edit.condition } : {}) };
        return { ...row, assignments: [...others, added] };
      });
    case "letters":
      return change(doc, "activity", edit.activity, (item) => ({ ...item, assignments: withCells((item as Item & { assignments: readonly Assignment[] }).assignments, edit.cells) }));
    case "add":
      if (itemsOf(doc, edit.kind).some((item) => item.id === edit.item.id))
        throw new EditRefused({ code: "id-taken", kind: edit.kind, id: edit.item.id });
      return withItems(doc, edit.kind, placed(itemsOf(doc, edit.kind), edit.item, edit.before));
    case "move": {
      const list = itemsOf(doc, edit.kind);
      const item = list.find(({ id }) => id === edit.id);
      if (!item) throw new EditRefused({ code: "no-such-item", kind: edit.kind, id: edit.id });
      return edit.before === edit.id ? doc : withItems(doc, edit.kind, placed(list.filter((other) => other !== item), item, edit.before));
    }
    case "replace":
      return edit.document;
    case "remove": {
      const list = itemsOf(doc, edit.kind);
      if (!list.some((item) => item.id === edit.id)) throw new EditRefused({ code: "no-such-item", kind: edit.kind, id: edit.id });
      return withItems(doc, edit.kind, list.filter((item) => item.id !== edit.id));
    }
  }
}

/** The document after several edits, in order. */
export const applyEdits = (doc: MatrixDocument, edits: readonly Edit[]): MatrixDocument => edits.reduce(applyEdit, doc);
