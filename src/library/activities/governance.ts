import type { LibraryActivity } from "../activity.ts";

/** Governance, risk, suppliers and people. */
export const GOVERNANCE: readonly LibraryActivity[] = [
  {
    id: "GOV-01", area: "Governance", kind: "governance",
    title: "Maintain, approve and version the responsibility matrix",
    responsible: ["c.sec", "p.sdm"], accountable: "c.risk", consulted: ["c.comp", "c.it", "p.grc"], informed: ["c.exec", "c.audit"],
    approval: "formal", evidence: "approved matrix version with sign-offs", cadence: { every: "P3M", on: ["a change of provider, team or scope", "a major incident"] },
    split: { client: "approves the matrix and keeps the signed versions", provider: "keeps its own half current and raises changes", validator: "c.comp" },
    controls: [
      "nist-csf-2.0:GV.RR-02", "nist-csf-2.0:GV.SC-02", "nist-800-53-r5:SA-9", "nist-800-53-r5:SA-4", "nist-800-53-r5:PS-7",
      "nist-800-171-r2:3.12.4", "cmmc-l2:CA.L2-3.12.4", "pci-dss-4.0.1:12.8.5", "pci-dss-4.0.1:12.9.2", "hipaa:164.308(a)(2)",
      "hipaa:164.314(a)(1)", "nycrr-500:500.11(a)", "nycrr-500:500.4(a)", "iso-27001-2022:A.5.2", "iso-27001-2022:A.5.19",
      "iso-27001-2022:A.5.20", "cisa-cpg-2.0:1.A", "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-02", area: "Governance", kind: "governance",
    title: "Define scope: systems, services, data and regulatory labels the provider touches",
    responsible: ["c.it"], accountable: "c.sec", consulted: ["c.app", "c.comp", "p.sdm"], informed: ["p.eng", "p.soc"],
    approval: "formal", evidence: "scope statement or in-scope asset list", cadence: { on: ["signing the contract", "a new system, site or data class"] },
    controls: [
      "nist-csf-2.0:GV.OC-04", "nist-csf-2.0:GV.OC-05", "nist-csf-2.0:ID.AM-04", "nist-800-53-r5:SA-9", "nist-800-53-r5:PL-2",
      "nist-800-53-r5:CM-8", "nist-800-171-r2:3.12.4", "nist-800-171-r2:3.4.1", "cmmc-l2:CA.L2-3.12.4", "cmmc-l2:CM.L2-3.4.1",
      "pci-dss-4.0.1:12.5.1", "pci-dss-4.0.1:12.5.2", "pci-dss-4.0.1:12.8.1", "hipaa:164.308(a)(1)(ii)(A)", "nycrr-500:500.13(a)",
      "iso-27001-2022:4.3", "iso-27001-2022:A.5.9", "iso-27001-2022:A.5.19", "cisa-cpg-2.0:2.A", "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-03", area: "Governance", kind: "governance",
    title: "Approve security policies",
    responsible: ["c.sec"], accountable: "c.exec", consulted: ["c.legal", "c.comp", "p.grc"], informed: ["c.users", "p.sdm"],
    approval: "formal", evidence: "signed policy set", cadence: { every: "P1Y" },
    controls: [
      "nist-csf-2.0:GV.PO-01", "nist-csf-2.0:GV.PO-02", "nist-800-53-r5:PM-1", "nist-800-53-r5:PL-1", "pci-dss-4.0.1:12.1.1",
      "pci-dss-4.0.1:12.1.2", "hipaa:164.316(a)", "hipaa:164.316(b)(2)(iii)", "nycrr-500:500.3", "iso-27001-2022:5.2",
      "iso-27001-2022:A.5.1", "cisa-cpg-2.0:1.B",
    ],
  },
  {
    id: "GOV-04", area: "Risk", kind: "governance",
    title: "Perform the periodic risk assessment",
    responsible: ["c.sec", "p.soc"], accountable: "c.risk", consulted: ["c.app", "c.infra", "c.comp"], informed: ["c.exec"],
    approval: "none", evidence: "risk assessment report", cadence: { every: "P1Y", on: ["a significant change"] },
    split: { client: "rates business impact and decides treatment", provider: "supplies threats, exposures and likelihood", validator: "c.comp" },
    controls: [
      "nist-csf-2.0:ID.RA-05", "nist-csf-2.0:GV.RM-06", "nist-800-53-r5:RA-3", "nist-800-171-r2:3.11.1", "cmmc-l2:RA.L2-3.11.1",
      "pci-dss-4.0.1:12.3.1", "hipaa:164.308(a)(1)(ii)(A)", "nycrr-500:500.9(a)", "iso-27001-2022:6.1.2", "iso-27001-2022:8.2",
    ],
  },
  {
    id: "GOV-05", area: "Risk", kind: "governance", critical: true,
    title: "Accept, transfer or reject risk for unresolved findings",
    responsible: ["c.sec"], accountable: "c.risk", consulted: ["c.app", "c.comp", "p.soc"], informed: ["c.exec", "p.sdm"],
    approval: "formal", evidence: "risk acceptance record with expiry date", cadence: { every: "P1Y", on: ["each unresolved finding"], text: "each finding, confirmed again every year" },
    controls: [
      "nist-csf-2.0:ID.RA-06", "nist-csf-2.0:GV.RM-04", "nist-800-53-r5:RA-7", "nist-800-53-r5:CA-5", "nist-800-171-r2:3.11.3",
      "nist-800-171-r2:3.12.2", "cmmc-l2:RA.L2-3.11.3", "cmmc-l2:CA.L2-3.12.2", "hipaa:164.308(a)(1)(ii)(B)",
      "nycrr-500:500.9(b)(3)", "iso-27001-2022:6.1.3", "iso-27001-2022:8.3",
    ],
    note: "A role of the provider recommends, and never holds the A.",
  },
  {
    id: "GOV-06", area: "Governance", kind: "governance",
    title: "Report security status to the governing body",
    responsible: ["c.sec"], accountable: "c.exec", consulted: ["c.comp", "p.sdm"], informed: ["c.audit"],
    approval: "none", evidence: "board or governing-body report", cadence: { every: "P3M", text: "quarterly as a rule, yearly at least" },
    controls: [
      "nist-csf-2.0:GV.OV-01", "nist-csf-2.0:GV.OV-03", "nist-csf-2.0:GV.RM-05", "nist-800-53-r5:PM-6", "nycrr-500:500.4(b)",
      "nycrr-500:500.4(c)", "nycrr-500:500.4(d)", "iso-27001-2022:9.3.1", "iso-27001-2022:9.3.2", "cisa-cpg-2.0:1.B",
    ],
  },
  {
    id: "GOV-07", area: "Governance", kind: "governance",
    title: "Designate the accountable security official, including when the role is outsourced",
    responsible: ["c.exec"], accountable: "c.exec", consulted: ["c.legal", "c.hr"], informed: ["p.sdm", "c.audit"],
    approval: "formal", evidence: "appointment letter or role record", cadence: { on: ["a change of the post or its holder"] },
    controls: [
      "nist-csf-2.0:GV.RR-01", "nist-csf-2.0:GV.RR-02", "nist-800-53-r5:PM-2", "pci-dss-4.0.1:12.1.4", "hipaa:164.308(a)(2)",
      "nycrr-500:500.4(a)", "iso-27001-2022:5.3", "iso-27001-2022:A.5.2", "cisa-cpg-2.0:1.A",
    ],
    note: "One person may be performer and accountable here.",
  },
  {
    id: "GOV-08", area: "Suppliers and contracts", kind: "governance",
    title: "Perform security due diligence before engaging a provider",
    responsible: ["c.sec"], accountable: "c.risk", consulted: ["c.proc", "c.legal", "p.grc"], informed: ["c.exec"],
    approval: "none", evidence: "due-diligence file", cadence: { on: ["before a contract is signed", "each renewal"] },
    controls: [
      "nist-csf-2.0:GV.SC-06", "nist-csf-2.0:ID.RA-10", "nist-800-53-r5:SA-9(1)", "nist-800-53-r5:SR-6", "nist-800-53-r5:SA-4",
      "pci-dss-4.0.1:12.8.3", "hipaa:164.308(b)(1)", "nycrr-500:500.11(a)(3)", "iso-27001-2022:A.5.19", "iso-27001-2022:A.5.21",
      "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-09", area: "Suppliers and contracts", kind: "governance",
    title: "Agree written security terms and the acknowledgement of responsibilities with the provider",
    responsible: ["c.proc", "p.sdm"], accountable: "c.exec", consulted: ["c.legal", "c.sec", "p.grc"], informed: ["c.comp"],
    approval: "formal", evidence: "signed agreement with matrix appendix", cadence: { on: ["signing the contract", "each renewal"] },
    split: { client: "sets the security terms and signs", provider: "confirms in writing which controls it carries", validator: "c.legal" },
    controls: [
      "nist-csf-2.0:GV.SC-05", "nist-800-53-r5:SA-4", "nist-800-53-r5:SA-9", "pci-dss-4.0.1:12.8.2", "pci-dss-4.0.1:12.9.1",
      "hipaa:164.308(b)(3)", "hipaa:164.314(a)(2)(i)", "nycrr-500:500.11(b)", "iso-27001-2022:A.5.20", "cisa-cpg-2.0:1.D",
      "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-10", area: "Suppliers and contracts", kind: "governance",
    title: "Monitor provider performance and assurance status",
    responsible: ["c.sec"], accountable: "c.it", consulted: ["c.proc", "p.grc"], informed: ["c.risk", "p.sdm"],
    approval: "none", evidence: "assurance review record (AOC, SOC 2, certificates)", cadence: { every: "P1Y" },
    controls: [
      "nist-csf-2.0:GV.SC-07", "nist-csf-2.0:DE.CM-06", "nist-800-53-r5:SA-9", "nist-800-53-r5:SR-6", "nist-800-53-r5:CA-7",
      "pci-dss-4.0.1:12.8.4", "hipaa:164.308(b)(1)", "nycrr-500:500.11(a)(4)", "iso-27001-2022:A.5.22", "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-11", area: "Reporting", kind: "governance",
    title: "Deliver the monthly report in the order of the matrix",
    responsible: ["p.sdm"], accountable: "c.it", consulted: ["p.soc", "p.eng", "p.bkp"], informed: ["c.sec", "c.risk"],
    approval: "none", evidence: "monthly service report", cadence: { every: "P1M" },
    controls: [
      "nist-csf-2.0:GV.OV-03", "nist-800-53-r5:SA-9", "nist-800-53-r5:PM-6", "iso-27001-2022:A.5.22", "iso-27001-2022:9.1",
      "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-12", area: "Governance", kind: "governance",
    title: "Hold the responsibility review and confirm owners, contacts and open gaps",
    responsible: ["p.sdm", "c.it"], accountable: "c.sec", consulted: ["c.app", "c.comp", "p.ir"], informed: ["c.exec"],
    approval: "none", evidence: "review minutes and action list", cadence: { every: "P3M", on: ["a major incident", "a major change"] },
    split: { client: "confirms owners and closes its open points", provider: "prepares the agenda and confirms its contacts", validator: "c.sec" },
    controls: [
      "nist-csf-2.0:GV.RR-02", "nist-csf-2.0:GV.OV-02", "nist-csf-2.0:ID.IM-03", "nist-800-53-r5:SA-9", "pci-dss-4.0.1:12.8.5",
      "iso-27001-2022:A.5.22", "cisa-cpg-2.0:1.A",
    ],
  },
  {
    id: "GOV-13", area: "Suppliers and contracts", kind: "governance",
    title: "Keep the register of providers and services",
    responsible: ["c.proc"], accountable: "c.it", consulted: ["c.sec"], informed: ["c.comp"],
    approval: "none", evidence: "provider register", cadence: { every: "P3M" },
    controls: [
      "nist-csf-2.0:ID.AM-04", "nist-csf-2.0:GV.SC-04", "nist-800-53-r5:SA-9", "pci-dss-4.0.1:12.8.1", "nycrr-500:500.11(a)(1)",
      "iso-27001-2022:A.5.19", "cisa-cpg-2.0:1.E",
    ],
  },
  {
    id: "GOV-14", area: "Suppliers and contracts", kind: "governance",
    title: "Exit a provider: revoke access, return data, hand over",
    responsible: ["p.sdm", "c.it"], accountable: "c.it", consulted: ["c.legal", "c.sec", "p.eng"], informed: ["c.app", "c.exec"],
    approval: "formal", evidence: "exit checklist, access-revocation log", cadence: { every: "P1Y", on: ["the end of a contract"], text: "at the end of a contract; the plan is reviewed yearly" },
    split: { client: "takes back data and access and accepts the handover", provider: "returns data, hands over documents and gives up access", validator: "c.sec" },
    controls: [
      "nist-csf-2.0:GV.SC-10", "nist-800-53-r5:PS-7", "nist-800-53-r5:AC-2", "nist-800-171-r2:3.9.2", "cmmc-l2:PS.L2-3.9.2",
      "pci-dss-4.0.1:8.2.5", "hipaa:164.308(a)(3)(ii)(C)", "nycrr-500:500.7(a)(6)", "iso-27001-2022:A.5.11", "iso-27001-2022:A.5.20",
      "iso-27001-2022:A.5.23", "cisa-cpg-2.0:3.D",
    ],
  },
  {
    id: "GOV-15", area: "Continuity", kind: "governance",
    title: "Set RTO and RPO targets and continuity priorities",
    responsible: ["c.app"], accountable: "c.risk", consulted: ["c.infra", "p.bkp"], informed: ["c.exec"],
    approval: "formal", evidence: "approved BIA with RTO/RPO", cadence: { every: "P1Y" },
    controls: [
      "nist-csf-2.0:GV.OC-04", "nist-csf-2.0:RC.RP-04", "nist-800-53-r5:CP-2", "hipaa:164.308(a)(7)(ii)(E)",
      "nycrr-500:500.13(a)(1)(v)", "nycrr-500:500.16(a)(2)", "iso-27001-2022:A.5.29", "iso-27001-2022:A.5.30", "cisa-cpg-2.0:6.A",
    ],
  },
  {
    id: "GOV-16", area: "Risk", kind: "governance",
    title: "Approve time-bound exceptions to policy",
    responsible: ["c.sec"], accountable: "c.risk", consulted: ["c.app", "p.soc"], informed: ["p.sdm", "c.comp"],
    approval: "formal", evidence: "exception record with expiry", cadence: { every: "P1Y", on: ["each request"], text: "each request, approved again every year" },
    controls: ["nist-csf-2.0:ID.RA-07", "nist-800-53-r5:CM-6", "nycrr-500:500.12(b)", "nycrr-500:500.15(b)", "iso-27001-2022:A.5.36"],
  },
  {
    id: "GOV-17", area: "People and training", kind: "governance",
    title: "Run security awareness training",
    responsible: ["c.sec", "p.grc"], accountable: "c.exec", consulted: ["c.hr"], informed: ["c.users"],
    approval: "none", evidence: "training completion report", cadence: { every: "P1Y", on: ["a person joins"] },
    split: { client: "trains its own people and decides the content", provider: "trains the staff that works for the client", validator: "c.comp" },
    controls: [
      "nist-csf-2.0:PR.AT-01", "nist-800-53-r5:AT-2", "nist-800-171-r2:3.2.1", "cmmc-l2:AT.L2-3.2.1", "pci-dss-4.0.1:12.6.1",
      "pci-dss-4.0.1:12.6.3", "hipaa:164.308(a)(5)(i)", "nycrr-500:500.14(a)(3)", "iso-27001-2022:7.3", "iso-27001-2022:A.6.3",
      "cisa-cpg-2.0:3.J",
    ],
  },
  {
    id: "GOV-18", area: "People and training", kind: "governance",
    title: "Screen provider staff and report their joiners and leavers with client access",
    responsible: ["p.sdm"], accountable: "c.sec", consulted: ["c.hr"], informed: ["c.it"],
    approval: "none", evidence: "named-technician list, screening attestation", cadence: { every: "P1M", on: ["a provider employee leaves"], text: "list monthly, leavers on the same day" },
    controls: [
      "nist-csf-2.0:GV.RR-04", "nist-800-53-r5:PS-3", "nist-800-53-r5:PS-7", "nist-800-171-r2:3.9.1", "cmmc-l2:PS.L2-3.9.1",
      "pci-dss-4.0.1:12.7.1", "hipaa:164.308(a)(3)(ii)(B)", "iso-27001-2022:A.6.1",
    ],
  },
  {
    id: "GOV-19", area: "Governance", kind: "governance",
    title: "Resolve disputes over ownership between parties",
    responsible: ["c.it"], accountable: "c.exec", consulted: ["p.sdm", "i.lead", "c.proc"], informed: ["c.sec"],
    approval: "none", evidence: "decision log entry", cadence: { on: ["a dispute is raised"] },
    controls: ["nist-csf-2.0:GV.RR-02", "nist-csf-2.0:GV.SC-02", "nist-800-53-r5:SA-9", "iso-27001-2022:A.5.2", "cisa-cpg-2.0:1.A"],
  },
];
