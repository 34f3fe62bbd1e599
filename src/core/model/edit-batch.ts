import type { Activity, Assignment } from "./activity.ts";
import { withCells } from "./cells.ts";
import { COLLECTIONS, type ItemKind, type MatrixDocument } from "./document.ts";
import { applyEdit, EditRefused, type Edit } from "./edit.ts";
import { itemsOf, withItems } from "./items.ts";
import { kindOf, Strand, type ItemEdit } from "./strand.ts";
import { undoOf } from "./undo.ts";

export interface Batch {
  readonly document: MatrixDocument;
  /** The edits that take all of them back, in the order in which they must be made. */
  readonly back: readonly Edit[];
}

/** Row numbers by id; kept beside a list of rows and handed on to the next while no row comes, goes or moves. */
const numbers = new WeakMap<readonly Activity[], Map<string, number>>();

function numbersOf(rows: readonly Activity[]): Map<string, number> {
  const known = numbers.get(rows);
  if (known) return known;
  const made = new Map(rows.map(({ id }, i) => [id as string, i]));
  numbers.set(rows, made);
  return made;
}

/**
 * The document after many edits and the way back, in one pass over each list: pasting five thousand
 * rows one `applyEdit` after another would copy the list five thousand times. A law in the tests: the same
 * document as `applyEdits`, and the way back leads to the document it came from.
 * @throws EditRefused like `applyEdit`; then nothing was changed.
 */
export function applyBatch(document: MatrixDocument, edits: readonly Edit[]): Batch {
  const back: (readonly Edit[])[] = [];
  let now = document;
  let rows: Activity[] | undefined;
  let places = numbersOf(document.activities);
  const settle = (): void => {
    if (!rows) return;
    numbers.set(rows, places);
    now = { ...now, activities: rows };
    rows = undefined;
  };
  for (const [at, edit] of edits.entries()) {
    const id = rowOf(edit);
    if (id !== undefined) {
      const place = places.get(id);
      if (place === undefined) throw new EditRefused({ code: "no-such-item", kind: "activity", id });
      rows ??= [...now.activities];
      // The list was copied whole: the row is there.
      const row = rows[place] as Activity;
      const alone = { ...now, activities: [row] };
      back.push(undoOf(alone, edit));
      rows[place] = changed(alone, row, edit);
    } else if (edit.do === "add" && edit.kind === "activity" && edit.before === undefined) {
      if (places.has(edit.item.id)) throw new EditRefused({ code: "id-taken", kind: "activity", id: edit.item.id });
      rows ??= [...now.activities];
      // Rows before this one keep their numbers, but another document may still look at them: a map of its own.
      if (numbers.get(document.activities) === places || numbers.get(now.activities) === places) places = new Map(places);
      places.set(edit.item.id, rows.length);
      rows.push(edit.item as unknown as Activity);
      back.push([{ do: "remove", kind: "activity", id: edit.item.id }]);
    } else {
      settle();
      now = edits.length - at > 1 ? strung(now, edits.slice(at), back) : one(now, edit, back);
      break;
    }
  }
  settle();
  return { document: now, back: back.reverse().flat() };
}

function one(now: MatrixDocument, edit: Edit, back: (readonly Edit[])[]): MatrixDocument {
  back.push(undoOf(now, edit));
  return applyEdit(now, edit);
}

const LISTS: ReadonlySet<string> = new Set([...Object.values(COLLECTIONS), "directory"]);
const ofAnItem = (edit: Edit): edit is ItemEdit => edit.do !== "replace" && edit.do !== "set-matrix";

/** Edits of every kind, mixed as they come: each list they reach is taken up once and laid down once. */
function strung(document: MatrixDocument, edits: readonly Edit[], back: (readonly Edit[])[]): MatrixDocument {
  let now = document;
  const strands = new Map<ItemKind, Strand>();
  const laidDown = (): MatrixDocument => {
    const laid = [...strands].reduce((doc, [kind, strand]) => withItems(doc, kind, strand.items()), now);
    strands.clear();
    return laid;
  };
  const strandOf = (kind: ItemKind): Strand | undefined => {
    const list = itemsOf(now, kind);
    const strand = strands.get(kind) ?? new Strand(kind, list);
    if (!strands.has(kind) && strand.size < list.length) return undefined;
    strands.set(kind, strand);
    return strand;
  };
  for (const edit of edits) {
    const strand = ofAnItem(edit) ? strandOf(kindOf(edit)) : undefined;
    if (strand) back.push(strand.apply(edit as ItemEdit));
    else {
      // A field of the matrix itself leaves the lists alone.
      if (edit.do !== "set-matrix" || LISTS.has(edit.field)) now = laidDown();
      now = one(now, edit, back);
    }
  }
  return laidDown();
}

/** The row an edit changes in its place, if that is what it does. */
const rowOf = (edit: Edit): string | undefined =>
  edit.do === "assign" || edit.do === "unassign" || edit.do === "letters" ? edit.activity : edit.do === "set" && edit.at.kind === "activity" ? edit.at.id : undefined;

function changed(one: MatrixDocument, row: Activity, edit: Edit): Activity {
  // By far the most frequent, and their meaning is plain: not worth a document of their own.
  if (edit.do === "set" && edit.field === "assignments" && edit.value !== null) return { ...row, assignments: edit.value as Assignment[] };
  if (edit.do === "letters") return { ...row, assignments: withCells(row.assignments, edit.cells) as Assignment[] };
  return applyEdit(one, edit).activities[0] as Activity;
}
