import type { MatrixDocument } from "#core/model/document.ts";

/** A small company with something in every corner of the document, for tests of the exports. */
export const harbour: MatrixDocument = {
  remit: 1,
  title: "Harbour Foods & BlueOrbit: security operations",
  about: "Agreed after the audit.\nThe plants in Lund and Malmö are in scope.",
  covers: ["mssp"],
  validFrom: "2026-01-01",
  parties: [
    { id: "harbour", name: "Harbour Foods", kind: "client", functions: ["IT", "InfoSec"] },
    { id: "blueorbit", name: "BlueOrbit", kind: "provider", calendar: "always" },
    { id: "nordfire", name: "Nordfire", kind: "vendor", note: "=HYPERLINK(\"http://evil.example\")" },
  ],
  people: [
    { id: "dana", name: "Dana Reyes", party: "harbour", timeZone: "Europe/Stockholm", dutyHours: [{ days: ["mon", "tue"], from: "08:00", until: "17:00" }] },
    { id: "ivo", name: "Ivo Petrov", party: "blueorbit" },
    { id: "lena", name: "Lena Ortiz", party: "blueorbit", sameHumanAs: "ivo" },
  ],
  roles: [
    { id: "security-lead", name: "Security Lead", party: "harbour", function: "InfoSec", holders: ["dana"] },
    { id: "risk-owner", name: "Business Risk Owner", party: "harbour" },
    { id: "soc-analyst", name: "SOC Analyst", party: "blueorbit", holders: ["ivo"], coordinator: true },
    { id: "backup-operator", name: "Backup Operator", party: "blueorbit" },
    { id: "field-engineer", name: "Field Engineer", party: "nordfire" },
  ],
  areas: [
    { id: "monitoring", name: "Security monitoring", primary: "soc-analyst", secondary: "security-lead" },
    { id: "backup", name: "Backups & recovery" },
  ],
  scope: [
    { id: "core-db", name: "Core database", kind: "server", criticality: "critical", businessCritical: true, production: true, owner: "risk-owner", labels: ["PCI", "GDPR"], inheritance: { provides: "power" } },
    { id: "firewall", name: "Edge firewall", kind: "firewall", installs: "field-engineer", configures: "field-engineer", monitors: "soc-analyst", serial: "00123", warrantyUntil: "2027-05-01" },
  ],
  calendars: [{ id: "always", name: "24x7", always: true }],
  activities: [
    {
      id: "restore-test", title: "Test the restore of the core database", area: "backup", criticality: "high", regulatedProduction: true,
      assignments: [{ role: "backup-operator", letter: "R" }, { role: "security-lead", letter: "A" }, { role: "risk-owner", letter: "I" }],
      sla: [{ measure: "rpo", target: "PT4H", negotiated: true }, { measure: "rto", target: "PT6H", negotiated: false, note: "peak season apart" }],
      cadence: { every: "P1M", on: ["after a change of the storage"] },
      evidence: [{ artifact: "Signed restore report", producer: "backup-operator", collector: "security-lead", store: "evidence share", cadence: "P1M", retention: "P1Y", signed: true }],
      controls: ["nist-csf-2.0:RC.RP-03"], scope: ["core-db"], validation: { by: "security-lead", how: "signs the report" }, cost: "included",
    },
    {
      id: "isolate", title: "Isolate a host", area: "monitoring", criticality: "critical", secondary: "backup-operator",
      assignments: [{ role: "soc-analyst", letter: "R" }, { role: "risk-owner", letter: "A" }, { role: "security-lead", letter: "C", condition: "if production stops" }, { role: "field-engineer", letter: "I" }],
      approval: { class: "emergency", channel: "ticket", conditions: "the host spreads malware", documentWithin: "P1D" },
      sla: [{ measure: "contain", target: "PT30M", calendar: "always", negotiated: true }],
      goal: "The host reaches nothing but the analyst.", procedure: { link: "https://wiki.example/isolate", steps: ["Ask for the hostname", "Press isolate"] },
      initiator: "soc-analyst", acceptor: "security-lead", disputes: "risk-owner", approvers: ["risk-owner"],
      handOff: { to: "security-lead", output: "timeline", escalateAfter: "PT2H" }, note: "-- not on ships", columns: { "Old ref": "8.10", "=cmd": "@x" },
    },
    {
      id: "patch", title: "Patch production servers", area: "monitoring",
      assignments: [{ role: "soc-analyst", letter: "R", alternative: true }, { role: "field-engineer", letter: "R", alternative: true }, { role: "security-lead", letter: "A" }, { role: "security-lead", letter: "C" }],
      split: { parts: [{ party: "harbour", does: "approves the window" }, { party: "blueorbit", does: "installs", responsible: "soc-analyst" }], validator: "security-lead" },
      cadence: { text: "monthly window" }, escalation: { after: "P1D", text: "to the service manager" }, notYetAdapted: true,
    },
    { id: "loose", title: "Keep logs for twelve months", assignments: [{ role: "soc-analyst", letter: "S" }] },
  ],
  severities: [{ id: "s1", name: "Critical", rank: 1 }],
  waivers: [{ id: "w1", rule: "no-accountable", at: { kind: "activity", id: "loose" }, by: "dana", reason: "until the tender", until: "2027-01-01" }],
  directory: { contacts: [{ id: "c1", person: "dana", kind: "voice", value: "+46 40 123" }] },
};
