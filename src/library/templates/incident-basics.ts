import type { MatrixDocument } from "#core/model/document.ts";
import type { EventType, Severity } from "#core/model/decision.ts";
import type { Calendar } from "#core/model/party.ts";

/** The two calendars every template speaks of. Zone and hours are placeholders to adapt. */
export const CALENDARS: Calendar[] = [
  { id: "around-the-clock", name: "Around the clock", always: true },
  { id: "office-hours", name: "Office hours", timeZone: "UTC", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" }] },
];

/** Four grades by effect on the business; in doubt the higher one holds. */
export const SEVERITIES: Severity[] = [
  { id: "s1", name: "S1 critical", rank: 1, criteria: "A business-critical service is down, or regulated data is or may be exposed" },
  { id: "s2", name: "S2 high", rank: 2, criteria: "A critical service is degraded, or an attack is under way but held" },
  { id: "s3", name: "S3 moderate", rank: 3, criteria: "One site, one application or a few people are affected, and there is a way around" },
  { id: "s4", name: "S4 low", rank: 4, criteria: "No effect on work yet; to be looked at in office hours" },
];

/** The events every outsourcing meets in its first year. */
export const EVENTS: EventType[] = [
  { id: "security-alert", name: "Security alert at night", verbs: ["event.validate", "triage.confirm", "severity.set", "containment.authorise", "notify.client"], criteria: "Real when a second source confirms it, or when the account or host acted against its habit" },
  { id: "vpn-down", name: "VPN stops working", symptoms: ["nobody can connect from outside"], verbs: ["event.validate", "change.emergency.authorise", "notify.business"] },
  { id: "firewall-block", name: "Firewall rule blocks a critical application", verbs: ["event.validate", "change.emergency.authorise", "notify.business"] },
  { id: "suspicious-activity", name: "Suspicious activity in the logs", verbs: ["event.validate", "triage.confirm", "severity.set", "investigation.lead"] },
  { id: "ransomware", name: "Ransomware", verbs: ["incident.declare", "severity.set", "containment.authorise", "notify.business", "notify.regulator", "report.write"], compromises: ["corporate-mail", "sso"], rootCauseFor: ["s1", "s2"], seniorThreshold: "At once: encrypted files on more than one host" },
  { id: "backup-failure", name: "Backup fails or cannot be restored", verbs: ["event.validate", "risk.accept", "notify.business"] },
];

/** Who decides during an incident: the provider confirms and leads, the client authorises and tells. */
export const DECISION_RIGHTS: NonNullable<MatrixDocument["decisionRights"]> = [
  { id: "validate", verb: "event.validate", role: "p.soc" },
  { id: "confirm", verb: "triage.confirm", role: "p.soc" },
  { id: "classify", verb: "severity.set", role: "c.sec" },
  { id: "classify-at-night", verb: "severity.set", role: "p.ir" },
  { id: "declare", verb: "incident.declare", role: "c.sec" },
  { id: "investigate", verb: "investigation.lead", role: "p.ir" },
  { id: "contain", verb: "containment.authorise", role: "c.risk" },
  { id: "contain-small", verb: "containment.authorise", role: "c.sec", limits: { reversibleOnly: true, blastRadius: "one host or one account" } },
  { id: "emergency-change", verb: "change.emergency.authorise", role: "c.it" },
  { id: "accept-risk", verb: "risk.accept", role: "c.risk" },
  { id: "tell-client", verb: "notify.client", role: "p.ir" },
  { id: "tell-business", verb: "notify.business", role: "c.it" },
  { id: "tell-regulator", verb: "notify.regulator", role: "c.legal" },
  { id: "document", verb: "incident.document", role: "p.ir" },
  { id: "write-report", verb: "report.write", role: "p.ir" },
  { id: "close", verb: "incident.close", role: "c.sec" },
  { id: "settle-disputes", verb: "dispute.decide", role: "c.exec" },
];

/** First the analyst, then the incident lead, then the client's security lead and business. */
export const ESCALATION_PATHS: NonNullable<MatrixDocument["escalationPaths"]> = [
  {
    id: "severe", name: "Severe incidents, day and night", severities: ["s1", "s2"],
    steps: [
      { after: "PT0M", roles: ["p.soc"], channels: ["voice"], acknowledgeWithin: "PT10M" },
      { after: "PT15M", roles: ["p.ir", "c.sec"], channels: ["voice", "sms"], acknowledgeWithin: "PT15M" },
      { after: "PT45M", roles: ["c.risk", "p.sdm"], channels: ["voice"] },
    ],
  },
  {
    id: "other", name: "Other events", severities: ["s3", "s4"],
    steps: [
      { after: "PT0M", roles: ["p.soc"], channels: ["chat", "email"] },
      { after: "PT4H", roles: ["c.it"], channels: ["voice"] },
    ],
  },
];

/** Acting first: only what can be undone, and reported at once. */
export const PRE_AUTHORISATIONS: NonNullable<MatrixDocument["preAuthorisations"]> = [
  {
    id: "isolate-endpoint", verb: "containment.authorise", actions: ["isolate one workstation", "disable one user account", "block one outside address"],
    trigger: "a confirmed attack on the host or account", performers: ["p.soc", "p.ir"], severities: ["s1", "s2"],
    when: "after-all-tried", triedFor: "PT15M", longest: "PT24H", limits: "Not on servers of business-critical services", rollback: "Release the host, enable the account, remove the block",
    authorityHolder: "c.sec", tellWithin: "PT15M", recordWithin: "PT4H", ratifyWithin: "PT24H",
  },
];
