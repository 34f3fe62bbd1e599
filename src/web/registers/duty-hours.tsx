import { Plus, X } from "lucide-react";
import type { Hours, Person } from "#core/model/party.ts";
import { say } from "../words.ts";
import { readClock, sayHours, sayWeekday, WEEK } from "./hours.ts";
import { InlineText } from "./inline-text.tsx";
import style from "./person-details.module.css";
import type { Pen } from "./use-pen.ts";

const FIRST: Hours = { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" };

/** When in the week a person is on duty, by the clock of their own time zone. */
export function DutyHours({ person, pen }: { readonly person: Person; readonly pen: Pen }) {
  const { name, timeZone } = person;
  const hours = person.dutyHours ?? [];
  const put = (now: readonly Hours[]): void => pen.write([{ do: "set", at: { kind: "person", id: person.id }, field: "dutyHours", value: now.length > 0 ? now : null }], say("register.set", { field: say("people.hours"), name }));
  const set = (at: number, to: Partial<Hours>): void => put(hours.map((each, i) => (i === at ? { ...each, ...to } : each)));
  const clock = (at: number, end: "from" | "until") => (text: string): string | undefined => {
    const read = readClock(text);
    const window = hours[at];
    if (read === undefined || !window) return say("people.hours.wrong");
    set(at, { [end]: read });
    return undefined;
  };
  // A time that is whole counts while one goes on typing: what it opens or closes is seen at once.
  const typing = (at: number, end: "from" | "until") => (text: string | undefined): void => {
    if (text !== undefined && /^\d{2}:\d{2}$/.test(text) && readClock(text) === text && hours[at]?.[end] !== text) set(at, { [end]: text });
  };
  return (
    <section className={style.part} aria-label={say("people.hours.of", { name })}>
      <h4>{say("people.hours")}</h4>
      <p className={style.hint}>{hours.length === 0 ? say("people.hours.none") : timeZone === undefined ? say("people.hours.no-zone") : say("people.hours.zone", { zone: timeZone })}</p>
      <ul>
        {hours.map((window, i) =>
          pen.mayWrite ? (
            <li key={i} className={style.window}>
              <span role="group" aria-label={say("people.hours.days", { n: i + 1 })} className={style.days}>
                {WEEK.map((day) => (
                  <label key={day}>
                    <input
                      type="checkbox" checked={window.days.includes(day)} aria-label={sayWeekday(day, "long")} disabled={window.days.length === 1 && window.days.includes(day)}
                      onChange={(event) => set(i, { days: WEEK.filter((one) => (one === day ? event.target.checked : window.days.includes(one))) })}
                    />
                    <span aria-hidden>{sayWeekday(day)}</span>
                  </label>
                ))}
              </span>
              <span className={style.clocks}>
                <InlineText label={say("people.hours.from", { n: i + 1 })} value={window.from} mayWrite required onWrite={clock(i, "from")} onType={typing(i, "from")} />
                <span aria-hidden>–</span>
                <InlineText label={say("people.hours.until", { n: i + 1 })} value={window.until} mayWrite required onWrite={clock(i, "until")} onType={typing(i, "until")} />
                {window.until <= window.from ? <small>{say("people.hours.over-night")}</small> : null}
              </span>
              <button type="button" className={style.small} aria-label={say("people.hours.remove", { hours: sayHours([window]) })} onClick={() => put(hours.filter((_, other) => other !== i))}>
                <X aria-hidden size={14} />
              </button>
            </li>
          ) : (
            <li key={i}>{sayHours([window])}</li>
          ),
        )}
      </ul>
      {pen.mayWrite ? (
        <button type="button" className={style.add} onClick={() => put([...hours, hours.length === 0 ? FIRST : { ...FIRST, days: ["sat"] }])}>
          <Plus aria-hidden size={14} />
          {say("people.hours.add")}
        </button>
      ) : null}
    </section>
  );
}
