import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sayDuration } from "#core/model/measure.ts";
import { FIELD_BY_HEADER } from "#formats/remit-sheet/activity-fields.ts";
import { namesOf, type Names } from "#formats/remit-sheet/names.ts";
import type { Paper } from "./paper.ts";

/** What the appendix says of a row beside its letters, in the order of its columns. */
export const DETAILS = ["split", "sla", "cadence", "evidence", "backup"] as const;
export type Detail = (typeof DETAILS)[number];

export interface DetailedRow {
  readonly id: string;
  /** The number it has in the matrix before. */
  readonly number: number;
  readonly title: string;
  /** Lines of text by column; nothing said is an empty list. */
  readonly says: Readonly<Record<Detail, readonly string[]>>;
}

export interface DetailedArea {
  readonly name: string;
  readonly rows: readonly DetailedRow[];
}

/** The rows of a paper again, with what is agreed beside the letters. */
export function detailsOf(document: MatrixDocument, paper: Paper): readonly DetailedArea[] {
  const names = namesOf(document);
  const rows = new Map(document.activities.map((row) => [row.id as string, row]));
  const areas = new Map((document.areas ?? []).map((area) => [area.id as string, area]));
  const shown = (header: string, row: Activity): readonly string[] => (FIELD_BY_HEADER.get(header)?.show(row, names) ?? "").split("\n").filter(Boolean);
  return paper.areas.map(({ name, rows: own }) => ({
    name,
    rows: own.flatMap(({ id, number, title }) => {
      const row = rows.get(id);
      if (!row) return [];
      const backup = row.secondary ?? areas.get(row.area ?? "")?.secondary;
      return [{
        id, number, title,
        says: {
          split: [...shown("Split", row), ...(row.split?.validator ? [`validated by ${names.say("role", row.split.validator)}`] : [])],
          sla: shown("SLA", row), cadence: shown("Cadence", row), evidence: proof(row, names), backup: backup === undefined ? [] : [names.say("role", backup)],
        },
      }];
    }),
  }));
}

/** Each artifact with whoever makes it, where it lies and how long it is kept. */
const proof = ({ evidence = [] }: Activity, names: Names): readonly string[] =>
  evidence.map(({ artifact, producer, store, retention }) => {
    const more = [producer === undefined ? "" : `by ${names.say("role", producer)}`, store ?? "", retention === undefined ? "" : `kept ${sayDuration(retention)}`].filter(Boolean).join("; ");
    return more === "" ? artifact : `${artifact} (${more})`;
  });
