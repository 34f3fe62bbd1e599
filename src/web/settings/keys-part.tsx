import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { KeyDialog } from "./key-dialog.tsx";
import { KeyLine } from "./key-line.tsx";
import { standingOf, type Key, type MadeKey } from "./keys.ts";
import { NewKey } from "./new-key.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { Said } from "./said.tsx";
import style from "./settings-page.module.css";
import { useKeys } from "./use-keys.ts";

/** Keys with which programs read and edit this workspace. @param mayEdit whether one may make keys that edit. */
export function KeysPart({ mayEdit }: { readonly mayEdit: boolean }) {
  const { me, workspace } = useHere();
  const { found: keys, names, trouble, more, read, readMore } = useKeys(workspace.id, me.account);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey & { readonly name: string }>();
  const [revoking, setRevoking] = useState<Key>();
  const [said, setSaid] = useState<string>();
  const now = Date.now();
  const line = (key: Key) => {
    const standing = standingOf(key, now);
    const name = names.get(key.account);
    const owner = key.account === me.account ? undefined : name === undefined ? say("api-key.for.somebody") : say("api-key.for", { name });
    return <KeyLine key={key.id} item={key} standing={standing} owner={owner} {...(standing === "open" ? { onRevoke: () => setRevoking(key) } : {})} />;
  };
  const open = (keys ?? []).filter((key) => standingOf(key, now) === "open");
  const ended = (keys ?? []).filter((key) => standingOf(key, now) !== "open");
  return (
    <Part title={say("api-key.title")} lead={say("api-key.lead")}>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {`${say("api-key.trouble")}: ${trouble}`}
        </p>
      )}
      <Said words={said} />
      {made ? <NewKey key={made.id} made={made} workspace={workspace.id} onKept={() => setMade(undefined)} /> : null}
      {keys === undefined && trouble === undefined ? <p role="status">{say("working.reading")}</p> : null}
      {keys && open.length === 0 ? <p className={style.none}>{say(ended.length === 0 ? "api-key.none" : "api-key.none-open")}</p> : <ul className={style.keys}>{open.map(line)}</ul>}
      {ended.length === 0 ? null : (
        <details className={style.ended}>
          <summary>{say("api-key.ended", { n: ended.length })}</summary>
          <ul className={style.keys}>{ended.map(line)}</ul>
        </details>
      )}
      {more ? (
        <p>
          <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => void readMore()}>
            {say("api-key.more")}
          </Button>
        </p>
      ) : null}
      <p className={style.deeds}>
        <Button className={buttons.button} onPress={() => setMaking(true)}>
          <KeyRound aria-hidden />
          {say("api-key.open")}
        </Button>
        {/* Beside the page: a key that is shown just now would be lost. */}
        <a href="/api/reference" target="_blank" rel="noreferrer">
          {say("api-key.reference")}
        </a>
      </p>
      {making ? (
        <KeyDialog
          workspace={workspace.id} role={workspace.role} mayEdit={mayEdit} onClose={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false);
            setSaid(undefined);
            setMade(key);
            void read();
          }}
        />
      ) : null}
      {revoking ? (
        <RevokeDialog
          workspace={workspace.id} item={revoking} onClose={() => setRevoking(undefined)}
          onDone={() => {
            setRevoking(undefined);
            setSaid(say("api-key.revoke.done", { name: revoking.name }));
            if (made?.id === revoking.id) setMade(undefined);
            void read();
          }}
        />
      ) : null}
    </Part>
  );
}
