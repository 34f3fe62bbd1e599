import { Wrench, X } from "lucide-react";
import { useMemo, useState, useSyncExternalStore } from "react";
import { SEVERITIES, type Finding, type Severity } from "#core/lint/finding.ts";
import type { DraftStore } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import style from "./findings-list.module.css";

/** Shown at once; a longer list is a wall, not a help. */
const SHOWN = 150;

/** Every open finding, the worst first. Choosing one goes to its cell; a certain repair is one press away. */
export function FindingsList({ store, onGo, onClose }: { readonly store: DraftStore; readonly onGo: (row: string, column: string | undefined) => void; readonly onClose: () => void }) {
  const { findings, saving } = useSyncExternalStore(store.subscribe, store.snapshot);
  const [only, setOnly] = useState<Severity>();
  const open = useMemo(() => {
    const live = findings.filter(({ waived }) => !waived);
    return SEVERITIES.flatMap((severity) => live.filter((finding) => finding.severity === severity));
  }, [findings]);
  const wanted = only === undefined ? open : open.filter(({ severity }) => severity === only);
  const go = ({ at }: Finding): void => {
    if (at.kind !== "activity" || at.id === undefined) return;
    const [field = "", role] = (at.field ?? "title").split("/");
    onGo(at.id, field === "assignments" ? (role === undefined ? undefined : `role:${role}`) : field);
  };
  return (
    <div className={style.list}>
      <header>
        <h2>{say("grid.list")}</h2>
        <button type="button" className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("chosen.close")} onClick={onClose}>
          <X aria-hidden />
        </button>
      </header>
      {open.length === 0 ? (
        <div className={style.clean}>
          <p>{say("grid.list.clean")}</p>
          <p>{say("grid.list.clean.how")}</p>
        </div>
      ) : (
        <>
          <div className={style.kinds} role="group" aria-label={say("findings.filter")}>
            {SEVERITIES.map((severity) => {
              const n = open.filter((finding) => finding.severity === severity).length;
              return n === 0 ? null : (
                <button key={severity} type="button" className={buttons.button} aria-pressed={only === severity} onClick={() => setOnly(only === severity ? undefined : severity)}>
                  <SeveritySign severity={severity} size={14} />
                  {n} {say(`severity.${severity}s`, { n })}
                </button>
              );
            })}
          </div>
          <ul>
            {wanted.slice(0, SHOWN).map((finding, i) => (
              <li key={`${finding.rule} ${finding.at.id ?? ""} ${finding.at.field ?? ""} ${i}`}>
                <button type="button" className={style.go} disabled={finding.at.kind !== "activity"} onClick={() => go(finding)}>
                  <SeveritySign severity={finding.severity} size={14} />
                  <span>
                    <span className={style.message}>
                      <Quoted text={finding.message} />
                    </span>
                    {finding.message.includes(finding.title) ? null : <small>{finding.title}</small>}
                  </span>
                </button>
                {finding.fix && saving.at !== "reading" ? (
                  <button type="button" className={`${buttons.button} ${style.fix}`} onClick={() => finding.fix && store.edit(finding.fix.edits, say("grid.what.fix", { label: finding.fix.label }))}>
                    <Wrench aria-hidden />
                    <span>{finding.fix.label}</span>
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
          {wanted.length > SHOWN ? <p className={style.more}>{say("grid.list.more", { n: wanted.length - SHOWN })}</p> : null}
        </>
      )}
    </div>
  );
}
