import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Contact } from "#core/model/party.ts";
import { minuteOf } from "#core/time/minute.ts";
import { wayOf } from "#core/who/path.ts";
import { outOfForce, type Contents } from "./contents.ts";
import { turnInWords } from "./duty-markup.ts";
import { clockInWords, hoursInWords, KINDS, limitsOf, listed, obligationsOf, rightInWords, roleWithHolders, whenInWords } from "./in-words.ts";
import { sayDay, sayMoment, zoneNamed } from "./moments.ts";
import { KEPT } from "./numbers.ts";
import { bySeverity } from "./paper.ts";
import { printable, shortened } from "./printable.ts";
import { dutyWeeks } from "./weeks.ts";
import { usualZone, worldOf } from "./world.ts";

/** One thing a card says: a name in bold, and what there is to it. */
export interface Entry {
  readonly head: string;
  readonly body: string;
  /** Each on a line of its own. */
  readonly lines: readonly string[];
}
export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** What is printed on a card: text only, ready to be set. */
export interface Card {
  readonly title: string;
  readonly holds: string;
  /** What makes all of it doubtful; mostly empty. */
  readonly warning: string;
  readonly version: string;
  /** 64 hex digits, and their first 16. */
  readonly digest: string;
  readonly shortDigest: string;
  readonly sections: readonly Section[];
  /** Of the wallet card: the same, cut to what fits a pocket. */
  readonly pocket: readonly Section[];
}

/** How long things may be, in signs: so that a name leaves room for what is said about it. */
interface Room {
  readonly name: number;
  readonly head: number;
  readonly body: number;
  readonly line: number;
}
const SHEET: Room = { name: 80, head: 400, body: 1_600, line: 400 };
const POCKET: Room = { name: 40, head: 130, body: 640, line: 110 };
/** So many entries of one section go into a pocket, and so many lines of one entry; the rest stands on the sheet. */
const POCKET_ENTRIES = 14;
const POCKET_LINES = 5;

/** What a card of these contents says. */
export function cardOf(contents: Contents): Card {
  const { document, digests, from, until, version } = contents;
  const zone = zoneNamed(usualZone(contents));
  return {
    title: printable(document.title, 90), version: printable(version, 60),
    holds: `${sayMoment(minuteOf(from), zone)} until ${sayMoment(minuteOf(until), zone)} (${zone.name})`, warning: outOfForce(contents) ?? "",
    digest: digests.matrix, shortDigest: digests.matrix.slice(0, 16),
    sections: sheet(named(contents, SHEET.name)).map((section) => set(section, SHEET)),
    pocket: pocket(named(contents, POCKET.name)).map((section) => set(pocketed(section), POCKET)),
  };
}

/** The same with every name cut at a length. */
function named(contents: Contents, longest: number): Contents {
  const cut = (list: readonly { readonly name: string }[]) => list.map((item) => ({ ...item, name: shortened(item.name, longest) }));
  const { document } = contents;
  const { parties, people, roles, events, severities, scope, calendars, clocks } = document;
  return { ...contents, document: { ...document, ...Object.fromEntries(Object.entries({ parties, people, roles, events, severities, scope, calendars, clocks }).flatMap(([field, list]) => (list === undefined ? [] : [[field, cut(list)]]))) } };
}

function sheet(contents: Contents): readonly Section[] {
  const { document } = contents;
  const numbers: Section = { title: "Numbers", entries: (document.people ?? []).map(({ id }) => personEntry(contents, id)) };
  const rights: Section = { title: "Who may decide what", entries: (document.decisionRights ?? []).map((right) => ({ head: "", body: capital(rightInWords(document, right)), lines: [] })) };
  const clocks: Section = { title: "Clocks", entries: (document.clocks ?? []).map((clock) => ({ head: clock.name, body: clockInWords(document, clock), lines: [] })) };
  return [calls(contents), ...onDuty(contents), lastResort(contents), numbers, rights, agreed(contents), clocks].filter(({ entries }) => entries.length > 0);
}

