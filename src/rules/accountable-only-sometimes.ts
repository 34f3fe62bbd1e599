import { cell } from "#core/lint/row.ts";
import type { RowRule } from "#core/lint/rule.ts";

/** Words that make the letter hold in some cases only; `hands-on` or `approves` behind a letter explain it and take nothing away. */
const CASE = /^(if|when|unless|during|outside|until|depending|according)\b|\bsev(erity)?\.? ?[1-5]|\bonly$/i;

export default {
  id: "accountable-only-sometimes",
  reads: "row",
  severity: "warning",
  summary: "Somebody is accountable, but only in some cases",
  because: "In all other cases nobody answers for the result, and that is noticed in the middle of such a case.",
  remedy: "Make the A hold always, or cut the activity into one row for each case.",
  source: "product C1: exactly one A",
  avoid: { rows: [{ title: "Lead the investigation", cells: { "Security Lead": "A if data left the company", "SOC Analyst (provider)": "R" } }] },
  prefer: {
    rows: [
      { title: "Lead the investigation of a data loss", cells: { "Security Lead": "A", "SOC Analyst (provider)": "R" } },
      { title: "Lead any other investigation", cells: { "Incident Manager (provider)": "A", "SOC Analyst (provider)": "R" } },
    ],
  },
  checkRow(row, register, report) {
    if (row.conditional.length === 0 || row.accountable.length === 0) return;
    const cases = row.conditional.filter(({ letter, condition = "" }) => letter === "A" && CASE.test(condition));
    const [first] = cases;
    if (!first || cases.length < row.accountable.length) return;
    const role = register.roles.get(first.role);
    if (!role) return;
    report(
      cases.length === 1
        ? { message: `${role.name} is accountable for ${row.title} only in some cases: \`${first.condition}\`; otherwise nobody is`, field: cell(first.role) }
        : { message: `each accountable role of ${row.title} is so only in some cases; say who is in all others`, field: "assignments" },
    );
  },
} satisfies RowRule;
