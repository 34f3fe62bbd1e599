import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { sideOf } from "#core/model/lane.ts";
import type { Party, Role } from "#core/model/party.ts";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./role-mover.module.css";

/** The other parties a role may be moved to; a side nobody stands on yet is offered as well. */
function others(role: Role, parties: readonly Party[]): { readonly party: Party; readonly isNew: boolean }[] {
  const known = parties.filter(({ id }) => id !== role.party).map((party) => ({ party, isNew: false }));
  const missing = (["client", "provider"] as const).filter((side) => !parties.some(({ kind }) => sideOf(kind) === side));
  return [...known, ...missing.map((side) => ({ party: { id: freeId(side, parties), name: say(`understood.new-${side}`), kind: side }, isNew: true }))];
}

const freeId = (wanted: string, parties: readonly Party[]): string => (parties.some(({ id }) => id === wanted) ? freeId(`${wanted}-2`, parties) : wanted);

/** A role by name; pressed, it offers to stand with another party. */
export function RoleMover({ role, parties, onMove }: { readonly role: Role; readonly parties: readonly Party[]; readonly onMove: (role: Role, to: Party, isNew: boolean) => void }) {
  const choices = others(role, parties);
  return (
    <MenuTrigger>
      <Button className={style.role} aria-label={say("understood.move", { role: role.name })}>
        {role.name}
      </Button>
      <Popover className={controls.popover}>
        <Menu
          className={controls.items}
          onAction={(id) => {
            const chosen = choices.find(({ party }) => party.id === id);
            if (chosen) onMove(role, chosen.party, chosen.isNew);
          }}
        >
          {choices.map(({ party }) => (
            <MenuItem key={party.id} id={party.id} textValue={party.name} className={controls.item}>
              <span className={`${controls.party} ${controls[sideOf(party.kind)]}`}>{party.name}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
