import { drawn } from "../../src/core/lint/sketch.ts";
import type { MatrixDocument } from "../../src/core/model/document.ts";

/** A matrix that uses every section of the model at least once, with texts that trip careless encoders. */
export const RICH: MatrixDocument = drawn({
  rows: [
    {
      title: "Isolate a compromised host",
      cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R", "Legal Counsel (client)": "C if customer data is affected", "Business Owner (client)": "I" },
      area: "security", kind: "incident", criticality: "critical", secondary: "soc-lead", decision: "containment.authorise",
      approval: { class: "emergency", channel: "phone bridge", conditions: "only while ransomware spreads", documentWithin: "PT4H" },
      sla: [{ measure: "contain", target: "PT30M", calendar: "always", negotiated: true }],
      evidence: [{ artifact: "isolation log", producer: "soc-analyst", collector: "security-lead", store: "https://evidence.example/iso", retention: "P3Y", signed: true }],
      controls: ["nist-csf-2.0:RS.MI-01", "pci-dss-4.0.1:12.10.5"], scope: ["erp"], cadence: { on: ["every confirmed malware alert"] },
      split: { parts: [{ party: "provider", does: "isolates in EDR", responsible: "soc-analyst" }, { party: "client", does: "pulls the cable where EDR is missing" }], validator: "security-lead" },
      escalation: { to: "soc-lead", after: "PT15M" }, note: "Zeile eins\n\"zwei\" = 2 \u2028 \ud83d\ude80", columns: { "Where it applies": "HQ; plant №2" },
    },
    { title: "Run backups", cells: { "SOC Lead (provider)": "R A" }, stage: "service", handOff: { to: "security-lead", output: "report" }, cost: "included", origin: "OPS-18", notYetAdapted: true },
  ],
  people: { "Ana Ørtiz": ["Security Lead"], "Ben Łukasz": ["SOC Analyst", "SOC Lead"] },
  matrix: {
    about: "Golden: change it only together with the format version.",
    covers: ["outsourcing"], holders: "by-party", validFrom: "2026-01-01", validUntil: "2026-12-31", reviewEvery: "P3M",
    areas: [{ id: "security", name: "Security operations", primary: "soc-analyst", secondary: "soc-lead" }],
    stages: [{ id: "service", name: "Service", owner: "soc-lead", serviceStarts: true, escalateAfter: "PT4H" }],
    scope: [{ id: "erp", name: "ERP", kind: "business-application", businessCritical: true, production: true, owner: "security-lead", labels: ["HIPAA"], inheritance: { provides: "power", remains: [{ party: "client", what: "users" }] } }],
    calendars: [{ id: "always", name: "24x7", always: true }, { id: "office", name: "Office", timeZone: "Europe/Berlin", hours: [{ days: ["mon", "tue"], from: "08:00", until: "18:00" }], holidays: ["2026-12-25"] }],
    rotations: [{ id: "soc-rota", name: "SOC rota", role: "soc-analyst", timeZone: "Europe/Berlin", layers: [{ people: ["ben-ukasz"], from: "2026-01-05T09:00", turn: "P1W" }] }],
    events: [{ id: "ransomware", name: "Ransomware", verbs: ["containment.authorise"], compromises: ["corporate-mail"] }],
    severities: [{ id: "s1", name: "S1 critical", rank: 1, criteria: "production down" }],
    decisionRights: [{ id: "g1", verb: "containment.authorise", role: "security-lead", events: ["ransomware"], mode: "sole", delegable: true }],
    preAuthorisations: [{ id: "p1", verb: "containment.authorise", actions: ["isolate one endpoint"], trigger: "EDR verdict malicious", performers: ["soc-analyst"], when: "after-all-tried", triedFor: "PT15M", tellWithin: "PT15M" }],
    escalationPaths: [{ id: "path1", name: "S1", severities: ["s1"], steps: [{ after: "PT0M", roles: ["soc-analyst"], channels: ["voice"], acknowledgeWithin: "PT5M" }], lastResort: ["ana-rtiz"] }],
    clocks: [{ id: "c1", name: "NYDFS notice", kind: "regulatory", source: "23 NYCRR 500.17(a)", anchor: "determination", limit: "PT72H", determiner: "security-lead" }],
    informLists: [{ id: "i1", name: "Executives", roles: ["business-owner"], within: "PT1H" }],
    kept: [{ id: "k1", what: "legal notice", role: "legal-counsel" }],
    waivers: [{ id: "w1", rule: "no-accountable", at: { kind: "activity", id: "a2" }, by: "ana-rtiz", reason: "small team", until: "2026-12-31" }],
    directory: {
      contacts: [{ id: "t1", person: "ana-rtiz", kind: "voice", value: "+49 30 1", verifiedAt: "2026-11-01T09:00Z", outOfBandGroup: "mobile" }],
      absences: [{ id: "ab1", person: "ana-rtiz", from: "2026-12-03T00:00Z", until: "2026-12-14T00:00Z", substitute: "ben-ukasz" }],
      swaps: [{ id: "sw1", rotation: "soc-rota", from: "2026-12-01T00:00Z", until: "2026-12-02T00:00Z", out: "ben-ukasz", in: "ana-rtiz" }],
      delegations: [{ id: "d1", from: "ana-rtiz", to: "ben-ukasz", verbs: ["containment.authorise"], starts: "2026-12-03T00:00Z", ends: "2026-12-14T00:00Z" }],
      holderChanges: [{ id: "h1", role: "soc-analyst", holders: ["ben-ukasz"], at: "2026-11-01T00:00Z", by: "ben-ukasz" }],
    },
  },
});
