import { minuteOf } from "#core/time/minute.ts";
import { waysOf } from "./calls.ts";
import { outOfForce, type Contents } from "./contents.ts";
import { agreed, decisions, rights } from "./decides.ts";
import { onDuty } from "./duty.ts";
import { apart, onTheSheet, POCKET, SHEET, type Room, type Section } from "./entries.ts";
import { clockInWords } from "#core/model/spoken.ts";
import { sayMoment, zoneNamed } from "./moments.ts";
import { awaySection, personEntry, wanted } from "./people.ts";
import { printable, shortened } from "./printable.ts";
import { usualZone } from "./world.ts";

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

/** Numbers are what a card is for: more of them go into a pocket than of anything else. */
const MOST_NUMBERS = 40;
/** Beyond this nothing is set at all. Names and texts were cut before, each by itself. */
const LONGEST = 6_000;
const LONGEST_TITLE = 160;

/** What a card of these contents says. */
export function cardOf(contents: Contents): Card {
  const { document, digests, from, until, version } = contents;
  const zone = zoneNamed(usualZone(contents));
  return {
    title: printable(document.title, 90), version: printable(version, 60),
    holds: `${sayMoment(minuteOf(from), zone)} until ${sayMoment(minuteOf(until), zone)} (${zone.name})`, warning: outOfForce(contents) ?? "",
    digest: digests.matrix, shortDigest: digests.matrix.slice(0, 16),
    sections: set(sheet(named(contents, SHEET))),
    pocket: set(pocket(named(contents, POCKET))),
  };
}

/** The same with every name and text cut at a length, and names apart that would then be one. */
function named(contents: Contents, { name, text }: Room): Contents {
  const cut = (list: readonly { readonly name: string }[]) => {
    const names = apart(list.map((item) => shortened(item.name, name)));
    return list.map((item, i) => ({ ...item, name: names[i] }));
  };
  const brief = (words: string): string => shortened(words, text);
  const { document } = contents;
  const { parties, people, roles, events, severities, scope, calendars, clocks, preAuthorisations, decisionRights } = document;
  const listsCut = Object.fromEntries(Object.entries({ parties, people, roles, events, severities, scope, calendars, clocks }).flatMap(([field, list]) => (list === undefined ? [] : [[field, cut(list)]])));
  return {
    ...contents,
    document: {
      ...document, ...listsCut,
      ...(preAuthorisations && { preAuthorisations: preAuthorisations.map((grant) => ({ ...grant, actions: grant.actions.map(brief), trigger: brief(grant.trigger), ...(grant.limits !== undefined && { limits: brief(grant.limits) }), ...(grant.rollback !== undefined && { rollback: brief(grant.rollback) }) })) }),
      ...(decisionRights && { decisionRights: decisionRights.map((right) => (right.limits?.blastRadius === undefined ? right : { ...right, limits: { ...right.limits, blastRadius: brief(right.limits.blastRadius) } })) }),
    },
  };
}

function sheet(contents: Contents): readonly Section[] {
  const { document } = contents;
  const clocks: Section = { title: "Clocks", entries: (document.clocks ?? []).map((clock) => ({ head: clock.name, body: clockInWords(document, clock), lines: [] })) };
  return [calls(contents, SHEET), awaySection(contents, SHEET), ...onDuty(contents, SHEET), lastResort(contents, SHEET), numbers(contents, SHEET), rights(contents, SHEET), agreed(contents, SHEET), clocks];
}

function pocket(contents: Contents): readonly Section[] {
  const needed = wanted(contents);
  const whom = (id: string): boolean => needed.has(id);
  const { entries, lines } = POCKET;
  return [
    pocketed(calls(contents, POCKET), entries, lines), pocketed(awaySection(contents, POCKET, whom), entries),
    ...onDuty(contents, POCKET).map((section) => pocketed(section, entries)),
    pocketed(numbers(contents, POCKET, whom), MOST_NUMBERS, lines), pocketed(lastResort(contents, POCKET), entries, lines),
    pocketed(decisions(contents, POCKET), entries), pocketed(agreed(contents, POCKET), entries),
  ];
}

/** So many entries, and so many lines of each; what is left is counted, and is said to stand on the large card. */
function pocketed({ title, entries }: Section, most: number, mostLines = Infinity): Section {
  const [left, kept] = [entries.length - most, entries.slice(0, most)];
  const cut = kept.map((entry) => (entry.lines.length <= mostLines ? entry : { ...entry, lines: [...entry.lines.slice(0, mostLines), `and ${onTheSheet(entry.lines.length - mostLines)}`] }));
  return { title, entries: left <= 0 ? cut : [...cut, { head: "", body: `and ${onTheSheet(left)}`, lines: [] }] };
}

const calls = (contents: Contents, room: Room): Section => ({ title: "Call", entries: waysOf(contents, room) });
const numbers = (contents: Contents, room: Room, whom: (id: string) => boolean = () => true): Section => ({ title: "Numbers", entries: (contents.document.people ?? []).filter(({ id }) => whom(id)).map(({ id }) => personEntry(contents, id, room)) });
const lastResort = (contents: Contents, room: Room): Section => ({ title: "Last resort", entries: [...new Set((contents.document.escalationPaths ?? []).flatMap((path) => path.lastResort ?? []))].map((id) => personEntry(contents, id, room)) });

/** As it is printed: without what says nothing, and with no two headings alike. */
function set(sections: readonly Section[]): readonly Section[] {
  const said = sections.filter(({ entries }) => entries.length > 0);
  const titles = apart(said.map(({ title }) => printable(title, LONGEST_TITLE)));
  return said.map(({ entries }, i) => {
    const heads = apart(entries.map(({ head }) => printable(head, LONGEST)));
    return { title: titles[i] ?? "", entries: entries.map(({ body, lines }, n) => ({ head: heads[n] ?? "", body: printable(body, LONGEST), lines: lines.map((line) => printable(line, LONGEST)) })) };
  });
}
