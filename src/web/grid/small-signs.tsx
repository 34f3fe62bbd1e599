import type { Finding, Severity } from "#core/lint/finding.ts";
import { say } from "../words.ts";

const shape = (path: React.JSX.Element) => (
  <svg aria-hidden width="12" height="12" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
    {path}
  </svg>
);

/** The signs of `SeveritySign`, made once: a window of the grid holds a hundred of them. */
export const SIGNS: Readonly<Record<Severity, React.JSX.Element>> = {
  error: shape(<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M9 9l6 6M15 9l-6 6" />),
  warning: shape(<path d="M12 3 2 21h20ZM12 10v4M12 17.6v.2" />),
  note: shape(<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M12 11v6M12 7v.2" />),
};

const numbers = new Map<number, string>();

/** `2 findings: ...`; the number in words is made once for each number. */
export function saySign(findings: readonly Finding[]): string {
  const n = findings.length;
  let words = numbers.get(n);
  if (words === undefined) numbers.set(n, (words = say("grid.findings-of-row", { n })));
  return ` ${words}: ${findings[0]?.message ?? ""}`;
}

/** A page that nobody has signed off: the row is still as the template has it. */
export const TEMPLATE = (
  <svg aria-hidden width="13" height="13" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
    <path d="M6 3h8l4 4v14H6Z" strokeDasharray="3.4 3" />
    <path d="M9.5 13h5M9.5 17h3" />
  </svg>
);
