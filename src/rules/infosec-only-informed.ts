import { guardsSecurity } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const TOUCHES = /\bconfigur|\bnetwork\b|\baccess\b|\bimages?\b|\bpolic(?:y|ies)\b|\blaunch\b|\bgo[- ]live\b|\bremote\b|\bcredential/;

export default {
  id: "infosec-only-informed",
  reads: "row",
  severity: "warning",
  summary: "Security hears of it only when it is done",
  because: "Whoever may stop the launch should be asked before the work, not told after it.",
  remedy: "Ask the security role before (C) or let it approve.",
  source: "T10 InfoSec approves accesses and policies, may stop the launch; T2 C before, I after",
  avoid: {
    rows: [{ title: "Configure network access", kind: "delivery", cells: { "Integration Engineer (integrator)": "R", "Project Manager (client)": "A", "InfoSec Officer (client)": "I" } }],
  },
  prefer: {
    rows: [{ title: "Configure network access", kind: "delivery", cells: { "Integration Engineer (integrator)": "R", "Project Manager (client)": "A", "InfoSec Officer (client)": "C" } }],
  },
  checkRow(row, register, report) {
    if (row.informed.length === 0 || (row.activity.stage === undefined && row.activity.kind !== "delivery") || !TOUCHES.test(row.words)) return;
    const told = row.informed.find(guardsSecurity);
    if (!told || row.responsible.some(guardsSecurity) || row.accountable.some(guardsSecurity) || row.consulted.some(guardsSecurity)) return;
    if (row.activity.approvers?.some((id) => { const role = register.roles.get(id); return role !== undefined && guardsSecurity(role); })) return;
    report({ message: `${told.name} hears of ${row.title} only afterwards`, field: `assignments/${told.id}` });
  },
} satisfies RowRule;
