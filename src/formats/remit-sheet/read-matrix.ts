import { Activity, type Assignment } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import type { Sheet } from "#formats/workbook.ts";
import { ownText } from "./activity-fields.ts";
import { alignRows, inSeenOrder } from "./align.ts";
import { Unreadable, type Field } from "./field.ts";
import { cellsOf, matrixLayout, type MatrixLayout } from "./layout.ts";
import { readLetters, withLetters } from "./letters.ts";
import { namesOf, oneLine, type Names } from "./names.ts";
import { filledCells, plain, textAt, type Reading } from "./read-cells.ts";
import { withCells, type SeenCell } from "./read-fields.ts";
import { withLane } from "./read-lane.ts";
import { readColumns, type MatrixColumns } from "./read-matrix-columns.ts";
import type { ListSheet } from "./register-fields.ts";

const schema = Activity as unknown as ListSheet<Activity>["schema"];

/** The draft with every edit somebody made on the Matrix sheet. */
export function readMatrix(sheet: Sheet, base: MatrixDocument, draft: MatrixDocument, reading: Reading): MatrixDocument {
  const layout = matrixLayout(base);
  const columns = readColumns(sheet, layout, base, draft, reading);
  if (!columns) {
    reading.note("the headers of this sheet are gone, so its rows were kept as they were");
    reading.took({ name: sheet.name, used: false, why: "its headers are gone", columns: [], rows: 0, sections: 0, cells: { filled: filledCells(sheet), understood: 0, unread: 0 } });
    return draft;
  }
  const now = withRows(sheet, layout, columns, base, columns.draft, reading);
  const filled = filledCells(sheet);
  reading.took({
    name: sheet.name, used: true, why: "the Matrix sheet of an export", orientation: "letters",
    headerRows: columns.head > 0 ? [columns.head, columns.head + 1] : [1],
    columns: layout.columns.flatMap(({ header, role, field }, index) => (columns.at.has(index) ? [{ column: columns.at.get(index) ?? 0, header, meaning: field?.key ?? `role ${role}` }] : [])),
    rows: now.activities.length, sections: base.areas?.length ?? 0,
    cells: { filled, understood: filled - reading.unreadHere(), unread: reading.unreadHere() },
  });
  return now;
}

function withRows(sheet: Sheet, layout: MatrixLayout, columns: MatrixColumns, base: MatrixDocument, draft: MatrixDocument, reading: Reading): MatrixDocument {
  const { at, head } = columns;
  const columnOf = (key: string): number => at.get(layout.columns.findIndex(({ field }) => field?.key === key)) ?? -1;
  const [idAt, titleAt, areaAt, stageAt] = [columnOf("id"), columnOf("title"), columnOf("area"), columnOf("stage")];
  const says = (row: number): boolean => (sheet.rows[row] ?? []).some((_, column) => textAt(sheet, row, column) !== "");
  const visible = sheet.rows.flatMap((_, row) => (row > head && says(row) ? [{ row, id: textAt(sheet, row, idAt), title: textAt(sheet, row, titleAt) }] : []));
  const known = new Map(base.activities.map((row) => [row.id as string, row]));
  const taken = new Set(known.keys());
  let now = draft;
  let names = namesOf(now, layout.names);
  const seen: Activity[] = [];
  for (const { row, id, copyOf } of alignRows(layout.rows.map(({ id: of, title }) => ({ id: of, title: plain(title) })), visible)) {
    const origin = known.get(id ?? copyOf ?? "");
    const title = textAt(sheet, row, titleAt);
    if (!origin && title === "") {
      sheet.rows[row]?.forEach((_, column) => textAt(sheet, row, column) !== "" && reading.cannot(row, column, textAt(sheet, row, column), "its row has no activity"));
      continue;
    }
    const placed = withNewPlaces(sheet, row, { area: areaAt, stage: stageAt }, origin, now, names, layout, reading);
    if (placed !== now) {
      now = placed;
      names = namesOf(now, layout.names);
    }
    const start = origin && id !== undefined ? origin : { ...(origin ?? { assignments: [] }), id: freshId(textAt(sheet, row, idAt), title, taken), title: title || (origin?.title ?? "") };
    taken.add(start.id);
    const read = withRow(start, origin, sheet, row, layout, columns, now, names, reading, id === undefined);
    if (id === undefined) {
      const checked = schema.safeParse(read);
      if (!checked.success) {
        reading.cannot(row, Math.max(0, titleAt), title, checked.error?.issues[0]?.message ?? "this row does not fit into the matrix");
        continue;
      }
      reading.note(`new row \`${oneLine(read.title)}\``, row);
    }
    seen.push(read);
  }
  const there = new Set(seen.map(({ id }) => id as string));
  for (const row of layout.rows) if (!there.has(row.id)) reading.note(`the row \`${oneLine(row.title)}\` was deleted`);
  const shown = layout.rows.map(({ id }) => id as string);
  const activities = inSeenOrder(base.activities, shown, seen).filter(({ id }) => there.has(id));
  const order = seen.map(({ id }) => id as string).filter((id) => known.has(id));
  if (shown.filter((id) => there.has(id)).some((id, i) => id !== order[i])) reading.note("the rows stand in another order now");
  return { ...now, activities };
}

