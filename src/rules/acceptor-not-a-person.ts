import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "acceptor-not-a-person",
  reads: "row",
  severity: "warning",
  summary: "The acceptance is signed by a role that nobody holds",
  because: "The truck is at the door, the protocol needs a signature, and the role on paper has no name.",
  remedy: "Name the person who holds the accepting role.",
  source: "T12 acceptance owner named by person",
  avoid: {
    rows: [{ title: "Accept equipment by protocol", kind: "delivery", cells: { "Integration Engineer (integrator)": "R", "Storekeeper (client)": "A" } }],
    people: { "Ana Ortiz": ["Integration Engineer"] },
  },
  prefer: {
    rows: [{ title: "Accept equipment by protocol", kind: "delivery", cells: { "Integration Engineer (integrator)": "R", "Storekeeper (client)": "A" } }],
    people: { "Ana Ortiz": ["Storekeeper"] },
  },
  checkRow(row, register, report) {
    const { acceptor, stage, kind } = row.activity;
    if (!register.hasHolders || (stage === undefined && kind !== "delivery") || !about(row, TOPIC.acceptance)) return;
    const signer = acceptor === undefined ? row.accountable[0] : register.roles.get(acceptor);
    if (!signer || signer.humans.length > 0) return;
    report({ message: `${signer.name} accepts in ${row.title}, and nobody holds that role`, field: acceptor === undefined ? `assignments/${signer.id}` : "acceptor" });
  },
} satisfies RowRule;
