import type { DecisionRight, PreAuthorisation, Verb } from "../model/decision.ts";
import type { PartyId, PersonId, RoleId } from "../model/id.ts";
import { lengthOf } from "../time/duration.ts";
import type { Minute } from "../time/minute.ts";
import { boundaryAfter, NEVER, type Spans } from "../time/spans.ts";
import { entitlements, preAuthorised, refusedTo } from "./authority.ts";
import { askOf } from "./call.ts";
import type { Human } from "./humans.ts";
import type { Ask } from "./reach.ts";
import { lengthOfWay, type Way } from "./path.ts";
import { appliesTo, type Case } from "./scope.ts";
import type { World } from "./world.ts";

/** One human who can serve a decision: entitled to it, on duty, there, and with a method that answers. */
export interface Server {
  readonly kind: "right" | "delegation" | "pre-authorisation";
  readonly person: PersonId;
  readonly human: Human;
  readonly party: PartyId | undefined;
  /** When all of that holds. */
  readonly spans: Spans;
  /** Minutes from the event before which it may not be used: approvers are tried first. */
  readonly earliest: number;
  readonly right?: DecisionRight;
  readonly grant?: PreAuthorisation;
  /** Whose authority a delegation lends. */
  readonly lentBy?: Human;
}

/** Verbs that approve what somebody else does: whoever does it does not count. */
export const APPROVALS: ReadonlySet<Verb> = new Set(["change.emergency.authorise", "change.normal.approve", "exception.approve", "acceptance.sign", "launch.approve", "replacement.approve", "requirements.approve"]);

/** Minutes within which a decision must find somebody: the severity's own, else as long as the way of calls takes. */
export const decisionWindow = ({ severity }: Case, way: Way): number => (severity.decideWithin === undefined ? lengthOfWay(way) : lengthOf(severity.decideWithin));

/** Everybody who can serve a verb in a case, entitled people before pre-authorised performers. */
export function serversOf(world: World, verb: Verb, about: Case, groups: readonly string[] = []): readonly Server[] {
  const ask = askOf(about, undefined, groups);
  const entitled = entitlements(world, verb, about).map(({ person, human, right, spans, delegation, from }): Server => ({
    kind: delegation === undefined ? "right" : "delegation",
    person, human, party: partyOfRight(world, right), right, earliest: 0,
    spans: world.both(spans, world.present(human, ask)),
    ...(from === undefined ? {} : { lentBy: from }),
  }));
  return [...entitled, ...performers(world, verb, about, ask)];
}

function performers(world: World, verb: Verb, about: Case, ask: Ask): Server[] {
  const refused = refusedTo(world, verb, about);
  return preAuthorised(world, verb, about).flatMap(({ grant, spans }) =>
    [...new Set(grant.performers)].flatMap((role) => world.duty(role).map(({ person, human, spans: duty }): Server => ({
      kind: "pre-authorisation", person, human, party: world.person(person)?.party, grant,
      earliest: grant.when === "after-all-tried" ? lengthOf(grant.triedFor ?? "PT15M") : 0,
      spans: world.except(world.both(world.both(duty, world.present(human, ask)), spans), refused.get(human) ?? NEVER),
    }))));
}

/** The first instant of `[at + earliest, at + window]` at which a server can act. */
export function firstServed({ spans, earliest }: Server, at: Minute, window: number): Minute | undefined {
  const i = boundaryAfter(spans, at + earliest);
  const first = (i & 1) === 1 ? at + earliest : (spans[i] ?? Infinity);
  return earliest <= window && first <= at + window ? first : undefined;
}

/** Who does what a verb approves: the Responsible of the rows that carry it. Empty for a decision that is itself the act. */
export const performingRoles = (world: World, verb: Verb): readonly RoleId[] =>
  APPROVALS.has(verb) ? world.once(world.document.activities, verb, () => [...new Set(world.document.activities.filter(({ decision }) => decision === verb).flatMap(({ assignments }) => assignments.filter(({ letter }) => letter === "R").map(({ role }) => role)))]) : [];

/** How a server's right is used; what is given in advance is used alone. */
export const modeOf = ({ kind, right }: Server): "sole" | "n-of-m" | "one-per-party" => (kind === "pre-authorisation" ? "sole" : (right?.mode ?? "sole"));

/** The rights that grant a verb in a case, whether anybody bears them or not: a post without a holder asks no less. */
export const granting = (world: World, verb: Verb, about: Case): readonly DecisionRight[] =>
  (world.document.decisionRights ?? []).filter((right) => right.verb === verb && right.deny !== true && appliesTo(right, about));

/** Whose word a right is: the party of its role, or of the person it names. */
const partyOfRight = (world: World, { role, person }: DecisionRight): PartyId | undefined => (role === undefined ? world.person(person ?? "") : world.role(role))?.party;

/** How many must decide together, by the most demanding of the rights. */
export const neededOf = (world: World, verb: Verb, about: Case): number => Math.max(1, ...granting(world, verb, about).filter(({ mode }) => mode === "n-of-m").map(({ n }) => n ?? 1));

/** The parties that must each agree. */
export const partiesOf = (world: World, verb: Verb, about: Case): readonly (PartyId | undefined)[] => [...new Set(granting(world, verb, about).filter(({ mode }) => mode === "one-per-party").map((right) => partyOfRight(world, right)))];
