import type { LibraryActivity } from "../activity.ts";

/** Evidence, attestations and agreements. */
export const COMPLIANCE: readonly LibraryActivity[] = [
  {
    id: "CMP-01", area: "Compliance and evidence", kind: "compliance",
    title: "Map controls to owners and keep the security plan or statement of applicability",
    responsible: ["c.comp"], accountable: "c.sec", consulted: ["p.grc", "c.it"], informed: ["c.audit"],
    approval: "formal", evidence: "security plan, statement of applicability or control map", cadence: { every: "P1Y", on: ["a change of systems or rules"] },
    controls: [
      "nist-csf-2.0:GV.OC-03", "nist-800-53-r5:PL-2", "nist-800-171-r2:3.12.4", "cmmc-l2:CA.L2-3.12.4", "pci-dss-4.0.1:12.8.5",
      "hipaa:164.316(b)(1)", "iso-27001-2022:6.1.3", "iso-27001-2022:A.5.31", "cisa-cpg-2.0:1.A",
    ],
  },
  {
    id: "CMP-02", area: "Compliance and evidence", kind: "compliance",
    title: "Prepare audit evidence",
    responsible: ["p.grc", "c.comp"], accountable: "c.comp", consulted: ["c.sec", "p.sdm"], informed: ["c.audit"],
    approval: "none", evidence: "evidence folder index", cadence: { every: "P1M" },
    split: { client: "collects the evidence of its own controls", provider: "supplies the evidence of the controls it operates", validator: "c.comp" },
    controls: [
      "nist-csf-2.0:GV.OC-03", "nist-800-53-r5:CA-2", "nist-800-53-r5:CA-7", "nist-800-171-r2:3.12.1", "nist-800-171-r2:3.12.3",
      "cmmc-l2:CA.L2-3.12.1", "cmmc-l2:CA.L2-3.12.3", "hipaa:164.316(b)(1)", "hipaa:164.308(a)(8)", "nycrr-500:500.2(e)",
      "nycrr-500:500.17(b)(3)", "iso-27001-2022:9.2.1", "iso-27001-2022:A.5.36", "cisa-cpg-2.0:2.C",
    ],
  },
  {
    id: "CMP-03", area: "Compliance and evidence", kind: "compliance",
    title: "Sign final attestations and certifications",
    responsible: ["c.comp"], accountable: "c.exec", consulted: ["c.sec", "c.legal", "p.grc"], informed: ["c.audit"],
    approval: "formal", evidence: "signed attestation", cadence: { every: "P1Y", text: "yearly; under 23 NYCRR 500 by 15 April" },
    controls: ["nist-csf-2.0:GV.OC-03", "nist-800-53-r5:CA-6", "nycrr-500:500.17(b)(1)", "nycrr-500:500.17(b)(2)", "iso-27001-2022:9.3.1"],
    note: "A role of the provider supplies evidence, and never holds the A.",
  },
  {
    id: "CMP-04", area: "Compliance and evidence", kind: "compliance",
    title: "Export logs and evidence on request",
    responsible: ["p.soc", "p.grc"], accountable: "c.comp", consulted: ["c.sec"], informed: ["c.audit"],
    approval: "none", evidence: "export receipt with time", cadence: { on: ["each request"], text: "within the agreed time, 24 h is usual" },
    controls: [
      "nist-csf-2.0:PR.PS-04", "nist-800-53-r5:AU-6", "nist-800-53-r5:AU-11", "nist-800-171-r2:3.3.6", "cmmc-l2:AU.L2-3.3.6",
      "pci-dss-4.0.1:10.5.1", "hipaa:164.312(b)", "nycrr-500:500.17(b)(3)", "iso-27001-2022:A.5.20", "iso-27001-2022:A.8.15",
      "cisa-cpg-2.0:3.Q",
    ],
  },
  {
    id: "CMP-05", area: "Compliance and evidence", kind: "compliance",
    title: "Supply provider compliance status and responsibility split",
    responsible: ["p.grc"], accountable: "p.grc", consulted: ["p.sdm"], informed: ["c.comp", "c.sec"],
    approval: "none", evidence: "AOC or SOC 2 or certificate plus matrix", cadence: { every: "P1Y", on: ["each request"] },
    controls: [
      "nist-csf-2.0:GV.SC-07", "nist-800-53-r5:SA-9", "pci-dss-4.0.1:12.8.4", "pci-dss-4.0.1:12.8.5", "pci-dss-4.0.1:12.9.2",
      "iso-27001-2022:A.5.22", "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "CMP-06", area: "Suppliers and contracts", kind: "compliance",
    title: "Execute and track business associate or data protection agreements",
    responsible: ["c.legal"], accountable: "c.comp", consulted: ["p.grc", "c.proc"], informed: ["c.sec"],
    approval: "formal", evidence: "executed agreement register", cadence: { every: "P1Y", on: ["signing the contract"] },
    controls: [
      "nist-csf-2.0:GV.SC-05", "nist-csf-2.0:GV.OC-03", "nist-800-53-r5:SA-9", "pci-dss-4.0.1:12.8.2", "hipaa:164.308(b)(3)",
      "hipaa:164.314(a)(1)", "nycrr-500:500.11(b)", "iso-27001-2022:A.5.20", "iso-27001-2022:A.5.34",
    ],
  },
  {
    id: "CMP-07", area: "Compliance and evidence", kind: "compliance",
    title: "Track corrective actions to closure",
    responsible: ["c.comp", "p.sdm"], accountable: "c.sec", consulted: ["c.infra", "c.app"], informed: ["c.risk"],
    approval: "none", evidence: "POA&M or corrective action log", cadence: { every: "P1M" },
    split: { client: "closes its own corrective actions", provider: "closes the corrective actions of the service", validator: "c.sec" },
    controls: [
      "nist-csf-2.0:ID.IM-01", "nist-csf-2.0:ID.RA-06", "nist-800-53-r5:CA-5", "nist-800-171-r2:3.12.2", "cmmc-l2:CA.L2-3.12.2",
      "hipaa:164.308(a)(1)(ii)(B)", "nycrr-500:500.17(b)(1)(ii)", "iso-27001-2022:10.2",
    ],
  },
  {
    id: "CMP-08", area: "Compliance and evidence", kind: "compliance",
    title: "Review complementary user entity controls in provider reports and assign owners",
    responsible: ["c.comp"], accountable: "c.sec", consulted: ["p.grc", "c.it"], informed: ["c.audit"],
    approval: "none", evidence: "CUEC assignment sheet", cadence: { on: ["each new provider report"] },
    controls: ["nist-csf-2.0:GV.SC-07", "nist-800-53-r5:SA-9", "iso-27001-2022:A.5.22", "iso-27001-2022:A.5.23", "cisa-cpg-2.0:1.E"],
    note: "These controls come from the SOC 2 report itself; they have no id in the trust services criteria.",
  },
  {
    id: "CMP-09", area: "Compliance and evidence", kind: "compliance",
    title: "Retain compliance records",
    responsible: ["p.grc", "c.comp"], accountable: "c.comp", consulted: ["c.legal"], informed: ["c.audit"],
    approval: "none", evidence: "records schedule", cadence: { every: "P1Y", text: "reviewed yearly; HIPAA asks for six years, 23 NYCRR 500 for five" },
    split: { client: "keeps policies, filings and attestations", provider: "keeps operating records and hands them over on request", validator: "c.comp" },
    controls: [
      "nist-csf-2.0:GV.OC-03", "nist-800-53-r5:SI-12", "hipaa:164.316(b)(2)(i)", "nycrr-500:500.6(b)", "nycrr-500:500.17(b)(3)",
      "iso-27001-2022:A.5.33",
    ],
  },
  {
    id: "CMP-10", area: "Suppliers and contracts", kind: "compliance",
    title: "Flow requirements down to subcontractors",
    responsible: ["p.grc"], accountable: "p.sdm", consulted: ["c.legal"], informed: ["c.comp"],
    approval: "formal", evidence: "subcontractor list and flow-down clauses", cadence: { every: "P1Y", on: ["a subcontractor changes"] },
    controls: [
      "nist-csf-2.0:GV.SC-05", "nist-800-53-r5:SA-9", "nist-800-53-r5:SR-3", "pci-dss-4.0.1:12.8.1", "hipaa:164.308(b)(2)",
      "hipaa:164.314(a)(2)(iii)", "iso-27001-2022:A.5.21",
    ],
  },
  {
    id: "CMP-11", area: "Compliance and evidence", kind: "compliance",
    title: "Commission independent review of the program",
    responsible: ["c.audit"], accountable: "c.exec", consulted: ["c.comp", "c.sec"], informed: ["p.grc"],
    approval: "none", evidence: "audit report", cadence: { every: "P1Y" },
    controls: [
      "nist-csf-2.0:ID.IM-01", "nist-800-53-r5:CA-2", "nist-800-53-r5:CA-2(1)", "nist-800-171-r2:3.12.1", "cmmc-l2:CA.L2-3.12.1",
      "hipaa:164.308(a)(8)", "nycrr-500:500.2(c)", "iso-27001-2022:9.2.1", "iso-27001-2022:A.5.35", "cisa-cpg-2.0:2.C",
    ],
  },
];
