import type { Person, Role } from "#core/model/party.ts";
import { say } from "../words.ts";
import { InlineChoice } from "./inline-choice.tsx";
import style from "./people-page.module.css";
import type { Pen } from "./use-pen.ts";

/** The organisation somebody stands with; another one takes them over with all their letters. */
export function PartyMover({ kind, item, called, pen }: { readonly kind: "role" | "person"; readonly item: Role | Person; readonly called: string; readonly pen: Pen }) {
  const { parties } = pen.document;
  if (!pen.mayWrite || parties.length < 2) return null;
  const move = (to: string | undefined): void => {
    const party = parties.find(({ id }) => id === to);
    if (!party || party.id === item.party) return;
    const what = say("people.moved", { name: called, party: party.name });
    pen.write([{ do: "set", at: { kind, id: item.id }, field: "party", value: party.id }], what, what);
  };
  return (
    <span className={style.mover}>
      <InlineChoice label={say("people.move.of", { name: called })} value={item.party} choices={parties.map(({ id, name }) => ({ value: id, label: name }))} onChoose={move} mayWrite />
    </span>
  );
}
