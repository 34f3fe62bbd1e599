import { FORMAT, type MatrixDocument } from "../src/core/model/document.ts";
import { DAY, instantOf } from "../src/core/time/minute.ts";
import { caseOf } from "../src/core/who/question.ts";
import { CallTable } from "../src/core/who/table.ts";
import { who } from "../src/core/who/who.ts";
import { World } from "../src/core/who/world.ts";
import { duel, judge } from "./harness.ts";
import { random } from "./inputs.ts";

// 50 schedules in 6 zones, 400 people with six absences each, 20 events x 4 severities of four steps, 10,000 questions
// over one year: the draws of the reference job, in its order.
const ZONES = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney", "Europe/London", "America/Los_Angeles"];
const PEOPLE = 400;
const draw = random(21);
const upTo = (n: number) => Math.floor(draw() * n);
const from = Date.UTC(2026, 0, 1) / 60_000;
const schedules = Array.from({ length: 50 }, (_, i) => ({
  zone: ZONES[i % 6] as string, handOver: ["09:00", "08:30", "17:00"][i % 3] as string, days: [1, 7, 14][upTo(3)] as number, people: Array.from({ length: 4 + upTo(5) }, () => upTo(PEOPLE)),
}));
const absences = Array.from({ length: PEOPLE }, () => {
  let at = from + upTo(60 * DAY);
  const list: number[] = [];
  for (let k = 0; k < 6; k++) {
    const end = at + (2 + upTo(6)) * DAY;
    list.push(at, end);
    at = end + upTo(90 * DAY) + 1;
  }
  return list;
});
const GAPS = [5, 15, 30, 60];
const cells = Array.from({ length: 80 }, (_, cell) => Array.from({ length: 4 }, (_, step) => ({ after: step * (GAPS[cell % 4] as number), schedule: upTo(50), backup: upTo(PEOPLE) })));
const questions = Array.from({ length: 10_000 }, () => ({ event: upTo(20), severity: upTo(4), at: from + upTo(364 * DAY) }));

const person = (n: number) => `p${n}`;
const roleOf = ({ schedule, backup }: { readonly schedule: number; readonly backup: number }) => `r${schedule}-${backup}`;
const roles = [...new Map(cells.flat().map((step) => [roleOf(step), step])).entries()];
const document: MatrixDocument = {
  remit: FORMAT, title: "50 schedules", parties: [{ id: "client", name: "Client", kind: "client" }], activities: [],
  people: Array.from({ length: PEOPLE }, (_, n) => ({ id: person(n), name: `Person ${n}`, party: "client" })),
  roles: roles.map(([id, { schedule, backup }]) => ({ id, name: id, party: "client", holders: schedules[schedule]?.people.includes(backup) ? [] : [person(backup)] })),
  rotations: roles.map(([id, { schedule }]) => {
    const { zone, handOver, days, people } = schedules[schedule] as (typeof schedules)[number];
    return { id: `rotation-${id}`, name: id, role: id, timeZone: zone, layers: [{ people: people.map(person), from: `2025-12-01T${handOver}`, turn: `P${days}D` }] };
  }),
  events: Array.from({ length: 20 }, (_, n) => ({ id: `e${n}`, name: `Event ${n}` })),
  severities: [1, 2, 3, 4].map((rank) => ({ id: `s${rank}`, name: `S${rank}`, rank: rank + 1 })),
  escalationPaths: cells.map((steps, cell) => ({
    id: `path${cell}`, name: `Path ${cell}`, events: [`e${cell >> 2}`], severities: [`s${(cell % 4) + 1}`],
    steps: steps.map((step) => ({ after: `PT${step.after}M`, roles: [roleOf(step)] })),
  })),
  directory: {
    contacts: Array.from({ length: PEOPLE }, (_, n) => ({ id: `c${n}`, person: person(n), kind: "voice" as const, value: "+1", verifiedAt: "2026-01-01T00:00Z" })),
    absences: absences.flatMap((list, n) => [0, 2, 4, 6, 8, 10].map((i) => ({ id: `a${n}-${i}`, person: person(n), from: instantOf(list[i] as number), until: instantOf(list[i + 1] as number) }))),
  },
};

/** The same questions, step by step: what the wall shows is asked of Intl, then days are counted. */
const formats = new Map<string, Intl.DateTimeFormat>();
function wall(zone: string, at: number): Record<string, number> {
  let format = formats.get(zone);
  if (format === undefined) formats.set(zone, (format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" })));
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at * 60_000)) parts[type] = Number(value);
  return parts;
}
function onShift({ zone, handOver, days, people }: (typeof schedules)[number], at: number): number {
  const now = wall(zone, at);
  const [hour = 0, minute = 0] = handOver.split(":").map(Number);
  let passed = Math.round((Date.UTC(now["year"] ?? 0, (now["month"] ?? 1) - 1, now["day"] ?? 1) - Date.UTC(2025, 11, 1)) / 864e5);
  if ((now["hour"] ?? 0) * 60 + (now["minute"] ?? 0) < hour * 60 + minute) passed--;
  return people[(((Math.floor(passed / days) % people.length) + people.length) % people.length)] as number;
}
const gone = (human: number, at: number): boolean => {
  const list = absences[human] as number[];
  for (let i = 0; i < list.length; i += 2) if (at >= (list[i] as number) && at < (list[i + 1] as number)) return true;
  return false;
};
function walk({ event, severity, at }: (typeof questions)[number]): number {
  const found: number[] = [];
  const steps = cells[event * 4 + severity] as (typeof cells)[number];
  let offset = 0;
  let before = 0;
  steps.forEach((step, i) => {
    if (i > 0 && before > 0) offset += step.after - (steps[i - 1]?.after ?? 0);
    before = 0;
    const schedule = schedules[step.schedule] as (typeof schedules)[number];
    const called = [onShift(schedule, at + offset), ...(schedule.people.includes(step.backup) ? [] : [step.backup])];
    for (const human of called) {
      if (gone(human, at + offset)) continue;
      before++;
      if (!found.includes(human)) found.push(human);
    }
  });
  return (found[0] ?? -1) * 1_000 + (found[1] ?? -1);
}

const world = new World(document, from, from + 365 * DAY);
const started = performance.now();
const tables = cells.map((_, cell) => new CallTable(world, caseOf(world, { event: `e${cell >> 2}`, severity: `s${(cell % 4) + 1}` })));
console.log(`80 tables of a year compiled in ${(performance.now() - started).toFixed(0)} ms`);
const look = ({ event, severity, at }: (typeof questions)[number]): number => {
  const { humans } = (tables[event * 4 + severity] as CallTable).at(at);
  return (humans[0] ?? -1) * 1_000 + (humans[1] ?? -1);
};
const different = questions.filter((question) => walk(question) !== look(question)).length;
if (different > 0) throw new Error(`${different} of 10,000 answers differ from the walk`);
const full = questions.slice(0, 200);
const times = await duel("who, per question", [
  { name: "walk with Intl, step by step", run: () => questions.reduce((sum, question) => sum + walk(question), 0), inner: questions.length },
  { name: "compiled table", run: () => questions.reduce((sum, question) => sum + look(question), 0), inner: questions.length },
  { name: "whole answer, explained, with its next change", run: () => full.map(({ event, severity, at }) => who(world, { event: `e${event}`, severity: `s${severity + 1}`, at })).length, inner: full.length },
]);
process.exitCode = judge([{ what: "who against a walk that formats zones with Intl", ratio: (times.get("walk with Intl, step by step") ?? 0) / (times.get("compiled table") ?? 1), limit: 20, unit: "x", atLeast: true }]) ? 0 : 1;
