import { Trash2, Waypoints, X } from "lucide-react";
import { useState } from "react";
import { inbox, postFor, vague } from "#core/lint/vague.ts";
import type { Edit } from "#core/model/edit.ts";
import type { Role } from "#core/model/party.ts";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import { InlineChoice } from "./inline-choice.tsx";
import { InlineText } from "./inline-text.tsx";
import { ItemFindings } from "./item-findings.tsx";
import { PartyMover } from "./party-mover.tsx";
import { RotationImporter } from "./rotation-importer.tsx";
import type { Surroundings } from "./surroundings.ts";
import style from "./people-page.module.css";

/** Rules that say of a name what is said here while it is typed. */
const SAID_LIVE = new Set(["vague-role", "role-is-an-inbox"]);

/** A post: its name, its function, who holds it and in how many rows it stands. */
export function RoleLine({ role, rows, humans, found, pen, onLeave }: Surroundings & { readonly role: Role; readonly rows: number }) {
  const [typed, setTyped] = useState<string>();
  const [turn, setTurn] = useState(0);
  const name = typed ?? role.name;
  const at = { kind: "role", id: role.id } as const;
  const rename = (to: string): void => pen.write([{ do: "set", at, field: "name", value: to }], say("register.rename", { before: role.name, after: to }));
  // What was being typed gives way to the name that was offered, or leaving the field would write it after all.
  // Two roles of one name would be the next finding.
  const taken = (post: string): boolean => pen.document.roles.some((other) => other.id !== role.id && other.party === role.party && other.name === post);
  const take = (post: string): void => {
    rename(post);
    setTyped(undefined);
    setTurn(turn + 1);
  };
  const hold = (holders: readonly string[]): void => pen.write([{ do: "set", at, field: "holders", value: holders.length > 0 ? holders : null }], say("register.set", { field: say("people.holders"), name: role.name }));
  // There is one to whom all contractors turn: it passes from whoever was it.
  const coordinate = (is: boolean): void =>
    pen.write(
      [...pen.document.roles.filter((other) => other.coordinator && other.id !== role.id), role].map(({ id }): Edit => ({ do: "set", at: { kind: "role", id }, field: "coordinator", value: is && id === role.id ? true : null })),
      say("register.set", { field: say("people.coordinator"), name: role.name }),
    );
  const holders = role.holders ?? [];
  const people = pen.document.people ?? [];
  const parties = new Map(pen.document.parties.map((party) => [party.id as string, party.name]));
  // Those of the same organisation first: a post is seldom held by somebody else.
  const candidates = people.filter(({ id }) => !holders.includes(id)).toSorted((a, b) => Number(b.party === role.party) - Number(a.party === role.party));
  const unclear = name.trim() !== "" && vague(name);
  return (
    <li id={`role-${role.id}`} className={style.role}>
      <div className={`${style.wide} ${style.named}`}>
        <InlineText key={turn} label={say("people.role.name", { name: role.name })} value={role.name} onWrite={rename} onType={setTyped} mayWrite={pen.mayWrite} required strong />
        {pen.mayWrite ? (
          <button type="button" className={style.coordinates} aria-pressed={role.coordinator === true} aria-label={say("people.coordinator.of", { role: humans.roleName(role.id) })} title={say("people.coordinator.why")} onClick={() => coordinate(role.coordinator !== true)}>
            <Waypoints aria-hidden size={14} />
            {role.coordinator ? say("people.coordinator") : null}
          </button>
        ) : role.coordinator ? (
          <span className={style.coordinates} data-on>
            <Waypoints aria-hidden size={14} />
            {say("people.coordinator")}
          </span>
        ) : null}
        <PartyMover kind="role" item={role} called={humans.roleName(role.id)} pen={pen} />
      </div>
      <InlineText
        label={say("people.function.of", { name: role.name })} value={role.function ?? ""} mayWrite={pen.mayWrite} hint={pen.mayWrite ? say("people.function") : ""}
        onWrite={(text) => pen.write([{ do: "set", at, field: "function", value: text === "" ? null : text }], say("register.set", { field: say("people.function"), name: role.name }))}
      />
      <div className={style.holders}>
        {holders.map((id, i) => {
          const person = humans.nameOf(id);
          const held = humans.rolesOf(id);
          return (
            <span key={id} className={style.holder} title={i === 0 && holders.length > 1 ? say("people.holder.usual") : undefined}>
              {person}
              {held.length > 1 ? (
                <em title={say("people.holds.also", { name: person, n: held.length, roles: held.map((other) => humans.roleName(other.id)).join(", ") })}>{say("people.holds.several", { n: held.length })}</em>
              ) : null}
              {pen.mayWrite ? (
                <button type="button" aria-label={say("people.holder.remove", { role: role.name, name: person })} onClick={() => hold(holders.filter((other) => other !== id))}>
                  <X aria-hidden size={13} />
                </button>
              ) : null}
            </span>
          );
        })}
        {holders.length === 0 && !pen.mayWrite ? <span className={style.missing}>{say("people.holder.none")}</span> : null}
        {pen.mayWrite && candidates.length > 0 ? (
          <span className={style.addHolder}>
            <InlineChoice label={say("people.holder.add", { role: role.name })} value={undefined} none={holders.length === 0 ? `${say("people.holder.none")} +` : "+"} mayWrite choices={candidates.map(({ id, party }) => ({ value: id, label: humans.nameOf(id), group: parties.get(party) ?? party }))} onChoose={(id) => id !== undefined && hold([...holders, id])} />
          </span>
        ) : null}
        {pen.mayWrite ? <RotationImporter role={role} humans={humans} pen={pen} /> : null}
      </div>
      <span className={style.rows}>{say("people.rows.of", { n: rows })}</span>
      {pen.mayWrite ? (
        <button type="button" className={style.remove} aria-label={say("register.remove.of", { name: role.name })} onClick={() => onLeave({ kind: "role", id: role.id, name: role.name })}>
          <Trash2 aria-hidden size={15} />
        </button>
      ) : null}
      {unclear ? <VagueHint name={name.trim()} {...(pen.mayWrite && !taken(postFor(name.trim())) ? { onUse: take } : {})} /> : null}
      <ItemFindings findings={found.get(`role/${role.id}`)?.filter(({ rule }) => !unclear || !SAID_LIVE.has(rule))} pen={pen} />
    </li>
  );
}

/** Said while a name is typed that does not say who, with a post that could be meant. */
export function VagueHint({ name, onUse }: { readonly name: string; readonly onUse?: (name: string) => void }) {
  if (!vague(name)) return null;
  const post = postFor(name);
  return (
    <p className={style.vague} role="status">
      <SeveritySign severity="warning" size={14} />
      <span>
        <Quoted text={`${say(inbox(name) ? "people.vague.inbox" : "people.vague", { name })}, ${say("people.vague.such", { post })}`} />
      </span>
      {onUse ? (
        // Pressed with the mouse, it must not first leave the field and write the vague name.
        <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => onUse(post)}>
          {say("people.vague.use", { name: post })}
        </button>
      ) : null}
    </p>
  );
}
