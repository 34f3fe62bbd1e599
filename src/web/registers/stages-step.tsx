import { useMemo } from "react";
import { say } from "../words.ts";
import { AssumedChoice, AssumedSum } from "./assumed-choice.tsx";
import style from "./guided-build.module.css";
import { placeholders } from "./placeholders.ts";
import { drafted, type StepProps } from "./plan.ts";
import { plannedStages, type SaidStage } from "./plan-stages.ts";

/** The stages of a delivery in order: which there are, who owns each and who accepts what it hands over. */
export function StagesStep({ plan, change }: StepProps) {
  const { parties, work, covers } = plan;
  const document = useMemo(() => drafted({ title: "", about: "", covers, parties, work }, placeholders()), [parties, work, covers]);
  const stages = plannedStages(document, plan.stages);
  const set = (id: string, to: SaidStage): void => change({ stages: { ...plan.stages, [id]: { ...plan.stages[id], ...to } } });
  const there = stages.filter(({ chosen }) => chosen);
  const open = there.reduce((sum, { owner, acceptor }) => sum + [owner, acceptor].filter(({ role, assumed }) => assumed && role !== undefined).length, 0);
  const confirm = (): void => change({ stages: { ...plan.stages, ...Object.fromEntries(there.map(({ stage, owner, acceptor }) => [stage.id, { ...plan.stages[stage.id], owner: owner.role ?? null, acceptor: acceptor.role ?? null }])) } });
  return (
    <>
      <AssumedSum n={open} onConfirm={confirm} />
      <div className={style.named} data-columns="2">
        <div aria-hidden>
          <span>{say("guide.stage")}</span>
          <span>{say("guide.stage.owner")}</span>
          <span>{say("guide.stage.acceptor")}</span>
        </div>
        <ol>
          {stages.map(({ stage, chosen, owner, acceptor, rows }) => (
            <li key={stage.id} data-left={!chosen || undefined}>
              <label>
                <input type="checkbox" checked={chosen} onChange={(event) => set(stage.id, { left: !event.target.checked })} />
                <span>
                  <b>{stage.name}</b>
                  <small>
                    {stage.output}. {say("guide.stage.rows", { n: rows.length })}
                  </small>
                </span>
              </label>
              {chosen ? <AssumedChoice caption={say("guide.stage.owner")} label={say("guide.stage.owner.of", { stage: stage.name })} named={owner} document={document} onSay={(role) => set(stage.id, { owner: role })} /> : null}
              {chosen ? <AssumedChoice caption={say("guide.stage.acceptor")} label={say("guide.stage.acceptor.of", { stage: stage.name })} named={acceptor} document={document} onSay={(role) => set(stage.id, { acceptor: role })} /> : null}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
