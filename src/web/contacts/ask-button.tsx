import { MailQuestionMark } from "lucide-react";
import type { Contact, Person } from "#core/model/party.ts";
import { isStale } from "#core/who/stale.ts";
import { sayShortDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./upkeep.module.css";
import type { Upkeep } from "./use-upkeep.ts";

/** Asks one person. Where all is verified it keeps to the background. */
export function AskButton({ person, contacts, upkeep }: { readonly person: Person; readonly contacts: readonly Contact[]; readonly upkeep: Upkeep }) {
  const stale = contacts.some((one) => isStale(one, Math.floor(Date.now() / 60_000)));
  const last = upkeep.latest(person.id);
  const open = last !== undefined && last.answered === null && !last.ended && last.until !== null && Date.parse(last.until) > Date.now();
  const words = open ? say("contact.asked", { day: sayShortDay(last.made.slice(0, 10)) }) : say("contact.ask");
  return (
    <button type="button" className={style.ask} data-quiet={!stale || open || undefined} aria-label={say("contact.ask.of", { words, name: person.name })} title={say("contact.ask.what")} onClick={() => void upkeep.ask([person.id])}>
      <MailQuestionMark aria-hidden size={13} />
      {words}
    </button>
  );
}
