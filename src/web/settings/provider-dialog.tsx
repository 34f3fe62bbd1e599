import { useState } from "react";
import { Button } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { CopiedLine } from "./copied-line.tsx";
import { addProvider, changeProvider, type Provider } from "./providers.ts";
import style from "./settings-page.module.css";

interface Props {
  readonly workspace: string;
  readonly callback: string;
  /** The one to change; without it a new one is added. */
  readonly item?: Provider;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** What it takes to ask an organisation's own sign-in. Domain and issuer of one stay: another is another provider. */
export function ProviderDialog({ workspace, callback, item, onDone, onClose }: Props) {
  const [name, setName] = useState(item?.name ?? "");
  const [domain, setDomain] = useState(item?.domain ?? "");
  const [issuer, setIssuer] = useState(item?.issuer ?? "");
  const [client, setClient] = useState(item?.client ?? "");
  const [secret, setSecret] = useState("");
  const [silent, setSilent] = useState(item?.silent ?? false);
  const sending = useSending();
  const written = { name: name.trim(), client: client.trim(), silent };
  const send = async (): Promise<void> => {
    const done = await sending.send(() =>
      item
        ? changeProvider(workspace, item.id, { ...written, ...(secret.trim() === "" ? {} : { secret: secret.trim() }) })
        : addProvider(workspace, { ...written, domain: domain.trim(), issuer: issuer.trim(), secret: secret.trim() }),
    );
    if (done) onDone(say(item ? "sso.changed" : "sso.added", { name: written.name }));
  };
  const needed = item ? { name, client } : { name, domain, issuer, client, secret };
  return (
    <DialogBox title={item ? say("sso.change.title", { name: item.name }) : say("sso.new.title")} onClose={onClose}>
      {item ? null : <p className={box.lead}>{say("sso.new.lead")}</p>}
      <SendForm sending={sending} action={say(item ? "sso.change.go" : "sso.new.go")} needed={needed} onSend={() => void send()} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("sso.new.name")} value={name} onChange={setName} sending={sending} why={say("sso.new.name.why")} autoFocus />
        {item ? null : (
          <>
            <Field place="domain" label={say("sso.new.domain")} value={domain} onChange={setDomain} sending={sending} why={say("sso.new.domain.why")} />
            <CopiedLine label={say("sso.new.callback")} text={callback.replace("{domain}", domain.trim().toLowerCase() || "…")} copy={say("sso.new.callback.copy")} />
            <Field place="issuer" label={say("sso.new.issuer")} value={issuer} onChange={setIssuer} sending={sending} why={say("sso.new.issuer.why")} />
          </>
        )}
        <Field place="client" label={say("sso.new.client")} value={client} onChange={setClient} sending={sending} />
        <Field place="secret" label={say("sso.new.secret")} value={secret} onChange={setSecret} sending={sending} type="password" why={say(item ? "sso.new.secret.keep" : "sso.new.secret.why")} />
        <label className={style.tick}>
          <input type="checkbox" checked={silent} onChange={(event) => setSilent(event.target.checked)} />
          <span>
            {say("sso.new.silent")}
            <small>{say("sso.new.silent.why")}</small>
          </span>
        </label>
      </SendForm>
    </DialogBox>
  );
}
