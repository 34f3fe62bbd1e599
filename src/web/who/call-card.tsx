import { PhoneOff } from "lucide-react";
import { Button } from "react-aria-components";
import { minuteOf } from "#core/time/minute.ts";
import type { Answer, Callee } from "#core/who/answer.ts";
import buttons from "../parts/controls.module.css";
import { sayTime, readerZone } from "../proof/say-time.ts";
import { say } from "../words.ts";
import { Methods } from "./methods.tsx";
import style from "./who-page.module.css";

interface Props {
  readonly answer: Answer;
  readonly nameOf: (person: string) => string;
  readonly onAway: (person: string) => void;
}

/** The one big answer: whom to call now, and whom if they do not answer. */
export function CallCard({ answer, nameOf, onAway }: Props) {
  const { contact, backup, at, gaps } = answer;
  if (contact === null)
    return (
      <section className={style.call} data-nobody aria-label={say("who.call")}>
        <h2>{say("who.nobody")}</h2>
        <p className={style.as}>{say("who.nobody.why")}</p>
      </section>
    );
  const last = gaps.some(({ code }) => code === "nobody-reachable");
  return (
    <section className={style.call} data-nobody={last || undefined} aria-label={say("who.call")}>
      <p className={style.lead}>{say(last ? "who.last-resort" : minuteOf(contact.from) > minuteOf(at) ? "who.call.later" : "who.call.first", { time: sayTime(minuteOf(contact.from), readerZone()) })}</p>
      <h2>{contact.name}</h2>
      <p className={style.as}>{asWhom(contact, nameOf)}</p>
      <Methods name={contact.name} methods={contact.methods} large />
      <div className={style.away}>
        <Button className={buttons.button} onPress={() => onAway(contact.person)}>
          <PhoneOff aria-hidden />
          {say("who.away", { name: contact.name })}
        </Button>
      </div>
      <div className={style.backup}>
        {backup === null ? <p className={style.unreached}>{say("who.no-backup")}</p> : (
          <>
            <p className={style.lead}>{say(last ? "who.or" : "who.then", { time: sayTime(minuteOf(backup.from), readerZone()) })}</p>
            <h3>{backup.name}</h3>
            <p className={style.as}>{asWhom(backup, nameOf)}</p>
            <Methods name={backup.name} methods={backup.methods} />
          </>
        )}
      </div>
    </section>
  );
}

function asWhom({ roleName, party, insteadOf }: Callee, nameOf: Props["nameOf"]): string {
  const as = roleName === undefined ? party : say("who.as", { role: roleName, party });
  return insteadOf === undefined ? as : `${as} · ${say("who.instead", { name: nameOf(insteadOf) })}`;
}
