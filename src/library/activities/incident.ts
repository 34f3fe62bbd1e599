import type { LibraryActivity } from "../activity.ts";

/** From the first call to the record kept for the auditor. */
export const INCIDENT: readonly LibraryActivity[] = [
  {
    id: "INC-01", area: "Incident response", kind: "incident", critical: true,
    title: "Keep named escalation contacts and take the first call",
    responsible: ["p.soc", "c.it"], accountable: "c.sec", consulted: ["p.sdm"], informed: ["c.app", "c.exec"],
    approval: "none", evidence: "contact roster with backups and response times", cadence: { every: "P1M", on: ["a contact changes"] },
    split: { client: "names who takes the call for the client", provider: "names who takes the call for the provider and tests the list", validator: "c.sec" },
    controls: [
      "nist-csf-2.0:RS.CO-02", "nist-800-53-r5:IR-6", "nist-800-53-r5:IR-8", "nist-800-171-r2:3.6.2", "cmmc-l2:IR.L2-3.6.2",
      "pci-dss-4.0.1:12.10.1", "pci-dss-4.0.1:12.10.3", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(iv)",
      "iso-27001-2022:A.5.24", "iso-27001-2022:A.6.8", "cisa-cpg-2.0:5.A",
    ],
  },
  {
    id: "INC-02", area: "Incident response", kind: "incident", critical: true,
    title: "Decide whether an event is operational or security-related",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["p.eng", "c.infra"], informed: ["c.app"],
    approval: "none", evidence: "triage note", cadence: { on: ["each event"] },
    controls: [
      "nist-csf-2.0:DE.AE-08", "nist-csf-2.0:RS.MA-02", "nist-800-53-r5:IR-4", "nist-800-171-r2:3.6.1", "cmmc-l2:IR.L2-3.6.1",
      "pci-dss-4.0.1:12.10.5", "hipaa:164.308(a)(6)(i)", "iso-27001-2022:A.5.25", "cisa-cpg-2.0:4.B",
    ],
  },
  {
    id: "INC-03", area: "Incident response", kind: "incident", critical: true,
    title: "Confirm the incident and assign severity",
    responsible: ["p.ir"], accountable: "c.sec", consulted: ["p.soc", "c.app"], informed: ["c.risk", "c.legal"],
    approval: "none", evidence: "incident declaration with severity", cadence: { on: ["each incident"] },
    controls: [
      "nist-csf-2.0:DE.AE-08", "nist-csf-2.0:RS.MA-03", "nist-800-53-r5:IR-4", "nist-800-53-r5:IR-5", "nist-800-171-r2:3.6.1",
      "cmmc-l2:IR.L2-3.6.1", "pci-dss-4.0.1:12.10.1", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(iii)",
      "iso-27001-2022:A.5.25", "cisa-cpg-2.0:1.C",
    ],
  },
  {
    id: "INC-04", area: "Incident response", kind: "incident", critical: true,
    title: "Decide on containment with business impact",
    responsible: ["c.sec", "p.ir"], accountable: "c.risk", consulted: ["c.legal", "c.comp", "c.infra"], informed: ["c.exec"], approvers: ["c.risk"],
    approval: "emergency", evidence: "containment decision log", cadence: { on: ["each incident"] },
    split: { client: "weighs business impact and decides", provider: "proposes measures and says what they will break", validator: "c.risk" },
    controls: [
      "nist-csf-2.0:RS.MI-01", "nist-csf-2.0:RS.MA-04", "nist-800-53-r5:IR-4", "nist-800-171-r2:3.6.1", "cmmc-l2:IR.L2-3.6.1",
      "pci-dss-4.0.1:12.10.1", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(iii)", "iso-27001-2022:A.5.26", "cisa-cpg-2.0:1.C",
    ],
  },
  {
    id: "INC-05", area: "Incident response", kind: "incident", critical: true,
    title: "Execute pre-authorised containment: isolate an endpoint, disable an account, block an address",
    responsible: ["p.soc", "p.ir"], accountable: "c.sec", consulted: ["c.infra"], informed: ["c.it", "c.app"],
    approval: "emergency", evidence: "action log with after-the-fact approval", cadence: { every: "P3M", on: ["each incident"], text: "each incident; the list of permitted actions is reviewed quarterly" },
    controls: [
      "nist-csf-2.0:RS.MI-01", "nist-800-53-r5:IR-4", "nist-800-171-r2:3.6.1", "cmmc-l2:IR.L2-3.6.1", "pci-dss-4.0.1:12.10.5",
      "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(iii)", "iso-27001-2022:A.5.26", "cisa-cpg-2.0:1.C",
    ],
  },
  {
    id: "INC-06", area: "Incident response", kind: "incident",
    title: "Lead the investigation and root cause analysis",
    responsible: ["p.ir"], accountable: "c.sec", consulted: ["c.infra", "c.app"], informed: ["c.risk"],
    approval: "none", evidence: "root cause report", cadence: { on: ["each major incident"] },
    controls: [
      "nist-csf-2.0:RS.AN-03", "nist-800-53-r5:IR-4", "nist-800-171-r2:3.6.1", "nist-800-171-r2:3.6.2", "cmmc-l2:IR.L2-3.6.1",
      "cmmc-l2:IR.L2-3.6.2", "pci-dss-4.0.1:12.10.6", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(viii)",
      "iso-27001-2022:A.5.26", "iso-27001-2022:A.5.27", "cisa-cpg-2.0:1.C",
    ],
  },
  {
    id: "INC-07", area: "Incident response", kind: "incident",
    title: "Collect and preserve evidence",
    responsible: ["p.ir"], accountable: "c.sec", consulted: ["c.legal"], informed: ["c.audit"],
    approval: "none", evidence: "chain-of-custody record", cadence: { on: ["each incident"] },
    controls: [
      "nist-csf-2.0:RS.AN-06", "nist-csf-2.0:RS.AN-07", "nist-800-53-r5:IR-4", "nist-800-171-r2:3.6.2", "cmmc-l2:IR.L2-3.6.2",
      "iso-27001-2022:A.5.28",
    ],
  },
  {
    id: "INC-08", area: "Incident response", kind: "incident", critical: true,
    title: "Eradicate and recover",
    responsible: ["p.eng", "p.ir"], accountable: "c.infra", consulted: ["c.app", "c.sec"], informed: ["c.users"],
    approval: "emergency", evidence: "recovery log", cadence: { on: ["each incident"] },
    controls: [
      "nist-csf-2.0:RS.MI-02", "nist-csf-2.0:RC.RP-02", "nist-800-53-r5:IR-4", "nist-800-53-r5:CP-10", "nist-800-171-r2:3.6.1",
      "cmmc-l2:IR.L2-3.6.1", "pci-dss-4.0.1:12.10.1", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(vii)",
      "iso-27001-2022:A.5.26", "cisa-cpg-2.0:6.A",
    ],
  },
  {
    id: "INC-09", area: "Incident notices", kind: "incident",
    title: "Inform business stakeholders and users during disruption",
    responsible: ["c.it"], accountable: "c.app", consulted: ["p.sdm", "c.sec"], informed: ["c.users", "c.exec"],
    approval: "none", evidence: "status updates", cadence: { on: ["each incident"], text: "at the agreed interval while the disruption lasts" },
    controls: [
      "nist-csf-2.0:RS.CO-03", "nist-csf-2.0:RC.CO-03", "nist-800-53-r5:IR-4", "pci-dss-4.0.1:12.10.1", "nycrr-500:500.16(a)(1)(iv)",
      "iso-27001-2022:A.5.26", "iso-27001-2022:7.4", "cisa-cpg-2.0:5.A",
    ],
  },
  {
    id: "INC-10", area: "Incident notices", kind: "incident", critical: true,
    title: "Notify the client of an incident at the provider or in client systems",
    responsible: ["p.ir", "p.sdm"], accountable: "p.sdm", consulted: ["p.grc"], informed: ["c.sec", "c.legal", "c.comp"],
    approval: "none", evidence: "notification record with detection and notice time", cadence: { on: ["detection of an incident"], text: "at once, within the hours of the contract at most" },
    controls: [
      "nist-csf-2.0:RS.CO-02", "nist-csf-2.0:GV.SC-08", "nist-800-53-r5:IR-6", "nist-800-53-r5:IR-6(3)", "nist-800-53-r5:SR-8",
      "nist-800-171-r2:3.6.2", "cmmc-l2:IR.L2-3.6.2", "pci-dss-4.0.1:12.10.1", "hipaa:164.314(a)(2)(i)(C)", "hipaa:164.410",
      "nycrr-500:500.11(b)(3)", "iso-27001-2022:A.5.20", "iso-27001-2022:A.6.8", "cisa-cpg-2.0:1.D",
    ],
    note: "Telling the client is the provider’s own duty, so the A sits with the provider. Multi-tenant providers also see PCI DSS A1.2.3.",
  },
  {
    id: "INC-11", area: "Incident notices", kind: "incident", critical: true,
    title: "Decide on regulatory notifications and file them",
    responsible: ["c.legal", "c.comp"], accountable: "c.exec", consulted: ["c.sec", "p.ir"], informed: ["c.risk", "p.sdm"],
    approval: "none", evidence: "filing copy and clock record", cadence: { on: ["each reportable incident"], text: "within the period of each rule that applies" },
    controls: [
      "nist-csf-2.0:RS.CO-02", "nist-csf-2.0:GV.OC-03", "nist-800-53-r5:IR-6", "nist-800-171-r2:3.6.2", "cmmc-l2:IR.L2-3.6.2",
      "pci-dss-4.0.1:12.10.1", "hipaa:164.408", "nycrr-500:500.17(a)(1)", "iso-27001-2022:A.5.5", "iso-27001-2022:A.5.31",
      "cisa-cpg-2.0:5.B",
    ],
    note: "N.J.S.A. 56:8-163(c)(1): State Police before customers. DFARS 252.204-7012: 72 h for controlled unclassified information.",
  },
  {
    id: "INC-12", area: "Incident notices", kind: "incident",
    title: "Notify affected individuals",
    responsible: ["c.comp"], accountable: "c.exec", consulted: ["c.legal"], informed: ["c.sec", "p.sdm"],
    approval: "none", evidence: "notice copies and recipient list", cadence: { on: ["each reportable incident"], text: "within the period of each rule that applies" },
    controls: [
      "nist-csf-2.0:RS.CO-02", "nist-800-53-r5:IR-6", "hipaa:164.404", "iso-27001-2022:A.5.31", "iso-27001-2022:A.5.34",
      "cisa-cpg-2.0:5.B",
    ],
    note: "See also N.J.S.A. 56:8-163(a).",
  },
  {
    id: "INC-13", area: "Incident notices", kind: "incident",
    title: "Decide on extortion payments and report them",
    responsible: ["c.risk"], accountable: "c.exec", consulted: ["c.legal", "c.sec"], informed: ["c.comp"],
    approval: "none", evidence: "decision memo and notices", cadence: { on: ["each event"] },
    controls: [
      "nist-csf-2.0:RS.CO-02", "nist-800-53-r5:IR-6", "nycrr-500:500.17(c)(1)", "nycrr-500:500.17(c)(2)", "iso-27001-2022:A.5.5",
      "cisa-cpg-2.0:5.B",
    ],
  },
  {
    id: "INC-14", area: "Incident response", kind: "incident",
    title: "Write the post-incident report and track lessons",
    responsible: ["p.ir"], accountable: "c.sec", consulted: ["c.infra", "c.app"], informed: ["c.exec", "c.audit"],
    approval: "none", evidence: "post-incident report", cadence: { on: ["each major incident"] },
    controls: [
      "nist-csf-2.0:RC.RP-06", "nist-csf-2.0:ID.IM-03", "nist-800-53-r5:IR-4", "nist-800-53-r5:IR-5", "nist-800-171-r2:3.6.2",
      "cmmc-l2:IR.L2-3.6.2", "pci-dss-4.0.1:12.10.6", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(vi)",
      "nycrr-500:500.16(a)(1)(viii)", "iso-27001-2022:A.5.27", "cisa-cpg-2.0:1.C",
    ],
  },
  {
    id: "INC-15", area: "Incident response", kind: "incident",
    title: "Maintain and exercise the incident response plan with the provider",
    responsible: ["c.sec", "p.ir"], accountable: "c.sec", consulted: ["c.legal", "c.app", "p.sdm"], informed: ["c.exec"], approvers: ["c.risk"],
    approval: "formal", evidence: "exercise report", cadence: { every: "P1Y" },
    split: { client: "owns the plan and calls the exercise", provider: "plays its part and brings in what it learned", validator: "c.sec" },
    controls: [
      "nist-csf-2.0:ID.IM-02", "nist-csf-2.0:ID.IM-04", "nist-csf-2.0:GV.SC-08", "nist-800-53-r5:IR-3", "nist-800-53-r5:IR-8",
      "nist-800-171-r2:3.6.3", "cmmc-l2:IR.L2-3.6.3", "pci-dss-4.0.1:12.10.2", "hipaa:164.308(a)(6)(i)", "nycrr-500:500.16(d)(1)",
      "iso-27001-2022:A.5.24", "cisa-cpg-2.0:1.C",
    ],
  },
  {
    id: "INC-16", area: "Incident response", kind: "incident",
    title: "Retain incident records for audit",
    responsible: ["p.sdm", "p.ir"], accountable: "c.comp", consulted: ["c.legal"], informed: ["c.audit"],
    approval: "none", evidence: "incident register", cadence: { every: "P1Y", on: ["each incident"], text: "kept as the retention schedule says, checked yearly" },
    controls: [
      "nist-csf-2.0:RS.AN-06", "nist-800-53-r5:IR-5", "nist-800-171-r2:3.6.2", "cmmc-l2:IR.L2-3.6.2", "hipaa:164.316(b)(1)",
      "nycrr-500:500.16(a)(1)(vi)", "iso-27001-2022:A.5.33", "iso-27001-2022:A.5.28",
    ],
  },
];
