import { test, vi } from "vitest";
import type { Examined } from "../../src/core/prove/examine.ts";
import { prove } from "../../src/core/prove/prove.ts";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import { instantOf, minuteOf, type Minute } from "../../src/core/time/minute.ts";
import { without, type Spans } from "../../src/core/time/spans.ts";
import type { Answer } from "../../src/core/who/answer.ts";
import { walk } from "../../src/core/who/call.ts";
import { wayOf } from "../../src/core/who/path.ts";
import { caseOf, type Question } from "../../src/core/who/question.ts";
import { rosterOf } from "../../src/core/who/roster.ts";
import { who } from "../../src/core/who/who.ts";
import { World } from "../../src/core/who/world.ts";
import { inWords, type InWords } from "../worlds/in-words.ts";
import { boundaries, questionFor } from "./compare.ts";
import { dice, everyCompany, stretchOf, type Company } from "./random-company.ts";
import { SlowWho } from "./slow-who.ts";

vi.setConfig({ testTimeout: 600_000 });

/** A few answers of a company, with what they answer. */
function* asked(company: Company, seed: number, count: number): Generator<{ readonly document: MatrixDocument; readonly world: World; readonly question: Question; readonly answer: Answer }> {
  const document = inWords(company.said);
  const { from, until } = stretchOf(company, 3);
  const world = new World(document, from - 1_440, until + 10 * 1_440);
  const bounds = boundaries(document, from, until);
  const roll = dice(seed);
  for (let i = 0; i < count; i++) {
    const question = questionFor(document, roll, from, until, bounds);
    yield { document, world, question, answer: who(world, question) };
  }
}

const rewritten = (lines: Readonly<Record<string, string>> | undefined, how: (words: string) => string): Record<string, string> => Object.fromEntries(Object.entries(lines ?? {}).map(([id, words]) => [id, how(words)]));

test("nobody is called who is off duty, absent, or without a method; nor does anybody decide who is", () => {
  everyCompany(250, (company, seed) => {
    for (const { document, question, answer } of asked(company, seed, 4)) {
      const slow = new SlowWho(document, question);
      const called = answer.gaps.some(({ code }) => code === "nobody-reachable") ? [] : [answer.contact, answer.backup].flatMap((one) => (one === null || (one === answer.backup && answer.gaps.some(({ code }) => code === "no-backup")) ? [] : [one]));
      for (const one of called) {
        const at = minuteOf(one.from);
        const onDuty = slow.onDuty(one.role ?? "", at);
        if (!onDuty.includes(one.insteadOf ?? one.person)) return `${one.person} is called at ${one.from} and is off duty`;
        if (slow.isAbsent(one.person, at)) return `${one.person} is called at ${one.from} and is absent`;
        if (one.insteadOf !== undefined && !slow.isAbsent(one.insteadOf, at)) return `${one.person} is called for ${one.insteadOf} at ${one.from}, who is there`;
        if (one.methods.length === 0) return `${one.person} is called without a method`;
      }
      for (const one of Object.values(answer.decide).flat()) if (slow.isAbsent(one.person, minuteOf(one.from)) || one.methods.length === 0) return `${one.person} decides at ${one.from} and cannot be reached`;
    }
    return undefined;
  });
});

test("one more person in a role never opens a gap: whoever was called or could decide alone still is", () => {
  everyCompany(200, ({ said, day }, seed) => {
    const plain: InWords = {
      ...said,
      people: rewritten(said.people, (words) => words.replace(/, substitute \w+/g, "")),
      absences: rewritten(said.absences, (words) => words.replace(/, substitute \w+/g, "")),
      // A step that is full takes time that an empty one does not: only a way without waits is never made late.
      severities: rewritten(said.severities, (words) => words.replace(/, acknowledge \w+/g, "")),
      rights: rewritten(said.rights, (words) => words.replace(/, (deny|\d of|one-per-party)/g, "")),
    };
    const roles = Object.keys(said.roles);
    const role = roles[dice(seed)(roles.length)] as string;
    const more: InWords = { ...plain, people: { ...plain.people, zoe: "client, voice" }, roles: { ...plain.roles, [role]: `${plain.roles[role] as string} zoe` } };
    const horizon = { ...stretchOf({ said, day }, 2), absent: 0 };
    const after = prove(inWords(more), horizon).examined;
    for (const one of prove(inWords(plain), horizon).examined) {
      const { property, verb, about, asks } = one.obligation;
      if (property !== "P1" && property !== "P3") continue;
      const same = after.find(({ obligation: other }) => other.property === property && other.verb === verb && other.asks === asks && other.about.event.id === about.event.id && other.about.severity.id === about.severity.id);
      const opened = same === undefined ? [0] : without(failingAnyhow(same), failingAnyhow(one));
      if (opened.length > 0) return `${property} ${asks} of ${about.event.id} at ${about.severity.id}: zoe in ${role} opens a gap at ${instantOf(opened[0] ?? 0)}`;
    }
    return undefined;
  });
});

/** When it fails with nobody missing. */
const failingAnyhow = ({ failing }: Examined): Spans => failing.find(({ missing }) => missing.length === 0)?.spans ?? [];

