import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const RENEWED = /\brenew|\bexpir|\brotat|\btrack|\bmonitor|\bmanag|\blife-?cycle|\bmaint|\binventory|\badminist/;

export default {
  id: "certificate-renewal-missing",
  reads: "tally",
  severity: "note",
  summary: "Certificates are installed, but nobody renews them",
  because: "An expired certificate stops a service at midnight, and nobody knows who bought it.",
  remedy: "Add an activity for tracking and renewing certificates.",
  source: "T4 hidden debt: expired certificates",
  avoid: { rows: [{ title: "Install TLS certificates", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Install TLS certificates", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Track and renew certificates", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
    ],
  },
  tally(row, _register, add) {
    if (!about(row, TOPIC.certificate)) return;
    if (mentions(row, RENEWED)) add("renewed");
    else if (/\b(?:issu|install|deploy|provision|buy|purchas|order)/.test(row.words)) add("installed");
  },
  checkTally(counts, _register, report) {
    if (counts.has("installed") && !counts.has("renewed")) report({ message: "certificates are installed here, but no activity renews them before they expire" });
  },
} satisfies TallyRule;
