import { minuteOf, type Minute } from "#core/time/minute.ts";
import type { Verb } from "#core/model/decision.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Answer, Decider } from "#core/who/answer.ts";
import { Quoted } from "../parts/quoted.tsx";
import { readerZone, sayTime } from "../proof/say-time.ts";
import { say } from "../words.ts";
import { Methods } from "./methods.tsx";
import { inWords } from "./in-words.ts";
import style from "./who-page.module.css";

/** Who may decide what, with the limits and what it obliges them to. */
export function DecideList({ answer, nameOf, when }: { readonly answer: Answer; readonly nameOf: (person: string) => string; readonly when: (at: Minute) => string }) {
  const verbs = Object.entries(answer.decide) as [Verb, readonly Decider[]][];
  if (verbs.length === 0) return null;
  const at = minuteOf(answer.at);
  return (
    <section className={style.part} aria-labelledby="who-decides">
      <h2 id="who-decides">{say("who.decide")}</h2>
      <ul className={style.verbs}>
        {verbs.map(([verb, deciders]) => (
          <li key={verb}>
            <h3>{capital(VERB_WORDS[verb])}</h3>
            {answer.gaps.filter((gap) => gap.verb === verb).map(({ says }) => (
              <p key={says} className={style.gapLine}>
                <Quoted text={inWords(says, (utc) => when(minuteOf(utc)))} />
              </p>
            ))}
            <ul>
              {grouped(deciders).map((group) => (
                <DeciderLine key={`${group[0]?.under} ${group[0]?.person}`} group={group} at={at} nameOf={nameOf} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** People with the very same right on the very same terms stand in one line. */
function grouped(deciders: readonly Decider[]): readonly (readonly Decider[])[] {
  return [...Map.groupBy(deciders, ({ under, by, from, mode, insteadOf }) => [under, by, from, mode, insteadOf].join()).values()];
}

function DeciderLine({ group, at, nameOf }: { readonly group: readonly Decider[]; readonly at: Minute; readonly nameOf: (person: string) => string }) {
  const [first] = group;
  if (first === undefined) return null;
  const { by, from, mode, needed, insteadOf, limits, obligations } = first;
  const how = [
    minuteOf(from) > at ? say("who.from", { time: sayTime(minuteOf(from), readerZone()) }) : "",
    by === "pre-authorisation" ? say("who.pre-authorised") : by === "delegation" ? say(mode === "sole" ? "who.delegated" : "who.delegated.voice", { name: nameOf(insteadOf ?? "") }) : "",
    mode === "n-of-m" ? say("who.together", { n: needed ?? 1 }) : mode === "one-per-party" ? say("who.each-party") : "",
    limits ?? "",
  ].filter(Boolean);
  return (
    <li data-by={by}>
      {group.map(({ person, name, party, methods }) => (
        <div key={person} className={style.decider}>
          <p>
            <b>{name}</b> <span>{party}</span>
          </p>
          <Methods name={name} methods={methods.slice(0, 2)} />
        </div>
      ))}
      {how.length > 0 ? <p className={style.how}>{how.join(" · ")}</p> : null}
      {obligations === undefined ? null : (
        <ul className={style.obligations} aria-label={say("who.obliges")}>
          {obligations.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
