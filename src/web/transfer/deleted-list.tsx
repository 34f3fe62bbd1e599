import { ArchiveRestore, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { SaidNo } from "../account/asking.ts";
import { dayOf } from "../account/moments.ts";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import settings from "../settings/settings-page.module.css";
import { sayDone, sayDoneThere } from "../shell/done.ts";
import { say } from "../words.ts";
import { deletedWorkspaces, removeForGood, restore, type DeletedWorkspace } from "./transfer.ts";
import style from "./transfer.module.css";

const plain = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();

function GoneDialog({ workspace: { id, name }, onGone, onClose }: { readonly workspace: DeletedWorkspace; readonly onGone: () => void; readonly onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const sending = useSending();
  const send = (): void => {
    if (plain(typed) !== plain(name)) return sending.refuse("name", say("settings.delete.odd"));
    void sending.send(() => removeForGood(id, typed)).then((done) => done && onGone());
  };
  return (
    <DialogBox title={say("deleted.remove.ask", { workspace: name })} onClose={onClose}>
      <p>{say("deleted.remove.why")}</p>
      <SendForm sending={sending} action={say("deleted.remove.go")} needed={{ name: typed }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("settings.delete.type", { workspace: name })} value={typed} onChange={setTyped} sending={sending} autoFocus />
      </SendForm>
    </DialogBox>
  );
}

/** What one deleted and can still bring back. Nothing where there is nothing. */
export function DeletedList() {
  const [all, setAll] = useState<readonly DeletedWorkspace[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [removing, setRemoving] = useState<DeletedWorkspace>();
  const read = (): void => void deletedWorkspaces().then(({ workspaces }) => setAll(workspaces), (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  useEffect(read, []);
  const back = async ({ id, name }: DeletedWorkspace): Promise<void> => {
    try {
      await restore(id);
      sayDoneThere(say("deleted.restored", { workspace: name }));
      location.assign(`/w/${id}/matrix`);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setTrouble(thrown.message);
      read();
    }
  };
  if (all.length === 0 && trouble === undefined) return null;
  return (
    <section className={style.deleted} aria-label={say("deleted.title")}>
      <h2>{say("deleted.title")}</h2>
      <p>{say("deleted.lead")}</p>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {trouble}
        </p>
      )}
      <ul>
        {all.map((workspace) => (
          <li key={workspace.id}>
            <div>
              <b>{workspace.name}</b>
              <span>{say(workspace.by === null ? "deleted.goes" : "deleted.goes.by", { day: dayOf(workspace.goes), by: workspace.by ?? "" })}</span>
            </div>
            <Button className={buttons.button} aria-label={say("deleted.restore.of", { workspace: workspace.name })} onPress={() => void back(workspace)}>
              <ArchiveRestore aria-hidden />
              {say("deleted.restore")}
            </Button>
            <Button className={`${buttons.button} ${settings.grave}`} aria-label={say("deleted.remove.of", { workspace: workspace.name })} onPress={() => setRemoving(workspace)}>
              <Trash2 aria-hidden />
              {say("deleted.remove")}
            </Button>
          </li>
        ))}
      </ul>
      {removing ? (
        <GoneDialog
          workspace={removing}
          onClose={() => setRemoving(undefined)}
          onGone={() => {
            sayDone(say("deleted.removed", { workspace: removing.name }));
            setRemoving(undefined);
            read();
          }}
        />
      ) : null}
    </section>
  );
}
