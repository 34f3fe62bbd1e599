import { COLLECTIONS, type MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import type { Sheet } from "#formats/workbook.ts";
import { alignColumns, alignRows, inSeenOrder } from "./align.ts";
import { namesOf, oneLine } from "./names.ts";
import { filledCells, headerRow, plain, textAt, type Reading } from "./read-cells.ts";
import { withCells, type SeenCell } from "./read-fields.ts";
import type { ListSheet } from "./register-fields.ts";

type Item = { readonly id: string; readonly name?: string; readonly title?: string };
/** What people call it. */
const called = ({ id, name, title }: Item): string => name ?? title ?? id;

/**
 * The draft with the edits somebody made on a sheet of the register, and the ids of rows that are gone.
 * Those are removed later, when nothing refers to them any more.
 */
export function readList(sheet: Sheet, about: ListSheet<{ readonly id: string }>, base: MatrixDocument, draft: MatrixDocument, reading: Reading): { draft: MatrixDocument; gone: readonly string[] } {
  const { fields, schema } = about as unknown as ListSheet<Item>;
  const items = about.items(base) as readonly Item[];
  const nameKey = fields.some(({ key }) => key === "title") ? "title" : "name";
  const head = headerRow(sheet, fields.map(({ header }) => header));
  if (head === undefined) {
    reading.note(`the headers of this sheet are gone, so nothing was read from it`);
    reading.took({ name: sheet.name, used: false, why: "its headers are gone", columns: [], rows: 0, sections: 0, cells: { filled: filledCells(sheet), understood: 0, unread: 0 } });
    return { draft, gone: [] };
  }
  const visible = (sheet.rows[head] ?? []).map((_, column) => textAt(sheet, head, column));
  const { at, added } = alignColumns(fields.map(({ header }) => plain(header)), visible);
  for (const column of added) {
    const filled = sheet.rows.some((row, r) => r >= head && row[column] !== null && row[column] !== undefined && row[column] !== "");
    if (filled) reading.cannot(head, column, visible[column] ?? "", `the ${about.sheet} sheet has no such column, so it was left out`);
  }
  const before = namesOf(base);
  const names = namesOf(draft, before);
  const cellAt = (key: string, row: number): string => {
    const column = at.get(fields.findIndex((field) => field.key === key));
    return column === undefined ? "" : textAt(sheet, row, column);
  };
  const rows = sheet.rows.flatMap((cells, row) => (row > head && cells.some((_, column) => textAt(sheet, row, column) !== "") ? [{ row, id: cellAt("id", row), title: cellAt(nameKey, row) }] : []));
  const seenRows = alignRows(items.map((item) => ({ id: item.id, title: plain(called(item)) })), rows);
  const known = new Map(items.map((item) => [item.id, item]));
  const now = new Map(((draft[COLLECTIONS[about.kind]] ?? []) as readonly Item[]).map((item) => [item.id, item]));
  const taken = new Set([...known.keys(), ...now.keys()]);
  const seen: Item[] = [];
  for (const { row, id, copyOf } of seenRows) {
    const origin = known.get(id ?? copyOf ?? "");
    const cells = fields.flatMap((field, index): SeenCell<Item>[] => {
      const column = at.get(index);
      return column === undefined ? [] : [{ field, row, column, text: textAt(sheet, row, column), shown: origin ? plain(field.show(origin, before)) : "" }];
    });
    if (id !== undefined) {
      seen.push(withCells(now.get(id) ?? (origin as Item), cells, names, schema, reading, (item) => `\`${oneLine(called(item))}\``));
      continue;
    }
    const name = cellAt(nameKey, row);
    const wanted = cellAt("id", row);
    const free = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(wanted) && !taken.has(wanted);
    const made = withCells({ ...(origin ?? {}), id: free ? wanted : idFrom(name, taken), [nameKey]: name } as Item, cells, names, schema, reading, called, true);
    taken.add(made.id);
    const checked = schema.safeParse(made);
    if (checked.success) {
      seen.push(made);
      reading.note(`new ${about.noun} \`${oneLine(name)}\``, row);
    } else reading.cannot(row, 0, name || wanted, `a ${about.noun} needs more than this row says`);
  }
  reading.took({
    name: sheet.name, used: true, why: `the ${about.sheet} sheet of an export`, headerRows: [head + 1],
    columns: fields.flatMap((field, index) => (at.has(index) ? [{ column: at.get(index) ?? 0, header: field.header, meaning: field.key }] : [])),
    rows: 0, sections: 0, cells: { filled: filledCells(sheet), understood: filledCells(sheet) - reading.unreadHere(), unread: reading.unreadHere() },
  });
  const there = new Set(seen.map(({ id }) => id));
  const list = inSeenOrder([...now.values()], items.map(({ id }) => id), seen);
  const changed = list.length > 0 || draft[COLLECTIONS[about.kind]] !== undefined;
  return { draft: changed ? { ...draft, [COLLECTIONS[about.kind]]: list } : draft, gone: items.map(({ id }) => id).filter((id) => !there.has(id)) };
}

/** The draft without items whose rows were deleted, as far as nothing refers to them. */
export function withoutGone(draft: MatrixDocument, about: ListSheet<{ readonly id: string }>, gone: readonly string[], reading: Reading): MatrixDocument {
  let now = draft;
  for (const id of gone) {
    const list = (now[COLLECTIONS[about.kind]] ?? []) as readonly Item[];
    const rest = { ...now, [COLLECTIONS[about.kind]]: list.filter((item) => item.id !== id) };
    const name = oneLine(called(list.find((item) => item.id === id) ?? { id }));
    if (mentions(rest, id)) reading.note(`the row of ${about.noun} \`${name}\` is gone, but the matrix still uses it, so it stays`);
    else {
      now = rest;
      reading.note(`${about.noun} \`${name}\` was removed`);
    }
  }
  return now;
}

/** Whether an id stands anywhere in a value but as an item's own. */
function mentions(value: unknown, id: string): boolean {
  if (typeof value === "string") return value === id;
  if (Array.isArray(value)) return value.some((part) => mentions(part, id));
  return typeof value === "object" && value !== null && Object.entries(value).some(([key, part]) => !["id", "kind", "name"].includes(key) && mentions(part, id));
}
