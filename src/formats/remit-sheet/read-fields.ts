import type { ListSheet } from "./register-fields.ts";
import { Unreadable, type Field } from "./field.ts";
import type { Names } from "./names.ts";
import type { Reading } from "./read-cells.ts";
import { CELL_LIMIT } from "../safe-cell.ts";

/** A visible cell beside what the export showed in it. */
export interface SeenCell<T> {
  readonly field: Field<T>;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly shown: string;
}

/** The item with every changed cell applied; what cannot be is reported by its address. */
export function withCells<T extends { readonly id: string }>(item: T, cells: readonly SeenCell<T>[], names: Names, schema: ListSheet<T>["schema"], reading: Reading, called: (item: T) => string, isNew = false): T {
  let now = item;
  for (const { field, row, column, text, shown } of cells) {
    if (text === shown) continue;
    if (!field.read) {
      if (field.key !== "lane" && !(isNew && field.key === "id")) reading.cannot(row, column, text, field.key === "id" ? "ids stay as they are; other places refer to them" : "this column is worked out from others");
      continue;
    }
    if (shown.length >= CELL_LIMIT - 2) {
      reading.cannot(row, column, `${text.slice(0, 80)}…`, "the sheet shows only the beginning of this text; change it in the matrix itself");
      continue;
    }
    const read = field.read(text, now, names);
    if (read instanceof Unreadable) {
      reading.cannot(row, column, text, read.why);
      continue;
    }
    const checked = schema.safeParse(isNew ? { ...read } : read);
    if (!checked.success && !isNew) {
      reading.cannot(row, column, text, checked.error?.issues[0]?.message ?? "the matrix has no place for this");
      continue;
    }
    if (!isNew) reading.note(`${called(item)}, ${field.header}: ${quoted(shown)} became ${quoted(text)}`, row, column);
    now = read;
  }
  return now;
}

const quoted = (text: string): string => (text === "" ? "nothing" : `\`${text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text.replaceAll("\n", "; ")}\``);
