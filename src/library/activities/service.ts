import type { LibraryActivity } from "../activity.ts";

/** Support, warranty and maintenance. */
export const SERVICE: readonly LibraryActivity[] = [
  {
    id: "SRV-01", area: "User support", kind: "service",
    title: "Provide first and second line support",
    responsible: ["p.desk"], accountable: "p.sdm", consulted: ["c.it"], informed: ["c.users"],
    approval: "none", evidence: "ticket statistics", cadence: { on: ["each request"], text: "within the agreed service level" },
    controls: [],
    note: "No control mapping is needed; the A sits with the provider by contract.",
  },
  {
    id: "SRV-02", area: "User support", kind: "service",
    title: "Reset passwords after identity verification",
    responsible: ["p.desk"], accountable: "c.it", consulted: ["c.sec"], informed: ["c.users"],
    approval: "standard", evidence: "reset log", cadence: { on: ["each request"] },
    controls: [
      "nist-csf-2.0:PR.AA-01", "nist-800-53-r5:IA-5", "nist-800-171-r2:3.5.9", "cmmc-l2:IA.L2-3.5.9", "pci-dss-4.0.1:8.3.3",
      "hipaa:164.308(a)(5)(ii)(D)", "iso-27001-2022:A.5.17",
    ],
  },
  {
    id: "SRV-03", area: "User support", kind: "service",
    title: "Escalate to third line and vendors",
    responsible: ["p.desk", "p.eng"], accountable: "p.sdm", consulted: ["v.sup"], informed: ["c.it"],
    approval: "none", evidence: "escalation record", cadence: { on: ["each request"], text: "within the agreed service level" },
    controls: [],
  },
  {
    id: "SRV-04", area: "Warranty", kind: "service",
    title: "Confirm hardware failure and run the warranty case",
    responsible: ["p.eng", "v.sup"], accountable: "c.infra", consulted: ["c.proc"], informed: ["c.users"],
    approval: "none", evidence: "warranty case record", cadence: { on: ["each case"] },
    controls: [
      "nist-csf-2.0:PR.PS-03", "nist-800-53-r5:MA-2", "nist-800-171-r2:3.7.1", "nist-800-171-r2:3.7.3", "cmmc-l2:MA.L2-3.7.1",
      "cmmc-l2:MA.L2-3.7.3", "hipaa:164.310(a)(2)(iv)", "iso-27001-2022:A.7.13",
    ],
  },
  {
    id: "SRV-05", area: "Warranty", kind: "service",
    title: "Decide warranty versus billable work",
    responsible: ["p.sdm", "c.proc"], accountable: "c.proc", consulted: ["v.sup"], informed: ["c.it"],
    approval: "none", evidence: "scope decision", cadence: { on: ["each case"] },
    split: { client: "decides by the warranty terms of the contract", provider: "states the cause and the work it took", validator: "c.it" },
    controls: [],
  },
  {
    id: "SRV-06", area: "Maintenance", kind: "service",
    title: "Perform scheduled maintenance",
    responsible: ["p.eng"], accountable: "c.infra", consulted: ["c.app"], informed: ["c.users"],
    approval: "standard", evidence: "maintenance record", cadence: { every: "P3M", text: "as the maintenance calendar says, quarterly at least" },
    controls: [
      "nist-csf-2.0:PR.PS-03", "nist-800-53-r5:MA-2", "nist-800-171-r2:3.7.1", "nist-800-171-r2:3.7.2", "cmmc-l2:MA.L2-3.7.1",
      "cmmc-l2:MA.L2-3.7.2", "hipaa:164.310(a)(2)(iv)", "iso-27001-2022:A.7.13",
    ],
  },
  {
    id: "SRV-07", area: "Maintenance", kind: "service",
    title: "Supervise on-site visits of provider staff",
    responsible: ["c.it"], accountable: "c.infra", consulted: ["p.sdm"], informed: ["c.sec"],
    approval: "none", evidence: "visitor log", cadence: { on: ["each visit"] },
    controls: [
      "nist-csf-2.0:PR.AA-06", "nist-800-53-r5:MA-5", "nist-800-53-r5:PE-3", "nist-800-171-r2:3.7.6", "nist-800-171-r2:3.10.3",
      "cmmc-l2:MA.L2-3.7.6", "cmmc-l2:PE.L2-3.10.3", "pci-dss-4.0.1:9.3.2", "hipaa:164.310(a)(2)(iii)", "iso-27001-2022:A.7.2",
    ],
  },
  {
    id: "SRV-08", area: "User support", kind: "service",
    title: "Install or approve software on workstations",
    responsible: ["p.desk"], accountable: "c.it", consulted: ["c.sec"], informed: ["c.users"],
    approval: "standard", evidence: "software request", cadence: { on: ["each request"] },
    controls: [
      "nist-csf-2.0:PR.PS-05", "nist-800-53-r5:CM-11", "nist-800-171-r2:3.4.9", "cmmc-l2:CM.L2-3.4.9", "iso-27001-2022:A.8.19",
      "cisa-cpg-2.0:3.P",
    ],
  },
  {
    id: "SRV-09", area: "Reporting", kind: "service",
    title: "Track SLA results and run service reviews",
    responsible: ["p.sdm"], accountable: "c.it", consulted: ["c.app"], informed: ["c.sec", "c.proc"],
    approval: "none", evidence: "SLA report", cadence: { every: "P1M" },
    controls: ["nist-csf-2.0:GV.SC-07", "nist-800-53-r5:SA-9", "iso-27001-2022:A.5.22"],
  },
  {
    id: "SRV-10", area: "Incident response", kind: "service", critical: true,
    title: "Restore service in major availability incidents",
    responsible: ["p.eng", "p.sdm"], accountable: "c.it", consulted: ["c.app", "v.sup"], informed: ["c.exec", "c.users"],
    approval: "emergency", evidence: "major incident record", cadence: { on: ["each event"] },
    controls: ["nist-csf-2.0:RC.RP-02", "nist-800-53-r5:CP-10", "hipaa:164.308(a)(7)(ii)(C)", "iso-27001-2022:A.5.29"],
  },
];
