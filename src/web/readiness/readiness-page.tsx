import { Download, Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { blockersOf, type Cause } from "#core/readiness/blockers.ts";
import { isOfProof } from "#core/readiness/facts.ts";
import { readinessOf, type Answered } from "#core/readiness/readiness.ts";
import type { Statement } from "#core/readiness/statements.ts";
import { ConfirmDialog } from "../authority/confirm-dialog.tsx";
import buttons from "../parts/controls.module.css";
import { useProof } from "../proof/use-answer.ts";
import { RegisterFrame } from "../registers/register-frame.tsx";
import { usePen } from "../registers/use-pen.ts";
import { useBeside, useHere } from "../shell/here.ts";
import { saveFile } from "../state/download.ts";
import { say } from "../words.ts";
import { Checked } from "./checked.tsx";
import { OpenLists } from "./open-lists.tsx";
import { usePolicy } from "./use-policy.ts";
import style from "./readiness.module.css";

const PARTS = ["writing", "start"] as const;

/** Whether the draft is ready to be signed, line by line, each leading to its place. */
export function ReadinessPage() {
  const { store } = useHere();
  const pen = usePen(store);
  const { agreement } = useBeside();
  const { verdict, busy } = useProof();
  const [asked, setAsked] = useState<Statement>();
  const { document, findings } = pen;
  const found = useMemo(
    () => readinessOf({ document, findings: findings.filter((one) => !isOfProof(one)), at: Math.floor(Date.now() / 60_000), ...(verdict ? { proof: verdict } : {}), ...(agreement ? { agreement } : {}) }),
    [document, findings, verdict, agreement],
  );
  const policy = usePolicy();
  const blockers = blockersOf(policy, found);
  const save = async (): Promise<void> => {
    const { writeReadiness } = await import("#formats/md/write-readiness.ts");
    saveFile({ bytes: new TextEncoder().encode(writeReadiness(found, policy, document.title)), mediaType: "text/markdown", ending: ".readiness.md" }, document.title);
  };
  return (
    <div className={style.room}>
      <RegisterFrame
        title={say("readiness.title")} lead={say("readiness.lead")} pen={pen}
        tools={
          <div className={style.tools}>
            <Button className={buttons.button ?? ""} onPress={() => void save()}><Download aria-hidden />{say("readiness.save")}</Button>
            <Button className={buttons.button ?? ""} onPress={() => print()}><Printer aria-hidden />{say("readiness.print")}</Button>
          </div>
        }
      >
        <div className={style.page}>
          <section className={style.top} aria-label={say("readiness.standing")}>
            <div className={style.score}>
              <b>{say("readiness.score", { points: found.score.points })}</b>
              <span className={style.bar} aria-hidden><i style={{ inlineSize: `${found.score.points}%` }} /></span>
              <small>{say("readiness.score.how")}</small>
            </div>
            <div className={style.standing}>
              {blockers.length === 0 ? <p className={style.clear}>{say("readiness.clear")}</p> : (
                <ul>
                  {blockers.map(({ cause, weight, says }) => (
                    <li key={cause} data-weight={weight}>
                      <span className={style.mark}>{say(`readiness.${weight}`)}</span>
                      <Button className={buttons.link ?? ""} onPress={() => toList(cause)}>{says}</Button>
                    </li>
                  ))}
                </ul>
              )}
              <small role="status">{verdict === undefined && busy ? say("readiness.proving") : say("readiness.policy")}</small>
            </div>
          </section>
          {PARTS.map((part) => (
            <section key={part} className={style.part} aria-label={say(`readiness.part.${part}`)}>
              <header><h2>{say(`readiness.part.${part}`)}</h2></header>
              <ul>
                {found.answers.filter(({ statement }) => statement.part === part).map((one: Answered) => <Checked key={one.statement.id} answered={one} pen={pen} onConfirm={() => setAsked(one.statement)} />)}
              </ul>
            </section>
          ))}
          <OpenLists open={found.open} />
        </div>
      </RegisterFrame>
      {asked === undefined ? null : <ConfirmDialog statement={asked} pen={pen} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

/** Down to what a reason is about. */
function toList(cause: Cause): void {
  const list = document.getElementById(`open-${cause}`);
  list?.scrollIntoView({ block: "start" });
  list?.focus({ preventScroll: true });
}
