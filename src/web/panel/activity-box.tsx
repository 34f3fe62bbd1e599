import type { Activity } from "#core/model/activity.ts";
import { FIELD_BY_HEADER } from "#formats/remit-sheet/activity-fields.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { editsBetween, overlong } from "../grid/cell-edits.ts";
import type { Cast } from "../grid/columns.ts";
import { say } from "../words.ts";
import { FieldBox } from "./field-box.tsx";
import type { Write } from "./write.ts";

/** A field of a row as the sheets know it, under its own name: shown and read exactly as a cell is. */
export function ActivityBox({ header, label, row, cast, write, rows = 1, hint }: { readonly header: string; readonly label: string; readonly row: Activity; readonly cast: Cast; readonly write: Write; readonly rows?: number; readonly hint?: string }) {
  const field = FIELD_BY_HEADER.get(header);
  if (!field) return null;
  const offered = field.offers === "role" ? cast.roles.map(({ role }) => cast.names.say("role", role.id)) : cast.all.find(({ key }) => key === field.key)?.choices;
  const choices = field.choices ?? (field.offers ? offered : undefined);
  return (
    <FieldBox
      label={label} value={field.show(row, cast.names)} rows={rows} hint={hint} choices={choices} strict={choices !== undefined}
      onWrite={(text) => {
        const after = field.read?.(text, row, cast.names) ?? row;
        if (after instanceof Unreadable) return after.why;
        const long = overlong(row, after);
        if (long) return long.why;
        write(editsBetween(row, after), say("panel.what", { field: label, title: row.title }));
        return undefined;
      }}
    />
  );
}
