import { useState } from "react";
import { idFrom } from "#core/model/id.ts";
import { say } from "../words.ts";
import { Adder } from "./adder.tsx";
import style from "./guided-build.module.css";
import { InlineChoice } from "./inline-choice.tsx";
import type { PlannedItem, StepProps } from "./plan.ts";
import type { ScopeKind } from "./scope-groups.ts";
import { scopeKinds } from "./scope-kinds.ts";

/** What is covered: the systems most companies have, to tick and to rename, and one's own. */
export function ScopeStep({ plan, change }: StepProps) {
  const [kind, setKind] = useState<ScopeKind>("business-application");
  const set = (key: string, to: Partial<PlannedItem>): void => change({ scope: plan.scope.map((item) => (item.key === key ? { ...item, ...to } : item)) });
  return (
    <>
      <ul className={style.scope}>
        {plan.scope.map((item) => (
          <li key={item.key} data-chosen={item.chosen || undefined}>
            <input type="checkbox" aria-label={item.name} checked={item.chosen} onChange={(event) => set(item.key, { chosen: event.target.checked })} />
            <input aria-label={say("scope.name.of", { name: item.name })} value={item.name} maxLength={300} onChange={(event) => set(item.key, { name: event.target.value, chosen: true })} />
            <small>{say(`scope.kind.${item.kind}`)}</small>
            {item.chosen ? (
              <label>
                <input type="checkbox" checked={item.critical} onChange={(event) => set(item.key, { critical: event.target.checked })} />
                {say("guide.scope.critical")}
              </label>
            ) : null}
          </li>
        ))}
      </ul>
      <Adder
        label={say("guide.scope.own")}
        hint={say("scope.add.hint")}
        onAdd={(name) => change({ scope: [...plan.scope, { key: idFrom(`own ${name}`, new Set(plan.scope.map(({ key }) => key))), name, kind, chosen: true, critical: false }] })}
      >
        <span className={style.kind}>
          <InlineChoice label={say("scope.add.kind")} value={kind} choices={scopeKinds()} onChoose={(to) => setKind(to as ScopeKind)} mayWrite />
        </span>
      </Adder>
    </>
  );
}
