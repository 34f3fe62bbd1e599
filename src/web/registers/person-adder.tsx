import { idFrom } from "#core/model/id.ts";
import type { Party, Person } from "#core/model/party.ts";
import buttons from "../parts/controls.module.css";
import { Button } from "react-aria-components";
import { say } from "../words.ts";
import { Adder } from "./adder.tsx";
import { addContact } from "./directory-edits.ts";
import type { Humans } from "./humans.ts";
import { alreadyHere, readNewcomer } from "./namesakes.ts";
import style from "./people-page.module.css";
import type { Pen } from "./use-pen.ts";

/** The line of a person, in sight and with its name ready to be changed. */
export function openPerson(id: string): void {
  const line = document.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);
  line?.scrollIntoView({ block: "center" });
  line?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
}

/** Adds people by name, with an address if one is given; whoever is here already is shown first. */
export function PersonAdder({ party, humans, pen }: { readonly party: Party; readonly humans: Humans; readonly pen: Pen }) {
  const here = (typed: string): readonly Person[] => alreadyHere(pen.document, readNewcomer(typed));
  const add = (typed: string): void => {
    const { name, email } = readNewcomer(typed);
    const id = idFrom(name, new Set((pen.document.people ?? []).map((person) => person.id)));
    pen.write([{ do: "add", kind: "person", item: { id, name, party: party.id } }, ...(email === undefined ? [] : addContact(pen.document, id, { kind: "email", value: email }))], say("register.added", { name }));
  };
  return (
    <Adder
      label={say("people.person.add")}
      hint={say("people.person.hint")}
      blocked={(typed) => here(typed).length > 0}
      onAdd={add}
      said={(typed, clear) =>
        here(typed).map((person) => (
          <p key={person.id} role="status" className={style.here}>
            <span>{say("people.here", { name: humans.nameOf(person.id), party: pen.document.parties.find(({ id }) => id === person.party)?.name ?? person.party, posts: humans.rolesOf(person.id).map((role) => role.name).join(", ") || say("people.holds.none") })}</span>
            <Button className={`${buttons.button} ${buttons.main}`} onPress={() => { clear(); openPerson(person.id); }}>
              {say("people.here.open")}
            </Button>
            <Button className={buttons.button ?? ""} onPress={() => { add(typed); clear(); }}>
              {say("people.here.anyway", { name: readNewcomer(typed).name })}
            </Button>
          </p>
        ))
      }
    />
  );
}
