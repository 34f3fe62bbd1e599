import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { SaidNo } from "../account/asking.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { useEntitled } from "../talk/who.ts";
import { say } from "../words.ts";
import { WhatBlocks } from "./what-blocks.tsx";
import { enterContact, nameSignatories, readSignatories, setPolicy, type Signatories } from "./versions.ts";
import style from "./versions.module.css";

/** Who signs for each party, as that party says, and in which order. */
export function SignatoriesPart({ onChange }: { readonly onChange: () => void }) {
  const { workspace, store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const [setup, setSetup] = useState<Signatories>();
  const [trouble, setTrouble] = useState<string>();
  const read = useCallback(async () => setSetup(await readSignatories(workspace.id)), [workspace.id]);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setTrouble(undefined);
    try {
      await work();
      onChange();
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setTrouble(thrown.message);
    } finally {
      await read().catch(() => undefined);
    }
  };
  useEffect(() => {
    read().catch((thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [read]);
  if (!setup) return trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>;
  const { policy } = setup;
  // What is set stands at once: the next choice is made on top of it, not on what the server said before.
  const rule = (next: Signatories["policy"]): void => {
    setSetup({ ...setup, policy: next });
    void act(() => setPolicy(workspace.id, next));
  };
  return (
    <section className={style.part}>
      <h2>{say("versions.signatories")}</h2>
      <p className={style.none}>{say("versions.signatories.lead")}</p>
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      <ul className={style.parties}>
        {matrix.parties.map(({ id, name }) => <OfParty key={id} party={id} name={name} matrix={matrix} setup={setup} act={act} />)}
      </ul>
      <WhatBlocks policy={policy} may={workspace.role === "owner"} onSet={(weights) => rule({ ...policy, weights })} />
      {workspace.role === "owner" ? (
        <label className={style.order}>
          <span>{say("versions.order")}</span>
          <select value={policy.inOrder[0] ?? ""} onChange={({ target }) => rule({ ...policy, inOrder: target.value === "" ? [] : [target.value, ...matrix.parties.map(({ id }) => id as string).filter((id) => id !== target.value)] })}>
            <option value="">{say("versions.order.any")}</option>
            {matrix.parties.map(({ id, name }) => <option key={id} value={id}>{say("versions.order.first", { party: name })}</option>)}
          </select>
        </label>
      ) : null}
    </section>
  );
}

interface OfPartyProps {
  readonly party: string;
  readonly name: string;
  readonly matrix: MatrixDocument;
  readonly setup: Signatories;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}
function OfParty({ party, name, matrix, setup, act }: OfPartyProps) {
  const { workspace } = useHere();
  const { party: own, mayDecide } = useEntitled();
  const chosen = setup.signatories.filter((one) => one.party === party).map(({ person }) => person);
  const people = (matrix.people ?? []).filter((one) => one.party === party);
  const nameOf = (person: string): string => matrix.people?.find(({ id }) => id === person)?.name ?? person;
  const may = setup.nameable.includes(party);
  const mine = party === own && mayDecide;
  const put = (next: readonly string[]) => void act(() => nameSignatories(workspace.id, party, next));
  return (
    <li>
      <b>{name}</b>
      {chosen.length === 0 ? <span className={style.none}>{say("versions.signatories.nobody")}</span> : null}
      <ul>
        {chosen.map((person) => (
          <li key={person}>
            <span>{nameOf(person)}</span>
            {mine && setup.mails ? <Codes person={person} name={nameOf(person)} address={setup.contacts.find((one) => one.person === person)?.address} act={act} /> : null}
            {may ? <Button className={`${buttons.button} ${buttons.quiet}`} aria-label={say("versions.signatories.remove.of", { name: nameOf(person) })} onPress={() => put(chosen.filter((one) => one !== person))}>{say("versions.signatories.remove")}</Button> : null}
          </li>
        ))}
      </ul>
      {may && people.some(({ id }) => !chosen.includes(id)) ? (
        <select aria-label={say("versions.signatories.add.of", { party: name })} value="" onChange={({ target }) => target.value !== "" && put([...chosen, target.value])}>
          <option value="">{say("versions.signatories.add")}</option>
          {people.filter(({ id }) => !chosen.includes(id)).map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
        </select>
      ) : null}
    </li>
  );
}

function Codes({ person, name, address, act }: { readonly person: string; readonly name: string; readonly address: string | undefined; readonly act: OfPartyProps["act"] }) {
  const { workspace } = useHere();
  const [typed, setTyped] = useState<string>();
  if (typed === undefined)
    return <Button className={buttons.link} {...(address === undefined ? { "aria-label": say("versions.codes.for", { name }) } : {})} onPress={() => setTyped(address ?? "")}>{address === undefined ? say("versions.codes") : say("versions.codes.to", { address })}</Button>;
  return (
    <form
      className={style.codes}
      onSubmit={(event) => {
        event.preventDefault();
        setTyped(undefined);
        void act(() => enterContact(workspace.id, person, typed.trim() === "" ? null : typed.trim()));
      }}
    >
      <input type="email" autoFocus aria-label={say("versions.codes.of", { name })} placeholder={say("versions.codes.hint")} value={typed} onChange={({ target }) => setTyped(target.value)} />
      <Button type="submit" className={buttons.button}>{say("versions.codes.keep")}</Button>
    </form>
  );
}
