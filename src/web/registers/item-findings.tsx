import { Wrench } from "lucide-react";
import { Button } from "react-aria-components";
import type { Finding } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import style from "./item-findings.module.css";
import type { Pen } from "./use-pen.ts";

/** Findings by the item they sit at; what was accepted on purpose is left out. */
export const findingsAt = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  Map.groupBy(findings.filter(({ waived, at }) => !waived && at.id !== undefined), ({ at }) => `${at.kind}/${at.id}`);

/** What is wrong with one item, in sentences beneath it, with the repair where one is certain. */
export function ItemFindings({ findings, pen }: { readonly findings: readonly Finding[] | undefined; readonly pen: Pen }) {
  if (!findings || findings.length === 0) return null;
  return (
    <ul className={style.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.at.field} ${finding.message}`}>
          <SeveritySign severity={finding.severity} size={14} />
          <span>
            <span className="unseen">{say(`severity.${finding.severity}`)}: </span>
            <span className={style.message}>
              <Quoted text={finding.message} />
            </span>
          </span>
          {finding.fix && pen.mayWrite ? (
            <Button className={`${buttons.button} ${style.fix}`} onPress={() => finding.fix && pen.write(finding.fix.edits, say("register.fix", { label: finding.fix.label }), finding.fix.label)}>
              <Wrench aria-hidden />
              {finding.fix.label}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
