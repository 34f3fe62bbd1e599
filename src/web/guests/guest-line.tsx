import { Button } from "react-aria-components";
import { dayOf, momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./guests-part.module.css";
import type { Guest } from "./visits.ts";

/** One guest: who, what for, until when, and when they were here last. */
export function GuestLine({ guest: { name, email, purpose, maker, made, until, lastUsed, state, mayEnd }, party, onEnd }: { readonly guest: Guest; readonly party: string | null; readonly onEnd: () => void }) {
  const may = say(`guests.${purpose}`);
  const open = state === "open";
  const day = dayOf(open ? until : made);
  const asked = maker === null ? say(open ? "guests.until.nobody" : "guests.was.nobody", { day }) : say(open ? "guests.until" : "guests.was", { day, maker });
  return (
    <li className={style.line}>
      <div>
        <b>
          {name}
          {open ? null : <i>{say(`guests.${state}`)}</i>}
        </b>
        <span>{[party === null ? may : say("guests.for", { purpose: may, party }), ...(email === null ? [] : [email])].join(" · ")}</span>
        <small>{[asked, ...(lastUsed === null ? (open ? [say("guests.never")] : []) : [say("guests.seen", { when: momentOf(lastUsed) })])].join("; ")}</small>
      </div>
      {mayEnd && state !== "revoked" ? (
        <Button className={buttons.button} aria-label={say("guests.end.of", { name })} onPress={onEnd}>
          {say("guests.end")}
        </Button>
      ) : null}
    </li>
  );
}
