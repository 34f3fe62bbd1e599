import type { Finding } from "#core/lint/finding.ts";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import style from "./understood.module.css";

/** Findings listed before anything is put into the workspace; the rest waits on the findings page. */
const SHOWN = 40;

/** What the checks say of the imported matrix: errors and warnings, each in its sentence. */
export function SaidByChecks({ findings }: { readonly findings: readonly Finding[] }) {
  const said = (["error", "warning"] as const).flatMap((severity) => findings.filter((finding) => finding.severity === severity && !finding.waived));
  if (said.length === 0) return null;
  const shown = said.slice(0, SHOWN);
  return (
    <section aria-labelledby="said">
      <h2 id="said">{say("understood.warnings")}</h2>
      <ul className={style.notes}>
        {shown.map(({ message, severity, title, at }, index) => (
          <li key={index}>
            <SeveritySign severity={severity} size={15} />
            <span>
              <Quoted text={message} /> {message.includes(title) || at.kind === "matrix" ? null : <small>{title}</small>}
            </span>
          </li>
        ))}
        {said.length > shown.length ? <li>{say("understood.warnings.more", { n: said.length - shown.length })}</li> : null}
      </ul>
    </section>
  );
}
