import { useMemo } from "react";
import { say } from "../words.ts";
import { AssumedChoice, AssumedSum } from "./assumed-choice.tsx";
import type { Named } from "./assumed.ts";
import style from "./guided-build.module.css";
import { placeholders } from "./placeholders.ts";
import { plannedApprovals } from "./plan-approvals.ts";
import { plannedDecisions } from "./plan-decisions.ts";
import { inStages } from "./plan-stages.ts";
import { drafted, type StepProps } from "./plan.ts";

const useDrafted = ({ covers, parties, work }: StepProps["plan"]) => useMemo(() => drafted({ title: "", about: "", covers, parties, work }, placeholders()), [covers, parties, work]);
const onlyAssumed = ({ role, assumed }: Named): boolean => assumed && role !== undefined;

/** Who may decide what. */
export function DecisionsStep({ plan, change }: StepProps) {
  const document = useDrafted(plan);
  const decisions = plannedDecisions(document, inStages(plan), plan.decisions);
  if (decisions.length === 0) return <p className={style.none}>{say("guide.decisions.none")}</p>;
  return (
    <>
      <AssumedSum n={decisions.filter(({ holder }) => onlyAssumed(holder)).length} onConfirm={() => change({ decisions: { ...plan.decisions, ...Object.fromEntries(decisions.map(({ verb, holder }) => [verb, holder.role ?? null])) } })} />
      <div className={style.named}>
        <div aria-hidden>
          <span>{say("guide.decision")}</span>
          <span>{say("guide.decision.by")}</span>
        </div>
        <ul>
          {decisions.map(({ verb, title, holder }) => (
            <li key={verb}>
              <b>{title}</b>
              <AssumedChoice label={say("guide.decision.of", { decision: title })} named={holder} document={document} onSay={(role) => change({ decisions: { ...plan.decisions, [verb]: role } })} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Who approves what needs approval. */
export function ApprovalsStep({ plan, change }: StepProps) {
  const document = useDrafted(plan);
  const approvals = plannedApprovals(document, plan.approvers);
  if (approvals.length === 0) return <p className={style.none}>{say("guide.approvals.none")}</p>;
  return (
    <>
      <AssumedSum n={approvals.filter(({ approver }) => onlyAssumed(approver)).length} onConfirm={() => change({ approvers: { ...plan.approvers, ...Object.fromEntries(approvals.map(({ origin, approver }) => [origin, approver.role ?? null])) } })} />
      <div className={style.named}>
        <div aria-hidden>
          <span>{say("guide.approval")}</span>
          <span>{say("guide.approval.by")}</span>
        </div>
        <ul>
          {approvals.map(({ origin, title, area, kind, approver }) => (
            <li key={origin}>
              <span>
                <b>{title}</b>
                <small>{[area, say(`guide.approval.${kind}`)].filter(Boolean).join(" · ")}</small>
              </span>
              <AssumedChoice label={say("guide.approval.of", { title })} named={approver} document={document} onSay={(role) => change({ approvers: { ...plan.approvers, [origin]: role } })} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
