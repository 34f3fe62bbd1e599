import type { Activity } from "#core/model/activity.ts";
import type { Sheet } from "#formats/workbook.ts";
import { FIELD_BY_HEADER, kept, LANE_WORDS } from "./activity-fields.ts";
import type { Field } from "./field.ts";
import { oneLine } from "./names.ts";
import { textAt } from "./read-cells.ts";

/** What a column of an exported table holds. */
export type OwnColumn =
  | { readonly is: "id" | "title" | "lane" }
  | { readonly is: "role"; readonly role: string; readonly party: string }
  | { readonly is: "field"; readonly field: Field<Activity> }
  | { readonly is: "blank" };

/** A table as `csv/write.ts` or `md/write.ts` make it, with its columns known. */
export interface OwnTable {
  readonly sheet: Sheet;
  readonly head: number;
  readonly headers: readonly string[];
  readonly columns: readonly OwnColumn[];
}

/** Headers that stand together in no sheet but ours. */
const OURS = ["ID", "Area", "Activity", "Lane", "Secondary", "Controls", "Split", "Disputes", "Validated by", "Hand-off to"];
/** Two names of the longest kind. */
const LONGEST_HEADER = 2_100;
const LANES = new Set(["", ...Object.values(LANE_WORDS)]);

/** The columns of a table that Remit wrote; undefined for any other table. */
export function ownTable(sheet: Sheet, kind: "csv" | "md" | "xlsx"): OwnTable | undefined {
  const head = sheet.rows.findIndex((row) => row.some((value) => value !== null && value !== ""));
  if (head < 0) return undefined;
  const headers = (sheet.rows[head] ?? []).map((_, column) => textAt(sheet, head, column));
  const title = headers.indexOf("Activity");
  const lane = headers.indexOf("Lane", title + 1);
  if (title < 0 || lane < 0) return undefined;
  // In the list of a CSV the roles stand before the lane; in Markdown behind it.
  const list = OURS.every((header) => headers.includes(header));
  const short = kind === "md" && title === 0 && lane === 1 && headers.slice(2).every((header) => rolePlace(header) !== undefined || header === "SLA" || header === "Evidence");
  if (!list && !short) return undefined;
  if (short && !sheet.rows.every((_, row) => row <= head || LANES.has(textAt(sheet, row, lane)))) return undefined;
  const [from, to] = list ? [title, lane] : [lane, headers.length];
  const columns = headers.map((header, column): OwnColumn => {
    if (column === title) return { is: "title" };
    if (column === lane) return { is: "lane" };
    if (header === "ID" && column < title) return { is: "id" };
    if (header === "") return { is: "blank" };
    const place = column > from && column < to ? rolePlace(header) : undefined;
    if (place) return { is: "role", ...place };
    const known = headers.indexOf(header) === column ? FIELD_BY_HEADER.get(header) : undefined;
    return { is: "field", field: known ?? kept(header) };
  });
  return { sheet, head, headers, columns };
}

/** `SOC Analyst (Northgate)`: a role and its party. */
function rolePlace(header: string): { readonly role: string; readonly party: string } | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const [, role = "", party = ""] = /^(.*\S)\s*\(((?:[^()]|\([^()]*\))+)\)$/s.exec(header) ?? [];
  return role === "" ? undefined : { role: oneLine(role), party: oneLine(party) };
}
