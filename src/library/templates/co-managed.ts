import { CLAUSES } from "../clauses.ts";
import { CO_MANAGED_OPERATION } from "./co-managed-rows.ts";
import { CALENDARS, CORRELATED_ABSENCES, DECISION_RIGHTS, ESCALATION_PATHS, EVENTS, FINANCIAL_CLOCKS, INFORM_LISTS, PRE_AUTHORISATIONS, SEVERITIES } from "./incident-basics.ts";
import { SYSTEMS } from "./scope-basics.ts";
import { sample, type RowWords, type TemplateWords } from "./words.ts";

const night = "around-the-clock";

const COMPLIANCE_ROWS: readonly RowWords[] = [
  { id: "policies", like: "GOV-03", title: "Approve security, identity and access policies", area: "compliance", approval: { class: "formal", channel: "policy change" }, result: "Signed policies in force", escalate: "P1M c.exec" },
  { id: "policy-exceptions", like: "GOV-16", title: "Approve exceptions to policy until a date", area: "compliance", decision: "exception.approve", initiator: "c.app", acceptor: "c.risk", disputes: "c.exec", result: "Each exception has an owner and an end", escalate: "P1W c.risk" },
  { id: "continuity-decisions", title: "Decide on business continuity", area: "compliance", kind: "decision", who: "R c.app; A c.risk; C c.infra, p.bkp; I c.exec", controls: ["nist-csf-2.0:RC.RP-02", "nist-800-53-r5:CP-2"], evidence: "continuity decision log", cadence: { every: "P1Y", on: ["a disaster"] }, initiator: "c.infra", acceptor: "c.exec", disputes: "c.exec", result: "It is known what comes back first", escalate: "PT4H c.exec" },
  { id: "procurement", title: "Decide on purchases and vendors", area: "compliance", kind: "governance", who: "R c.proc; A c.exec; C c.it, c.sec; I p.sdm", controls: ["nist-csf-2.0:GV.SC-06"], evidence: "purchase decision", cadence: { on: ["each purchase"] }, result: "A decision with a budget", escalate: "P2W c.exec" },
  { id: "attestations", like: "CMP-03", title: "Sign compliance attestations and audit answers", area: "compliance", who: "R c.comp; A c.exec; C c.legal, c.sec; I c.audit", reports: ["signed attestation, yearly"], validation: { by: "c.exec", how: "signs" }, note: "The Provider Compliance Contact supplies evidence and signs what the provider did; that makes nobody there a secondary owner.", result: "A signed attestation", escalate: "P1M c.exec" },
  { id: "evidence-export", like: "CMP-04", title: "Export logs and evidence on request", area: "compliance", sla: [sample("respond", "PT24H", night)], result: "The export is in the client's hands", escalate: "PT24H p.sdm" },
  { id: "performed-statements", title: "Sign statements of performed activities", area: "compliance", kind: "compliance", who: "R p.grc; A p.sdm; C p.eng, p.soc; I c.comp", controls: ["nist-csf-2.0:GV.SC-07"], evidence: "signed statement of performed activities", cadence: { every: "P1M" }, reports: ["statement of performed activities, monthly"], result: "A signature under what was done", escalate: "P1W p.sdm" },
  { id: "patch-reports", title: "Deliver patch reports", area: "compliance", kind: "compliance", who: "R p.eng; A c.infra; I c.comp", controls: ["nist-800-53-r5:SI-2"], evidence: "patch report", cadence: { every: "P1M" }, reports: ["patch level, monthly"], result: "The report is in the folder", escalate: "P1W p.sdm" },
  { id: "access-logs", title: "Deliver access logs", area: "compliance", kind: "compliance", who: "R p.soc; A c.sec; I c.comp", controls: ["nist-800-53-r5:AU-6"], evidence: "access log extract", keep: "P1Y", cadence: { every: "P1M" }, result: "The extract is in the folder", escalate: "P1W p.sdm" },
  { id: "incident-timelines", title: "Write incident timelines", area: "compliance", kind: "incident", who: "R p.ir; A c.sec; C c.infra; I c.comp", controls: ["nist-800-53-r5:IR-5"], evidence: "incident timeline", cadence: { on: ["each incident"] }, result: "Who knew and did what, and when", escalate: "P1W c.sec" },
  { id: "kpi-report", like: "SRV-09", title: "Report mean time to detect, mean time to recover and restore tests passed", area: "compliance", controls: ["nist-csf-2.0:GV.OV-03"], signed: true, reports: ["mean time to detect, monthly", "mean time to recover, monthly", "share of restore tests passed, monthly"], result: "Three figures a month, with their trend", escalate: "P2W c.it" },
  { id: "controls-managed", like: "CMP-05", title: "Keep the list of controls the provider manages", area: "compliance", result: "A list the regulator can read", escalate: "P2W c.comp" },
  { id: "risk-assessment", like: "GOV-04", title: "Assess risk once a year", area: "compliance", who: "R c.sec; A c.risk; C p.soc, c.app; I c.exec", result: "A report with ranked risks", escalate: "P1M c.risk" },
  { id: "risk-acceptance", like: "GOV-05", title: "Decide on risk acceptance for unresolved findings", area: "compliance", decision: "risk.accept", initiator: "c.sec", acceptor: "c.risk", disputes: "c.exec", secondary: "c.comp", sla: [sample("respond", "P1W", "office-hours")], result: "Each open risk has an owner and an end date", escalate: "P2W c.risk" },
  { id: "legal-notice", like: "INC-11", title: "Approve legal notices and file them with regulators", area: "compliance", decision: "notify.regulator", initiator: "c.sec", acceptor: "c.exec", disputes: "c.exec", secondary: "c.sec", sla: [sample("notify", "PT72H", night)], result: "The notice is filed in time", escalate: "PT12H c.exec" },
  { id: "response-plan", like: "INC-15", title: "Update the incident response plan and exercise it", area: "compliance", result: "A plan that was exercised this year", escalate: "P1M c.sec" },
  { id: "responsibility-review", like: "GOV-12", title: "Review responsibilities every quarter", area: "compliance", result: "Matrix and reality agree", escalate: "P2W c.exec" },
];

