import { MatrixDocument } from "../../src/core/model/document.ts";

/**
 * A whole small company in words. Every value is a list of clauses with commas between them, a clause being its first
 * word and what follows: `"client, Europe/Berlin, mon-fri 09:00-17:00, voice, email, substitute ben"`. Lists inside a
 * clause have spaces between their words.
 */
export interface InWords {
  /** `client, Europe/Berlin, mon-fri 09:00-17:00, voice, substitute ben, same eva`; methods may be `voice@2025-01-01` (verified that day), `voice@never`, `email@shared`, `chat@group:x`, `voice@mon-fri:09:00-17:00`. */
  readonly people: Readonly<Record<string, string>>;
  /** `client: ana ben`. */
  readonly roles: Readonly<Record<string, string>>;
  /** `Europe/Berlin, mon-fri 09:00-17:00, except 2026-12-25 2026-12-26`, or `always`. */
  readonly calendars?: Readonly<Record<string, string>>;
  /** `client office`: which calendar is a party's business hours. */
  readonly partyCalendars?: Readonly<Record<string, string>>;
  /** `lead, Europe/Berlin | 2026-10-19T09:00 every P1W until 2026-11-02T09:00: ana ben | 2026-10-19T09:00 every P1D: eva, mon-fri 18:00-08:00`. */
  readonly rotations?: Readonly<Record<string, string>>;
  /** `containment.authorise, risk.accept, compromises corporate-mail, route lead`. */
  readonly events?: Readonly<Record<string, string>>;
  /** `1, acknowledge PT15M, decide PT1H`. */
  readonly severities?: Readonly<Record<string, string>>;
  /** `lead may containment.authorise, 2 of, delegable, on office, from 2026-01-01, until 2026-12-31`, `only ana may ...` for one person, `events`, `severities`, `scope`, `party`, `deny`, `one-per-party`. */
  readonly rights?: Readonly<Record<string, string>>;
  /** `analyst may containment.authorise, when always, tried PT15M, on office, holder lead`. */
  readonly preAuthorisations?: Readonly<Record<string, string>>;
  /** `severities s1, last ana, then other | PT0M lead, by voice sms, wait PT5M, acknowledge PT10M | PT15M boss`. */
  readonly paths?: Readonly<Record<string, string>>;
  /** `legal boss, within PT1H, events fire`. */
  readonly informs?: Readonly<Record<string, string>>;
  /** `regulatory, anchor determination, limit PT72H, determiner lead, submitter legal, on office`. */
  readonly clocks?: Readonly<Record<string, string>>;
  /** `ana ben, group corporate-mail`. */
  readonly together?: Readonly<Record<string, string>>;
  /** `decides containment.authorise, R analyst, A lead, C legal, consult PT30M`. */
  readonly rows?: Readonly<Record<string, string>>;
  /** `ana from 2026-10-24T22:00Z until 2026-10-26T07:00Z, substitute ben`. */
  readonly absences?: Readonly<Record<string, string>>;
  /** `rota: ben for ana from ... until ...`. */
  readonly swaps?: Readonly<Record<string, string>>;
  /** `ana to ben from ... until ..., containment.authorise`. */
  readonly delegations?: Readonly<Record<string, string>>;
  /** `lead: eva at 2026-10-25T00:00Z`. */
  readonly holderChanges?: Readonly<Record<string, string>>;
  /** Anything else, laid over what the words gave. */
  readonly besides?: Readonly<Record<string, unknown>>;
}

type Clause = readonly [word: string, rest: string];
const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const KINDS = ["voice", "sms", "push", "chat", "email"];
const PARTIES = ["client", "provider", "vendor", "supplier", "integrator", "regulator"];

const clauses = (text: string): readonly Clause[] =>
  text.split(",").map((one) => one.trim()).filter(Boolean).map((one) => {
    const space = one.indexOf(" ");
    return space < 0 ? [one, ""] : [one.slice(0, space), one.slice(space + 1).trim()];
  });

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const isZone = (word: string): boolean => word === "UTC" || (/^[A-Z]/.test(word) && word.includes("/"));
const isHours = (word: string): boolean => /^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$/.test(word);

/** `mon-fri` and `09:00-17:00`; `fri-mon` goes round the end of the week. */
function hours(days: string, times: string): unknown {
  const [first = "", last = first] = days.split("-");
  const [from, until] = times.split("-");
  const list: string[] = [];
  for (let i = WEEK.indexOf(first); ; i = (i + 1) % 7) {
    list.push(WEEK[i] as string);
    if (WEEK[i] === last) return { days: list, from, until };
  }
}

