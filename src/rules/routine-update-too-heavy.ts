import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "routine-update-too-heavy",
  reads: "row",
  severity: "note",
  summary: "A routine update waits for a formal approval",
  because: "Signatures that come every day are signed unread, and the machines stay unprotected until then.",
  remedy: "Make the routine update a standard change; keep the formal approval for exceptions.",
  source: "T4 routine antivirus policy update: standard process",
  avoid: { rows: [{ title: "Update antivirus signatures", approval: { class: "formal" }, cells: { "Endpoint Engineer (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: { rows: [{ title: "Update antivirus signatures", approval: { class: "standard" }, cells: { "Endpoint Engineer (provider)": "R", "Security Lead (client)": "A" } }] },
  checkRow(row, _register, report) {
    if (row.activity.approval?.class !== "formal" || !about(row, TOPIC.antivirus)) return;
    if (!/\bupdat|\broutine\b|\bsignatures?\b|\bdefinitions?\b/.test(row.words) || /\bexclu|\bexception|\bdisabl|\bmajor\b|\bupgrad/.test(row.words)) return;
    report({ message: `${row.title} is routine, yet every time it waits for a formal approval`, field: "approval" });
  },
} satisfies RowRule;
