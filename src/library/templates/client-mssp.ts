import { CLAUSES } from "../clauses.ts";
import { CALENDARS, CLOCKS, CORRELATED_ABSENCES, DECISION_RIGHTS, ESCALATION_PATHS, EVENTS, INFORM_LISTS, PRE_AUTHORISATIONS, SEVERITIES } from "./incident-basics.ts";
import { SYSTEMS } from "./scope-basics.ts";
import { sample, type RowWords, type TemplateWords } from "./words.ts";

const change = { class: "formal", channel: "change request" } as const;
const request = { class: "formal", channel: "access request form" } as const;
const night = "around-the-clock";

const ROWS: readonly RowWords[] = [
  { id: "enrolment", title: "Enrol people and devices in the protected services", area: "access", kind: "operation", who: "R c.it; A c.sec; C p.desk; I c.users", controls: ["nist-csf-2.0:PR.AA-01", "nist-800-53-r5:IA-5", "pci-dss-4.0.1:8.2.4"], evidence: "enrolment list", cadence: { on: ["a person or device joins"] }, goal: "Nobody works outside the protection", result: "Each person and device is on the list", escalate: "P1D c.sec" },
  { id: "training", like: "GOV-17", title: "Train users in secure work", area: "access", who: "R c.sec; A c.exec; C c.hr; I c.users", goal: "People recognise an attack", reports: ["training completion, quarterly"], result: "Everybody was trained this year", escalate: "P1M c.exec" },
  { id: "access-approval", like: "OPS-04", title: "Approve access requests", area: "access", approval: request, goal: "Only needed access exists", result: "Each request has a decision", escalate: "P1D c.app" },
  { id: "network-monitoring", title: "Monitor network traffic for attacks", area: "access", kind: "security", who: "R p.soc; A c.sec; C c.infra; I c.it", controls: ["nist-csf-2.0:DE.CM-01", "nist-800-53-r5:SI-4", "pci-dss-4.0.1:11.5.1", "cmmc-l2:SI.L2-3.14.6"], evidence: "monthly detection report", cadence: { every: "P1M", text: "around the clock, reported monthly" }, goal: "Attacks are seen early", reports: ["detections, monthly"], sla: [sample("detect", "PT1H", night)], result: "Traffic of the agreed systems is watched", escalate: "PT1H c.sec" },
  { id: "threat-detection", like: "SEC-05", title: "Detect threats, triage the alerts and escalate", area: "access", goal: "Each alert gets a judgement in time", reports: ["alerts and response times, monthly"], secondary: "p.ir", sla: [sample("acknowledge", "PT15M", night)], communication: "call", result: "Every alert is a case or is explained", escalate: "PT30M c.sec" },
  { id: "endpoint-monitoring", like: "SEC-01", title: "Monitor endpoint detection and respond to its alerts", area: "access", who: "R p.soc; A c.sec; C c.it; I c.users if affected", approval: { class: "none" }, sla: [sample("acknowledge", "PT15M", night)], goal: "No endpoint is without eyes", reports: ["coverage, monthly"], result: "Every endpoint reports to somebody who looks", escalate: "PT1H c.sec" },
  { id: "siem-tuning", like: "SEC-06", title: "Tune SIEM detections", area: "access", goal: "Alerts that mean something", result: "Each noisy rule is tuned or explained", escalate: "P2W c.sec" },
  { id: "firewall-management", like: "CHG-03", title: "Change firewall rules", area: "access", approval: change, goal: "Only wanted traffic passes", result: "The rule is live and has a reason", escalate: "PT4H c.infra" },
  { id: "firewall-review", like: "SEC-12", title: "Review firewall rules", area: "access", goal: "No rule outlives its reason", result: "Rules without a reason are gone", escalate: "P2W c.infra" },
  { id: "role-definitions", title: "Define access roles and their rights", area: "accounts", kind: "governance", who: "R c.app; A c.sec; C c.hr, c.comp; I p.desk", controls: ["nist-csf-2.0:PR.AA-05", "nist-800-53-r5:AC-2", "pci-dss-4.0.1:7.2.1", "cmmc-l2:AC.L2-3.1.1"], evidence: "role catalogue", cadence: { every: "P1Y", on: ["a new application"] }, approval: { class: "formal", channel: "policy change" }, goal: "Rights follow the job", result: "Each job has a role with known rights", escalate: "P2W c.sec" },
  { id: "account-provisioning", like: "OPS-01", title: "Create, modify and remove user accounts", area: "accounts", approval: request, goal: "Accounts match the people", result: "Accounts match the staff list", escalate: "P1D c.it" },
  { id: "privileged-review", like: "OPS-06", title: "Review privileged accounts", area: "accounts", goal: "Few people hold great power", result: "A signed list of rights that stay", escalate: "P1W c.sec" },
  { id: "downtime-approval", like: "CHG-06", title: "Approve downtime for maintenance", area: "accounts", approval: change, goal: "No surprise for the business", result: "The window is agreed with the business", escalate: "P1D c.app" },
  { id: "patch-deployment", like: "OPS-11", title: "Deploy patches in the agreed window", area: "accounts", approval: { ...change, window: "agreed maintenance window" }, goal: "Known holes are closed", validation: { by: "c.app", how: "signs off each application after the window" }, reports: ["patch level, monthly"], secondary: "p.desk", sla: [sample("restore", "PT4H", "office-hours", "back to the state before the patch")], result: "Systems run the approved patch level", escalate: "PT4H c.infra" },
  { id: "patch-test", like: "OPS-12", title: "Test patches and sign off business applications", area: "accounts", goal: "Patches break nothing", result: "Each application is signed off, high-risk patches by name", escalate: "P2D c.infra" },
  { id: "patch-validation", like: "SEC-24", area: "accounts", goal: "The patch did what it was for", result: "The rescan shows that the exposure is gone", escalate: "P2D c.sec" },
  { id: "policy", like: "GOV-03", title: "Define and approve security policy", area: "logs", approval: { class: "formal", channel: "policy change" }, goal: "Everybody knows the rules", result: "A signed policy that is in force", escalate: "P1M c.exec" },
  { id: "log-collection", like: "SEC-03", title: "Collect audit logs", area: "logs", goal: "What happened can be shown", result: "Each agreed source delivers", escalate: "P1D c.sec" },
  { id: "log-review", like: "SEC-04", title: "Review audit logs and keep the evidence", area: "logs", goal: "Signs of misuse are found", reports: ["log review, monthly"], secondary: "p.ir", sla: [sample("detect", "P1D", night)], result: "The review is done and its record is filed", escalate: "P1D c.sec" },
  { id: "log-retention", like: "SEC-08", area: "logs", goal: "Logs live as long as they are needed", result: "Periods are decided and set", escalate: "P1W c.comp" },
  { id: "incident-handling", like: "INC-08", title: "Handle security incidents around the clock", area: "logs", goal: "Damage stays small", procedure: { steps: ["Confirm and classify", "Contain what is agreed", "Call the client", "Remove the cause", "Restore and watch", "Write it down"] }, approval: { class: "emergency", channel: "bridge call", conditions: "a confirmed attack on an agreed system", documentWithin: "P1D" }, secondary: "p.soc", sla: [sample("respond", "PT1H", night)], communication: "bridge call", result: "The cause is gone and the service is back", escalate: "PT30M c.sec" },
  { id: "containment", like: "INC-04", title: "Decide on containment", area: "logs", decision: "containment.authorise", initiator: "p.ir", acceptor: "c.sec", disputes: "c.risk", goal: "The business decides what it can bear", approval: { class: "emergency", channel: "bridge call", conditions: "spreading attack, and the Business Risk Owner was called for 15 minutes", documentWithin: "P1D" }, secondary: "c.it", sla: [sample("contain", "PT4H", night)], communication: "bridge call", result: "A recorded decision", escalate: "PT30M c.risk" },
  { id: "client-notice", like: "INC-10", title: "Tell the client of an incident", area: "logs", goal: "The client can meet its own duties", secondary: "p.soc", sla: [sample("notify", "PT24H", night)], communication: "call", result: "The client knows, with time and facts", escalate: "PT1H p.sdm" },
  { id: "incident-notification", like: "INC-11", title: "Notify regulators and affected people of an incident", area: "logs", decision: "notify.regulator", initiator: "c.sec", acceptor: "c.exec", disputes: "c.exec", goal: "The law is met", secondary: "c.sec", sla: [sample("notify", "PT72H", night)], result: "The notice is filed in time", escalate: "PT12H c.exec" },
  { id: "response-plan", like: "INC-15", title: "Update the incident response plan and exercise it", area: "logs", goal: "Nobody reads the plan for the first time at night", result: "A plan that was exercised this year", escalate: "P1M c.sec" },
  { id: "risk-acceptance", like: "GOV-05", title: "Decide on risk acceptance for unresolved findings", area: "logs", decision: "risk.accept", initiator: "c.sec", acceptor: "c.risk", disputes: "c.exec", goal: "Open risk is carried knowingly", secondary: "c.comp", sla: [sample("respond", "P1W", "office-hours")], result: "Each open risk has an owner and an end date", escalate: "P2W c.risk" },
  { id: "backup-requirements", like: "GOV-15", title: "Set backup requirements: recovery time and recovery point", area: "backup", goal: "The business says what it can lose", result: "Targets for each service", escalate: "P1M c.risk" },
  { id: "backup-operation", like: "OPS-18", title: "Run backups and their infrastructure", area: "backup", goal: "There is always something to restore", reports: ["backup status, monthly"], secondary: "p.eng", sla: [sample("rpo", "P1D", night)], result: "Each job ran, or its failure is a case", escalate: "P1D c.infra" },
  { id: "backup-monitoring", title: "Monitor backup jobs and raise failures", area: "backup", kind: "operation", who: "R p.bkp; A c.infra; I c.it", controls: ["nist-csf-2.0:PR.DS-11", "nist-800-53-r5:CP-9"], evidence: "list of failed jobs", cadence: { every: "P1D" }, goal: "No failure goes unseen", result: "The client knows of each failure the same day", escalate: "P1D c.infra" },
  { id: "restore-test", like: "OPS-19", title: "Test restores", area: "backup", signed: true, goal: "Data really comes back", reports: ["restore test, monthly"], secondary: "p.eng", sla: [sample("rto", "P1D", night)], result: "A restore report", escalate: "P1W c.infra" },
  { id: "restore-validation", like: "OPS-20", title: "Validate restores and sign the result", area: "backup", goal: "The owner of the data has seen it", signed: true, result: "A signature of the owner", escalate: "P1W c.infra" },
  { id: "backup-keys", like: "OPS-22", area: "backup", secondary: "c.it", sla: [sample("respond", "PT1H", night, "keys at hand for a restore")], goal: "Backups can be read when needed", procedure: { steps: ["Take the sealed copy from its place", "Two people open it", "Restore one file and seal it again"] }, result: "Keys and recovery steps are found and work", escalate: "PT1H c.risk" },
];

