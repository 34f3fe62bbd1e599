import { X } from "lucide-react";
import { useState } from "react";
import { LETTERS, type Activity, type Letter } from "#core/model/activity.ts";
import { withCells } from "../grid/cell-letters.ts";
import { editsBetween, overlong } from "../grid/cell-edits.ts";
import type { Cast } from "../grid/columns.ts";
import { say } from "../words.ts";
import { FieldBox } from "./field-box.tsx";
import style from "./row-panel.module.css";
import type { Write } from "./write.ts";

/** Who has which letter in the row, each with its condition. */
export function WhoBox({ row, cast, write }: { readonly row: Activity; readonly cast: Cast; readonly write: Write }) {
  const name = (role: string) => cast.names.say("role", role);
  const order = "ARCIS";
  const held = row.assignments.toSorted((a, b) => order.indexOf(a.letter) - order.indexOf(b.letter));
  return (
    <>
      {held.length === 0 ? <p className={style.hint}>{say("panel.who.none")}</p> : null}
      <ul className={style.who}>
        {held.map(({ role, letter, condition }) => (
          <li key={`${role} ${letter}`}>
            <b data-side={cast.sideOfRole(role)}>{letter}</b>
            <span title={name(role)}>{name(role)}</span>
            <FieldBox
              bare label={say("panel.condition", { letter, role: name(role) })} value={condition ?? ""} hint={say("panel.condition.hint")}
              onWrite={(text) => {
                const own = row.assignments.filter((one) => one.role === role).map(({ role: _, ...one }) => (one.letter === letter ? { letter, ...(text === "" ? {} : { condition: text }), ...(one.alternative ? { alternative: true } : {}) } : one));
                const after = withCells(row, { [role]: own });
                const long = overlong(row, after);
                if (long) return long.why;
                write(editsBetween(row, after), say("panel.condition", { letter, role: name(role) }));
                return undefined;
              }}
            />
            <button type="button" className={style.remove} aria-label={say("panel.who.remove", { letter, role: name(role) })} onClick={() => write([{ do: "unassign", activity: row.id, role, letter }], say("panel.who.remove", { letter, role: name(role) }))}>
              <X aria-hidden size={14} />
            </button>
          </li>
        ))}
      </ul>
      <LetterAdder cast={cast} onAdd={(role, letter) => write([{ do: "assign", activity: row.id, role, letter }], say("grid.what.letter", { letter, cells: 1 }))} />
    </>
  );
}

/** A letter and a role, to be added to one row or to many. */
export function LetterAdder({ cast, onAdd }: { readonly cast: Cast; readonly onAdd: (role: string, letter: Letter) => void }) {
  const [letter, setLetter] = useState<Letter>("R");
  return (
    <div className={style.adder}>
      <select aria-label={say("panel.letter")} className={style.input} value={letter} onChange={(event) => setLetter(event.target.value as Letter)}>
        {LETTERS.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <select aria-label={say("panel.who.add")} className={style.input} value="" onChange={(event) => event.target.value !== "" && onAdd(event.target.value, letter)}>
        <option value="">{say("panel.who.add")}…</option>
        {[...new Set(cast.roles.map(({ party }) => party))].map((party) => (
          <optgroup key={party} label={party}>
            {cast.roles.filter((one) => one.party === party).map(({ role }) => (
              <option key={role.id} value={role.id}>
                {role.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
