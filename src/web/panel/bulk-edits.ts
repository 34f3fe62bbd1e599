import type { Activity, Letter } from "#core/model/activity.ts";
import type { Edit } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { writeCell } from "../grid/cell-edits.ts";
import type { Column } from "../grid/columns.ts";

/** Edits that write a text in one column of many rows; a row where it cannot be (a lane without a certain role) stays as it is. */
export const bulkWrite = (rows: readonly Activity[], column: Column, text: string): Edit[] =>
  rows.flatMap((row) => {
    const edits = writeCell(row, column, text);
    return edits instanceof Unreadable ? [] : edits;
  });

/** Edits that give a role a letter in every row where it has it not. */
export const bulkLetter = (rows: readonly Activity[], role: string, letter: Letter): Edit[] =>
  rows.filter(({ assignments }) => !assignments.some((one) => one.role === role && one.letter === letter)).map(({ id }): Edit => ({ do: "assign", activity: id, role, letter }));
