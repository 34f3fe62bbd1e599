import type { LibraryActivity } from "../activity.ts";

/** Protection and detection. */
export const SECURITY: readonly LibraryActivity[] = [
  {
    id: "SEC-01", area: "Endpoints", kind: "security",
    title: "Deploy and configure endpoint detection and response",
    responsible: ["p.soc", "p.eng"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.users"],
    approval: "formal", evidence: "EDR coverage report", cadence: { every: "P1M", on: ["each rollout"] },
    controls: [
      "nist-csf-2.0:DE.CM-09", "nist-800-53-r5:SI-3", "nist-800-53-r5:SI-4", "nist-800-171-r2:3.14.2", "cmmc-l2:SI.L2-3.14.2",
      "pci-dss-4.0.1:5.2.1", "pci-dss-4.0.1:5.3.2", "hipaa:164.308(a)(5)(ii)(B)", "nycrr-500:500.14(a)(2)", "nycrr-500:500.14(b)(1)",
      "iso-27001-2022:A.8.7", "cisa-cpg-2.0:4.A",
    ],
  },
  {
    id: "SEC-02", area: "Endpoints", kind: "security",
    title: "Update anti-malware policy and signatures",
    responsible: ["p.eng"], accountable: "c.it", consulted: ["p.soc"], informed: ["c.sec"],
    approval: "standard", evidence: "update status report", cadence: { text: "continuously" },
    controls: [
      "nist-csf-2.0:DE.CM-09", "nist-800-53-r5:SI-3", "nist-800-171-r2:3.14.4", "cmmc-l2:SI.L2-3.14.4", "pci-dss-4.0.1:5.3.1",
      "hipaa:164.308(a)(5)(ii)(B)", "iso-27001-2022:A.8.7", "cisa-cpg-2.0:4.A",
    ],
    note: "Routine updates run as a pre-approved standard change.",
  },
  {
    id: "SEC-03", area: "Logging", kind: "security",
    title: "Collect and onboard security logs",
    responsible: ["p.soc", "p.eng"], accountable: "c.sec", consulted: ["c.app"], informed: ["c.it"],
    approval: "standard", evidence: "log source register", cadence: { every: "P3M", on: ["a log source is added"] },
    controls: [
      "nist-csf-2.0:PR.PS-04", "nist-800-53-r5:AU-2", "nist-800-53-r5:AU-12", "nist-800-171-r2:3.3.1", "cmmc-l2:AU.L2-3.3.1",
      "pci-dss-4.0.1:10.2.1", "pci-dss-4.0.1:10.3.3", "hipaa:164.312(b)", "nycrr-500:500.6(a)(2)", "nycrr-500:500.14(b)(2)",
      "iso-27001-2022:A.8.15", "cisa-cpg-2.0:3.Q",
    ],
  },
  {
    id: "SEC-04", area: "Logging", kind: "security", critical: true,
    title: "Review logs and monitor for anomalies",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.infra"], informed: ["c.it"],
    approval: "none", evidence: "daily log review record", cadence: { every: "P1D", text: "watched around the clock, reviewed daily" },
    controls: [
      "nist-csf-2.0:DE.AE-02", "nist-csf-2.0:DE.AE-03", "nist-csf-2.0:DE.CM-01", "nist-800-53-r5:AU-6", "nist-800-53-r5:SI-4",
      "nist-800-171-r2:3.3.5", "nist-800-171-r2:3.14.6", "cmmc-l2:AU.L2-3.3.5", "cmmc-l2:SI.L2-3.14.6", "pci-dss-4.0.1:10.4.1",
      "pci-dss-4.0.1:10.4.1.1", "hipaa:164.308(a)(1)(ii)(D)", "nycrr-500:500.14(a)(1)", "iso-27001-2022:A.8.15",
      "iso-27001-2022:A.8.16", "cisa-cpg-2.0:4.B",
    ],
  },
  {
    id: "SEC-05", area: "Detection and alerts", kind: "security", critical: true,
    title: "Triage security alerts and escalate",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.infra", "c.app"], informed: ["c.exec"],
    approval: "none", evidence: "alert ticket with timestamps", cadence: { on: ["each alert"], text: "around the clock" },
    controls: [
      "nist-csf-2.0:DE.AE-02", "nist-csf-2.0:DE.AE-06", "nist-csf-2.0:RS.MA-02", "nist-800-53-r5:SI-4", "nist-800-53-r5:IR-4",
      "nist-800-53-r5:IR-5", "nist-800-171-r2:3.6.1", "nist-800-171-r2:3.14.6", "cmmc-l2:IR.L2-3.6.1", "cmmc-l2:SI.L2-3.14.6",
      "pci-dss-4.0.1:12.10.3", "pci-dss-4.0.1:12.10.5", "hipaa:164.308(a)(6)(ii)", "nycrr-500:500.16(a)(1)(ii)",
      "iso-27001-2022:A.5.25", "iso-27001-2022:A.8.16", "cisa-cpg-2.0:4.B",
    ],
  },
  {
    id: "SEC-06", area: "Detection and alerts", kind: "security",
    title: "Tune detections and document false-positive criteria",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.infra"], informed: ["c.it"],
    approval: "standard", evidence: "tuning log", cadence: { every: "P1M" },
    controls: ["nist-csf-2.0:DE.AE-03", "nist-800-53-r5:SI-4", "nist-800-171-r2:3.3.3", "cmmc-l2:AU.L2-3.3.3", "iso-27001-2022:A.8.16"],
  },
  {
    id: "SEC-07", area: "Detection and alerts", kind: "security",
    title: "Hunt for threats",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.risk"],
    approval: "none", evidence: "hunt report", cadence: { every: "P3M", text: "quarterly at least" },
    controls: ["nist-csf-2.0:ID.RA-03", "nist-csf-2.0:DE.AE-07", "nist-800-53-r5:RA-10", "iso-27001-2022:A.5.7"],
  },
  {
    id: "SEC-08", area: "Logging", kind: "security",
    title: "Set log retention periods and apply them",
    responsible: ["c.comp", "p.soc"], accountable: "c.comp", consulted: ["c.legal", "c.sec"], informed: ["c.it"], approvers: ["c.sec"],
    approval: "formal", evidence: "retention schedule", cadence: { every: "P1Y" },
    split: { client: "decides the periods", provider: "sets them in the log platform and proves it", validator: "c.sec" },
    controls: [
      "nist-csf-2.0:PR.PS-04", "nist-800-53-r5:AU-11", "nist-800-171-r2:3.3.1", "cmmc-l2:AU.L2-3.3.1", "pci-dss-4.0.1:10.5.1",
      "hipaa:164.316(b)(2)(i)", "nycrr-500:500.6(b)", "iso-27001-2022:A.8.15", "iso-27001-2022:A.5.33", "cisa-cpg-2.0:3.Q",
    ],
  },
  {
    id: "SEC-09", area: "Vulnerabilities", kind: "security",
    title: "Scan for and review vulnerabilities",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.infra", "c.app"], informed: ["c.it"],
    approval: "none", evidence: "scan report", cadence: { every: "P1M", text: "monthly inside, quarterly from outside" },
    controls: [
      "nist-csf-2.0:ID.RA-01", "nist-800-53-r5:RA-5", "nist-800-171-r2:3.11.2", "cmmc-l2:RA.L2-3.11.2", "pci-dss-4.0.1:6.3.1",
      "pci-dss-4.0.1:11.3.1", "pci-dss-4.0.1:11.3.2", "hipaa:164.308(a)(8)", "nycrr-500:500.5(a)(2)", "iso-27001-2022:A.8.8",
      "cisa-cpg-2.0:2.B",
    ],
  },
  {
    id: "SEC-10", area: "Vulnerabilities", kind: "security",
    title: "Coordinate vulnerability remediation",
    responsible: ["p.eng", "p.soc"], accountable: "c.infra", consulted: ["c.app", "c.sec"], informed: ["c.risk"],
    approval: "formal", evidence: "remediation tracker", cadence: { on: ["each finding"], text: "by severity" },
    controls: [
      "nist-csf-2.0:ID.RA-06", "nist-csf-2.0:PR.PS-02", "nist-800-53-r5:RA-5", "nist-800-53-r5:SI-2", "nist-800-171-r2:3.11.3",
      "nist-800-171-r2:3.14.1", "cmmc-l2:RA.L2-3.11.3", "cmmc-l2:SI.L2-3.14.1", "pci-dss-4.0.1:6.3.3", "pci-dss-4.0.1:11.3.1.1",
      "hipaa:164.308(a)(1)(ii)(B)", "nycrr-500:500.5(c)", "iso-27001-2022:A.8.8", "cisa-cpg-2.0:2.B",
    ],
  },
  {
    id: "SEC-11", area: "Vulnerabilities", kind: "security",
    title: "Commission penetration tests",
    responsible: ["c.sec"], accountable: "c.risk", consulted: ["p.soc", "c.infra"], informed: ["c.app", "p.sdm"],
    approval: "formal", evidence: "penetration test report", cadence: { every: "P1Y", on: ["a significant change"] },
    controls: [
      "nist-csf-2.0:ID.RA-01", "nist-csf-2.0:ID.IM-02", "nist-800-53-r5:CA-8", "pci-dss-4.0.1:11.4.1", "pci-dss-4.0.1:11.4.2",
      "pci-dss-4.0.1:11.4.3", "hipaa:164.308(a)(8)", "nycrr-500:500.5(a)(1)", "iso-27001-2022:A.5.35", "iso-27001-2022:A.8.8",
      "cisa-cpg-2.0:2.C",
    ],
  },
  {
    id: "SEC-12", area: "Network", kind: "security",
    title: "Review firewall rules and validate access policy",
    responsible: ["p.net", "c.sec"], accountable: "c.infra", consulted: ["c.app"], informed: ["c.it"],
    approval: "none", evidence: "rule review record", cadence: { every: "P6M" },
    split: { client: "confirms that each rule is still needed", provider: "lists the rules and removes what is not confirmed", validator: "c.infra" },
    controls: [
      "nist-csf-2.0:PR.IR-01", "nist-800-53-r5:AC-4", "nist-800-53-r5:SC-7", "nist-800-171-r2:3.13.1", "nist-800-171-r2:3.13.6",
      "cmmc-l2:SC.L2-3.13.1", "cmmc-l2:SC.L2-3.13.6", "pci-dss-4.0.1:1.2.7", "iso-27001-2022:A.8.20", "iso-27001-2022:A.8.22",
    ],
  },
  {
    id: "SEC-13", area: "Network", kind: "security",
    title: "Administer VPN and remote access services",
    responsible: ["p.net"], accountable: "c.infra", consulted: ["c.sec"], informed: ["c.users"],
    approval: "formal", evidence: "VPN access list", cadence: { every: "P3M" },
    controls: [
      "nist-csf-2.0:PR.AA-05", "nist-csf-2.0:PR.IR-01", "nist-800-53-r5:AC-17", "nist-800-171-r2:3.1.12", "nist-800-171-r2:3.1.13",
      "nist-800-171-r2:3.1.14", "cmmc-l2:AC.L2-3.1.12", "cmmc-l2:AC.L2-3.1.13", "cmmc-l2:AC.L2-3.1.14", "pci-dss-4.0.1:8.4.3",
      "hipaa:164.312(e)(1)", "nycrr-500:500.12(a)(1)", "iso-27001-2022:A.8.20", "iso-27001-2022:A.6.7", "cisa-cpg-2.0:3.F",
    ],
  },
  {
    id: "SEC-14", area: "Identity and access", kind: "security",
    title: "Monitor privileged account activity",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.audit"],
    approval: "none", evidence: "privileged activity report", cadence: { every: "P1M", text: "continuously, reported monthly" },
    controls: [
      "nist-csf-2.0:DE.CM-03", "nist-800-53-r5:AC-6(9)", "nist-800-53-r5:AU-6", "nist-800-171-r2:3.1.7", "cmmc-l2:AC.L2-3.1.7",
      "pci-dss-4.0.1:10.2.1.2", "hipaa:164.308(a)(1)(ii)(D)", "hipaa:164.312(b)", "nycrr-500:500.7(c)", "nycrr-500:500.14(a)(1)",
      "iso-27001-2022:A.8.2", "iso-27001-2022:A.8.15",
    ],
  },
  {
    id: "SEC-15", area: "Backup and recovery", kind: "security",
    title: "Check backup and recovery security (immutability, separation, encryption)",
    responsible: ["p.bkp", "p.soc"], accountable: "c.sec", consulted: ["c.infra"], informed: ["c.risk"],
    approval: "none", evidence: "backup security checklist", cadence: { every: "P3M" },
    controls: [
      "nist-csf-2.0:PR.DS-11", "nist-800-53-r5:CP-9", "nist-800-53-r5:CP-9(8)", "nist-800-171-r2:3.8.9", "cmmc-l2:MP.L2-3.8.9",
      "hipaa:164.308(a)(7)(ii)(A)", "nycrr-500:500.16(e)", "iso-27001-2022:A.8.13", "cisa-cpg-2.0:3.O",
    ],
  },
  {
    id: "SEC-16", area: "Encryption and keys", kind: "security",
    title: "Enforce encryption at rest and in transit",
    responsible: ["p.eng"], accountable: "c.sec", consulted: ["c.app"], informed: ["c.comp"],
    approval: "formal", evidence: "encryption coverage report", cadence: { every: "P1Y" },
    controls: [
      "nist-csf-2.0:PR.DS-01", "nist-csf-2.0:PR.DS-02", "nist-800-53-r5:SC-8", "nist-800-53-r5:SC-13", "nist-800-53-r5:SC-28",
      "nist-800-171-r2:3.13.8", "nist-800-171-r2:3.13.11", "nist-800-171-r2:3.13.16", "cmmc-l2:SC.L2-3.13.8",
      "cmmc-l2:SC.L2-3.13.11", "cmmc-l2:SC.L2-3.13.16", "pci-dss-4.0.1:3.5.1", "pci-dss-4.0.1:4.2.1", "hipaa:164.312(a)(2)(iv)",
      "hipaa:164.312(e)(2)(ii)", "nycrr-500:500.15(a)", "iso-27001-2022:A.8.24", "cisa-cpg-2.0:3.K",
    ],
  },
  {
    id: "SEC-17", area: "E-mail security", kind: "security",
    title: "Operate e-mail security and anti-phishing",
    responsible: ["p.soc", "p.eng"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.users"],
    approval: "standard", evidence: "mail protection report", cadence: { every: "P1M" },
    controls: [
      "nist-csf-2.0:DE.CM-09", "nist-800-53-r5:SI-8", "pci-dss-4.0.1:5.4.1", "hipaa:164.308(a)(5)(ii)(B)", "nycrr-500:500.14(a)(2)",
      "iso-27001-2022:A.8.7", "cisa-cpg-2.0:3.L",
    ],
  },
  {
    id: "SEC-18", area: "Network", kind: "security",
    title: "Design and maintain network segmentation",
    responsible: ["p.net"], accountable: "c.infra", consulted: ["c.sec", "c.app"], informed: ["c.it"],
    approval: "formal", evidence: "segmentation diagram and test", cadence: { every: "P1Y", on: ["a change of systems or rules"] },
    controls: [
      "nist-csf-2.0:PR.IR-01", "nist-800-53-r5:AC-4", "nist-800-53-r5:SC-7", "nist-800-171-r2:3.13.1", "nist-800-171-r2:3.13.5",
      "cmmc-l2:SC.L2-3.13.1", "cmmc-l2:SC.L2-3.13.5", "pci-dss-4.0.1:1.4.1", "pci-dss-4.0.1:11.4.5", "iso-27001-2022:A.8.22",
      "cisa-cpg-2.0:3.I",
    ],
  },
  {
    id: "SEC-19", area: "Vulnerabilities", kind: "security",
    title: "Receive threat intelligence and advisories and act on them",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.risk"],
    approval: "none", evidence: "advisory log", cadence: { every: "P1W" },
    controls: [
      "nist-csf-2.0:ID.RA-02", "nist-800-53-r5:PM-16", "nist-800-53-r5:SI-5", "nist-800-171-r2:3.14.3", "cmmc-l2:SI.L2-3.14.3",
      "pci-dss-4.0.1:6.3.1", "nycrr-500:500.5(b)", "iso-27001-2022:A.5.7",
    ],
  },
  {
    id: "SEC-20", area: "Identity and access", kind: "security",
    title: "Watch failed sign-ins and credential attacks",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.users"],
    approval: "none", evidence: "sign-in anomaly report", cadence: { text: "continuously" },
    controls: [
      "nist-csf-2.0:DE.CM-03", "nist-800-53-r5:AC-7", "nist-800-53-r5:SI-4", "nist-800-171-r2:3.1.8", "cmmc-l2:AC.L2-3.1.8",
      "pci-dss-4.0.1:8.3.4", "pci-dss-4.0.1:10.2.1.4", "hipaa:164.308(a)(5)(ii)(C)", "iso-27001-2022:A.8.5", "cisa-cpg-2.0:3.E",
    ],
  },
  {
    id: "SEC-21", area: "Endpoints", kind: "security",
    title: "Control removable media and unauthorised devices",
    responsible: ["p.eng"], accountable: "c.sec", consulted: ["c.it"], informed: ["c.users"],
    approval: "standard", evidence: "device control report", cadence: { every: "P3M" },
    controls: [
      "nist-csf-2.0:PR.DS-01", "nist-800-53-r5:MP-7", "nist-800-171-r2:3.8.7", "nist-800-171-r2:3.8.8", "cmmc-l2:MP.L2-3.8.7",
      "cmmc-l2:MP.L2-3.8.8", "pci-dss-4.0.1:5.3.3", "hipaa:164.310(d)(1)", "iso-27001-2022:A.7.10", "cisa-cpg-2.0:3.R",
    ],
  },
  {
    id: "SEC-22", area: "Physical access", kind: "security",
    title: "Control physical access to client equipment",
    responsible: ["c.infra"], accountable: "c.infra", consulted: ["c.sec"], informed: ["p.eng", "i.eng"],
    approval: "standard", evidence: "visitor or access log", cadence: { every: "P3M", text: "continuously, reviewed quarterly" },
    controls: [
      "nist-csf-2.0:PR.AA-06", "nist-800-53-r5:PE-3", "nist-800-171-r2:3.10.1", "nist-800-171-r2:3.10.5", "cmmc-l2:PE.L2-3.10.1",
      "cmmc-l2:PE.L2-3.10.5", "pci-dss-4.0.1:9.2.1", "pci-dss-4.0.1:9.3.1", "hipaa:164.310(a)(1)", "hipaa:164.310(a)(2)(iii)",
      "iso-27001-2022:A.7.2",
    ],
  },
  {
    id: "SEC-23", area: "Data", kind: "security",
    title: "Classify data and label regulated information",
    responsible: ["c.app"], accountable: "c.app", consulted: ["c.comp", "c.sec"], informed: ["p.sdm"],
    approval: "none", evidence: "data classification register", cadence: { every: "P1Y" },
    controls: [
      "nist-csf-2.0:ID.AM-05", "nist-csf-2.0:ID.AM-07", "nist-800-53-r5:RA-2", "pci-dss-4.0.1:9.4.2", "nycrr-500:500.13(a)(1)(iii)",
      "iso-27001-2022:A.5.12", "iso-27001-2022:A.5.13",
    ],
  },
  {
    id: "SEC-24", area: "Patching", kind: "security",
    title: "Validate that patches removed the exposure",
    responsible: ["p.soc"], accountable: "c.sec", consulted: ["p.eng"], informed: ["c.infra"],
    approval: "none", evidence: "rescan report against the patch list", cadence: { every: "P1M", on: ["a critical patch was deployed"] },
    controls: [
      "nist-csf-2.0:PR.PS-02", "nist-800-53-r5:SI-2", "nist-800-171-r2:3.14.1", "cmmc-l2:SI.L2-3.14.1", "pci-dss-4.0.1:11.3.1",
      "iso-27001-2022:A.8.8", "cisa-cpg-2.0:2.B",
    ],
    note: "The engineer who patches does not judge alone whether it helped.",
  },
];