test("a roster names at every instant whom the walk of calls reaches then, in its order and with its waits", () => {
  everyCompany(250, (company, seed) => {
    const document = inWords(company.said);
    const { from, until } = stretchOf(company, 3);
    const world = new World(document, from - 1_440, until + 10 * 1_440);
    const roll = dice(seed);
    const bounds = boundaries(document, from, until);
    for (let i = 0; i < 3; i++) {
      const { event, severity, at } = questionFor(document, roll, from, until, bounds);
      if (at < from || at >= until) continue;
      const roster = rosterOf(world, { event, severity }, from, until);
      if (minuteOf(roster[0]?.from ?? "") !== from || minuteOf(roster.at(-1)?.until ?? "") !== until || roster.some((line, n) => n > 0 && line.from !== roster[n - 1]?.until)) return "a roster leaves time out";
      const line = roster.find((one) => minuteOf(one.from) <= at && at < minuteOf(one.until));
      const about = caseOf(world, { event, severity });
      const seen = new Set<number>();
      const walked = walk(world, wayOf(world, about), about, at).flatMap(({ reached, offset }) => reached.filter(({ human }) => !seen.has(human) && seen.add(human)).map(({ human }) => `${human} after ${offset}`));
      const listed = (line?.called ?? []).map(({ person, after }) => `${world.humans.of(person)} after ${after}`);
      if (listed.join() !== walked.join()) return `${event} at ${instantOf(at)}: the roster says ${listed.join(", ")}, the walk ${walked.join(", ")}`;
    }
    return undefined;
  });
});

test("the order of rows changes no answer", () => {
  const sorted = ({ contact, backup, decide, inform, consult, clocks, gaps, validUntil }: Answer): string =>
    JSON.stringify([contact, backup, Object.entries(decide).map(([verb, list]) => [verb, list.map((one) => JSON.stringify(one)).sort()]).sort(), [inform, consult, clocks, gaps].map((list) => list.map((one) => JSON.stringify({ ...one, because: "", says: "" })).sort()), validUntil]);
  everyCompany(150, (company, seed) => {
    for (const { document, world, question, answer } of asked({ ...company, said: { ...company.said, rows: { ...company.said.rows, second: "decides containment.authorise, R lead, I boss", third: "decides notify.regulator, R boss, C lead, consult PT20M" } } }, seed, 3)) {
      const turned = <T>(list: readonly T[] | undefined): T[] | undefined => list?.toReversed();
      const other = { ...document, activities: document.activities.toReversed(), ...defined({ events: turned(document.events), severities: turned(document.severities), calendars: turned(document.calendars), decisionRights: turned(document.decisionRights), informLists: turned(document.informLists) }) };
      const turnedAnswer = who(new World(other, world.from, world.until), question);
      if (sorted(answer) !== sorted(turnedAnswer)) return `${JSON.stringify(question)}\n${sorted(answer)}\n${sorted(turnedAnswer)}`;
    }
    return undefined;
  });
});

const defined = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;

/** What an answer says: whom, as what, instead of whom, how, and who may decide at once or later. */
function says({ at, contact, backup, decide, inform, gaps }: Answer): string {
  const one = (callee: Answer["contact"]) => callee && [callee.person, callee.role ?? "", callee.insteadOf ?? "", callee.methods];
  return JSON.stringify([one(contact), one(backup), Object.entries(decide).map(([verb, list]) => [verb, list.map(({ person, under, from }) => `${person} ${under} ${from > at ? "later" : "now"}`).sort()]), inform.map(({ person }) => person ?? ""), gaps.map(({ code, verb, at: place }) => `${code} ${verb ?? ""} ${place?.id ?? ""}`).sort()]);
}

test("an answer stays the same until it says it changes, and is another one then", () => {
  everyCompany(120, (company, seed) => {
    const roll = dice(seed + 7);
    for (const { document, world, question, answer } of asked(company, seed, 2)) {
      const until = answer.validUntil === null ? world.until : minuteOf(answer.validUntil);
      const at = (minute: Minute): string => says(who(world, { ...question, at: minute }));
      const now = says(answer);
      if (until <= question.at) return `an answer of ${answer.at} is valid until ${instantOf(until)}`;
      const near = boundaries(document, question.at, until).flatMap((bound) => [bound, bound - 1, bound - 20]);
      const samples = [until - 1, ...Array.from({ length: 3 }, () => question.at + roll(until - question.at)), ...Array.from({ length: 4 }, () => near[roll(near.length + 1)] ?? question.at)];
      for (const minute of samples.filter((one) => question.at < one && one < until)) if (at(minute) !== now) return `${JSON.stringify(question)}: until ${instantOf(until)}, but it has changed by ${instantOf(minute)}\n${now}\n${at(minute)}`;
      // After hundreds of changes that change nothing an answer gives up looking, a day or more ahead.
      if (answer.validUntil !== null && until - question.at < 720 && at(until) === now) return `${JSON.stringify(question)}: it does not change at ${answer.validUntil}\n${now}`;
    }
    return undefined;
  });
});

test("who answers the same whichever stretch of time its world was made for", () => {
  everyCompany(150, (company, seed) => {
    for (const { document, question, answer } of asked(company, seed, 2)) {
      const { validUntil: _, ...there } = answer;
      const { validUntil: __, ...narrow } = who(new World(document, question.at, question.at + 8 * 1_440), question);
      const { validUntil: ___, ...wide } = who(new World(document, question.at - 20 * 1_440, question.at + 30 * 1_440), question);
      const plainly = (one: object): string => JSON.stringify(one, (key, value: unknown) => (key === "says" || key === "because" ? "" : value));
      for (const other of [narrow, wide]) if (plainly(there) !== plainly(other)) return `${JSON.stringify(question)}\n${JSON.stringify(there)}\n${JSON.stringify(other)}`;
    }
    return undefined;
  });
});