function pocket(contents: Contents): readonly Section[] {
  const needed = new Set(wanted(contents));
  const numbers: Section = { title: "Numbers", entries: (contents.document.people ?? []).filter(({ id }) => needed.has(id)).map(({ id }) => personEntry(contents, id)) };
  return [calls(contents), ...onDuty(contents), numbers, lastResort(contents), { title: "May decide", entries: decisions(contents) }, agreed(contents)].filter(({ entries }) => entries.length > 0);
}

const calls = (contents: Contents): Section => ({ title: "Call", entries: ways(contents) });
const lastResort = (contents: Contents): Section => ({ title: "Last resort", entries: [...new Set((contents.document.escalationPaths ?? []).flatMap((path) => path.lastResort ?? []))].map((id) => personEntry(contents, id)) });
const agreed = ({ document }: Contents): Section => ({
  title: "Agreed in advance",
  entries: (document.preAuthorisations ?? []).map((grant) => ({
    head: capital(grant.actions.join("; ")),
    body: `If ${grant.trigger}, ${[limitsOf(document, grant), whenInWords(document, grant)].filter(Boolean).join(", ")}, by ${listed(grant.performers.map((role) => roleWithHolders(document, role)), "or")}.${grant.limits === undefined ? "" : ` ${grant.limits}.`}${grant.rollback === undefined ? "" : ` To undo: ${grant.rollback}.`} Then ${obligationsOf(document, grant).join("; ")}.`,
    lines: [],
  })),
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const set = ({ title, entries }: Section, room: Room): Section => ({
  title: printable(title, 80),
  entries: entries.map(({ head, body, lines }) => ({ head: printable(head, room.head), body: printable(body, room.body), lines: lines.map((line) => printable(line, room.line)) })),
});

function pocketed({ title, entries }: Section): Section {
  const rest = entries.length - POCKET_ENTRIES;
  return {
    title,
    entries: [...entries.slice(0, POCKET_ENTRIES).map((entry) => ({ ...entry, lines: [...entry.lines.slice(0, POCKET_LINES), ...(entry.lines.length > POCKET_LINES ? [`and ${entry.lines.length - POCKET_LINES} more on the large card`] : [])] })), ...(rest > 0 ? [{ head: "", body: `and ${rest} more on the large card`, lines: [] }] : [])],
  };
}

/** The way of calls of every event; events and severities that share one stand together. */
function ways(contents: Contents): readonly Entry[] {
  const { document } = contents;
  const world = worldOf(contents);
  const byWay = new Map<string, { readonly events: Map<string, string[]>; readonly lines: readonly string[] }>();
  for (const event of document.events ?? [])
    for (const severity of bySeverity(contents)) {
      const { steps } = wayOf(world, { event, severity, party: document.parties.find(({ kind }) => kind === "client")?.id });
      const lines = steps.map(({ after, roles, channels }) => `${after === 0 ? "at once" : `after ${sayLength(after)}`}: ${listed(roles.map((role) => roleWithHolders(document, role)))}${channels?.length ? `, ${listed(channels.map((one) => KINDS[one].toLowerCase()), "or")}` : ""}`);
      const key = JSON.stringify(lines);
      const known = byWay.get(key) ?? { events: new Map<string, string[]>(), lines };
      known.events.set(event.name, [...(known.events.get(event.name) ?? []), severity.name]);
      byWay.set(key, known);
    }
  return [...byWay.values()].map(({ events, lines }) => {
    const bySeverities = Map.groupBy([...events], ([, severities]) => listed(severities, "or"));
    return { head: [...bySeverities].map(([severities, list]) => `${listed(list.map(([event]) => event), "or")} at ${severities}`).join("; "), body: lines.length === 0 ? "no way of calls is written down: use the last resort" : "", lines };
  });
}

const sayLength = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} h` : minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`);

