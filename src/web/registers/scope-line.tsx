import { ChevronRight, EyeOff, Star, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import type { Finding } from "#core/lint/finding.ts";
import type { ScopeItem } from "#core/model/scope.ts";
import { say } from "../words.ts";
import { InlineChoice, type Choice } from "./inline-choice.tsx";
import { InlineText } from "./inline-text.tsx";
import { ItemFindings } from "./item-findings.tsx";
import { ScopeDetails } from "./scope-details.tsx";
import { isSystem, isTool } from "./scope-groups.ts";
import style from "./scope-page.module.css";
import type { Pen } from "./use-pen.ts";

const ANSWERS = ["installs", "configures", "monitors", "ownsTool"] as const;

interface Props {
  readonly item: ScopeItem;
  readonly roles: readonly Choice[];
  readonly cover: readonly { readonly id: string; readonly title: string }[];
  readonly findings: readonly Finding[] | undefined;
  readonly pen: Pen;
  readonly onLeave: () => void;
}

/** A scope item: its owner and the four answers at a glance, the rest unfolded. */
export function ScopeLine({ item, roles, cover, findings, pen, onLeave }: Props) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const { name } = item;
  const set = (field: string, word: string, value: unknown): void => pen.write([{ do: "set", at: { kind: "scope", id: item.id }, field, value: value ?? null }], say("scope.field.of", { field: word, name }));
  const role = (field: "owner" | (typeof ANSWERS)[number]) => {
    const word = say(`scope.${field}`);
    return (
      <div key={field} className={style.answer}>
        <span aria-hidden>{word}</span>
        <InlineChoice label={say("scope.field.of", { field: word, name })} value={item[field]} choices={roles} none={say(field === "owner" || isTool(item) ? "scope.open" : "register.nobody")} mayWrite={pen.mayWrite} onChoose={(id) => set(field, word, id)} />
      </div>
    );
  };
  const critical = item.businessCritical === true;
  return (
    <li className={style.item} data-open={open || undefined}>
      <div className={style.name}>
        <button type="button" className={style.fold} aria-expanded={open} aria-controls={details} aria-label={say("scope.more", { name })} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden size={15} />
        </button>
        <div>
          <InlineText label={say("scope.name.of", { name })} value={name} mayWrite={pen.mayWrite} required strong onWrite={(text) => pen.write([{ do: "set", at: { kind: "scope", id: item.id }, field: "name", value: text }], say("register.rename", { before: name, after: text }))} />
          <small className={style.signs}>
            {say(`scope.kind.${item.kind}`)}
            {item.notMonitored ? (
              <span className={style.out}>
                <EyeOff aria-hidden size={12} />
                {say("scope.not-monitored.mark")}
              </span>
            ) : null}
            {(item.labels ?? []).map((label) => (
              <span key={label} className={style.label}>
                {label}
              </span>
            ))}
          </small>
        </div>
        {pen.mayWrite ? (
          <button type="button" className={style.star} aria-pressed={critical} aria-label={say("scope.business-critical.of", { name })} title={say("scope.business-critical")} onClick={() => set("businessCritical", say("scope.business-critical"), critical ? undefined : true)}>
            <Star aria-hidden size={15} />
          </button>
        ) : critical ? (
          <span className={style.starred} title={say("scope.business-critical")}>
            <Star aria-hidden size={15} />
            <span className="unseen">{say("scope.business-critical")}</span>
          </span>
        ) : null}
      </div>
      {role("owner")}
      {isSystem(item) ? ANSWERS.map(role) : <span className={style.gap} />}
      <span className={style.covered} data-none={cover.length === 0 || undefined}>
        {say("scope.covers", { n: cover.length })}
      </span>
      {pen.mayWrite ? (
        <button type="button" className={style.remove} aria-label={say("register.remove.of", { name })} onClick={onLeave}>
          <Trash2 aria-hidden size={15} />
        </button>
      ) : null}
      <ItemFindings findings={findings} pen={pen} />
      <div id={details} hidden={!open} className={style.details}>
        {open ? <ScopeDetails item={item} cover={cover} pen={pen} set={set} /> : null}
      </div>
    </li>
  );
}
