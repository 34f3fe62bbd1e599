import type { Verb } from "../model/decision.ts";
import { lengthOf } from "../time/duration.ts";
import { clocksFor } from "../who/clocks.ts";
import { wayOf, type Way } from "../who/path.ts";
import type { Case } from "../who/scope.ts";
import { decisionWindow, modeOf, neededOf, partiesOf, performingRoles, present, serversOf, type Server } from "../who/serving.ts";
import { listed, tellable } from "../who/told.ts";
import type { World } from "../who/world.ts";
import { backupDemand, contactDemand } from "./contact-demand.ts";
import { anyOf, count, seats, type Demand, type Member } from "./demand.ts";

export type Property = "P1" | "P2" | "P3" | "P4" | "P5" | "P6";

/** One thing that must hold for a case at every instant. */
export interface Obligation {
  readonly property: Property;
  readonly about: Case;
  readonly verb?: Verb;
  /** The item of the matrix it comes from. */
  readonly from?: { readonly kind: string; readonly id: string };
  /** What is asked for, for a reader: `Legal Counsel is told within 2 h`. */
  readonly asks: string;
  readonly demand: Demand;
  /** What it was made from besides its members: when all of it is the same, so is the result. */
  readonly parts: readonly unknown[];
}

/** A regulator who says "without delay" is given a day: an assumption, and printed as one. */
export const WITHOUT_DELAY = "P1D";

/** Everything a case asks for. @param groups contact groups taken as failed */
export function obligationsOf(world: World, about: Case, groups: readonly string[] = []): readonly Obligation[] {
  const way = wayOf(world, about);
  const path = way.paths[0];
  const from = path === undefined ? { kind: "event", id: about.event.id } : { kind: "path", id: path.id };
  return [
    { property: "P1", about, from, asks: "somebody takes charge in time", demand: contactDemand(world, way, about, groups), parts: way.paths },
    { property: "P2", about, from, asks: "another human is behind them", demand: backupDemand(world, way, about, groups), parts: way.paths },
    ...(about.event.verbs ?? []).flatMap((verb) => deciding(world, way, about, verb, groups)),
    ...telling(world, about, groups),
    ...regulators(world, about, groups),
  ];
}

function deciding(world: World, way: Way, about: Case, verb: Verb, groups: readonly string[]): Obligation[] {
  const window = decisionWindow(about, way);
  const servers = serversOf(world, verb, about, groups);
  const timely = (server: Server): Member => ({ human: server.human, spans: world.inTime(server.spans, server.earliest, window) });
  const rights = servers.map(({ right, grant }) => right ?? grant);
  const alone = servers.filter((one) => modeOf(one) === "sole");
  const together = servers.filter((one) => modeOf(one) === "n-of-m");
  const parties = partiesOf(world, verb, about);
  const voices = () => ({ list: [...new Set(together.map(authorityOf))], members: together.map((one) => ({ ...timely(one), seat: 0, authority: authorityOf(one) })) });
  const ways: Demand[] = alone.length > 0 || servers.length === 0 ? [count(alone.map(timely), 1)] : [];
  const common: Demand[] = [];
  const quorum = (performers: readonly Member[]): void => {
    const { list, members } = voices();
    const seated = members.map(({ authority, ...one }) => ({ ...one, seat: list.indexOf(authority) }));
    const more = performers.length === 0 ? undefined : list.length;
    common.push(seats([...seated, ...performers.map((one) => ({ ...one, seat: list.length }))], list.length + (more === undefined ? 0 : 1), neededOf(world, verb, about) + (more === undefined ? 0 : 1), more));
  };
  const eachParty = (performers: readonly Member[]): void => {
    const sitting = servers.filter((one) => modeOf(one) === "one-per-party").map((one) => ({ ...timely(one), seat: parties.indexOf(one.party) }));
    const more = performers.length === 0 ? 0 : 1;
    common.push(seats([...sitting, ...performers.map((one) => ({ ...one, seat: parties.length }))], parties.length + more, parties.length + more, more === 0 ? undefined : parties.length));
  };
  const performers: Member[] = performingRoles(world, verb).flatMap((role) => world.duty(role).map(({ human, spans }) =>
    ({ human, spans: world.inTime(world.both(spans, present(world, human, about, groups)), 0, window) })));
  if (together.length > 0) quorum([]);
  if (parties.length > 0) eachParty([]);
  const out: Obligation[] = [{ property: "P3", about, verb, asks: `somebody may decide ${verb} in time`, demand: anyOf([...ways, ...common]), parts: rights }];
  common.length = 0;
  if (together.length > 0) quorum(performers);
  if (parties.length > 0) eachParty(performers);
  const approvers = alone.filter(({ kind }) => kind !== "pre-authorisation").map((one) => ({ ...timely(one), seat: 0 }));
  const prepared = alone.filter(({ kind }) => kind === "pre-authorisation").map(timely);
  if (performers.length > 0 && approvers.length > 0) common.push(seats([...approvers, ...performers.map((one) => ({ ...one, seat: 1 }))], 2, 2, 1));
  if (performers.length > 0 && prepared.length > 0) common.push(count(prepared, 1));
  if (common.length > 0) out.push({ property: "P4", about, verb, asks: performers.length > 0 ? `${verb} is decided without whoever performs it` : `enough people decide ${verb} together`, demand: anyOf(common), parts: rights });
  return out;
}

const authorityOf = ({ human, lentBy }: Server): number => lentBy ?? human;

function telling(world: World, about: Case, groups: readonly string[]): Obligation[] {
  return listed(world, about).map(({ role, within: minutes, because }): Obligation => ({
    property: "P5", about, from: { kind: "role", id: role },
    asks: `${world.role(role)?.name ?? role} is told (${because})`,
    demand: count(tellable(world, role, about, groups).map(({ human, spans }) => ({ human, spans: world.inTime(spans, 0, minutes ?? 0) })), 1),
    parts: [],
  }));
}

/** Whoever determines, whoever decides to notify, and whoever submits, each within the regulator's limit. */
function regulators(world: World, about: Case, groups: readonly string[]): Obligation[] {
  return clocksFor(world, about).filter(({ kind }) => kind === "regulatory").flatMap((clock) => {
    const limit = lengthOf(clock.limit ?? WITHOUT_DELAY);
    const parts = [clock];
    const from = { kind: "clock", id: clock.id };
    const holders = (role: string): Member[] => world.duty(role).map(({ human, spans }) =>
      ({ human, spans: world.inTime(world.both(spans, present(world, human, about, groups)), 0, limit) }));
    const may = serversOf(world, "notify.regulator", about, groups).filter(({ kind }) => kind !== "pre-authorisation");
    const submits = clock.submitter ?? clock.determiner;
    return [
      { property: "P6", about, from, asks: `somebody determines ${clock.anchor} for ${clock.name}`, demand: count(clock.determiner === undefined ? [] : holders(clock.determiner), 1), parts },
      { property: "P6", about, from, verb: "notify.regulator", asks: `somebody may notify the regulator for ${clock.name}`, demand: count(may.map(({ human, spans }) => ({ human, spans: world.inTime(spans, 0, limit) })), 1), parts },
      { property: "P6", about, from, asks: `somebody submits ${clock.name}`, demand: count(submits === undefined ? [] : holders(submits), 1), parts },
    ] satisfies Obligation[];
  });
}
