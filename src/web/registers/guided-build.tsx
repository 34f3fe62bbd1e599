import { ArrowLeft, ArrowRight, Check } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./guided-build.module.css";
import { ApprovalsStep, DecisionsStep } from "./authority-steps.tsx";
import { dropPlan, keepPlan, type KeptPlan } from "./kept-plan.ts";
import { OwnersStep } from "./owners-step.tsx";
import { PartiesStep, PurposeStep } from "./first-steps.tsx";
import { built, emptyPlan, type Plan } from "./plan.ts";
import { placeholders } from "./placeholders.ts";
import { inStages } from "./plan-stages.ts";
import { ScopeStep } from "./scope-step.tsx";
import { StagesStep } from "./stages-step.tsx";
import { WorkStep } from "./work-step.tsx";

const STEPS = ["purpose", "parties", "scope", "work", "stages", "owners", "decisions", "approvals"] as const;
type Step = (typeof STEPS)[number];

interface Props {
  /** Under which name the plan is kept while it is made. */
  readonly workspace: string;
  /** A plan begun before. */
  readonly begun?: KeptPlan | undefined;
  /** Rows that the new matrix would replace. */
  readonly replaces?: number;
  readonly onBuild: (document: MatrixDocument) => void;
  /** Builds it beside what is there. */
  readonly onAnew?: ((document: MatrixDocument) => void) | undefined;
  readonly onLeave: () => void;
}

/** A matrix step by step: what for, who, what is covered, which work, in which stages, whose it is, who decides and who approves. */
export function GuidedBuild({ workspace, begun, replaces = 0, onBuild, onAnew, onLeave }: Props) {
  const [plan, setPlan] = useState(() => begun?.plan ?? emptyPlan());
  const [at, setAt] = useState(begun?.at ?? 0);
  useEffect(() => keepPlan(workspace, { plan, at }), [workspace, plan, at]);
  const finish = (how: (document: MatrixDocument) => void): void => {
    dropPlan(workspace);
    how(built(plan, placeholders()));
  };
  const heading = useRef<HTMLHeadingElement>(null);
  // Only what is delivered comes in stages.
  const steps = STEPS.filter((each) => each !== "stages" || inStages(plan));
  const step: Step = steps[at] ?? "purpose";
  const change = (to: Partial<Plan>): void => setPlan((before) => ({ ...before, ...to }));
  const moved = useRef(false);
  const go = (to: number): void => {
    moved.current = true;
    setAt(to);
  };
  // A new step is a new page to whoever does not see it.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);
  const shown: Readonly<Record<Step, () => ReactNode>> = {
    purpose: () => <PurposeStep plan={plan} change={change} />,
    parties: () => <PartiesStep plan={plan} change={change} />,
    scope: () => <ScopeStep plan={plan} change={change} />,
    work: () => <WorkStep plan={plan} change={change} />,
    stages: () => <StagesStep plan={plan} change={change} />,
    owners: () => <OwnersStep plan={plan} change={change} />,
    decisions: () => <DecisionsStep plan={plan} change={change} />,
    approvals: () => <ApprovalsStep plan={plan} change={change} />,
  };
  return (
    <div className={style.page}>
      <header>
        <Button
          className={`${buttons.button} ${buttons.quiet} ${style.leave}`}
          onPress={() => {
            dropPlan(workspace);
            onLeave();
          }}
        >
          <ArrowLeft aria-hidden />
          {say("guide.leave")}
        </Button>
        <h1>{say("guide.title")}</h1>
      </header>
      <nav aria-label={say("guide.steps")}>
        <ol className={style.steps}>
          {steps.map((each, i) => (
            <li key={each}>
              <button type="button" {...(i === at ? { "aria-current": "step" as const } : {})} onClick={() => go(i)}>
                <span aria-hidden>{i < at ? <Check size={14} /> : i + 1}</span>
                {say(`guide.${each}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section className={style.step} aria-labelledby="guide-step">
        <h2 id="guide-step" tabIndex={-1} ref={heading}>
          <span className="unseen">{say("guide.step", { at: at + 1, of: steps.length, title: say(`guide.${step}`) })}</span>
          <span aria-hidden>{say(`guide.${step}`)}</span>
        </h2>
        <p>{say(`guide.${step}.lead`)}</p>
        {shown[step]()}
      </section>
      {replaces > 0 && at === steps.length - 1 ? <p className={style.replaces}>{say("start.occupied", { n: replaces })}</p> : null}
      <footer className={style.foot}>
        {at > 0 ? (
          <Button className={buttons.button} onPress={() => go(at - 1)}>
            {say("guide.back")}
          </Button>
        ) : null}
        <span role="status">{say("guide.work.count", { n: plan.work.size })}</span>
        {at < steps.length - 1 ? (
          <Button className={`${buttons.button} ${buttons.main}`} onPress={() => go(at + 1)}>
            {say("guide.next")}
            <ArrowRight aria-hidden />
          </Button>
        ) : (
          <>
            {onAnew && replaces > 0 ? (
              <Button className={buttons.button} onPress={() => finish(onAnew)}>
                {say("start.anew")}
              </Button>
            ) : null}
            <Button className={`${buttons.button} ${buttons.main}`} onPress={() => finish(onBuild)}>
              {say("guide.do")}
            </Button>
          </>
        )}
      </footer>
    </div>
  );
}
