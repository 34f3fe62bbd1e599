import { lengthOf } from "../time/duration.ts";
import { sayDuration } from "../model/measure.ts";
import type { Minute } from "../time/minute.ts";
import { askOf, isReached, reach, type Call, type Reached } from "./call.ts";
import { calleeOf, methodOf, nameOf, sayMinutes, type Telling, type Track } from "./telling.ts";

/** Who takes charge, and the other human who is next. Where the whole way is empty, the last resort. */
export function contactTrack(told: Telling): Track {
  const { world, about, way, calls, question: { at }, because, gaps } = told;
  if (way.paths.length > 0) for (const path of way.paths) because.push({ at: { kind: "path", id: path.id }, says: `\`${path.name}\` is the way of calls for ${about.event.name} at ${about.severity.name}` });
  else if (way.steps.length > 0) because.push({ at: { kind: "event", id: about.event.id }, says: `${about.event.name} has a route of its own` });
  else gaps.push({ code: "no-path", at: { kind: "event", id: about.event.id }, says: `no escalation path covers ${about.event.name} at ${about.severity.name}` });
  if (way.circle !== undefined) gaps.push({ code: "path-circle", at: { kind: "path", id: way.circle.id }, says: `\`${way.circle.name}\` leads back to itself` });

  const found: { readonly one: Reached; readonly at: Minute; readonly call: Call | undefined }[] = [];
  for (const call of calls) {
    explainCall(told, call);
    for (const one of call.reached) if (!found.some((other) => other.one.human === one.human)) found.push({ one, at: at + call.offset, call });
  }
  const [first, second] = found;
  if (first === undefined) return lastResort(told);
  lateness(told, calls);
  unverified(told, first.one, first.at);
  if (second === undefined) gaps.push({ code: "no-backup", says: `if ${nameOf(world, first.one.person)} does not answer, there is no other human on the way of calls` });
  return { contact: calleeOf(world, first.one, first.at), backup: second === undefined ? null : calleeOf(world, second.one, second.at) };
}

function explainCall({ world, because }: Telling, { step, offset, reached, unreached }: Call): void {
  const when = offset === 0 ? "at once" : `after ${sayMinutes(offset)}`;
  const at = step.path === undefined ? {} : { at: { kind: "path", id: step.path.id } };
  const names = step.roles.map((role) => world.role(role)?.name ?? role).join(", ");
  for (const { person, why } of unreached) because.push({ ...at, says: `step ${step.number}: ${nameOf(world, person)} ${WHY[why]}` });
  for (const one of reached) {
    const stands = one.instead === undefined ? "" : `, standing in for ${nameOf(world, one.instead)}`;
    because.push({ ...at, says: `step ${step.number}, ${when}: ${nameOf(world, one.person)}${stands}, as ${world.role(one.role ?? "")?.name ?? "a person named there"}` });
  }
  if (reached.length === 0) because.push({ ...at, says: `step ${step.number} has nobody to call (${names || "no role"}): the next step begins at once` });
}

const WHY = {
  absent: "is absent, and nobody steps in",
  "no-method": "is on duty, but has no method that may be used for this",
  "substitute-absent": "is absent, and so is the substitute",
  "substitute-without-method": "is absent, and the substitute has no method that may be used for this",
} as const;

/** Nobody on the whole way: the last resort of both parties, and a gap that says so. */
function lastResort({ world, about, way, question, missing, because, gaps }: Telling): Track {
  gaps.push({ code: "nobody-reachable", says: `nobody on the way of calls can be reached for ${about.event.name}` });
  const ask = askOf(about, undefined, question.failed);
  const found: Reached[] = [];
  for (const person of way.lastResort) {
    const human = world.humans.of(person);
    if (human === undefined || found.some((one) => one.human === human)) continue;
    const one = reach(world, { person, human }, undefined, ask, question.at, missing);
    if (isReached(one) && !found.some((other) => other.human === one.human)) found.push(one);
    else if (!isReached(one)) because.push({ says: `last resort: ${nameOf(world, person)} ${WHY[one.why]}` });
  }
  for (const one of found) because.push({ says: `last resort: ${nameOf(world, one.person)}, called again and again until somebody decides` });
  const [first, second] = found;
  return { contact: first ? calleeOf(world, first, question.at) : null, backup: second ? calleeOf(world, second, question.at) : null };
}

/** Whether the way reaches somebody before the severity's target runs out. */
export function inTime(calls: readonly Call[], target: number | undefined): boolean {
  return calls.some(({ reached, offset, step }) => reached.length > 0 && (target === undefined || offset + step.budget <= target));
}

function lateness({ about, gaps }: Telling, calls: readonly Call[]): void {
  const { acknowledgeWithin } = about.severity;
  if (acknowledgeWithin === undefined || inTime(calls, lengthOf(acknowledgeWithin))) return;
  gaps.push({ code: "contact-late", at: { kind: "severity", id: about.severity.id }, says: `${about.severity.name} asks for somebody within ${sayDuration(acknowledgeWithin)}, and no step that reaches anybody ends before that` });
}

function unverified({ world, gaps }: Telling, { person, methods }: Reached, at: Minute): void {
  if (methods.some((method) => methodOf(method, at).verified)) return;
  gaps.push({ code: "unverified-contact", at: { kind: "person", id: person }, says: `no number of ${nameOf(world, person)} is verified: the last check is too old or was never made` });
}