const hoursIn = (said: readonly Clause[]): unknown[] => said.filter(([word]) => isHours(word)).map(([days, times]) => hours(days, times));
const listed = <T>(items: readonly T[], as: string): Record<string, readonly T[]> => (items.length === 0 ? {} : { [as]: items });
const one = (said: readonly Clause[], word: string, as = word): Record<string, string> => {
  const found = said.find(([first]) => first === word);
  return found === undefined ? {} : { [as]: found[1] };
};
const many = (said: readonly Clause[], word: string, as = word): Record<string, readonly string[]> => {
  const found = said.find(([first]) => first === word);
  return found === undefined ? {} : { [as]: words(found[1]) };
};
const flag = (said: readonly Clause[], word: string, as = word): Record<string, boolean> => (said.some(([first]) => first === word) ? { [as]: true } : {});
const scopeOf = (said: readonly Clause[]): object => ({ ...many(said, "events"), ...many(said, "severities"), ...many(said, "scope"), ...one(said, "party") });
const each = <T>(items: Readonly<Record<string, string>> | undefined, make: (id: string, said: readonly Clause[], text: string) => T): T[] =>
  Object.entries(items ?? {}).map(([id, text]) => make(id, clauses(text), text));

function contacts(person: string, said: readonly Clause[]): unknown[] {
  const used = said.map(([word]) => word).filter((word) => KINDS.includes(word.split("@")[0] as string));
  return used.map((word, i) => {
    const [kind, ...more] = word.split("@");
    const contact: Record<string, unknown> = { id: `${person}-${i + 1}`, person, kind, value: `${kind} of ${person}`, verifiedAt: "2025-12-01T00:00Z" };
    for (const fact of more) {
      if (fact === "never") delete contact["verifiedAt"];
      else if (fact === "shared") contact["shared"] = true;
      else if (fact.startsWith("group:")) contact["outOfBandGroup"] = fact.slice(6);
      else if (fact.startsWith("for:")) contact["maximumAge"] = fact.slice(4);
      else if (/^\d/.test(fact)) contact["verifiedAt"] = `${fact}T00:00Z`;
      else contact["hours"] = [hours(fact.slice(0, fact.indexOf(":")), fact.slice(fact.indexOf(":") + 1))];
    }
    return contact;
  });
}

const window = (text: string, from = "from", until = "until"): object => {
  const [, begins, ends] = /from ([^\s,]+) until ([^\s,]+)/.exec(text) ?? [];
  return { [from]: begins, [until]: ends };
};

