import { useState } from "react";
import { Button } from "react-aria-components";
import type { Minute } from "#core/time/minute.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import controls from "../parts/controls.module.css";
import { readerZone, sayDate, sayOffset, sayTime, townOf } from "../proof/say-time.ts";
import { say } from "../words.ts";
import { asField, wallGiven, type Given } from "./wall-given.ts";
import style from "./who-page.module.css";

interface Props {
  readonly at: Minute | undefined;
  readonly now: Minute;
  /** The instant as it is said, in all zones that matter. */
  readonly said: string;
  readonly onPick: (at: Minute | undefined) => void;
}

const zoneHere = (): Zone => (zoneOf(readerZone()) ?? zoneOf("UTC")) as Zone;

/** Now, or any other instant on the reader's wall; a time that the clocks skip or show twice is asked about. */
export function PickInstant({ at, now, said, onPick }: Props) {
  const zone = zoneHere();
  const [text, setText] = useState(() => asField(at ?? now, zone));
  const [refused, setRefused] = useState<Extract<Given, { is: "none" | "two" }>>();
  const write = (value: string): void => {
    setText(value);
    const given = wallGiven(value, zone);
    setRefused(given.is === "none" || given.is === "two" ? given : undefined);
    if (given.is === "one") onPick(given.at);
  };
  const take = (candidate: Minute): void => {
    setText(asField(candidate, zone));
    setRefused(undefined);
    onPick(candidate);
  };
  return (
    <section className={style.pick} aria-labelledby="who-when">
      <h2 id="who-when">{say("who.when")}</h2>
      <div className={style.when}>
        <div className={controls.segments}>
          <Button data-selected={at === undefined || undefined} aria-pressed={at === undefined} onPress={() => { setRefused(undefined); onPick(undefined); }}>
            {say("who.now")}
          </Button>
          <Button data-selected={at !== undefined || undefined} aria-pressed={at !== undefined} onPress={() => { setText(asField(now, zone)); if (at === undefined) onPick(now); }}>
            {say("who.other-time")}
          </Button>
        </div>
        {at === undefined ? null : (
          <label>
            <span className="unseen">{say("who.date-time", { zone: townOf(zone.name) })}</span>
            <input type="datetime-local" value={text} aria-invalid={refused === undefined ? undefined : true} aria-describedby={refused === undefined ? undefined : "who-refused"} onChange={(event) => write(event.target.value)} />
          </label>
        )}
      </div>
      {refused === undefined ? (
        <p className={style.how}>{said}</p>
      ) : (
        <div id="who-refused" role="alert" className={style.refused}>
          <p>{say(refused.is === "none" ? "who.time.none" : "who.time.two", { time: text.slice(11), zone: townOf(zone.name) })}</p>
          <div>
            {refused.candidates.map((candidate) => (
              <Button key={candidate} className={controls.button} onPress={() => take(candidate)}>
                {`${sayDate(candidate, zone.name)}, ${sayTime(candidate, zone.name)} (${sayOffset(candidate, zone.name)})`}
              </Button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
