import { Trash2 } from "lucide-react";
import { useId } from "react";
import { idFrom } from "#core/model/id.ts";
import { sideOf } from "#core/model/lane.ts";
import type { Party, Person, Role } from "#core/model/party.ts";
import { UpkeepBar } from "../contacts/upkeep-bar.tsx";
import { say } from "../words.ts";
import { Adder } from "./adder.tsx";
import { InlineChoice } from "./inline-choice.tsx";
import { InlineText } from "./inline-text.tsx";
import { ItemFindings } from "./item-findings.tsx";
import { partyKinds } from "./party-kinds.ts";
import style from "./people-page.module.css";
import { PersonAdder } from "./person-adder.tsx";
import { PersonLine } from "./person-line.tsx";
import { RoleLine, VagueHint } from "./role-line.tsx";
import type { Surroundings } from "./surroundings.ts";

interface Props extends Surroundings {
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly people: readonly Person[];
  /** Only what fits a search is shown. */
  readonly searching: boolean;
}

/** One organisation: its name and kind, its roles, its people. */
export function PartySection({ party, roles, people, searching, ...around }: Props) {
  const { pen, found, onLeave } = around;
  const heading = useId();
  if (searching && roles.length + people.length === 0) return null;
  return (
    <section className={style.party} data-side={sideOf(party.kind)} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          <span className="unseen">{party.name}</span>
          <InlineText
            label={say("people.party.name-of", { name: party.name })} value={party.name} mayWrite={pen.mayWrite} required strong
            onWrite={(name) => pen.write([{ do: "set", at: { kind: "party", id: party.id }, field: "name", value: name }], say("register.rename", { before: party.name, after: name }))}
          />
        </h2>
        <span className={style.kind}>
          <InlineChoice
            label={say("people.party.kind", { name: party.name })} value={party.kind} choices={partyKinds()} mayWrite={pen.mayWrite}
            onChoose={(kind) => pen.write([{ do: "set", at: { kind: "party", id: party.id }, field: "kind", value: kind }], say("register.set", { field: say("people.party.kind", { name: party.name }), name: party.name }))}
          />
        </span>
        <span className={style.count}>{say("people.count", { roles: roles.length, people: people.length })}</span>
        {pen.mayWrite ? (
          <button type="button" className={style.remove} aria-label={say("register.remove.of", { name: party.name })} onClick={() => onLeave({ kind: "party", id: party.id, name: party.name })}>
            <Trash2 aria-hidden size={15} />
          </button>
        ) : null}
      </header>
      <ItemFindings findings={found.get(`party/${party.id}`)} pen={pen} />
      {around.upkeep ? <UpkeepBar party={party} people={people} humans={around.humans} upkeep={around.upkeep} sealed={around.sealed} /> : null}
      <RoleList party={party} roles={roles} searching={searching} {...around} />
      <PersonList party={party} people={people} searching={searching} {...around} />
    </section>
  );
}

function RoleList({ party, roles, searching, ...around }: Omit<Props, "people">) {
  const { pen, humans } = around;
  const title = useId();
  if (searching && roles.length === 0) return null;
  return (
    <div className={style.block}>
      <div className={style.roleHead}>
        <h3 id={title}>{say("people.roles")}</h3>
        <span aria-hidden>{say("people.function")}</span>
        <span aria-hidden>{say("people.holders")}</span>
        <span aria-hidden>{say("people.rows")}</span>
      </div>
      {roles.length === 0 ? <p className={style.none}>{say("people.role.none", { party: party.name })}</p> : null}
      <ul aria-labelledby={title}>
        {roles.map((role) => (
          <RoleLine key={role.id} role={role} rows={humans.rowsOf(role.id)} {...around} />
        ))}
      </ul>
      {pen.mayWrite && !searching ? (
        <Adder
          label={say("people.role.add")}
          hint={say("people.role.hint")}
          onAdd={(name) => pen.write([{ do: "add", kind: "role", item: { id: idFrom(name, new Set(pen.document.roles.map(({ id }) => id))), name, party: party.id } }], say("register.added", { name }))}
          said={(name) => <VagueHint name={name} />}
        />
      ) : null}
    </div>
  );
}

function PersonList({ party, people, searching, ...around }: Omit<Props, "roles">) {
  const { pen } = around;
  const title = useId();
  if (searching && people.length === 0) return null;
  return (
    <div className={style.block}>
      <div className={style.personHead}>
        <h3 id={title}>{say("people.people")}</h3>
        <span aria-hidden>{say("people.zone")}</span>
        <span aria-hidden>{say("people.holds")}</span>
        <span aria-hidden>{say("people.contacts")}</span>
        <span aria-hidden>{say("people.same")}</span>
      </div>
      {people.length === 0 ? <p className={style.none}>{say("people.person.none", { party: party.name })}</p> : null}
      <ul aria-labelledby={title}>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} {...around} />
        ))}
      </ul>
      {pen.mayWrite && !searching ? (
        <PersonAdder party={party} humans={around.humans} pen={pen} />
      ) : null}
    </div>
  );
}
