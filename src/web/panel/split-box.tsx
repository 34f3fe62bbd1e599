import type { Activity, Split } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Cast } from "../grid/columns.ts";
import { overlong } from "../grid/cell-edits.ts";
import { say } from "../words.ts";
import { ActivityBox } from "./activity-box.tsx";
import { FieldBox } from "./field-box.tsx";
import type { Write } from "./write.ts";

/** What each party does of a shared row, and who validates the whole. Asked of the parties that perform, and of those already named. */
export function SplitBox({ row, document, cast, write }: { readonly row: Activity; readonly document: MatrixDocument; readonly cast: Cast; readonly write: Write }) {
  const party = new Map(document.roles.map(({ id, party: of }) => [id as string, of as string]));
  const performing = new Set([...row.assignments.filter(({ letter }) => letter === "R").map(({ role }) => party.get(role)), ...(row.split?.parts ?? []).map((part) => part.party as string)]);
  const shown = document.parties.filter(({ id }) => performing.has(id));
  const put = (id: string, does: string): string | undefined => {
    const before = row.split?.parts ?? [];
    const own = before.find((part) => part.party === id);
    const parts: Split["parts"] = does === "" ? before.filter((part) => part.party !== id) : own ? before.map((part) => (part === own ? { ...part, does } : part)) : [...before, { party: id, does }];
    const value = parts.length > 0 || row.split?.validator || row.split?.validation ? { ...row.split, parts } : null;
    const { split: _, ...rest } = row;
    const long = overlong(row, value ? { ...rest, split: value } : rest);
    if (long) return long.why;
    write([{ do: "set", at: { kind: "activity", id: row.id }, field: "split", value }], say("panel.what", { field: say("grid.split"), title: row.title }));
    return undefined;
  };
  return (
    <>
      {shown.map(({ id, name }) => (
        <FieldBox key={id} label={say("panel.split.part", { party: name })} rows={2} value={row.split?.parts.find((part) => part.party === id)?.does ?? ""} onWrite={(text) => put(id, text)} />
      ))}
      <ActivityBox header="Split validated by" label={say("panel.split.validator")} row={row} cast={cast} write={write} />
      <ActivityBox header="Split validation" label={say("panel.split.how")} row={row} cast={cast} write={write} />
    </>
  );
}
