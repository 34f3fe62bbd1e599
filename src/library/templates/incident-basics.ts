import type { MatrixDocument } from "#core/model/document.ts";
import type { Clock, EventType, Severity, Verb } from "#core/model/decision.ts";
import type { Calendar } from "#core/model/party.ts";

/** The two calendars every template speaks of. Zone and hours are placeholders to adapt. */
export const CALENDARS: Calendar[] = [
  { id: "around-the-clock", name: "Around the clock", always: true },
  { id: "office-hours", name: "Office hours", timeZone: "UTC", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" }] },
];

/** Four grades by effect on the business; in doubt the higher one holds. The times are samples to agree on. */
export const SEVERITIES: Severity[] = [
  { id: "s1", name: "S1 critical", rank: 1, criteria: "A business-critical service is down, or regulated data is or may be exposed", acknowledgeWithin: "PT15M", decideWithin: "PT1H" },
  { id: "s2", name: "S2 high", rank: 2, criteria: "A critical service is degraded, or an attack is under way but held", acknowledgeWithin: "PT30M", decideWithin: "PT2H" },
  { id: "s3", name: "S3 moderate", rank: 3, criteria: "One site, one application or a few people are affected, and there is a way around", acknowledgeWithin: "PT4H", decideWithin: "P1D" },
  { id: "s4", name: "S4 low", rank: 4, criteria: "No effect on work yet; to be looked at in office hours", acknowledgeWithin: "P1D", decideWithin: "P5D" },
];

/** What every operational event asks: is it one, who allows the change, who tells the business, who writes it up. */
const OPERATIONAL: Verb[] = ["event.validate", "change.emergency.authorise", "notify.business", "report.write"];
/** The same for an attack, and who may pull the plug. */
const SECURITY: Verb[] = ["event.validate", "triage.confirm", "severity.set", "containment.authorise", "change.emergency.authorise", "notify.client", "notify.business", "report.write"];

/** The events every outsourcing meets in its first year. */
export const EVENTS: EventType[] = [
  { id: "alert-at-night", name: "Security alert at night", symptoms: ["the watch sees an alert while the office is closed"], verbs: SECURITY, criteria: "Real when a second source confirms it, or when the account or host acted against its habit" },
  { id: "suspicious-activity", name: "Suspicious activity in the logs", symptoms: ["sign-ins from unusual places", "an administrator account used at an unusual hour"], verbs: [...SECURITY, "investigation.lead"], criteria: "Real when nobody can say who did it and why" },
  { id: "malware", name: "Malware on a host", symptoms: ["the endpoint protection reports a program it could not stop"], verbs: [...SECURITY, "incident.close"], criteria: "Real when it ran; a blocked download is none", rootCauseFor: ["s1", "s2"] },
  { id: "ransomware", name: "Ransomware", symptoms: ["files cannot be opened and have new endings", "a demand for money on the screen"], verbs: [...SECURITY, "incident.declare", "investigation.lead", "notify.regulator", "incident.close"], compromises: ["corporate-mail", "sso"], rootCauseFor: ["s1", "s2"], seniorThreshold: "At once: encrypted files on more than one host" },
  { id: "data-breach", name: "Data breach", symptoms: ["data of customers or colleagues is found outside"], verbs: [...SECURITY, "incident.declare", "investigation.lead", "evidence.release", "notify.regulator", "incident.close"], rootCauseFor: ["s1", "s2"], criteria: "Real when personal or regulated data was seen, taken, changed or lost" },
  { id: "vpn-down", name: "VPN stops working", symptoms: ["nobody can connect from outside"], verbs: OPERATIONAL },
  { id: "firewall-blocks-application", name: "Firewall rule blocks a critical application", symptoms: ["an application fails for everybody since a rule was changed"], verbs: OPERATIONAL },
  { id: "backup-failure", name: "Backup fails or cannot be restored", symptoms: ["a backup job ends in error", "a restore test fails"], verbs: [...OPERATIONAL, "risk.accept"] },
];

/** The events in which the law may ask for a notice. */
const MAY_BE_A_BREACH = ["data-breach", "ransomware"];

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
  { id: "release-evidence", verb: "evidence.release", role: "c.legal" },
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
      { after: "PT0M", roles: ["p.soc"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT10M" },
      { after: "PT15M", roles: ["p.ir", "c.sec"], channels: ["voice", "sms"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT10M" },
      { after: "PT35M", roles: ["c.risk", "c.it", "p.sdm"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT15M" },
    ],
  },
  {
    id: "other", name: "Other events", severities: ["s3", "s4"],
    steps: [
      { after: "PT0M", roles: ["p.soc"], channels: ["chat", "email", "voice"], waitPerAttempt: "PT30M", acknowledgeWithin: "PT1H" },
      { after: "PT4H", roles: ["c.it", "p.sdm"], channels: ["voice"], waitPerAttempt: "PT30M", acknowledgeWithin: "PT1H" },
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

/** Who hears of it without deciding: the top of the house when it is severe, the owners of the systems when work stops. */
export const INFORM_LISTS: NonNullable<MatrixDocument["informLists"]> = [
  { id: "severe", name: "Told of every severe incident", severities: ["s1", "s2"], roles: ["c.exec", "c.legal", "c.comp"], within: "PT2H" },
  { id: "disruption", name: "Told when work is disrupted", events: ["vpn-down", "firewall-blocks-application", "backup-failure"], roles: ["c.app"], within: "PT4H" },
];

const TELL_CLIENT: Clock = { id: "tell-client", name: "Provider tells the client", kind: "contract", anchor: "confirmation of the incident", limit: "PT4H", determiner: "p.ir", submitter: "p.sdm", events: ["alert-at-night", "suspicious-activity", "malware", "ransomware", "data-breach"] };

/** The provider's own notice, and the one the law asks of the client. Not legal advice: choose the law that holds for you. */
export const CLOCKS: Clock[] = [
  TELL_CLIENT,
  { id: "data-protection", name: "Notice to the data protection authority", kind: "regulatory", source: "GDPR 33", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "c.legal", submitter: "c.legal", events: MAY_BE_A_BREACH },
];

/** For a company under New York's financial regulation. */
export const FINANCIAL_CLOCKS: Clock[] = [
  TELL_CLIENT,
  { id: "superintendent", name: "Notice to the superintendent", kind: "regulatory", source: "23 NYCRR 500.17(a)", anchor: "determination that a cybersecurity incident has occurred", limit: "PT72H", determiner: "c.legal", submitter: "c.comp", events: MAY_BE_A_BREACH },
];

/** What fails together, whoever is on duty. */
export const CORRELATED_ABSENCES: NonNullable<MatrixDocument["correlatedAbsences"]> = [
  { id: "mail-down", name: "The mail system is down", group: "corporate-mail" },
  { id: "sign-in-down", name: "The sign-in is down", group: "sso" },
];
