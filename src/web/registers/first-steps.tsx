import { Plus, X } from "lucide-react";
import type { Coverage } from "#core/model/document.ts";
import type { PartyKind } from "#core/model/party.ts";
import { say } from "../words.ts";
import style from "./guided-build.module.css";
import { partyKinds } from "./party-kinds.ts";
import { expectedWork, type Plan, type StepProps } from "./plan.ts";

const PURPOSES: readonly Coverage[] = ["outsourcing", "mssp", "co-managed", "delivery", "incident-authority"];

/** What is handed over, and how the matrix is called. */
export function PurposeStep({ plan, change }: StepProps) {
  const turn = (purpose: Coverage): void => {
    const covers = plan.covers.includes(purpose) ? plan.covers.filter((each) => each !== purpose) : [...plan.covers, purpose];
    // What was ticked by hand stays; what came with the purposes goes with them.
    const before = expectedWork(plan.covers);
    const byHand = [...plan.work].filter((id) => !before.has(id));
    change({ covers, work: new Set([...byHand, ...expectedWork(covers)]) });
  };
  return (
    <>
      <ul className={style.ticks}>
        {PURPOSES.map((purpose) => (
          <li key={purpose}>
            <label>
              <input type="checkbox" checked={plan.covers.includes(purpose)} onChange={() => turn(purpose)} />
              {say(`guide.covers.${purpose}`)}
            </label>
          </li>
        ))}
      </ul>
      <div className={style.texts}>
        <label>
          <span>{say("guide.matrix-title")}</span>
          <input value={plan.title} maxLength={300} placeholder={say("guide.matrix-title.hint")} onChange={(event) => change({ title: event.target.value })} />
        </label>
        <label>
          <span>{say("guide.about")}</span>
          <textarea rows={2} value={plan.about} maxLength={5_000} placeholder={say("guide.about.hint")} onChange={(event) => change({ about: event.target.value })} />
        </label>
      </div>
    </>
  );
}

/** The organisations: client and provider are always there. */
export function PartiesStep({ plan, change }: StepProps) {
  const set = (at: number, to: Partial<Plan["parties"][number]>): void => change({ parties: plan.parties.map((party, i) => (i === at ? { ...party, ...to } : party)) });
  return (
    <>
      <ul className={style.parties}>
        {plan.parties.map((party, i) => (
          <li key={i}>
            <input aria-label={say("guide.party")} value={party.name} maxLength={200} placeholder={i === 0 ? say("start.client") : i === 1 ? say("start.provider") : say("guide.party")} onChange={(event) => set(i, { name: event.target.value })} />
            <select aria-label={say("guide.party.kind")} value={party.kind} disabled={i < 2} onChange={(event) => set(i, { kind: event.target.value as PartyKind })}>
              {partyKinds().map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {i < 2 ? null : (
              <button type="button" className={style.small} aria-label={say("register.remove.of", { name: party.name || say("guide.party") })} onClick={() => change({ parties: plan.parties.filter((_, other) => other !== i) })}>
                <X aria-hidden size={15} />
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className={style.more} onClick={() => change({ parties: [...plan.parties, { name: "", kind: "vendor" }] })}>
        <Plus aria-hidden size={15} />
        {say("guide.party.more")}
      </button>
    </>
  );
}
