import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Person } from "#core/model/party.ts";
import buttons from "../parts/controls.module.css";
import { sayDay, today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { addAbsence, removeAbsence, setSubstitute, type Absence } from "./directory-edits.ts";
import { dayOf, nextDay, startOfDay } from "./hours.ts";
import type { Humans } from "./humans.ts";
import { InlineChoice, type Choice } from "./inline-choice.tsx";
import style from "./person-details.module.css";
import type { Pen } from "./use-pen.ts";

interface Props {
  readonly person: Person;
  readonly humans: Humans;
  readonly pen: Pen;
}

const zoneOf = ({ timeZone }: Person): string => timeZone ?? "UTC";

/** An absence in words: its first and last day by the person's own clock. */
export const sayAbsence = ({ from, until }: Absence, person: Person): string => say("people.away.days", { from: sayDay(dayOf(from, zoneOf(person))), until: sayDay(dayOf(until, zoneOf(person), true)) });

/** When a person is away, and who stands in meanwhile. */
export function Absences({ person, humans, pen }: Props) {
  const [adding, setAdding] = useState(false);
  const { name } = person;
  const absences = humans.absencesOf(person.id);
  const others: readonly Choice[] = (pen.document.people ?? []).filter(({ id }) => id !== person.id && humans.human(id) !== humans.human(person.id)).toSorted((a, b) => Number(b.party === person.party) - Number(a.party === person.party)).map(({ id }) => ({ value: id, label: humans.nameOf(id) }));
  const what = say("register.set", { field: say("people.away"), name });
  return (
    <section className={style.part} aria-label={say("people.away.of", { name })}>
      <h4>{say("people.away")}</h4>
      {absences.length === 0 ? <p className={style.hint}>{say("people.away.none")}</p> : null}
      <ul>
        {absences.map((absence) => (
          <li key={absence.id} className={style.absence}>
            <span>
              {sayAbsence(absence, person)}
              {absence.reason ? <small> {absence.reason}</small> : null}
            </span>
            <span className={style.stand}>
              <span>{say("people.away.substitute")}</span>
              <InlineChoice
                label={say("people.away.substitute.of", { name, days: sayAbsence(absence, person) })} value={absence.substitute} none={person.substitute === undefined ? say("register.nobody") : say("people.away.usual.is", { name: humans.nameOf(person.substitute) })} choices={others} mayWrite={pen.mayWrite}
                onChoose={(substitute) => pen.write(setSubstitute(absence.id, substitute), what)}
              />
            </span>
            {pen.mayWrite ? (
              <button type="button" className={style.small} aria-label={say("people.away.remove", { days: sayAbsence(absence, person) })} onClick={() => pen.write(removeAbsence(absence.id), what, say("people.away.removed", { name }))}>
                <X aria-hidden size={14} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={style.stand}>
        <span>{say("people.away.usual")}</span>
        <InlineChoice
          label={say("people.away.usual.of", { name })} value={person.substitute} none={say("register.nobody")} choices={others} mayWrite={pen.mayWrite}
          onChoose={(substitute) => pen.write([{ do: "set", at: { kind: "person", id: person.id }, field: "substitute", value: substitute ?? null }], say("register.set", { field: say("people.away.usual"), name }))}
        />
      </p>
      {!pen.mayWrite || adding ? null : (
        <button type="button" className={style.add} aria-label={say("people.away.add.of", { name })} onClick={() => setAdding(true)}>
          <Plus aria-hidden size={14} />
          {say("people.away.add")}
        </button>
      )}
      {adding ? (
        <NewAbsence
          others={others}
          onDone={(said) => {
            setAdding(false);
            if (!said) return;
            const zone = zoneOf(person);
            pen.write(addAbsence(pen.document, { person: person.id, from: startOfDay(said.first, zone), until: startOfDay(nextDay(said.last), zone), ...(said.substitute ? { substitute: said.substitute } : {}), ...(said.reason ? { reason: said.reason } : {}) }), what);
          }}
        />
      ) : null}
    </section>
  );
}

interface SaidAbsence {
  readonly first: string;
  readonly last: string;
  readonly substitute: string;
  readonly reason: string;
}

function NewAbsence({ others, onDone }: { readonly others: readonly Choice[]; readonly onDone: (said?: SaidAbsence) => void }) {
  const [said, setSaid] = useState<SaidAbsence>(() => ({ first: today(), last: today(), substitute: "", reason: "" }));
  const set = (to: Partial<SaidAbsence>): void => setSaid({ ...said, ...to });
  const backwards = said.first !== "" && said.last !== "" && said.last < said.first;
  return (
    <form
      className={style.form}
      onKeyDown={(event) => event.key === "Escape" && onDone()}
      onSubmit={(event) => {
        event.preventDefault();
        if (said.first !== "" && said.last !== "" && !backwards) onDone({ ...said, reason: said.reason.trim() });
      }}
    >
      <label>
        <span>{say("people.away.first")}</span>
        <input type="date" required autoFocus value={said.first} max="9999-12-31" onChange={(event) => set({ first: event.target.value })} />
      </label>
      <label>
        <span>{say("people.away.last")}</span>
        <input type="date" required value={said.last} min={said.first} max="9999-12-31" aria-invalid={backwards || undefined} onChange={(event) => set({ last: event.target.value })} />
      </label>
      <label>
        <span>{say("people.away.substitute")}</span>
        <select value={said.substitute} onChange={(event) => set({ substitute: event.target.value })}>
          <option value="">{say("people.away.nobody")}</option>
          {others.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say("people.away.reason")}</span>
        <input value={said.reason} maxLength={300} autoComplete="off" onChange={(event) => set({ reason: event.target.value })} />
      </label>
      <span className={style.deeds}>
        <Button type="submit" className={`${buttons.button} ${buttons.main}`}>
          {say("register.add")}
        </Button>
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => onDone()}>
          {say("cancel")}
        </Button>
      </span>
    </form>
  );
}
