import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const JOINED = /\baccept(?:ance|ing|s)?\b[^,;]{0,40}(?:\band\b|&|\/|\+|,)[^,;]{0,40}\b(?:commission\w*|launch\w*|go[- ]live)\b|\b(?:commission\w*|launch\w*|go[- ]live)\b[^,;]{0,40}(?:\band\b|&|\/|\+|,)[^,;]{0,40}\baccept(?:ance|ing|s)?\b/;

export default {
  id: "acceptance-with-commissioning",
  reads: "row",
  severity: "warning",
  summary: "Accepting the goods and starting the service are one row",
  because: "Signing for the boxes then means that the system works, and the supplier is paid before anybody switched it on.",
  remedy: "Make two rows: acceptance by protocol, and commissioning after the test.",
  source: "T12 acceptance and commissioning separated and fixed",
  avoid: { rows: [{ title: "Acceptance and commissioning of servers", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Accept servers by protocol", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Commission servers", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } },
    ],
  },
  checkRow(row, _register, report) {
    if (!about(row, TOPIC.commissioning) || !about(row, TOPIC.acceptance) || !JOINED.test(row.words)) return;
    report({ message: `${row.title} puts acceptance and commissioning into one row`, field: "title" });
  },
} satisfies RowRule;