function onDuty(contents: Contents): readonly Section[] {
  const { document, from, until } = contents;
  const world = worldOf(contents);
  return [...new Map((document.rotations ?? []).map((rotation) => [rotation.role, rotation])).values()].map(({ role, timeZone }) => {
    const zone = zoneNamed(timeZone);
    const entries = dutyWeeks(world, role, zone, minuteOf(from), minuteOf(until)).map((week) => ({
      head: sayDay(week.from, zone),
      body: week.turns.length === 0 ? "nobody" : `${week.turns.slice(0, 14).map((turn) => `${nameOf(contents, turn.person)} ${turnInWords(turn, week, zone)}`).join("; ")}${week.turns.length > 14 ? `; and ${week.turns.length - 14} more turns` : ""}`,
      lines: [],
    }));
    return { title: `On duty: ${document.roles.find(({ id }) => id === role)?.name ?? role} (${zone.name})`, entries };
  });
}

/** Every decision an event asks for, with all who have a right to it. */
function decisions({ document }: Contents): readonly Entry[] {
  const verbs = [...new Set((document.events ?? []).flatMap((event) => event.verbs ?? []))];
  return verbs.map((verb) => {
    const rights = (document.decisionRights ?? []).filter((right) => right.verb === verb);
    // Without the verb: it stands before them all.
    const lines = rights.map((right) => rightInWords(document, right).replace(` may ${right.deny === true ? "not " : ""}${VERB_WORDS[verb]}`, right.deny === true ? " may not" : ""));
    return { head: capital(VERB_WORDS[verb]), body: lines.length === 0 ? "nobody may" : lines.join("; "), lines: [] };
  });
}

const nameOf = ({ document }: Contents, id: string): string => document.people?.find((one) => one.id === id)?.name ?? id;

function personEntry(contents: Contents, id: string): Entry {
  const { document } = contents;
  const person = document.people?.find((one) => one.id === id);
  const posts = document.roles.filter(({ holders }) => holders?.includes(id)).map(({ name }) => name);
  const contacts = (document.directory?.contacts ?? []).filter((contact) => contact.person === id);
  return { head: nameOf(contents, id), body: [posts.join(", "), document.parties.find((party) => party.id === person?.party)?.name ?? "", person?.dutyHours?.length ? `${hoursInWords(person.dutyHours)} ${person.timeZone ?? ""}` : ""].filter(Boolean).join("; "), lines: contacts.length === 0 ? ["no number"] : contacts.map(sayNumber) };
}

const sayNumber = ({ kind, value, shared, hours }: Contact): string => `${KINDS[kind]} ${value ?? KEPT}${shared === true ? " (shared)" : ""}${hours?.length ? `, ${hoursInWords(hours)}` : ""}`;

/** Who is on a way of calls, decides, stands in, or is the last resort. */
function wanted({ document }: Contents): readonly string[] {
  const verbs = new Set((document.events ?? []).flatMap((event) => event.verbs ?? []));
  const roles = new Set([...(document.escalationPaths ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.roles)), ...(document.events ?? []).flatMap(({ route }) => route ?? []), ...(document.decisionRights ?? []).filter(({ verb, deny }) => verbs.has(verb) && deny !== true).flatMap(({ role }) => role ?? [])]);
  const people = [
    ...document.roles.filter(({ id }) => roles.has(id)).flatMap(({ holders }) => holders ?? []),
    ...(document.rotations ?? []).filter(({ role }) => roles.has(role)).flatMap(({ layers }) => layers.flatMap((layer) => layer.people)),
    ...(document.decisionRights ?? []).filter(({ verb }) => verbs.has(verb)).flatMap(({ person }) => person ?? []),
    ...(document.escalationPaths ?? []).flatMap(({ lastResort }) => lastResort ?? []),
  ];
  return [...people, ...people.flatMap((id) => document.people?.find((one) => one.id === id)?.substitute ?? [])];
}

