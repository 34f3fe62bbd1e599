import type { LibraryActivity } from "../activity.ts";

/** Changes: raised, approved, prepared, and documented afterwards. */
export const CHANGE: readonly LibraryActivity[] = [
  {
    id: "CHG-01", area: "Change management", kind: "operation",
    title: "Raise changes with impact analysis",
    responsible: ["p.eng", "c.it"], accountable: "c.infra", consulted: ["c.app", "c.sec"], informed: ["c.users"],
    approval: "standard", evidence: "change record", cadence: { on: ["each change"] },
    split: { client: "describes the need and the business impact", provider: "describes the technical impact and the way back", validator: "c.infra" },
    controls: [
      "nist-csf-2.0:ID.RA-07", "nist-800-53-r5:CM-3", "nist-800-53-r5:CM-4", "nist-800-171-r2:3.4.3", "nist-800-171-r2:3.4.4",
      "cmmc-l2:CM.L2-3.4.3", "cmmc-l2:CM.L2-3.4.4", "pci-dss-4.0.1:6.5.1", "iso-27001-2022:A.8.32", "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-02", area: "Change management", kind: "operation",
    title: "Approve changes to production",
    responsible: ["c.it"], accountable: "c.infra", consulted: ["c.app", "c.sec", "p.sdm"], informed: ["p.eng"], approvers: ["c.app"],
    approval: "formal", evidence: "approval record", cadence: { every: "P1W", on: ["each change"], text: "weekly board, or by change" },
    controls: [
      "nist-csf-2.0:ID.RA-07", "nist-800-53-r5:CM-3", "nist-800-171-r2:3.4.3", "cmmc-l2:CM.L2-3.4.3", "pci-dss-4.0.1:6.5.1",
      "iso-27001-2022:A.8.32", "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-03", area: "Network", kind: "operation",
    title: "Change firewall rules",
    responsible: ["p.net"], accountable: "c.infra", consulted: ["c.sec", "c.app"], informed: ["c.it"], approvers: ["c.sec"],
    approval: "formal", evidence: "rule change ticket", cadence: { on: ["each change"] },
    controls: [
      "nist-csf-2.0:ID.RA-07", "nist-csf-2.0:PR.IR-01", "nist-800-53-r5:CM-3", "nist-800-53-r5:SC-7", "nist-800-171-r2:3.4.3",
      "nist-800-171-r2:3.13.1", "cmmc-l2:CM.L2-3.4.3", "cmmc-l2:SC.L2-3.13.1", "pci-dss-4.0.1:1.2.2", "iso-27001-2022:A.8.20",
      "iso-27001-2022:A.8.32", "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-04", area: "Network", kind: "operation",
    title: "Grant or change VPN access",
    responsible: ["p.net"], accountable: "c.sec", consulted: ["c.app"], informed: ["c.it"],
    approval: "formal", evidence: "access approval", cadence: { on: ["each request"] },
    controls: [
      "nist-csf-2.0:PR.AA-05", "nist-800-53-r5:AC-17", "nist-800-53-r5:AC-2", "nist-800-171-r2:3.1.12", "cmmc-l2:AC.L2-3.1.12",
      "pci-dss-4.0.1:7.2.3", "hipaa:164.308(a)(4)(ii)(B)", "nycrr-500:500.7(a)(1)", "nycrr-500:500.12(a)(1)",
      "iso-27001-2022:A.5.18", "cisa-cpg-2.0:3.F",
    ],
  },
  {
    id: "CHG-05", area: "Change management", kind: "operation",
    title: "Modify production servers",
    responsible: ["p.eng"], accountable: "c.infra", consulted: ["c.app"], informed: ["c.users"],
    approval: "formal", evidence: "change record with test result", cadence: { on: ["each change"] },
    controls: [
      "nist-csf-2.0:PR.PS-01", "nist-800-53-r5:CM-3", "nist-800-53-r5:CM-5", "nist-800-171-r2:3.4.3", "nist-800-171-r2:3.4.5",
      "cmmc-l2:CM.L2-3.4.3", "cmmc-l2:CM.L2-3.4.5", "pci-dss-4.0.1:6.5.1", "iso-27001-2022:A.8.32", "iso-27001-2022:A.8.9",
      "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-06", area: "Change management", kind: "operation",
    title: "Approve maintenance windows and downtime",
    responsible: ["c.it"], accountable: "c.app", consulted: ["p.sdm", "c.infra"], informed: ["c.users"],
    approval: "formal", evidence: "maintenance calendar", cadence: { every: "P1M" },
    controls: [
      "nist-csf-2.0:ID.RA-07", "nist-800-53-r5:CM-3", "nist-800-171-r2:3.4.3", "cmmc-l2:CM.L2-3.4.3", "pci-dss-4.0.1:6.5.1",
      "iso-27001-2022:A.8.32", "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-07", area: "Change management", kind: "operation",
    title: "Prepare backup and rollback before change",
    responsible: ["p.eng", "p.bkp"], accountable: "c.infra", consulted: ["c.app"], informed: ["c.it"],
    approval: "standard", evidence: "rollback plan", cadence: { on: ["each change"] },
    controls: [
      "nist-csf-2.0:PR.PS-01", "nist-800-53-r5:CM-3", "nist-800-171-r2:3.4.4", "cmmc-l2:CM.L2-3.4.4", "pci-dss-4.0.1:6.5.1",
      "iso-27001-2022:A.8.32", "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-08", area: "Change management", kind: "operation", critical: true,
    title: "Authorise emergency changes and document them afterwards",
    responsible: ["p.ir", "c.infra"], accountable: "c.it", consulted: ["c.sec"], informed: ["c.app", "c.risk"],
    approval: "emergency", evidence: "emergency change record with retrospective approval", cadence: { on: ["each emergency change"], text: "recorded within one business day" },
    split: { client: "authorises, or confirms what was done at once", provider: "proposes or acts under the stated conditions, and documents", validator: "c.it" },
    controls: [
      "nist-csf-2.0:ID.RA-07", "nist-800-53-r5:CM-3", "nist-800-171-r2:3.4.3", "cmmc-l2:CM.L2-3.4.3", "pci-dss-4.0.1:6.5.1",
      "iso-27001-2022:A.8.32", "cisa-cpg-2.0:3.N",
    ],
  },
  {
    id: "CHG-09", area: "Change management", kind: "operation",
    title: "Maintain the catalogue of pre-approved standard changes",
    responsible: ["p.sdm"], accountable: "c.it", consulted: ["c.sec"], informed: ["p.eng"],
    approval: "formal", evidence: "standard change catalogue", cadence: { every: "P3M" },
    controls: [
      "nist-csf-2.0:ID.RA-07", "nist-800-53-r5:CM-3", "nist-800-171-r2:3.4.3", "cmmc-l2:CM.L2-3.4.3", "iso-27001-2022:A.8.32",
      "cisa-cpg-2.0:3.N",
    ],
  },
];
