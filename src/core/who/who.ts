import { DAY, dayOf, instantOf, minuteOf, type Minute } from "../time/minute.ts";
import type { Answer, Gap } from "./answer.ts";
import { authorityTrack } from "./authority-track.ts";
import { brokenIn } from "./broken.ts";
import { walk } from "./call.ts";
import { clocksOf } from "./clocks.ts";
import { contactTrack } from "./contact-track.ts";
import { wayOf } from "./path.ts";
import { caseOf, type Question } from "./question.ts";
import { missingOf, type Telling } from "./telling.ts";
import { toldOf } from "./told.ts";
import { nextChange } from "./valid-until.ts";
import { watched } from "./watched.ts";
import type { World } from "./world.ts";

/**
 * Who to call, who may decide, who is asked and told, and which clocks run: at one instant, from one matrix, and with
 * the reasons. It reads nothing but its arguments. The answer is never empty: where nobody is found it names the last
 * resort, and the gap.
 * @throws UnknownQuestion for an event type or a severity the matrix does not have
 */
export function who(world: World, question: Question): Answer {
  const now = answerAt(world, question, question.at);
  const said = fingerprint(now);
  const { boundaries, shifts } = watched(world, caseOf(world, question), question.failed ?? []);
  const until = nextChange(boundaries, shifts, question.at, world.until, (at) => fingerprint(answerAt(world, question, at)) === said);
  return { ...now, validUntil: until === null ? null : instantOf(until) };
}

function answerAt(world: World, question: Question, at: Minute): Answer {
  const about = caseOf(world, question);
  const missing = missingOf(world, question.missing);
  const way = wayOf(world, about);
  const told: Telling = { world, about, question: { ...question, at }, missing, way, calls: walk(world, way, about, at, missing, question.failed), because: [], gaps: [] };
  const track = contactTrack(told);
  const decide = authorityTrack(told);
  const { consult, inform } = toldOf(world, about, at, missing, question.failed ?? [], told.gaps);
  told.gaps.push(...brokenIn(world, [about]), ...expired(world, at));
  const clocks = clocksOf(world, about, at, question.anchors ?? {}, told.gaps);
  return {
    event: { id: about.event.id, name: about.event.name },
    severity: { id: about.severity.id, name: about.severity.name },
    at: instantOf(at), ...track, consult, decide, inform, clocks, validUntil: null, because: told.because, gaps: told.gaps,
  };
}

/** A version that ran out goes on serving until it is replaced, and every answer says so. */
function expired({ document: { validUntil } }: World, at: Minute): readonly Gap[] {
  return validUntil === undefined || at < dayOf(validUntil) + DAY ? [] : [{ code: "expired", at: { kind: "matrix", id: "matrix" }, says: `the matrix ran out with ${validUntil}, and nobody has renewed it: this is what it said` }];
}

/** What an answer says, but not when: two instants with the same one have the same answer. */
function fingerprint({ at, contact, backup, consult, decide, inform, gaps }: Answer): string {
  const asked = minuteOf(at);
  const later = (from: string) => minuteOf(from) > asked;
  return JSON.stringify([
    contact && [contact.person, contact.role, contact.insteadOf, contact.methods], backup && [backup.person, backup.role, backup.insteadOf, backup.methods],
    consult.map(({ person }) => person ?? ""), inform.map(({ person }) => person ?? ""),
    // Whether somebody may decide at once or only later is part of the answer; how many minutes later is not, nor which of two comes first.
    Object.entries(decide).map(([verb, deciders]) => [verb, (deciders ?? []).map((one) => `${one.person} ${one.under} ${later(one.from)}`).sort()]),
    gaps.map(({ code, verb, at: place }) => [code, verb ?? "", place?.id ?? ""]),
  ]);
}
