import type { InWords } from "./in-words.ts";

/**
 * A port and its provider, in which there is a little of everything an answer can speak of: turns, hours, a holiday,
 * stand-ins, a loan of authority, a refusal, a common decision, actions agreed beforehand, chained ways of calls, clocks.
 */
export const HARBOUR: InWords = {
  people: {
    ana: "client, Europe/Lisbon, mon-fri 09:00-18:00, voice, email, substitute ben",
    ben: "client, Europe/Lisbon, mon-fri 09:00-18:00, voice@2024-01-10",
    cara: "client, Europe/Lisbon, voice@group:corporate-mail, sms",
    dina: "client, Europe/Lisbon, mon-thu 08:00-16:00, voice",
    eli: "provider, Asia/Kolkata, voice, chat",
    fox: "provider, Asia/Kolkata, voice@never",
    gil: "provider, Asia/Kolkata, mon-sun 22:00-08:00, sms, voice",
    hui: "provider, email@shared",
    gil2: "client, Asia/Kolkata, same gil, voice",
  },
  roles: {
    analyst: "provider: eli fox", lead: "provider: gil", security: "client: ana ben", owner: "client: cara", legal: "client: dina", press: "client: hui", board: "client: gil2",
  },
  calendars: { office: "Europe/Lisbon, mon-fri 09:00-18:00, except 2026-12-08", never: "Europe/Lisbon" },
  partyCalendars: { client: "office" },
  rotations: { watch: "analyst, Asia/Kolkata | 2026-11-02T08:00 every P1W: eli fox" },
  events: {
    breach: "event.validate, containment.authorise, risk.accept, notify.regulator, compromises corporate-mail",
    outage: "containment.authorise, change.emergency.authorise, route lead",
    quiet: "route press",
  },
  severities: { high: "1, acknowledge PT15M, decide PT1H", low: "2" },
  rights: {
    validate: "analyst may event.validate, events breach",
    contain: "security may containment.authorise, on office, delegable",
    "contain-night": "only cara may containment.authorise, severities high",
    "contain-never": "owner may containment.authorise, on never, events outage",
    "refuse-lead": "lead may containment.authorise, deny, events outage",
    "risk-security": "security may risk.accept, one-per-party, delegable",
    "risk-lead": "lead may risk.accept, one-per-party",
    "regulator-two": "security may notify.regulator, 2 of, delegable",
    "regulator-legal": "legal may notify.regulator, 2 of",
    "change-old": "owner may change.emergency.authorise, until 2026-10-31",
    change: "security may change.emergency.authorise",
  },
  preAuthorisations: { isolate: "analyst may containment.authorise, when after-all-tried, tried PT30M, holder owner", "isolate-night": "lead may containment.authorise, when outside-business-hours, events breach" },
  paths: {
    first: "severities high, then second, last cara ana | PT0M analyst, by voice sms, wait PT5M, acknowledge PT5M | PT10M lead, acknowledge PT10M",
    second: "severities low, last cara | PT0M security, acknowledge PT20M | PT30M owner board",
  },
  informs: { news: "legal press, within PT2H, events breach", later: "owner, severities low" },
  clocks: {
    authority: "regulatory, anchor awareness, limit PT72H, determiner security, submitter legal, events breach",
    report: "regulatory, anchor the end, limit P1M, submitter legal, events breach",
    client: "contract, anchor detection, limit PT4H, determiner lead, on office",
    undated: "regulatory, anchor knowledge, determiner nobody, events outage",
  },
  together: { ferry: "ana cara", mail: "group corporate-mail" },
  rows: { contain: "decides containment.authorise, R analyst, A security, C legal, C press, I owner, consult PT30M", change: "decides change.emergency.authorise, R security, A owner", accept: "decides risk.accept, R analyst, I board" },
  absences: { leave: "ana from 2026-11-24T00:00Z until 2026-11-28T00:00Z, substitute cara", ill: "eli from 2026-11-25T06:00Z until 2026-11-25T18:00Z" },
  swaps: { swap: "watch: fox for eli from 2026-11-19T02:30Z until 2026-11-20T02:30Z" },
  delegations: { loan: "ana to dina from 2026-11-24T00:00Z until 2026-11-26T12:00Z, risk.accept, notify.regulator, containment.authorise" },
  holderChanges: { change: "lead: fox at 2026-12-01T00:00Z" },
};