function freshId(wanted: string, title: string, taken: Set<string>): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(wanted) && !taken.has(wanted) ? wanted : idFrom(title, taken);
}

/** An area or stage nobody knows yet is made, so that a new block of rows can be typed in. */
function withNewPlaces(sheet: Sheet, row: number, at: { readonly area: number; readonly stage: number }, origin: Activity | undefined, draft: MatrixDocument, names: Names, layout: MatrixLayout, reading: Reading): MatrixDocument {
  let now = draft;
  for (const kind of ["area", "stage"] as const) {
    const name = at[kind] < 0 ? "" : oneLine(textAt(sheet, row, at[kind]));
    const before = origin?.[kind];
    if (name === "" || (before !== undefined && name === plain(layout.names.say(kind, before))) || names.find(kind, name) !== undefined) continue;
    const list = (kind === "area" ? now.areas : now.stages) ?? [];
    const item = { id: idFrom(name, new Set(list.map(({ id }) => id as string))), name };
    now = kind === "area" ? { ...now, areas: [...list, item] } : { ...now, stages: [...list, item] };
    reading.note(`new ${kind} \`${name}\``, row, at[kind]);
  }
  return now;
}

function withRow(start: Activity, origin: Activity | undefined, sheet: Sheet, row: number, layout: MatrixLayout, { at, newRoles, own, lost }: MatrixColumns, draft: MatrixDocument, names: Names, reading: Reading, isNew: boolean): Activity {
  const shown = origin ? cellsOf(origin, layout) : undefined;
  let assignments: readonly Assignment[] = start.assignments.filter(({ role }) => !lost.has(role));
  const grid = (role: string, column: number, before: string): void => {
    const text = textAt(sheet, row, column);
    if (text === before) return;
    const letters = readLetters(text, role);
    if (letters instanceof Unreadable) return reading.cannot(row, column, text, letters.why);
    assignments = withLetters(assignments, role, letters);
    if (!isNew) reading.note(`\`${oneLine(start.title)}\`, ${names.say("role", role)}: ${before || "nothing"} became ${text || "nothing"}`, row, column);
  };
  const cells: SeenCell<Activity>[] = [];
  layout.columns.forEach(({ role, field }, index) => {
    const column = at.get(index);
    if (column === undefined) return;
    const before = plain(shown?.[index] ?? "");
    if (role !== undefined) grid(role, column, before);
    else if (field) cells.push({ field, row, column, text: textAt(sheet, row, column), shown: before });
  });
  for (const { role, column } of newRoles) grid(role, column, "");
  for (const { column, header } of own) cells.push({ field: ownField(header), row, column, text: textAt(sheet, row, column), shown: "" });
  const changed = assignments.length !== start.assignments.length || assignments.some((a, i) => a !== start.assignments[i]);
  const read = withCells(changed ? { ...start, assignments: [...assignments] } : start, cells, names, schema, reading, (item) => `\`${oneLine(item.title)}\``, isNew);
  const lane = cells.find(({ field }) => field.key === "lane");
  if (!lane || lane.text === lane.shown || lane.text === "" || lane.text === "Nobody") return read;
  const moved = withLane(read, lane.text, draft);
  if (moved instanceof Unreadable) {
    reading.cannot(lane.row, lane.column, lane.text, moved.why);
    return read;
  }
  if (!isNew) reading.note(`\`${oneLine(read.title)}\`, Lane: \`${lane.shown}\` became \`${lane.text}\``, lane.row, lane.column);
  return moved;
}

const ownField = (header: string): Field<Activity> => ({
  key: `columns/${header}`, header, width: 20,
  show: (row) => ownText(row, header),
  read: (text, row) => (text === "" ? row : { ...row, columns: { ...row.columns, [header]: text } }),
});
