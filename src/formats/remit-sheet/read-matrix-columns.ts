import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import type { Sheet } from "#formats/workbook.ts";
import { alignColumns, type Alignment } from "./align.ts";
import { type MatrixLayout } from "./layout.ts";
import { namesOf, oneLine } from "./names.ts";
import { headerRow, plain, textAt, type Reading } from "./read-cells.ts";

export interface MatrixColumns {
  readonly head: number;
  /** Expected column to visible column. */
  readonly at: Alignment["at"];
  /** Roles that came as new columns. */
  readonly newRoles: readonly { readonly column: number; readonly role: string }[];
  /** Columns of the reader's own: visible column to header. */
  readonly own: readonly { readonly column: number; readonly header: string }[];
  /** Roles whose column was deleted. */
  readonly lost: ReadonlySet<string>;
  readonly draft: MatrixDocument;
}

/** Where the columns of the Matrix sheet stand now; new and renamed roles and parties go into the draft. */
export function readColumns(sheet: Sheet, layout: MatrixLayout, base: MatrixDocument, draft: MatrixDocument, reading: Reading): MatrixColumns | undefined {
  const head = headerRow(sheet, layout.columns.map(({ header }) => header));
  if (head === undefined) return undefined;
  const width = Math.max(sheet.rows[head]?.length ?? 0, ...sheet.rows.slice(head).map((row) => row.length));
  const parties = partiesOver(sheet, head - 1, width);
  const headers = Array.from({ length: width }, (_, column) => textAt(sheet, head, column));
  const key = (party: string, header: string): string => `${party}\n${header}`;
  const { at, added, missing } = alignColumns(
    layout.columns.map(({ party, header }) => key(plain(party), plain(header))),
    headers.map((header, column) => key(parties[column] ?? "", header)),
  );
  let now = renamed(layout, at, headers, parties, head, draft, reading);
  const first = at.get(layout.grid.first);
  const last = at.get(layout.grid.last);
  const newRoles: { column: number; role: string }[] = [];
  const own: { column: number; header: string }[] = [];
  const taken = new Set(now.roles.map(({ id }) => id as string));
  for (const column of added) {
    const header = headers[column] ?? "";
    const filled = sheet.rows.some((_, row) => row > head && textAt(sheet, row, column) !== "");
    if (header === "") {
      if (filled) sheet.rows.forEach((_, row) => row > head && textAt(sheet, row, column) !== "" && reading.cannot(row, column, textAt(sheet, row, column), "its column has no header"));
      continue;
    }
    const inGrid = (parties[column] ?? "") !== "" || (first !== undefined && last !== undefined && column >= first - 1 && column <= last + 1 && column > (at.get(layout.grid.first - 1) ?? -1) && lettersOnly(sheet, head, column));
    if (!inGrid) {
      own.push({ column, header });
      reading.note(`the column \`${header}\` is kept word for word`, head, column);
      continue;
    }
    const over = parties[column] || parties[column - 1] || parties[column + 1] || "";
    const party = namesOf(now, layout.names).find("party", over) ?? now.parties[0]?.id;
    if (party === undefined) {
      reading.cannot(head, column, header, "a role needs a party");
      continue;
    }
    const role = idFrom(header, taken);
    now = { ...now, roles: [...now.roles, { id: role, name: oneLine(header), party }] };
    newRoles.push({ column, role });
    reading.note(`new role \`${oneLine(header)}\` of \`${namesOf(now).say("party", party)}\``, head, column);
  }
  const lost = new Set<string>();
  for (const index of missing) {
    const column = layout.columns[index];
    if (!column) continue;
    const roleInUse = column.role !== undefined && base.activities.some(({ assignments }) => assignments.some(({ role }) => role === column.role));
    if (column.role !== undefined) lost.add(column.role);
    if (column.role === undefined) reading.note(`the column \`${column.header}\` is gone; what it said stays in the matrix`);
    else if (roleInUse) reading.note(`the column of the role \`${column.header}\` is gone, and its letters with it`);
  }
  return { head, at, newRoles, own, lost, draft: now };
}

const lettersOnly = (sheet: Sheet, head: number, column: number): boolean =>
  sheet.rows.every((_, row) => row <= head || /^([RACIS]\??(\s*\([^)]*\))?[\s/,;&+]*)*$/i.test(textAt(sheet, row, column)));

/** The party over each column: merged cells hold it once, for all columns they span. */
function partiesOver(sheet: Sheet, row: number, width: number): string[] {
  if (row < 0) return [];
  const over = Array.from({ length: width }, (_, column) => textAt(sheet, row, column));
  for (const merge of sheet.merges)
    if (merge.row <= row && merge.lastRow >= row) for (let column = merge.column; column <= merge.lastColumn && column < width; column++) over[column] = textAt(sheet, merge.row, merge.column);
  return over;
}

/** Role and party names that were typed over. */
function renamed(layout: MatrixLayout, at: Alignment["at"], headers: readonly string[], parties: readonly string[], head: number, draft: MatrixDocument, reading: Reading): MatrixDocument {
  let now = draft;
  const names = namesOf(draft, layout.names);
  const bands = new Map<string, Set<string>>();
  layout.columns.forEach(({ header, party, role, field }, index) => {
    const column = at.get(index);
    if (column === undefined) return;
    const seen = headers[column] ?? "";
    if (field) {
      if (seen !== plain(header)) reading.note(`the header \`${header}\` reads \`${seen}\` now; the column is still read as ${header}`, head, column);
      return;
    }
    if (seen !== plain(header) && seen !== "") {
      const known = now.roles.find(({ id }) => id === role);
      if (known) {
        now = { ...now, roles: now.roles.map((one) => (one === known ? { ...one, name: oneLine(seen) } : one)) };
        reading.note(`the role \`${header}\` is called \`${oneLine(seen)}\` now`, head, column);
      } else reading.cannot(head, column, seen, "this role is not in the register");
    }
    bands.set(party, (bands.get(party) ?? new Set()).add(parties[column] ?? ""));
  });
  for (const [party, seen] of bands) {
    const changed = [...seen].filter((text) => text !== "" && text !== plain(party));
    const [only] = changed;
    if (only === undefined) continue;
    const known = now.parties.find(({ id }) => layout.names.say("party", id) === party);
    if (seen.size === 1 && known && names.find("party", only) === undefined) {
      now = { ...now, parties: now.parties.map((one) => (one === known ? { ...one, name: oneLine(only) } : one)) };
      reading.note(`the party \`${party}\` is called \`${oneLine(only)}\` now`);
      continue;
    }
    layout.columns.forEach(({ role, party: before }, index) => {
      const column = at.get(index);
      const over = column === undefined ? "" : (parties[column] ?? "");
      if (role === undefined || column === undefined || before !== party || over === "" || over === plain(party)) return;
      const to = names.find("party", over);
      if (to === undefined) return reading.cannot(Math.max(0, head - 1), column, over, `no party is called \`${over}\``);
      now = { ...now, roles: now.roles.map((one) => (one.id === role ? { ...one, party: to } : one)) };
      reading.note(`the role \`${headers[column]}\` belongs to \`${over}\` now`, head, column);
    });
  }
  return now;
}
