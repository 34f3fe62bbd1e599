import type { RowRule } from "#core/lint/rule.ts";

const POLICY = /\b(?:security|infosec|password|usb|vpn|remote[- ]access|access|e?-?mail|firewall|antivirus|logging|encryption)\b.*\b(?:polic(?:y|ies)|rules?|settings?)\b|\bpolic(?:y|ies)\b.*\b(?:security|password|usb|vpn|remote|access|mail)\b/;

export default {
  id: "integrator-sets-policy",
  reads: "row",
  severity: "error",
  summary: "The integrator may change security settings",
  because: "Whoever is paid for a quick launch should not be able to loosen the rule that delays it.",
  remedy: "Let IT put the policies in place and a security role approve them; the integrator gets C or I.",
  source: "T13: InfoSec approves, IT implements, the integrator may not change them",
  avoid: { rows: [{ title: "Apply VPN and USB policies", cells: { "Integration Engineer (integrator)": "R", "InfoSec Officer (client)": "A" } }] },
  prefer: { rows: [{ title: "Apply VPN and USB policies", cells: { "Systems Administrator (client)": "R", "InfoSec Officer (client)": "A", "Integration Engineer (integrator)": "I" } }] },
  checkRow(row, register, report) {
    if ((row.responsible.length === 0 && row.accountable.length === 0) || row.lane === "client") return;
    if (register.parties.size < 2 || !/polic|rule|setting/.test(row.words) || row.words.length > 120) return;
    const integrator = row.responsible.find(({ partyKind }) => partyKind === "integrator") ?? row.accountable.find(({ partyKind }) => partyKind === "integrator");
    if (!integrator || !POLICY.test(row.words) || /\b(?:follow|comply|according to|document)\b/.test(row.words)) return;
    report({ message: `${integrator.name} of the integrator may change security settings in ${row.title}`, field: `assignments/${integrator.id}` });
  },
} satisfies RowRule;
