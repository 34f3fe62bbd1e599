import { ChevronRight, Trash2, Users } from "lucide-react";
import { useId, useState } from "react";
import type { Person } from "#core/model/party.ts";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { Absences, sayAbsence } from "./absences.tsx";
import { ContactList } from "./contact-list.tsx";
import { DutyHours } from "./duty-hours.tsx";
import { sayHours } from "./hours.ts";
import { InlineChoice } from "./inline-choice.tsx";
import { InlineText } from "./inline-text.tsx";
import { ItemFindings } from "./item-findings.tsx";
import { PartyMover } from "./party-mover.tsx";
import type { Surroundings } from "./surroundings.ts";
import style from "./people-page.module.css";
import details from "./person-details.module.css";
import { isZone, ZONES } from "./zones.ts";

/** What of a person's hours and absences is worth seeing at once. */
function summary({ person, humans }: Pick<Surroundings, "humans"> & { readonly person: Person }): string {
  const hours = person.dutyHours ?? [];
  return [
    ...(hours.length > 0 ? [sayHours(hours)] : []),
    ...humans.absencesOf(person.id).filter(({ until }) => until.slice(0, 10) >= today()).map((absence) => `${say("people.away.short", { days: sayAbsence(absence, person) })}${absence.substitute ? `, ${say("people.away.short.by", { name: humans.nameOf(absence.substitute) })}` : ""}`),
  ].join(" · ");
}

/** A human: every role held under any name, how to reach them, and where they would stand in for themselves. */
export function PersonLine({ person, humans, found, pen, sealed, upkeep, onLeave }: Surroundings & { readonly person: Person }) {
  const at = { kind: "person", id: person.id } as const;
  const set = (field: string, word: string, value: string | undefined): void => pen.write([{ do: "set", at, field, value: value ?? null }], say("register.set", { field: word, name: person.name }));
  const roles = humans.rolesOf(person.id);
  const twice = humans.selfBackupsOf(person.id);
  const several = roles.length > 1;
  const [open, setOpen] = useState(false);
  const more = useId();
  const short = summary({ person, humans });
  return (
    <li id={`person-${person.id}`} className={style.person} data-person={person.id}>
      <div className={`${style.wide} ${style.named}`}>
        <button type="button" className={style.fold} aria-expanded={open} aria-controls={more} aria-label={say("people.more", { name: person.name })} title={say("people.more.title")} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden size={15} />
        </button>
        <InlineText label={say("people.person.name", { name: person.name })} value={person.name} mayWrite={pen.mayWrite} required strong onWrite={(name) => pen.write([{ do: "set", at, field: "name", value: name }], say("register.rename", { before: person.name, after: name }))} />
        <PartyMover kind="person" item={person} called={humans.nameOf(person.id)} pen={pen} />
      </div>
      <InlineText
        label={say("people.zone.of", { name: person.name })} value={person.timeZone ?? ""} mayWrite={pen.mayWrite} hint={pen.mayWrite ? say("people.zone") : ""} list={ZONES}
        onWrite={(zone) => (zone !== "" && !isZone(zone) ? say("people.zone.wrong") : set("timeZone", say("people.zone"), zone === "" ? undefined : zone))}
      />
      <div className={style.held} data-several={several || undefined}>
        {several ? (
          <b>
            <Users aria-hidden size={14} />
            {say("people.holds.several", { n: roles.length })}
          </b>
        ) : null}
        {roles.map((role) => (
          <span key={role.id} className={style.pill}>
            {humans.roleName(role.id)}
          </span>
        ))}
        {roles.length === 0 ? <span className={style.missing}>{say("people.holds.none")}</span> : null}
      </div>
      <ContactList person={person} contacts={humans.contactsOf(person.id)} pen={pen} sealed={sealed} upkeep={upkeep} />
      <InlineChoice
        label={say("people.same.of", { name: person.name })} value={person.sameHumanAs} none={say("register.nobody")} mayWrite={pen.mayWrite}
        choices={(pen.document.people ?? []).filter(({ id, sameHumanAs }) => id !== person.id && sameHumanAs === undefined).map(({ id }) => ({ value: id, label: humans.nameOf(id) }))}
        onChoose={(id) => set("sameHumanAs", say("people.same"), id)}
      />
      {pen.mayWrite ? (
        <button type="button" className={style.remove} aria-label={say("register.remove.of", { name: person.name })} onClick={() => onLeave({ kind: "person", id: person.id, name: person.name })}>
          <Trash2 aria-hidden size={15} />
        </button>
      ) : null}
      {twice.map(({ owner, backup, rows }) => (
        <p key={`${owner} ${backup}`} className={style.vague}>
          <SeveritySign severity="warning" size={14} />
          <span>{say("people.self-backup", { owner, backup, n: rows.length, first: rows[0] ?? "" })}</span>
        </p>
      ))}
      {short === "" ? null : <p className={style.short}>{short}</p>}
      <ItemFindings findings={found.get(`person/${person.id}`)} pen={pen} />
      <div id={more} hidden={!open} className={details.details}>
        {open ? (
          <>
            <DutyHours person={person} pen={pen} />
            <Absences person={person} humans={humans} pen={pen} />
          </>
        ) : null}
      </div>
    </li>
  );
}
