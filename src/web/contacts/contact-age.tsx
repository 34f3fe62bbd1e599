import { BadgeCheck } from "lucide-react";
import type { Contact } from "#core/model/party.ts";
import { freshnessOf } from "#core/who/stale.ts";
import { sayDay, sayShortDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./upkeep.module.css";

const nowMinute = (): number => Math.floor(Date.now() / 60_000);

/** Whether somebody confirmed this, and when. */
export function ContactAge({ contact }: { readonly contact: Contact }) {
  const { verifiedAt } = contact;
  const fresh = freshnessOf(contact, nowMinute());
  if (verifiedAt === undefined || fresh === "never") return <small className={style.age} data-stale>{say("contact.never")}</small>;
  const day = verifiedAt.slice(0, 10);
  return (
    <small className={style.age} data-stale={fresh === "old" || undefined} title={say(fresh === "old" ? "contact.old" : "contact.verified", { day: sayDay(day) })}>
      {fresh === "fresh" ? <BadgeCheck aria-hidden size={13} /> : null}
      {fresh === "fresh" ? <span className="unseen">{say("contact.verified", { day: "" })}</span> : null}
      {fresh === "fresh" ? sayShortDay(day) : say("contact.old.short", { day: sayShortDay(day) })}
    </small>
  );
}
