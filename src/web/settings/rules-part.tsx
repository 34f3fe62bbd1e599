import { ShieldCheck } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { SaidNo } from "../account/asking.ts";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { dayOf } from "../account/moments.ts";
import { Part } from "../account/part.tsx";
import { toEntrance } from "../account/way-back.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { DemandDialog } from "./demand-dialog.tsx";
import { Said } from "./said.tsx";
import style from "./settings-page.module.css";
import { demand, domainsIn, lift, lookAt, rulesOf, type Look, type Rules } from "./sign-in-rules.ts";

/** What is demanded of everybody's sign-in. For owners. */
export function RulesPart() {
  const { workspace, store } = useHere();
  const { parties } = useSnapshot(store).document;
  const [all, setAll] = useState<Rules>();
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();
  const [domains, setDomains] = useState("");
  const sending = useSending();
  const read = useCallback(async () => {
    try {
      const rules = await rulesOf(workspace.id);
      setAll(rules);
      setDomains(rules.rules.find(({ party }) => party === workspace.party)?.domains.join(", ") ?? "");
      setTrouble(undefined);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setTrouble(thrown.message);
    }
  }, [workspace.id, workspace.party]);
  useEffect(() => void read(), [read]);
  const mine = all?.rules.find(({ party }) => party === workspace.party);
  const nameOf = (party: string | null): string => parties.find(({ id }) => id === party)?.name ?? party ?? say("members.nobody");
  const [sure, setSure] = useState<Look>();
  const change = async (work: () => Promise<void>, words?: string): Promise<void> => {
    setSaid(undefined);
    // The server counts the domains; here they stand in one field.
    const done = await sending.send(() =>
      work().catch((thrown: unknown) => {
        if (thrown instanceof SaidNo) throw new SaidNo(thrown.status, thrown.problems[0]?.message ?? thrown.message, thrown.code);
        throw thrown;
      }),
    );
    if (!done) return;
    if (words === undefined) return;
    setSaid(words);
    await read();
  };
  return (
    <Part title={say("rules.title")} lead={say("rules.lead")}>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {`${say("rules.trouble")}: ${trouble}`}
        </p>
      )}
      <Said words={said} />
      {all === undefined && trouble === undefined ? <p role="status">{say("working.reading")}</p> : null}
      {all?.rules.length === 0 ? <p className={style.none}>{say("rules.off")}</p> : null}
      {all?.rules.map(({ party, domains, since }) => (
        <p key={party ?? ""} className={style.rule}>
          <ShieldCheck aria-hidden size={16} />
          <span>
            {party === workspace.party ? say("rules.mine", { day: dayOf(since) }) : say("rules.theirs", { party: nameOf(party), day: dayOf(since) })}
            {domains.length === 0 ? "" : ` ${say("rules.trusted", { domains: domains.join(", ") })}`}
          </span>
        </p>
      ))}
      {all && !mine && !all.shown ? (
        <>
          <p>{say("rules.first")}</p>
          <p className={style.deeds}>
            <a className={buttons.button} href={`/account?${new URLSearchParams({ back: location.pathname })}`}>
              {say("rules.first.go")}
            </a>
          </p>
        </>
      ) : null}
      {all && (mine || all.shown) ? (
        <SendForm
          sending={sending} action={say(mine ? "rules.save" : "rules.demand")} needed={{}}
          onSend={() => void change(async () => setSure(await lookAt(workspace.id, domainsIn(domains))))}
          beside={
            mine ? (
              <Button className={buttons.button} onPress={() => void change(() => lift(workspace.id), say("rules.lifted"))}>
                {say("rules.lift")}
              </Button>
            ) : null
          }
        >
          <Field place="domains" label={say("rules.domains")} value={domains} onChange={setDomains} sending={sending} why={say("rules.domains.why")} />
        </SendForm>
      ) : null}
      {sure ? (
        <DemandDialog
          look={sure} nameOf={nameOf} onDemand={() => demand(workspace.id, domainsIn(domains))} onClose={() => setSure(undefined)}
          onDone={() => {
            setSure(undefined);
            setSaid(say(mine ? "rules.saved" : "rules.done"));
            void read();
          }}
        />
      ) : null}
    </Part>
  );
}
