import { Eraser } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { z } from "@hono/zod-openapi";
import type { Traces } from "#contract/person.ts";
import { ask, SaidNo } from "../account/asking.ts";
import { SendForm, useSending } from "../account/form.tsx";
import { dayOf } from "../account/moments.ts";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { Said } from "../settings/said.tsx";
import settings from "../settings/settings-page.module.css";
import type { WorkspaceAbout } from "../shell/account.ts";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import style from "./erase-part.module.css";

type Found = z.infer<typeof Traces>;
/** So many entries are listed; the others go with them and are counted. */
const LISTED = 200;

function EraseDialog({ path, found, onDone, onClose }: { readonly path: string; readonly found: Found; readonly onDone: (entries: number, locked: readonly string[]) => void; readonly onClose: () => void }) {
  const sending = useSending();
  const own = found.entries.filter((entry) => entry.own);
  const theirs = found.entries.length - own.length;
  const send = (): void =>
    void sending.send(async () => {
      const { erased, locked } = await ask<{ readonly erased: readonly number[]; readonly locked: readonly string[] }>("POST", `${path}/erase`, { revisions: own.map(({ revision }) => revision) });
      onDone(erased.length, locked);
    });
  return (
    <DialogBox title={say("erase-person.found", { name: found.name })} onClose={onClose}>
      <div className={style.found}>
        <h3>{say("erase-person.draft", { n: found.draft.length })}</h3>
        <ul>
          {found.draft.map(({ name, field }, i) => (
            <li key={i}>
              {name}, {field}
            </li>
          ))}
        </ul>
        {found.beside.length === 0 ? null : (
          <>
            <h3>{say("erase-person.beside")}</h3>
            <ul>
              {found.beside.map(({ kind, n }) => (
                <li key={kind}>{say(`erase-person.beside.${kind}`, { n })}</li>
              ))}
            </ul>
          </>
        )}
        <h3>{say("erase-person.entries", { n: own.length })}</h3>
        <ul>
          {own.slice(0, LISTED).map(({ revision, what, at }) => (
            <li key={revision}>
              {say("erase-person.entry", { revision, what })} <small>{dayOf(at)}</small>
            </li>
          ))}
        </ul>
        {theirs === 0 ? null : <p>{say("erase-person.theirs", { n: theirs })}</p>}
      </div>
      <p>{say("erase-person.why")}</p>
      <SendForm sending={sending} action={say("erase-person.go", { name: found.name })} needed={{}} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>} />
    </DialogBox>
  );
}

/** Takes a person of one's own party out of the matrix and its history; everything that goes is shown first. */
export function ErasePart({ workspace }: { readonly workspace: WorkspaceAbout }) {
  const { store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const [person, setPerson] = useState("");
  const [found, setFound] = useState<Found>();
  const [said, setSaid] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const people = (matrix.people ?? []).filter(({ party }) => workspace.party === null || party === workspace.party);
  const path = `/workspaces/${workspace.id}/people/${encodeURIComponent(person)}`;
  const look = async (): Promise<void> => {
    setTrouble(undefined);
    setSaid(undefined);
    try {
      setFound(await ask<Found>("GET", `${path}/traces`));
    } catch (thrown) {
      setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown));
    }
  };
  return (
    <Part title={say("erase-person.title")} lead={say("erase-person.lead")}>
      {people.length === 0 ? (
        <p className={settings.none}>{say("erase-person.none")}</p>
      ) : (
        <div className={settings.deeds}>
          <select className={style.who} aria-label={say("erase-person.who")} value={person} onChange={({ target }) => setPerson(target.value)}>
            <option value="">{say("erase-person.choose")}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button className={buttons.button} isDisabled={person === ""} onPress={() => void look()}>
            <Eraser aria-hidden />
            {say("erase-person.look")}
          </Button>
        </div>
      )}
      {trouble === undefined ? null : (
        <p role="alert" className={settings.trouble}>
          {trouble}
        </p>
      )}
      <Said words={said} />
      {found ? (
        <EraseDialog
          path={path} found={found} onClose={() => setFound(undefined)}
          onDone={(n, locked) => {
            setSaid([say("erase-person.done", { name: found.name, n }), ...(locked.length > 0 ? [say("erase-person.locked", { rows: locked.map((title) => `“${title}”`).join(", ") })] : [])].join(" "));
            setFound(undefined);
            setPerson("");
          }}
        />
      ) : null}
    </Part>
  );
}
