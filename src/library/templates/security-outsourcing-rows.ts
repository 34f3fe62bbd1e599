import { sample, type RowWords } from "./words.ts";

const request = { class: "formal", channel: "access request form" } as const;
const change = { class: "formal", channel: "change request" } as const;

/** Daily work: accounts, servers, network, endpoints, backup. */
export const DAILY_ROWS: readonly RowWords[] = [
  { id: "access-requests", like: "OPS-04", title: "Approve user access requests", area: "access", who: "R? c.it; R? p.desk; A c.app; C c.sec; I c.users, c.comp if needed", approval: request, secondary: "c.infra", result: "Each request has a decision and a name behind it", escalate: "P1D c.app" },
  { id: "create-accounts", like: "OPS-01", area: "access", approval: request, result: "The new person can work, with the rights approved", escalate: "P1D c.it" },
  { id: "modify-accounts", like: "OPS-02", area: "access", approval: request, result: "Old rights are gone, new ones are there", escalate: "P1D c.it" },
  { id: "remove-accounts", like: "OPS-03", area: "access", approval: request, secondary: "p.eng", sla: [sample("respond", "PT4H", "office-hours")], result: "No account of a leaver can sign in", escalate: "PT4H c.sec" },
  { id: "privileged-approval", like: "OPS-05", area: "access", approval: request, secondary: "c.infra", sla: [sample("respond", "P1D", "office-hours")], result: "Administrator rights with an owner and an end date", escalate: "P1D c.sec" },
  { id: "privileged-review", like: "OPS-06", title: "Review privileged accounts", area: "access", who: "R? c.secadm; R? p.soc; A c.sec; C c.infra; I c.exec, c.audit", validation: { by: "c.sec", how: "signs the list of rights that stay" }, result: "A signed list of the rights that stay", escalate: "P1W c.sec" },
  { id: "privileged-monitoring", like: "SEC-14", area: "access", result: "Unusual use of administrator rights is seen the same day", escalate: "PT4H c.sec" },
  { id: "provider-access", like: "OPS-08", area: "access", result: "Every session of the provider is named and recorded", escalate: "P1D c.it" },
  {
    id: "patch-production", like: "OPS-11", area: "servers", who: "R? p.eng; R? c.admin; A c.infra; C c.app, c.sec; I c.users if downtime is expected",
    approval: { ...change, window: "agreed maintenance window" }, secondary: "p.desk", sla: [sample("restore", "PT4H", "office-hours", "back to the state before the patch")],
    validation: { by: "c.app", how: "signs off the application after the window" }, result: "Servers run the approved patch level", escalate: "PT4H c.infra",
  },
  { id: "patch-test", like: "OPS-12", area: "servers", result: "Applications are signed off before the wide rollout, high-risk patches by name", escalate: "P2D c.infra" },
  { id: "patch-validation", like: "SEC-24", area: "servers", result: "Proof that the exposure is gone", escalate: "P2D c.sec" },
  { id: "server-changes", like: "CHG-05", title: "Change the configuration of production servers", area: "servers", approval: change, result: "The change is tested, documented and can be undone", escalate: "PT4H c.infra" },
  { id: "maintenance-windows", like: "CHG-06", area: "servers", approval: change, result: "A calendar the business has agreed to", escalate: "P1W c.app" },
  { id: "emergency-changes", like: "CHG-08", area: "servers", approval: { class: "emergency", channel: "call to the Internal IT Manager", conditions: "a critical service is down or under attack", documentWithin: "P1D" }, secondary: "c.sec", sla: [sample("respond", "PT30M", "around-the-clock")], result: "The service is safe, and the record follows within a day", escalate: "PT30M c.it" },
  { id: "certificates", like: "OPS-23", title: "Renew TLS certificates before they expire", area: "servers", result: "No certificate expires in use", escalate: "P1W c.infra" },
  { id: "unmanaged-devices", like: "OPS-28", area: "servers", result: "Every device on the network has an owner, or is off it", escalate: "P1W c.infra" },
  { id: "change-documentation", like: "OPS-26", area: "servers", result: "Diagrams and runbooks show what is really there", escalate: "P1W c.infra" },
  { id: "firewall-change", like: "CHG-03", title: "Change firewall rules", area: "network", who: "R p.net; A c.infra; C c.sec, c.app; I c.admin", approval: change, approvers: ["c.sec"], result: "The rule is live, with an owner and a reason", escalate: "PT4H c.infra" },
  { id: "vpn-access", like: "CHG-04", area: "network", approval: request, result: "Remote access only for those approved", escalate: "P1D c.sec" },
  { id: "network-devices", like: "OPS-15", area: "network", result: "Devices run as documented", escalate: "PT4H c.infra" },
  { id: "network-backups", like: "OPS-16", area: "network", result: "Each device can be rebuilt from its saved configuration", escalate: "P1W c.infra" },
  { id: "firewall-review", like: "SEC-12", title: "Review firewall rules and validate access policy", area: "network", result: "Rules without a reason are gone", escalate: "P2W c.infra" },
  { id: "endpoint-protection", like: "SEC-01", title: "Monitor endpoint protection and respond to its alerts", area: "endpoints", who: "R p.soc; A c.sec; C c.it; I c.users if affected", approval: { class: "none" }, cadence: { every: "P1M", text: "around the clock, coverage monthly" }, sla: [sample("acknowledge", "PT15M", "around-the-clock")], secondary: "p.ir", result: "Every endpoint is covered and every alert has an owner", escalate: "PT30M c.sec" },
  { id: "antivirus-updates", like: "SEC-02", title: "Update antivirus policy and signatures", area: "endpoints", result: "Endpoints are current without asking", escalate: "P1D c.it" },
  { id: "backup-status", like: "OPS-18", area: "backup", secondary: "p.eng", sla: [sample("acknowledge", "PT4H", "office-hours")], result: "A failed job is known and repeated the same day", escalate: "P1D c.infra" },
  {
    id: "recovery-test", like: "OPS-19", title: "Test backup recovery", area: "backup", signed: true, who: "R? p.bkp; R? c.admin; A c.infra; C c.sec, c.app; I c.bcm",
    secondary: "p.eng", sla: [sample("rto", "P1D", "around-the-clock")], validation: { by: "c.app", how: "opens the restored data and signs", every: "P1M" }, result: "Proof that data comes back, and how long it takes", escalate: "P1W c.infra",
  },
  { id: "backup-security", like: "SEC-15", title: "Check the security of backup and recovery: separation, encryption, immutability", area: "backup", result: "An intruder cannot delete the backups", escalate: "P1W c.sec" },
  { id: "backup-keys", like: "OPS-22", area: "backup", secondary: "c.it", sla: [sample("respond", "PT1H", "around-the-clock", "keys at hand for a restore")], procedure: { steps: ["Take the sealed copy from its place", "Two people open it", "Restore one file and seal it again"] }, result: "The keys are found and work when they are needed", escalate: "PT1H c.risk" },
];
