import type { PersonId } from "../model/id.ts";
import { nameOf, sayMinutes } from "../who/telling.ts";
import type { World } from "../who/world.ts";
import { modeOf } from "../who/serving.ts";
import type { Deciding } from "./deciding.ts";
import { LONGEST } from "./longest.ts";
import type { Drilled, Place, Stall } from "./told.ts";

/** What an exercise noticed while it ran. */
export type Lost =
  | { readonly kind: "unanswered"; readonly minute: number; readonly minutes: number; readonly title: string; readonly people: readonly PersonId[]; readonly at?: Place }
  | { readonly kind: "decay"; readonly minute: number; readonly minutes: number; readonly person: PersonId; readonly at?: Place }
  | { readonly kind: "end-of-way"; readonly minute: number; readonly at?: Place };

type Run = Omit<Drilled, "stalls">;

/** Where minutes were lost and which step, row or right would have saved them; the longest first. */
export function stallsOf(world: World, run: Run, lost: readonly Lost[], decisions: readonly Deciding[]): readonly Stall[] {
  const stalls = [...lost.flatMap((one) => onTheWay(world, run, one)), ...decisions.flatMap((one) => aboutDecision(world, run, one))];
  return stalls.filter(({ minutes }) => minutes > 0).sort((a, b) => b.minutes - a.minutes);
}

function onTheWay(world: World, run: Run, one: Lost): Stall[] {
  const at = "at" in one && one.at !== undefined ? { at: one.at } : {};
  const names = (people: readonly PersonId[]) => people.map((person) => nameOf(world, person)).join(", ");
  if (one.kind === "unanswered")
    return [{ minutes: one.minutes, says: `${one.title} waited ${sayMinutes(one.minutes)} for ${names(one.people)}`, saves: one.people.length === 1 ? "a second person in this step, or an earlier next step" : "an earlier next step", ...at }];
  if (one.kind === "decay")
    return [{ minutes: one.minutes, says: `${names([one.person])} acknowledged and did nothing for ${sayMinutes(one.minutes)}`, saves: "a shorter time for which an acknowledgement counts", ...at }];
  return [{ minutes: (run.contact?.minute ?? LONGEST) - one.minute, says: `the way of calls ended after ${sayMinutes(one.minute)} with nobody in charge`, saves: "one more step with somebody else in it", ...at }];
}

function aboutDecision(world: World, run: Run, decision: Deciding): Stall[] {
  const { verb, words, plan, decided } = decision;
  const ended = decided?.minute ?? LONGEST;
  const about = { verb, at: { kind: "event", id: run.event.id } };
  if (plan.servers.length === 0) return [{ minutes: ended, says: `nobody may ${words} here`, saves: `a decision right to ${words}`, ...about }];
  const called = [...decision.tried.values()].map(({ minute }) => minute);
  const first = Math.min(ended, ...called);
  const right = plan.servers.find((one) => one.right !== undefined)?.right;
  const at = right === undefined ? {} : { at: { kind: "decision-right", id: right.id } };
  const waits: Stall = { minutes: first, says: `nobody who may ${words} was there for ${sayMinutes(first)}`, saves: `somebody on duty then who may ${words}, or an action allowed in advance`, verb, ...at };
  const silent = [...decision.tried].filter(([human]) => human !== world.humans.of(decided?.person ?? "")).map(([, { person }]) => nameOf(world, person));
  const short = plan.servers.some((one) => modeOf(one) !== "sole") && decision.voices.length > 0;
  const rest: Stall = {
    minutes: ended - first, verb, ...at,
    says: short ? `${decision.voices.length} of those who must ${words} together agreed, the others took ${sayMinutes(ended - first)}` : silent.length > 0 ? `${silent.join(", ")} may ${words}, and did not for ${sayMinutes(ended - first)}` : `to ${words} took ${decided === undefined ? "everybody" : nameOf(world, decided.person)} ${sayMinutes(ended - first)}`,
    saves: decided?.by === "pre-authorisation" ? "a shorter time of trying before the action is allowed, or one more person who may decide" : `one more person who may ${words}, or an action allowed in advance after all were tried`,
  };
  return [waits, rest];
}
