import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Person } from "#core/model/party.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { addAbsence, removeAbsence, type Absence } from "../registers/directory-edits.ts";
import { dayOf, nextDay, startOfDay } from "../registers/hours.ts";
import type { Pen } from "../registers/use-pen.ts";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./duty-page.module.css";
import { OpensLine } from "./opens-line.tsx";
import { standIns, suggested } from "./stand-in.ts";

interface Stretch {
  readonly first: string;
  readonly last: string;
  /** Days are still to be chosen. */
  readonly open?: true;
}
const zoneOf = ({ timeZone }: Person): string => timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
const sayStretch = ({ first, last }: Stretch): string => (first === last ? sayDay(first) : say("people.away.days", { from: sayDay(first), until: sayDay(last) }));
const daysOf = ({ from, until }: Absence, me: Person): Stretch => ({ first: dayOf(from, zoneOf(me)), last: dayOf(until, zoneOf(me), true) });

/** The Sunday of a day's week. */
function endOfWeek(day: string): string {
  let last = day;
  while (new Date(`${last}T00:00Z`).getUTCDay() !== 0) last = nextDay(last);
  return last;
}

/** When one is away: said in two presses, taken back in one. */
export function AwayPart({ me, matrix, write }: { readonly me: Person; readonly matrix: MatrixDocument; readonly write: Pen["write"] }) {
  const [saying, setSaying] = useState<Stretch>();
  const today = dayOf(new Date().toISOString(), zoneOf(me));
  const coming = (matrix.directory?.absences ?? []).filter(({ person, until }) => person === me.id && Date.parse(until) > Date.now());
  const nameOf = (id: string | undefined): string => (matrix.people ?? []).find((one) => one.id === id)?.name ?? say("duty.away.stands.nobody");
  const what = say("register.set", { field: say("people.away"), name: me.name });
  return (
    <section className={style.part} aria-labelledby="duty-away">
      <h2 id="duty-away">{say("duty.away")}</h2>
      {coming.length === 0 ? <p className={style.none}>{say("duty.away.none")}</p> : null}
      <ul className={style.list}>
        {coming.map((absence) => (
          <li key={absence.id}>
            <span>
              <b>{sayStretch(daysOf(absence, me))}</b>
              <small>{say("duty.away.stands")}: {nameOf(absence.substitute ?? me.substitute)}</small>
              <OpensLine matrix={matrix} from={absence.from} until={absence.until} />
            </span>
            <Button className={`${buttons.button} ${buttons.large}`} aria-label={say("duty.away.back.of", { days: sayStretch(daysOf(absence, me)) })} onPress={() => write(removeAbsence(absence.id), what, say("duty.away.back.said", { days: sayStretch(daysOf(absence, me)) }))}>
              {say("duty.away.back")}
            </Button>
          </li>
        ))}
      </ul>
      <div className={style.deeds}>
        <Button className={`${buttons.button} ${buttons.large}`} onPress={() => setSaying({ first: today, last: today })}>{say("duty.away.today")}</Button>
        <Button className={`${buttons.button} ${buttons.large}`} onPress={() => setSaying({ first: nextDay(today), last: nextDay(today) })}>{say("duty.away.tomorrow")}</Button>
        <Button className={`${buttons.button} ${buttons.large}`} onPress={() => setSaying({ first: today, last: endOfWeek(today) })}>{say("duty.away.week")}</Button>
        <Button className={`${buttons.button} ${buttons.large}`} onPress={() => setSaying({ first: today, last: today, open: true })}>{say("duty.away.dates")}</Button>
      </div>
      {saying ? (
        <AwayDialog
          me={me} matrix={matrix} stretch={saying}
          onClose={() => setSaying(undefined)}
          onSay={(stretch, substitute) => {
            setSaying(undefined);
            const zone = zoneOf(me);
            write(addAbsence(matrix, { person: me.id, from: startOfDay(stretch.first, zone), until: startOfDay(nextDay(stretch.last), zone), ...(substitute === "" ? {} : { substitute }) }), what, say("duty.away.said", { days: sayStretch(stretch) }));
          }}
        />
      ) : null}
    </section>
  );
}

interface DialogProps {
  readonly me: Person;
  readonly matrix: MatrixDocument;
  readonly stretch: Stretch;
  readonly onSay: (stretch: Stretch, substitute: string) => void;
  readonly onClose: () => void;
}

function AwayDialog({ me, matrix, stretch, onSay, onClose }: DialogProps) {
  const [days, setDays] = useState(stretch);
  const [substitute, setSubstitute] = useState(suggested(matrix, me)?.id ?? "");
  const backwards = days.first === "" || days.last < days.first;
  return (
    <DialogBox title={stretch.open ? say("duty.away.title.dates") : say("duty.away.title", { days: sayStretch(days) })} onClose={onClose}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!backwards) onSay(days, substitute);
        }}
      >
        {stretch.open ? (
          <div className={style.days}>
            <label>
              <span>{say("people.away.first")}</span>
              <input type="date" required value={days.first} max="9999-12-31" onChange={(event) => setDays({ ...days, first: event.target.value, last: event.target.value > days.last ? event.target.value : days.last })} />
            </label>
            <label>
              <span>{say("people.away.last")}</span>
              <input type="date" required value={days.last} min={days.first} max="9999-12-31" onChange={(event) => setDays({ ...days, last: event.target.value })} />
            </label>
          </div>
        ) : null}
        <label>
          <span>{say("duty.away.stands")}</span>
          <select value={substitute} onChange={(event) => setSubstitute(event.target.value)}>
            <option value="">{say("duty.away.stands.nobody")}</option>
            {standIns(matrix, me).map(({ id, name }) => (
              <option key={id} value={id}>{name}</option>
            ))}
          </select>
        </label>
        {backwards ? <p role="alert" className={style.trouble}>{say("duty.away.backwards")}</p> : null}
        <Button autoFocus type="submit" className={`${buttons.button} ${buttons.main} ${buttons.large}`}>{say("duty.away.go")}</Button>
      </form>
    </DialogBox>
  );
}
