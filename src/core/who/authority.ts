import type { DecisionRight, PreAuthorisation, Verb } from "../model/decision.ts";
import type { Directory } from "../model/directory.ts";
import type { PersonId } from "../model/id.ts";
import { minuteOf } from "../time/minute.ts";
import { NEVER, spansOf, union, type Spans } from "../time/spans.ts";
import type { Human } from "./humans.ts";
import { appliesTo, touches, type Case } from "./scope.ts";
import { ALWAYS, type World } from "./world.ts";

type Delegation = NonNullable<Directory["delegations"]>[number];

/** That one human may decide, when, and by what. */
export interface Entitlement {
  readonly person: PersonId;
  readonly human: Human;
  readonly right: DecisionRight;
  readonly spans: Spans;
  /** The delegation it rests on, and whose authority that is; missing where it is their own. */
  readonly delegation?: Delegation;
  readonly from?: Human;
}

/**
 * When a right holds at all: within its days, and on its calendar. A calendar that says nothing opens nothing; a refusal
 * whose hours nobody can know refuses always.
 */
function rightSpans(world: World, right: DecisionRight): Spans {
  const valid = world.valid(right);
  if (right.calendar === undefined) return valid;
  const open = world.open(right.calendar);
  return typeof open !== "string" ? world.both(valid, open) : right.deny === true ? valid : NEVER;
}

/** Who stands behind a right, when. Absence takes nobody's authority; leaving the post does. */
function bearers(world: World, right: DecisionRight): readonly { readonly person: PersonId; readonly human: Human; readonly spans: Spans }[] {
  const own = right.person === undefined ? undefined : world.humans.of(right.person);
  const named = own === undefined || right.person === undefined ? [] : [{ person: right.person, human: own, spans: ALWAYS }];
  if (right.role === undefined) return named;
  const holding = world.holders(right.role);
  const held = new Set(holding.map(({ person }) => person));
  // Whoever a rotation has on stands for the role even where nobody listed them as a holder.
  return [...named, ...holding, ...world.duty(right.role).filter(({ person }) => !held.has(person))];
}

/**
 * Everybody who may decide a verb in a case, their own authority first. Default deny; a refusal beats every right, and
 * a right that is limited to scope items applies only to a case that lies within them.
 */
export function entitlements(world: World, verb: Verb, about: Case): readonly Entitlement[] {
  return world.once(about, verb, () => entitled(world, verb, about));
}

function entitled(world: World, verb: Verb, about: Case): readonly Entitlement[] {
  const rights = (world.document.decisionRights ?? []).filter((right) => right.verb === verb);
  const refused = rights.filter((right) => right.deny === true && touches(right, about));
  const granted = rights.filter((right) => right.deny !== true && appliesTo(right, about));
  const refusals = refused.flatMap((right) => bearers(world, right).map(({ human, spans }) => ({ human, spans: world.both(spans, rightSpans(world, right)) })));
  const unrefused = (human: Human, spans: Spans): Spans => refusals.filter((one) => one.human === human).reduce((left, one) => world.except(left, one.spans), spans);
  const delegations = (world.document.directory?.delegations ?? []).filter(({ verbs }) => verbs.includes(verb));
  const own: Entitlement[] = granted.flatMap((right) => bearers(world, right).map((bearer) => ({ ...bearer, right, spans: unrefused(bearer.human, world.both(bearer.spans, rightSpans(world, right))) })));
  return [...own, ...delegations.flatMap((delegation) => lent(world, delegation, own, unrefused))].filter(({ spans }) => spans.length > 0);
}

/** What a delegation lends: the delegator's own, delegable authority as it is at each instant, and no further. */
function lent(world: World, delegation: Delegation, own: readonly Entitlement[], refuse: (human: Human, spans: Spans) => Spans): Entitlement[] {
  const from = world.humans.of(delegation.from);
  const to = world.humans.of(delegation.to);
  if (from === undefined || to === undefined || from === to) return [];
  const window = world.memory.derived(delegation, "window", () => spansOf([[minuteOf(delegation.starts), minuteOf(delegation.ends)]]));
  return own
    .filter(({ human, right }) => human === from && right.delegable === true)
    .map(({ right, spans }) => ({ person: delegation.to, human: to, right, spans: refuse(to, world.both(spans, window)), delegation, from }));
}

/** Pre-authorisations that may serve a verb in a case, and when each may be used; the trying of approvers apart. */
export function preAuthorised(world: World, verb: Verb, about: Case): readonly { readonly grant: PreAuthorisation; readonly spans: Spans; readonly problem?: string }[] {
  return (world.document.preAuthorisations ?? [])
    .filter((grant) => grant.verb === verb && appliesTo(grant, about))
    .map((grant) => {
      if (grant.when !== "outside-business-hours") return { grant, spans: ALWAYS };
      const calendar = grant.calendar ?? world.document.parties.find(({ id }) => id === (world.role(grant.authorityHolder ?? "")?.party ?? about.party))?.calendar;
      const open = calendar === undefined ? "missing" : world.open(calendar);
      if (typeof open === "string") return { grant, spans: NEVER, problem: open };
      return { grant, spans: world.except(ALWAYS, open) };
    });
}

/** Humans a verb is refused to in a case, whenever that is. */
export function refusedTo(world: World, verb: Verb, about: Case): ReadonlyMap<Human, Spans> {
  const refused = new Map<Human, Spans>();
  for (const right of world.document.decisionRights ?? []) {
    if (right.verb !== verb || right.deny !== true || !touches(right, about)) continue;
    for (const { human, spans } of bearers(world, right)) refused.set(human, union(refused.get(human) ?? NEVER, world.both(spans, rightSpans(world, right))));
  }
  return refused;
}
