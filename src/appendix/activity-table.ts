import type { Appendix } from "./appendix.ts";
import { lines, table, type Cell, type Line, type Table } from "./block.ts";
import type { AppendixRow } from "./rows.ts";

const COLUMNS = [
  { title: "No.", share: 4 }, { title: "Activity", share: 20 }, { title: "Owner", share: 12 }, { title: "Performer and split", share: 18 }, { title: "Service level", share: 12 },
  { title: "Cadence", share: 9 }, { title: "Evidence", share: 12 }, { title: "Approval and validation", share: 13 },
] as const;

/** Every activity of an appendix, under its area or stage. */
export const activityTable = ({ groups }: Appendix): Table =>
  table(COLUMNS, groups.flatMap(({ name, is, rows }) => [...(name === "" ? [] : [{ group: is === "stage" ? `Stage: ${name}` : name }]), ...rows.map((row) => ({ cells: cellsOf(row) }))]));

const all = (texts: readonly string[], as?: Line["as"]): Cell => texts.flatMap((one) => lines(one, as));

const cellsOf = (row: AppendixRow): readonly Cell[] => [
  lines(String(row.number), "soft"),
  [...lines(row.title, "strong"), ...all(row.about, "soft"), ...(row.unconfirmed ? lines("words of a template, not confirmed", "open") : [])],
  row.owner.length === 0 ? lines("nobody named", "open") : all(row.owner),
  [...(row.performer.length === 0 ? lines("nobody named", "open") : all(row.performer)), ...all(row.split), ...all(row.others, "soft")],
  row.sla.flatMap(({ text, negotiated }) => [...lines(text), ...(negotiated ? [] : lines("not negotiated", "open"))]),
  all(row.cadence), all(row.evidence), [...all(row.approval), ...all(row.validation)],
];
