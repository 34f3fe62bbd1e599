import type { PersonId, RoleId } from "../model/id.ts";
import type { Contact } from "../model/party.ts";
import { covers } from "../time/spans.ts";
import type { Minute } from "../time/minute.ts";
import type { Human } from "./humans.ts";
import { gapBefore, type Step, type Way } from "./path.ts";
import { asking, serves, verifiedWhile, type Ask, type Channel } from "./reach.ts";
import type { Case } from "./scope.ts";
import type { World } from "./world.ts";

/** A human who can be called, as whom, and how. */
export interface Reached {
  readonly person: PersonId;
  readonly human: Human;
  readonly role: RoleId | undefined;
  /** The absent person they stand in for. */
  readonly instead?: PersonId;
  /** Best first: in the order of the step's channels, verified before others. */
  readonly methods: readonly Contact[];
}

/** Why somebody who stands for a role cannot be called. */
export interface Unreached {
  readonly person: PersonId;
  readonly role: RoleId | undefined;
  readonly why: "absent" | "no-method" | "substitute-absent" | "substitute-without-method";
}

export interface Call {
  readonly step: Step;
  /** Minutes from the event: a step whose predecessors had nobody begins at once. */
  readonly offset: number;
  readonly reached: readonly Reached[];
  readonly unreached: readonly Unreached[];
}

/** Facts that are known now and stand in no directory yet. */
export type Missing = ReadonlySet<Human>;

export const NOBODY: Missing = new Set();

/** The most severe incidents want an answer, whatever the step says. */
export const askOf = ({ event, severity }: Case, channels?: readonly Channel[], groups: readonly string[] = []): Ask => asking({
  channels,
  interactive: severity.rank === 1,
  compromised: [...(event.compromises ?? []), ...groups],
});

export const isAbsent = (world: World, human: Human, at: Minute, missing: Missing): boolean => missing.has(human) || covers(world.absent(human), at);

/** Who takes an absent person's calls: whom the absence names, else their usual substitute. */
export function substituteOf(world: World, human: Human, at: Minute): PersonId | undefined {
  const named = world.away(human).find(({ from, until, substitute }) => substitute !== undefined && from <= at && at < until);
  return named?.substitute ?? world.humans.persons(human).find(({ substitute }) => substitute !== undefined)?.substitute;
}

/** The methods of a human that answer at an instant, best first. */
export function methodsAt(world: World, human: Human, ask: Ask, at: Minute): readonly Contact[] {
  if (!covers(world.method(human, ask), at)) return [];
  const rank = (contact: Contact) => {
    const [from, until] = verifiedWhile(contact);
    const order = ask.channels !== undefined && ask.channels.length > 0 ? ask.channels : DEFAULT_ORDER;
    return (from <= at && at < until ? 0 : 10) + order.indexOf(contact.kind);
  };
  return world.contacts(human).filter((contact) => serves(contact, ask) && covers(world.answered(contact), at)).sort((a, b) => rank(a) - rank(b));
}

const DEFAULT_ORDER: readonly Channel[] = ["voice", "push", "sms", "chat", "email"];

/** One person for a role at an instant: themselves, or who steps in, or why nobody. */
export function reach(world: World, stint: { readonly person: PersonId; readonly human: Human }, role: RoleId | undefined, ask: Ask, at: Minute, missing: Missing): Reached | Unreached {
  const { person, human } = stint;
  if (!isAbsent(world, human, at, missing)) {
    const methods = methodsAt(world, human, ask, at);
    return methods.length > 0 ? { person, human, role, methods } : { person, role, why: "no-method" };
  }
  const substitute = substituteOf(world, human, at);
  const other = substitute === undefined ? undefined : world.humans.of(substitute);
  if (substitute === undefined || other === undefined || other === human) return { person, role, why: "absent" };
  if (isAbsent(world, other, at, missing)) return { person, role, why: "substitute-absent" };
  const methods = methodsAt(world, other, ask, at);
  return methods.length > 0 ? { person: substitute, human: other, role, instead: person, methods } : { person, role, why: "substitute-without-method" };
}

export const isReached = (one: Reached | Unreached): one is Reached => "methods" in one;

/** Everybody on duty for some roles at an instant, each human once. */
export function reachAll(world: World, roles: readonly RoleId[], ask: Ask, at: Minute, missing: Missing): { readonly reached: readonly Reached[]; readonly unreached: readonly Unreached[] } {
  const all = roles.flatMap((role) => world.duty(role).filter(({ spans }) => covers(spans, at)).map((stint) => reach(world, stint, role, ask, at, missing)));
  const seen = new Set<Human>();
  const reached = all.filter(isReached).filter(({ human }) => !seen.has(human) && seen.add(human));
  return { reached, unreached: all.filter((one): one is Unreached => !isReached(one)) };
}

/** The contact track from an event on, as it would go if nobody took charge: who is called when, and who is passed over. */
export function walk(world: World, way: Way, about: Case, at: Minute, missing: Missing = NOBODY, groups: readonly string[] = []): readonly Call[] {
  const calls: Call[] = [];
  let offset = way.steps[0]?.after ?? 0;
  way.steps.forEach((step, i) => {
    // A step that had nobody costs no time: the next one begins at once.
    if (i > 0 && (calls[i - 1]?.reached.length ?? 0) > 0) offset += gapBefore(way.steps, i);
    calls.push({ step, offset, ...reachAll(world, step.roles, askOf(about, step.channels, groups), at + offset, missing) });
  });
  return calls;
}
