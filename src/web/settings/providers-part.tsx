import { Plus } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { SaidNo } from "../account/asking.ts";
import { Part } from "../account/part.tsx";
import { toEntrance } from "../account/way-back.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { ProviderDialog } from "./provider-dialog.tsx";
import { ProviderLine } from "./provider-line.tsx";
import { ProviderRemover } from "./provider-remover.tsx";
import { providersOf, type Provider, type Providers } from "./providers.ts";
import { Said } from "./said.tsx";
import style from "./settings-page.module.css";

type Doing = { readonly at: "rest" | "add" } | { readonly at: "change" | "remove"; readonly item: Provider };

/** Organisations that sign their people in themselves. For owners. */
export function ProvidersPart() {
  const { workspace, store } = useHere();
  const { parties } = useSnapshot(store).document;
  const [all, setAll] = useState<Providers>();
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();
  const [doing, setDoing] = useState<Doing>({ at: "rest" });
  const read = useCallback(async () => {
    try {
      setAll(await providersOf(workspace.id));
      setTrouble(undefined);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setTrouble(thrown.message);
    }
  }, [workspace.id]);
  useEffect(() => void read(), [read]);
  const rest = (): void => setDoing({ at: "rest" });
  const done = (words: string): void => {
    rest();
    setSaid(words);
    void read();
  };
  const theirs = (party: string | null): string | undefined => (party === workspace.party ? undefined : (parties.find(({ id }) => id === party)?.name ?? party ?? say("members.nobody")));
  return (
    <Part title={say("sso.title")} lead={say("sso.lead")}>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {`${say("sso.trouble")}: ${trouble}`}
        </p>
      )}
      <Said words={said} />
      {all === undefined && trouble === undefined ? <p role="status">{say("working.reading")}</p> : null}
      {all?.providers.length === 0 ? <p className={style.none}>{say("sso.none")}</p> : null}
      <ul className={`${style.keys} ${style.providers}`}>
        {all?.providers.map((item) => (
          <ProviderLine key={item.id} workspace={workspace.id} item={item} theirs={theirs(item.party)} onChange={() => setDoing({ at: "change", item })} onRemove={() => setDoing({ at: "remove", item })} onChecked={done} />
        ))}
      </ul>
      {all ? (
        <p className={style.deeds}>
          <Button className={buttons.button} onPress={() => setDoing({ at: "add" })}>
            <Plus aria-hidden />
            {say("sso.add")}
          </Button>
        </p>
      ) : null}
      {all && (doing.at === "add" || doing.at === "change") ? <ProviderDialog workspace={workspace.id} callback={all.callback} {...(doing.at === "change" ? { item: doing.item } : {})} onDone={done} onClose={rest} /> : null}
      {doing.at === "remove" ? <ProviderRemover workspace={workspace.id} item={doing.item} onDone={done} onClose={rest} /> : null}
    </Part>
  );
}
