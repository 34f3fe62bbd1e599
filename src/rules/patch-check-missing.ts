import { about, guardsSecurity, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "patch-check-missing",
  reads: "tally",
  severity: "warning",
  summary: "Patches are deployed, but nobody from security looks at the exposure",
  because: "Whoever deploys patches reports what was installed; only a second pair of eyes notices what was not.",
  remedy: "Ask a security role before patching (C), let one validate the result, or add an activity that reviews vulnerabilities.",
  source: "T5 pairing: an administrator applies patches, a security specialist validates the risk",
  avoid: { rows: [{ title: "Deploy patches on servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: { rows: [{ title: "Deploy patches on servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A", "Security Lead (client)": "C" } }] },
  tally(row, register, add) {
    if (about(row, TOPIC.vulnerability)) return add("checked");
    if (!about(row, TOPIC.patching)) return;
    const { validation, approvers } = row.activity;
    const validator = validation?.by === undefined ? undefined : register.roles.get(validation.by);
    const checked =
      (validator && guardsSecurity(validator)) ||
      row.consulted.some(guardsSecurity) || row.responsible.some(guardsSecurity) || row.accountable.some(guardsSecurity) ||
      (approvers ?? []).some((id) => { const role = register.roles.get(id); return role !== undefined && guardsSecurity(role); });
    add(checked ? "checked" : "patched");
  },
  checkTally(counts, _register, report) {
    if (counts.has("patched") && !counts.has("checked"))
      report({ message: "patches are deployed here, but no security role is asked, validates them or reviews vulnerabilities" });
  },
} satisfies TallyRule;
