import { MailQuestionMark } from "lucide-react";
import { Button } from "react-aria-components";
import type { Party, Person } from "#core/model/party.ts";
import { isStale } from "#core/who/stale.ts";
import buttons from "../parts/controls.module.css";
import type { Humans } from "../registers/humans.ts";
import type { Sealed } from "../registers/surroundings.ts";
import { say } from "../words.ts";
import style from "./upkeep.module.css";
import type { Upkeep } from "./use-upkeep.ts";

interface Props {
  readonly party: Party;
  readonly people: readonly Person[];
  readonly humans: Humans;
  readonly upkeep: Upkeep;
  readonly sealed: Sealed | undefined;
}
const ROUNDS = [30, 90, 180, 365] as const;

/** Of one organisation: whose numbers nobody confirmed lately, and what its people said of theirs. */
export function UpkeepBar({ party, people, humans, upkeep, sealed }: Props) {
  if (!upkeep.mayAsk(party.id)) return null;
  const now = Math.floor(Date.now() / 60_000);
  const reached = people.filter(({ id }) => humans.contactsOf(id).some(({ shared }) => shared !== true));
  const stale = reached.filter(({ id }) => humans.contactsOf(id).some((one) => isStale(one, now)));
  const claims = upkeep.claims.filter(({ person }) => people.some(({ id }) => id === person));
  if (reached.length === 0) return null;
  return (
    <div className={style.bar}>
      <p className={stale.length > 0 ? style.stale : style.fine}>{stale.length > 0 ? say("contact.stale", { n: stale.length }) : say("contact.fresh", { party: party.name })}</p>
      {stale.length === 0 ? null : (
        <Button className={buttons.button} onPress={() => void upkeep.ask(stale.slice(0, 100).map(({ id }) => id))}>
          <MailQuestionMark aria-hidden />
          {say("contact.ask.all", { n: stale.length })}
        </Button>
      )}
      {upkeep.mails ? <Rounds party={party} upkeep={upkeep} /> : null}
      {upkeep.trouble === undefined ? null : <p role="alert" className={style.trouble}>{say("contact.trouble", { why: upkeep.trouble })}</p>}
      {claims.length === 0 ? null : (
        <ul className={style.claims}>
          {claims.map(({ id, person, contact, value }) => {
            const name = humans.nameOf(person);
            const old = humans.contactsOf(person).find((one) => one.id === contact);
            const was = old?.value ?? sealed?.values.get(contact);
            return (
              <li key={id}>
                <span>
                  {say("contact.claim", { name, kind: say(`people.contact.${old?.kind ?? "voice"}`), value })}
                  {was === undefined ? null : <small>{say("contact.claim.was", { was })}</small>}
                </span>
                <Button className={`${buttons.button} ${buttons.main}`} aria-label={say("contact.claim.take.of", { value, name })} onPress={() => void upkeep.settle(id, true).then(() => sealed?.onWritten())}>{say("contact.claim.take")}</Button>
                <Button className={buttons.button} aria-label={say("contact.claim.leave.of", { value, name })} onPress={() => void upkeep.settle(id, false)}>{say("contact.claim.leave")}</Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function Rounds({ party, upkeep }: Pick<Props, "party" | "upkeep">) {
  const every = upkeep.every(party.id);
  const odd = every !== undefined && !ROUNDS.some((days) => days === every);
  return (
    <label className={style.rounds}>
      <span>{say("contact.every")}</span>
      <select aria-label={say("contact.every.of", { party: party.name })} value={every ?? ""} onChange={(event) => void upkeep.schedule(party.id, event.target.value === "" ? null : Number(event.target.value))}>
        <option value="">{say("contact.every.never")}</option>
        {ROUNDS.map((days) => (
          <option key={days} value={days}>{say(`contact.every.${days}`)}</option>
        ))}
        {odd ? <option value={every}>{say("contact.every.days", { days: every })}</option> : null}
      </select>
    </label>
  );
}
