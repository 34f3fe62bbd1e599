import { sample, type RowWords } from "./words.ts";

/** Duties that may not stay vague, and the incident path from the first alert to the report. */
export const DUTY_ROWS: readonly RowWords[] = [
  { id: "alert-triage", like: "SEC-05", title: "Triage critical security alerts and escalate", area: "detection", who: "R p.soc; A c.sec; C c.infra, c.app if affected; I c.exec according to severity", secondary: "p.ir", sla: [sample("acknowledge", "PT15M", "around-the-clock"), sample("respond", "PT1H", "around-the-clock")], result: "Every critical alert is a case or is explained", escalate: "PT30M c.sec", communication: "call" },
  { id: "log-review", like: "SEC-04", title: "Monitor and review security logs", area: "detection", secondary: "p.ir", sla: [sample("detect", "PT1H", "around-the-clock")], result: "What is unusual is seen and written down", escalate: "PT4H c.sec" },
  { id: "log-retention", like: "SEC-08", area: "detection", result: "Logs are there for as long as they are needed", escalate: "P1W c.comp" },
  { id: "siem-tuning", like: "SEC-06", title: "Tune SIEM detections and keep the false-positive criteria", area: "detection", result: "Fewer false alarms, and no blind spots unseen", escalate: "P2W c.sec" },
  { id: "vulnerability-review", like: "SEC-09", title: "Review vulnerabilities", area: "detection", result: "A ranked list with an owner for each finding", escalate: "P1W c.sec" },
  { id: "remediation", like: "SEC-10", area: "detection", result: "Findings are closed in time, or their risk is accepted", escalate: "P2W c.risk" },
  { id: "event-kind", like: "INC-02", area: "incidents", secondary: "p.ir", sla: [sample("respond", "PT30M", "around-the-clock")], result: "It is known who handles the event", escalate: "PT30M c.sec" },
  { id: "classification", like: "INC-03", title: "Classify incidents and take ownership of the response", area: "incidents", secondary: "p.soc", sla: [sample("respond", "PT1H", "around-the-clock")], result: "Severity and owner are on record", escalate: "PT30M c.sec", communication: "call" },
  {
    id: "containment", like: "INC-04", title: "Decide on incident containment", area: "incidents", who: "R c.sec, p.ir; A c.risk; C c.legal, c.comp, c.infra; I c.exec",
    split: { client: "weighs the effect on the business and decides", provider: "proposes measures and carries them out", validator: "c.sec" },
    decision: "containment.authorise", initiator: "p.ir", acceptor: "c.sec", disputes: "c.risk", secondary: "c.it",
    approval: { class: "emergency", channel: "bridge call", conditions: "spreading attack, and the Business Risk Owner was called for 15 minutes", documentWithin: "P1D" },
    sla: [sample("contain", "PT4H", "around-the-clock")], result: "The attack cannot spread, and the business knows the price", escalate: "PT30M c.risk", communication: "bridge call",
  },
  { id: "pre-authorised", like: "INC-05", area: "incidents", approval: { class: "emergency", channel: "bridge call", conditions: "a confirmed attack on one host or account", documentWithin: "PT4H" }, secondary: "p.ir", sla: [sample("contain", "PT1H", "around-the-clock")], result: "The host is off the network, and the client knows", escalate: "PT15M c.sec", communication: "call" },
  { id: "first-call", like: "INC-01", area: "incidents", secondary: "p.ir", sla: [sample("acknowledge", "PT15M", "around-the-clock")], result: "A named person answers, day and night", escalate: "PT15M p.sdm", communication: "call" },
  { id: "business-notice", like: "INC-09", area: "incidents", result: "The business hears it from us first", escalate: "PT1H c.exec", communication: "status mail and call" },
  { id: "client-notice", like: "INC-10", area: "incidents", secondary: "p.soc", sla: [sample("notify", "PT24H", "around-the-clock")], result: "The client knows in time to meet its own duties", escalate: "PT1H p.sdm", communication: "call" },
  { id: "post-incident-report", like: "INC-14", area: "incidents", result: "Cause, course and lessons are written down", escalate: "P2W c.sec" },
  { id: "response-plan", like: "INC-15", area: "incidents", result: "A response plan that was exercised this year", escalate: "P1M c.sec" },
  { id: "audit-evidence", like: "CMP-02", title: "Prepare security documentation and audit evidence", area: "governance", result: "The auditor's question is answered from the folder", escalate: "P2W c.comp" },
  { id: "risk-acceptance", like: "GOV-05", title: "Decide on risk acceptance for unresolved findings", area: "governance", decision: "risk.accept", initiator: "c.sec", acceptor: "c.risk", disputes: "c.exec", secondary: "c.comp", sla: [sample("respond", "P1W", "office-hours")], result: "Each open risk has an owner and an end date", escalate: "P2W c.risk" },
  { id: "responsibility-review", like: "GOV-12", title: "Review responsibilities and confirm owners and contacts", area: "governance", result: "Matrix and reality agree", escalate: "P2W c.exec" },
];
