import { Search } from "lucide-react";
import { useState } from "react";
import { Input, SearchField } from "react-aria-components";
import type { EventType } from "#core/model/decision.ts";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./who-page.module.css";

/** So many fit a telephone without looking for one. */
const FEW = 6;

/** What happened, by its name or by what one sees of it. */
export function PickEvent({ events, chosen, onPick }: { readonly events: readonly EventType[]; readonly chosen: string | undefined; readonly onPick: (event: string) => void }) {
  const [words, setWords] = useState("");
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = events.filter(({ name, symptoms = [] }) => wanted.every((word) => `${name} ${symptoms.join(" ")}`.toLowerCase().includes(word)));
  return (
    <section className={style.pick} aria-labelledby="who-event">
      <h2 id="who-event">{say("who.event")}</h2>
      {events.length > FEW ? (
        <SearchField className={controls.search ?? ""} aria-label={say("who.event.search")} value={words} onChange={setWords}>
          <Search aria-hidden />
          <Input placeholder={say("who.event.search")} />
        </SearchField>
      ) : null}
      <ul className={style.events}>
        {shown.map(({ id, name, symptoms = [] }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === chosen} onClick={() => onPick(id)}>
              <b>{name}</b>
              {symptoms.length > 0 ? <span>{symptoms.join(", ")}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={style.how}>{say("who.event.none")}</p> : null}
    </section>
  );
}
