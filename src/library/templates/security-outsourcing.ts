import { CLAUSES } from "../clauses.ts";
import { CALENDARS, CLOCKS, CORRELATED_ABSENCES, DECISION_RIGHTS, ESCALATION_PATHS, EVENTS, INFORM_LISTS, PRE_AUTHORISATIONS, SEVERITIES } from "./incident-basics.ts";
import { SYSTEMS } from "./scope-basics.ts";
import { DUTY_ROWS } from "./security-outsourcing-duties.ts";
import { DAILY_ROWS } from "./security-outsourcing-rows.ts";
import type { TemplateWords } from "./words.ts";

/** Security and infrastructure handed to a provider: the daily work, the duties that may not stay vague, the incident path. */
export const SECURITY_OUTSOURCING: TemplateWords = {
  id: "security-outsourcing",
  title: "Security responsibilities",
  about: "Who does what when security and infrastructure work is handed to a provider. Adapt each row to your structure, your risks, the skills in the house, your regulators and what the provider has agreed to do.",
  covers: "outsourcing",
  cast: [
    "c.exec", "c.risk", "c.sec", "c.it", "c.infra", "c.app", "c.comp", "c.legal", "c.hr",
    { key: "c.admin", id: "infrastructure-administrator", name: "Infrastructure Administrator", side: "client", function: "IT" },
    { key: "c.secadm", id: "security-administrator", name: "Security Administrator", side: "client", function: "InfoSec" },
    { key: "c.bcm", id: "business-continuity-coordinator", name: "Business Continuity Coordinator", side: "client", function: "Business" },
    "c.users", "c.audit", "p.sdm", "p.desk", "p.eng", "p.net", "p.bkp", "p.soc", "p.ir", "p.grc",
  ],
  rows: [...DAILY_ROWS, ...DUTY_ROWS],
  appliesTo: {
    access: ["directory", "business-applications"], servers: ["production-servers", "business-applications"], network: ["firewalls", "vpn"], endpoints: ["workstations", "endpoint-protection"],
    backup: ["backup-platform", "production-servers"], detection: ["log-platform", "production-servers"], incidents: ["production-servers", "workstations", "directory"],
  },
  parts: {
    areas: [
      { id: "access", name: "Identity and access", primary: "p.desk", secondary: "c.it" },
      { id: "servers", name: "Servers and patching", primary: "p.eng", secondary: "c.infra" },
      { id: "network", name: "Network", primary: "p.net", secondary: "c.admin" },
      { id: "endpoints", name: "Endpoints", primary: "p.eng", secondary: "p.desk" },
      { id: "backup", name: "Backup and recovery", primary: "p.bkp", secondary: "c.admin" },
      { id: "detection", name: "Logs and detection", primary: "p.soc", secondary: "p.ir" },
      { id: "incidents", name: "Incidents", primary: "p.ir", secondary: "c.sec" },
      { id: "governance", name: "Governance and evidence", primary: "c.comp", secondary: "c.sec" },
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
    clocks: CLOCKS,
    correlatedAbsences: CORRELATED_ABSENCES,
    kept: [
      { id: "policy", what: "Security policy and its exceptions", role: "c.sec" },
      { id: "risk", what: "Acceptance of risk on customer data, financial systems, production platforms and regulated information", role: "c.risk" },
      { id: "privileged", what: "Governance of administrator rights", role: "c.sec" },
      { id: "legal-notice", what: "Notices to regulators and to affected people", role: "c.legal" },
      { id: "attestation", what: "Attestations and audit answers", role: "c.comp" },
    ],
  },
};
