import { clauses } from "../clauses.ts";
import { CALENDARS, CLOCKS, CORRELATED_ABSENCES, DECISION_RIGHTS, ESCALATION_PATHS, EVENTS, INFORM_LISTS, PRE_AUTHORISATIONS, SEVERITIES } from "./incident-basics.ts";
import { SYSTEMS } from "./scope-basics.ts";
import { STATEMENT_ROWS } from "./incident-authority-rows.ts";
import type { TemplateWords } from "./words.ts";

/** Who confirms, contains, leads, tells and documents: six stages of an incident, four statements each. */
export const INCIDENT_AUTHORITY: TemplateWords = {
  id: "incident-authority",
  title: "Incident response authority",
  about: "Six stages of an incident with four statements each. The owners are provider operations, its security analysts, technology vendors and the client's own administrators. A row is adapted when a named person confirms it, with evidence.",
  covers: "incident-authority",
  cast: [
    "c.exec", "c.risk", "c.sec", "c.it", "c.infra", { key: "c.admin", id: "systems-administrator", name: "Systems Administrator", side: "client", function: "IT" },
    "c.app", "c.comp", "c.legal", "c.users", "c.audit",
    { key: "p.ops", id: "provider-operations-lead", name: "Provider Operations Lead", side: "provider", function: "Operations" },
    "p.sdm", "p.soc", "p.ir", "p.grc",
    { key: "v.sup", id: "technology-vendor-support-engineer", name: "Technology Vendor Support Engineer", side: "vendor", function: "Support" },
  ],
  others: [{ id: "vendor", name: "Your technology vendor", kind: "vendor" }],
  rows: STATEMENT_ROWS,
  appliesTo: {
    triage: ["log-platform", "endpoint-protection", "production-servers"], confirmation: ["log-platform"], containment: ["endpoint-protection", "production-servers", "workstations", "directory"],
    communication: ["production-servers"], investigation: ["log-platform", "production-servers"], documentation: ["log-platform"],
  },
  parts: {
    areas: [
      { id: "triage", name: "Detection and first triage", primary: "p.soc", secondary: "p.ir" },
      { id: "confirmation", name: "Incident confirmation", primary: "p.ir", secondary: "p.soc" },
      { id: "containment", name: "Containment authority", primary: "c.sec", secondary: "c.it" },
      { id: "communication", name: "Client communication", primary: "p.sdm", secondary: "p.ir" },
      { id: "investigation", name: "Investigation and resolution", primary: "p.ir", secondary: "p.soc" },
      { id: "documentation", name: "Documentation and compliance", primary: "c.comp", secondary: "c.legal" },
    ],
    scope: [
      { ...SYSTEMS.servers, configures: "c.admin" }, { ...SYSTEMS.workstations, installs: "c.admin", configures: "c.admin" }, { ...SYSTEMS.identity, installs: "c.admin", configures: "c.admin" },
      { ...SYSTEMS.endpoint, installs: "c.admin" }, SYSTEMS.siem,
    ],
    clauses: clauses("supplement", "service-levels", "breach-notice", "filings", "log-export", "review", "exit"),
    calendars: CALENDARS,
    severities: SEVERITIES,
    events: EVENTS.map((event) => ({
      ...event,
      clientUpdate: { every: "PT2H", template: "What we know, what we do, what you should do, when you hear from us next" },
      recordRetention: "P5Y",
      criteria: event.criteria ?? "Real when it cannot be explained by planned work",
      seniorThreshold: event.seniorThreshold ?? "More than one host or account, or no cause found within an hour",
      rootCauseFor: ["s1", "s2"],
    })),
    decisionRights: DECISION_RIGHTS,
    escalationPaths: ESCALATION_PATHS,
    preAuthorisations: PRE_AUTHORISATIONS,
    informLists: INFORM_LISTS,
    clocks: CLOCKS,
    correlatedAbsences: CORRELATED_ABSENCES,
  },
};
