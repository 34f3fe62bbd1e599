import { useId, type ReactNode } from "react";
import type { Party } from "#core/model/party.ts";
import { sideOf } from "#core/model/lane.ts";
import { say } from "../words.ts";
import style from "./members-page.module.css";

/** The members who speak for one party; without one, those who speak for nobody yet. */
export function PartyMembers({ party, theirs, children }: { readonly party: Party | undefined; /** Its own owners alone look after it. */ readonly theirs: boolean; readonly children: readonly ReactNode[] }) {
  const heading = useId();
  return (
    <section className={style.party} data-side={party ? sideOf(party.kind) : undefined} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{party?.name ?? say("members.nobody")}</h2>
        {party ? <span className={style.kind}>{say(`party.${party.kind}`)}</span> : null}
        <span className={style.count}>{say("members.count", { n: children.length })}</span>
      </header>
      {party ? theirs ? <p className={style.note}>{say("members.their-side", { party: party.name })}</p> : null : <p className={style.note}>{say("members.nobody.why")}</p>}
      {children.length === 0 && party ? <p className={style.note}>{say("members.none-of", { party: party.name })}</p> : <ul>{children}</ul>}
    </section>
  );
}