/** The document the words stand for, checked against the format. */
export function inWords(said: InWords): MatrixDocument {
  const parties = PARTIES.filter((kind) => kind === "client" || kind === "provider" || [...Object.values(said.people), ...Object.values(said.roles)].some((text) => text.startsWith(kind)));
  const directory = {
    contacts: each(said.people, (id, its) => contacts(id, its)).flat(),
    ...listed(each(said.absences, (id, its, text) => ({ id, person: its[0]?.[0], ...window(text), ...one(its, "substitute") })), "absences"),
    ...listed(each(said.swaps, (id, _, text) => {
      const [, rotation, comes, goes] = /^(\S+): (\S+) for (\S+)/.exec(text) ?? [];
      return { id, rotation, in: comes, out: goes, ...window(text) };
    }), "swaps"),
    ...listed(each(said.delegations, (id, its, text) => {
      const [, from, to] = /^(\S+) to (\S+)/.exec(text) ?? [];
      return { id, from, to, verbs: its.slice(1).map(([verb]) => verb), ...window(text, "starts", "ends") };
    }), "delegations"),
    ...listed(each(said.holderChanges, (id, _, text) => {
      const [, role, holders = "", at] = /^(\S+):(.*) at (\S+)$/.exec(text) ?? [];
      return { id, role, holders: words(holders), at, by: Object.keys(said.people)[0] };
    }), "holderChanges"),
  };
  const document = {
    remit: 1,
    title: "A small company",
    parties: parties.map((id) => ({ id, name: id, kind: id, ...(said.partyCalendars?.[id] === undefined ? {} : { calendar: said.partyCalendars[id] }) })),
    people: each(said.people, (id, its) => ({
      id, name: id, party: its[0]?.[0],
      ...(its.some(([word]) => isZone(word)) ? { timeZone: its.find(([word]) => isZone(word))?.[0] } : {}),
      ...listed(hoursIn(its), "dutyHours"), ...one(its, "substitute"), ...one(its, "same", "sameHumanAs"),
    })),
    roles: each(said.roles, (id, _, text) => {
      const [party = "", holders = ""] = text.split(":");
      return { id, name: id, party: party.trim(), holders: words(holders) };
    }),
    ...listed(each(said.calendars, (id, its) => ({ id, name: id, ...flag(its, "always"), ...(its.some(([word]) => isZone(word)) ? { timeZone: its.find(([word]) => isZone(word))?.[0] } : {}), ...listed(hoursIn(its), "hours"), ...many(its, "except", "holidays") })), "calendars"),
    ...listed(each(said.rotations, (id, _, text) => {
      const [head = "", ...layers] = text.split("|");
      const [[role] = [""], [timeZone] = ["UTC"]] = clauses(head);
      return {
        id, name: id, role, timeZone, layers: layers.map((layer) => {
          const [, from, turn, until, people = "", more = ""] = /^\s*(\S+) every (\S+?)(?: until (\S+))?:([^,]*),?(.*)$/.exec(layer) ?? [];
          return { people: words(people), from, turn, ...listed(hoursIn(clauses(more)), "hours"), ...(until ? { until } : {}) };
        }),
      };
    }), "rotations"),
    activities: each(said.rows, (id, its) => ({
      id, title: id, ...one(its, "decides", "decision"), ...one(its, "consult", "consultWithin"),
      assignments: its.filter(([word]) => /^[RACIS]$/.test(word)).map(([letter, role]) => ({ role, letter })),
    })),
    ...listed(each(said.events, (id, its) => ({ id, name: id, ...listed(its.map(([word]) => word).filter((word) => word.includes(".")), "verbs"), ...many(its, "compromises"), ...many(its, "route") })), "events"),
    ...listed(each(said.severities, (id, its) => ({ id, name: id, rank: Number(its[0]?.[0]), ...one(its, "acknowledge", "acknowledgeWithin"), ...one(its, "decide", "decideWithin") })), "severities"),
    ...listed(each(said.rights, (id, its) => {
      const head = its[0]?.[0] === "only" ? words(its[0][1]) : [its[0]?.[0], ...words(its[0]?.[1] ?? "")];
      const needed = its.find(([, rest]) => rest === "of")?.[0];
      return {
        id, [its[0]?.[0] === "only" ? "person" : "role"]: head[0], verb: head[2], ...scopeOf(its), ...flag(its, "deny"), ...flag(its, "delegable"),
        ...one(its, "on", "calendar"), ...one(its, "from"), ...one(its, "until"),
        ...(needed === undefined ? {} : { mode: "n-of-m", n: Number(needed) }), ...(its.some(([word]) => word === "one-per-party") ? { mode: "one-per-party" } : {}),
      };
    }), "decisionRights"),
    ...listed(each(said.preAuthorisations, (id, its) => ({
      id, performers: words(`${its[0]?.[0]} ${its[0]?.[1].split(" may ")[0]?.replace(/^may .*/, "")}`), verb: words(its[0]?.[1] ?? "").at(-1),
      actions: ["isolate one host"], trigger: "a verdict", ...scopeOf(its), ...one(its, "when"), ...one(its, "tried", "triedFor"), ...one(its, "on", "calendar"), ...one(its, "holder", "authorityHolder"),
    })), "preAuthorisations"),
    ...listed(each(said.paths, (id, _, text) => {
      const [head = "", ...steps] = text.split("|");
      const its = clauses(head);
      return {
        id, name: id, ...scopeOf(its), ...one(its, "then"), ...many(its, "last", "lastResort"),
        steps: steps.map((step) => {
          const at = clauses(step);
          return { after: at[0]?.[0], roles: words(at[0]?.[1] ?? ""), ...many(at, "by", "channels"), ...one(at, "wait", "waitPerAttempt"), ...one(at, "acknowledge", "acknowledgeWithin") };
        }),
      };
    }), "escalationPaths"),
    ...listed(each(said.informs, (id, its) => ({ id, name: id, roles: its[0] === undefined ? [] : words(`${its[0][0]} ${its[0][1]}`), ...one(its, "within"), ...scopeOf(its) })), "informLists"),
    ...listed(each(said.clocks, (id, its) => ({ id, name: id, kind: its[0]?.[0], anchor: "the event", ...one(its, "anchor"), ...one(its, "limit"), ...one(its, "determiner"), ...one(its, "submitter"), ...one(its, "on", "calendar"), ...scopeOf(its) })), "clocks"),
    ...listed(each(said.together, (id, its) => {
      const people = its.filter(([word]) => word !== "group").flatMap(([word, rest]) => words(`${word} ${rest}`));
      return { id, name: id, ...listed(people, "people"), ...one(its, "group") };
    }), "correlatedAbsences"),
    directory,
    ...said.besides,
  };
  return MatrixDocument.parse(JSON.parse(JSON.stringify(document)));
}