/** A client and its managed security provider, domain by domain, each row tied to a control. */
export const CLIENT_MSSP: TemplateWords = {
  id: "client-mssp",
  title: "Client and managed security provider",
  about: "Who does what between a client and its managed security service: each row with its control goal, evidence and reports. Say in each row where it applies, and what a cloud already provides.",
  covers: "mssp",
  cast: ["c.exec", "c.risk", "c.sec", "c.it", "c.infra", "c.app", "c.comp", "c.legal", "c.hr", "c.users", "c.audit", "p.sdm", "p.desk", "p.eng", "p.net", "p.bkp", "p.soc", "p.ir", "p.grc"],
  rows: ROWS,
  appliesTo: {
    access: ["endpoint-protection", "workstations", "firewalls", "vpn", "cloud-platform"], accounts: ["directory", "production-servers", "business-applications"],
    logs: ["log-platform", "production-servers", "cloud-platform"], backup: ["backup-platform", "production-servers"],
  },
  parts: {
    areas: [
      { id: "access", name: "Access and network defence", primary: "p.soc", secondary: "p.ir" },
      { id: "accounts", name: "Accounts and patching", primary: "p.eng", secondary: "p.desk" },
      { id: "logs", name: "Policy, logs and incidents", primary: "p.ir", secondary: "p.soc" },
      { id: "backup", name: "Backup", primary: "p.bkp", secondary: "p.eng" },
    ],
    scope: [
      ...Object.values(SYSTEMS),
      { id: "cloud-platform", name: "Cloud platform (name yours)", kind: "cloud-service", owner: "c.infra", monitors: "p.soc", inheritance: { provides: "Buildings, power, hardware and the platform itself", inherited: "Physical controls", remains: [{ party: "client", what: "Accounts, rights and data" }, { party: "provider", what: "Settings and monitoring of what runs there" }] } },
    ],
    clauses: [...CLAUSES],
    calendars: CALENDARS,
    severities: SEVERITIES,
    events: EVENTS,
    decisionRights: DECISION_RIGHTS,
    escalationPaths: ESCALATION_PATHS,
    preAuthorisations: PRE_AUTHORISATIONS,
    informLists: INFORM_LISTS,
    clocks: CLOCKS,
    correlatedAbsences: CORRELATED_ABSENCES,
    kept: [
      { id: "policy", what: "Security policy", role: "c.sec" },
      { id: "risk", what: "Acceptance of risk", role: "c.risk" },
      { id: "legal-notice", what: "Notices to regulators and to affected people", role: "c.legal" },
      { id: "monitoring", what: "Monitoring of the agreed systems", role: "c.sec", delegatedTo: "p.soc" },
    ],
  },
};
