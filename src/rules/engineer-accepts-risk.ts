import type { RowRule } from "#core/lint/rule.ts";

const ACCEPTS = /\brisks?\b[^.;]{0,20}\baccept(ance|ing)?\b|\baccept(s|ing|ance of)? (\S+ ){0,3}risks?\b/;
const HANDS = /\b(engineer|analyst|technician|administrator|admin|specialist|operator|developer|dba|responder|desk)s?\b/i;
const DECIDES = /\b(lead|head|manager|director|chief|owner|business|risk)\b/i;

export default {
  id: "engineer-accepts-risk",
  reads: "row",
  severity: "warning",
  summary: "An engineer accepts a business risk",
  because: "Who saw the gap first is not who bears the loss. A risk that the business never heard of was not accepted, only left.",
  remedy: "Give the A to the business owner who would carry the damage; the engineer advises.",
  source: "product C2; T5: never an engineer because he saw it first",
  avoid: { rows: [{ title: "Accept residual risks of unpatched servers", cells: { "System Administrator": "A", "Security Lead": "C" } }] },
  prefer: { rows: [{ title: "Accept residual risks of unpatched servers", cells: { "Business System Owner": "A", "System Administrator": "R", "Security Lead": "C" } }] },
  checkRow(row, _register, report) {
    const [owner] = row.accountable;
    // On the provider's side another rule speaks: there it is no question of rank.
    if (!owner || owner.side === "provider") return;
    if (row.activity.decision !== "risk.accept" && (row.words.length > 160 || !ACCEPTS.test(row.words))) return;
    if (HANDS.test(owner.name) && !DECIDES.test(owner.name))
      report({ message: `${owner.name} answers for ${row.title}; a business owner has to take a business risk`, field: "assignments" });
  },
} satisfies RowRule;