/** Internal IT and a provider share the work of a regulated company; each area has a primary and a secondary owner. */
export const CO_MANAGED: TemplateWords = {
  id: "co-managed",
  title: "Co-managed IT of a regulated company",
  about: "Six areas, each with a primary and a secondary owner, between internal IT and a managed service provider. The provider operates what touches regulated data in production; the client approves and attests.",
  covers: "co-managed",
  cast: ["c.exec", "c.risk", "c.sec", "c.it", "c.infra", "c.app", "c.comp", "c.legal", "c.proc", "c.hr", "c.users", "c.audit", "p.sdm", "p.desk", "p.eng", "p.net", "p.bkp", "p.soc", "p.ir", "p.grc"],
  rows: [...CO_MANAGED_OPERATION, ...COMPLIANCE_ROWS],
  appliesTo: {
    monitoring: ["endpoint-protection", "log-platform", "production-servers"], endpoints: ["workstations", "production-servers"], backup: ["backup-platform", "production-servers", "business-applications"],
    network: ["firewalls", "vpn"], support: ["directory", "workstations"], compliance: ["log-platform"],
  },
  parts: {
    areas: [
      { id: "monitoring", name: "Security monitoring", primary: "p.soc", secondary: "c.sec" },
      { id: "endpoints", name: "Endpoint management", primary: "p.eng", secondary: "c.it" },
      { id: "backup", name: "Backups and recovery", primary: "p.bkp", secondary: "p.eng" },
      { id: "network", name: "Network infrastructure", primary: "p.net", secondary: "c.infra" },
      { id: "support", name: "User support", primary: "p.desk", secondary: "c.it" },
      { id: "compliance", name: "Compliance documentation", primary: "c.comp", secondary: "c.sec" },
    ],
    scope: Object.values(SYSTEMS),
    clauses: [...CLAUSES],
    calendars: CALENDARS,
    severities: SEVERITIES,
    events: EVENTS,
    decisionRights: DECISION_RIGHTS,
    escalationPaths: ESCALATION_PATHS,
    preAuthorisations: PRE_AUTHORISATIONS,
    informLists: INFORM_LISTS,
    clocks: FINANCIAL_CLOCKS,
    correlatedAbsences: CORRELATED_ABSENCES,
    kept: [
      { id: "policy", what: "Security policy and identity policy", role: "c.sec" },
      { id: "procurement", what: "Procurement", role: "c.proc" },
      { id: "privileged", what: "Governance of administrator rights", role: "c.sec" },
      { id: "continuity", what: "Decisions on business continuity", role: "c.risk" },
      { id: "attestation", what: "Final attestations", role: "c.exec" },
      { id: "legal-notice", what: "Legal notices", role: "c.legal" },
      { id: "monitoring", what: "Monitoring and first containment", role: "c.sec", delegatedTo: "p.soc" },
    ],
  },
};
