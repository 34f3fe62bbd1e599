import { Search } from "lucide-react";
import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { CopiedLine } from "./copied-line.tsx";
import { checkProvider, type Provider } from "./providers.ts";
import style from "./settings-page.module.css";

interface Props {
  readonly workspace: string;
  readonly item: Provider;
  /** The party that looks after it, where that is not one's own. */
  readonly theirs: string | undefined;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onChecked: (said: string) => void;
}

/** One provider: whom it serves, or what proves its domain. */
export function ProviderLine({ workspace, item, theirs, onChange, onRemove, onChecked }: Props) {
  const { name, domain, issuer, client, provedBy } = item;
  return (
    <li>
      <div>
        <b>
          {name}
          {provedBy === null ? null : <i>{say(`sso.proved.${provedBy}`)}</i>}
        </b>
        <span>{say(provedBy === null ? "sso.unproved" : "sso.proved", { domain })}</span>
        <small>{say("sso.about", { issuer, client })}</small>
        {theirs === undefined ? null : <small>{say("sso.others", { party: theirs })}</small>}
      </div>
      {theirs === undefined ? (
        <p className={style.deeds}>
          <Button className={buttons.button} aria-label={say("sso.change.of", { name })} onPress={onChange}>
            {say("sso.change")}
          </Button>
          <Button className={buttons.button} aria-label={say("sso.remove.of", { name })} onPress={onRemove}>
            {say("sso.remove")}
          </Button>
        </p>
      ) : null}
      {provedBy === null && theirs === undefined ? <Proving workspace={workspace} item={item} onChecked={onChecked} /> : null}
    </li>
  );
}

function Proving({ workspace, item: { id, name, domain, record }, onChecked }: Pick<Props, "workspace" | "item" | "onChecked">) {
  const sending = useSending();
  const [before, after] = say("sso.record.lead", { command: "\u0000" }).split("\u0000");
  const check = (): void => void sending.send(() => checkProvider(workspace, id)).then((done) => done && onChecked(say("sso.checked", { domain, name })));
  return (
    <div className={style.proving}>
      <p>
        {before}
        <code>{`./remit trust-domain ${domain}`}</code>
        {after}
      </p>
      <CopiedLine label={say("sso.record.name")} text={record.name} copy={say("sso.record.copy")} />
      <CopiedLine label={say("sso.record.value")} text={record.value} copy={say("sso.record.copy")} />
      <SendForm sending={sending} action={say("sso.check")} icon={<Search aria-hidden />} needed={{}} onSend={check} />
    </div>
  );
}
