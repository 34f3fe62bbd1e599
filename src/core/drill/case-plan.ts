import type { Verb } from "../model/decision.ts";
import { lengthOf } from "../time/duration.ts";
import { entitlements } from "../who/authority.ts";
import { askOf } from "../who/call.ts";
import { lengthOfWay, wayOf, type Way } from "../who/path.ts";
import { caseOf } from "../who/question.ts";
import type { Ask } from "../who/reach.ts";
import type { Case } from "../who/scope.ts";
import { decisionWindow, serversOf, type Server } from "../who/serving.ts";
import type { World } from "../who/world.ts";
import type { Scenario } from "./scenario.ts";

/** What of a decision does not change from run to run. */
export interface VerbPlan {
  readonly verb: Verb;
  readonly about: Case;
  /** Whoever may decide and is there, rights and delegations first, then pre-authorised performers. */
  readonly servers: readonly Server[];
  /** The same, whether on duty or not: authority does not end with the shift. */
  readonly entitled: readonly Server[];
}

/** Everything about one event and severity that every exercise of it needs, worked out once. */
export interface CasePlan {
  readonly about: Case;
  readonly way: Way;
  readonly verbs: readonly VerbPlan[];
  readonly ask: Ask;
  readonly targets: { readonly contact: number; readonly decide: number };
  /** Minutes an acknowledgement counts without anything done. */
  readonly holds: number;
}

/** @throws UnknownQuestion for an event type or a severity the matrix does not have */
export function planOf(world: World, { event, severity, failed }: Pick<Scenario, "event" | "severity" | "failed">): CasePlan {
  const about = caseOf(world, { event, severity });
  const way = wayOf(world, about);
  const decide = decisionWindow(about, way);
  return {
    about, way,
    verbs: (about.event.verbs ?? []).map((verb) => ({ verb, about, servers: serversOf(world, verb, about, failed), entitled: entitledTo(world, verb, about) })),
    ask: askOf(about, undefined, failed),
    targets: { contact: about.severity.acknowledgeWithin === undefined ? lengthOfWay(way) : lengthOf(about.severity.acknowledgeWithin), decide },
    holds: lengthOf(way.paths.find((path) => path.acknowledgementHolds !== undefined)?.acknowledgementHolds ?? "PT30M"),
  };
}

const entitledTo = (world: World, verb: Verb, about: Case): Server[] =>
  entitlements(world, verb, about).map(({ person, human, right, spans, delegation, from }) => ({
    kind: delegation === undefined ? "right" : "delegation", person, human, party: world.person(person)?.party, right, spans, earliest: 0,
    ...(from === undefined ? {} : { lentBy: from }),
  }));
