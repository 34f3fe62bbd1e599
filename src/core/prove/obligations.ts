import type { Verb } from "../model/decision.ts";
import { lengthOf } from "../time/duration.ts";
import { askOf } from "../who/call.ts";
import { clocksFor } from "../who/clocks.ts";
import { wayOf, type Way } from "../who/path.ts";
import type { Case } from "../who/scope.ts";
import { decisionWindow, modeOf, neededOf, partiesOf, performingRoles, serversOf, type Server } from "../who/serving.ts";
import { listed, tellable, tellingOf } from "../who/told.ts";
import type { World } from "../who/world.ts";
import { backupDemand, contactDemand } from "./contact-demand.ts";
import { agreement, anyOf, count, seats, type Demand, type Member } from "./demand.ts";

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
}

/** A regulator who says "without delay" is given a day: an assumption, and printed as one. */
export const WITHOUT_DELAY = "P1D";

/** Everything a case asks for. @param groups contact groups taken as failed */
export function obligationsOf(world: World, about: Case, groups: readonly string[] = []): readonly Obligation[] {
  const way = wayOf(world, about);
  const path = way.paths[0];
  const from = path === undefined ? { kind: "event", id: about.event.id } : { kind: "path", id: path.id };
  return [
    { property: "P1", about, from, asks: "somebody takes charge in time", demand: contactDemand(world, way, about, groups) },
    { property: "P2", about, from, asks: "another human is behind them", demand: backupDemand(world, way, about, groups) },
    ...(about.event.verbs ?? []).flatMap((verb) => deciding(world, way, about, verb, groups)),
    ...telling(world, about, groups),
    ...regulators(world, about, groups),
  ];
}

/** Whether the failing of a contact group changes anything in a case: when somebody has a method for any call of it. */
export function isTouchedBy(world: World, about: Case, group: string): boolean {
  const channels = [undefined, ...wayOf(world, about).steps.map((step) => step.channels)];
  const asks = [[], [group]].map((groups) => [tellingOf(about, groups), ...channels.map((only) => askOf(about, only, groups))]);
  return world.humansWithMethodIn(group).some((human) => (asks[0] ?? []).some((ask, i) => world.method(human, ask) !== world.method(human, asks[1]?.[i] ?? ask)));
}

function deciding(world: World, way: Way, about: Case, verb: Verb, groups: readonly string[]): Obligation[] {
  const window = decisionWindow(about, way);
  const servers = serversOf(world, verb, about, groups);
  const ask = askOf(about, undefined, groups);
  const performers: Member[] = performingRoles(world, verb).flatMap((role) => world.duty(role).map(({ human, spans }) =>
    ({ human, spans: world.inTime(world.both(spans, world.present(human, ask)), 0, window) })));
  const common = servers.filter((one) => modeOf(one) !== "sole");
  const out: Obligation[] = [{ property: "P3", about, verb, asks: `somebody may decide ${verb} in time`, demand: settling(world, about, verb, servers, window) }];
  if (performers.length > 0 && servers.length > 0) out.push({ property: "P4", about, verb, asks: `${verb} is decided without whoever performs it`, demand: settling(world, about, verb, servers, window, performers) });
  else if (common.length > 0) out.push({ property: "P4", about, verb, asks: `enough people decide ${verb} together`, demand: settling(world, about, verb, common, window) });
  return out;
}

/**
 * Those at hand settle a verb: one alone, enough together, or one of each party that must agree.
 * @param performers who do what is approved: whoever of them does it sits apart
 */
function settling(world: World, about: Case, verb: Verb, servers: readonly Server[], window: number, performers: readonly Member[] = []): Demand {
  const timely = (server: Server): Member => ({ human: server.human, spans: world.inTime(server.spans, server.earliest, window) });
  const beside = (members: readonly (Member & { readonly seat: number })[], there: number, need: number): Demand =>
    performers.length === 0 ? seats(members, there, need) : seats([...members, ...performers.map((one) => ({ ...one, seat: there }))], there + 1, need + 1, there);
  const alone = servers.filter((one) => modeOf(one) === "sole");
  const prepared = performers.length === 0 ? alone : alone.filter(({ kind }) => kind === "pre-authorisation");
  const approvers = alone.filter((one) => !prepared.includes(one));
  const together = servers.filter((one) => modeOf(one) === "n-of-m");
  const authorities = [...new Set(together.map(authorityOf))];
  const agreeing = servers.filter((one) => modeOf(one) === "one-per-party");
  const parties = partiesOf(world, verb, about);
  return anyOf([
    ...(prepared.length > 0 || servers.length === 0 ? [count(prepared.map(timely), 1)] : []),
    ...(approvers.length > 0 ? [beside(approvers.map((one) => ({ ...timely(one), seat: 0 })), 1, 1)] : []),
    ...(together.length > 0 ? [beside(together.map((one) => ({ ...timely(one), seat: authorities.indexOf(authorityOf(one)) })), authorities.length, neededOf(world, verb, about))] : []),
    ...(agreeing.length > 0 ? [agreement([...agreeing.map((one) => ({ ...timely(one), seat: parties.indexOf(one.party), authority: authorityOf(one) })), ...performers.map((one) => ({ ...one, seat: parties.length }))], parties.length + (performers.length > 0 ? 1 : 0), performers.length > 0 ? parties.length : undefined)] : []),
  ]);
}

const authorityOf = ({ human, lentBy }: Server): number => lentBy ?? human;

function telling(world: World, about: Case, groups: readonly string[]): Obligation[] {
  return listed(world, about).map(({ role, within: minutes, because }): Obligation => ({
    property: "P5", about, from: { kind: "role", id: role },
    asks: `${world.role(role)?.name ?? role} is told (${because})`,
    demand: count(tellable(world, role, about, groups).map(({ human, spans }) => ({ human, spans: world.inTime(spans, 0, minutes ?? 0) })), 1),
  }));
}

/** Whoever determines, whoever decides to notify, and whoever submits, each within the regulator's limit. */
function regulators(world: World, about: Case, groups: readonly string[]): Obligation[] {
  const ask = askOf(about, undefined, groups);
  return clocksFor(world, about).filter(({ kind }) => kind === "regulatory").flatMap((clock) => {
    const limit = lengthOf(clock.limit ?? WITHOUT_DELAY);
    const from = { kind: "clock", id: clock.id };
    const holders = (role: string): Member[] => world.duty(role).map(({ human, spans }) =>
      ({ human, spans: world.inTime(world.both(spans, world.present(human, ask)), 0, limit) }));
    const may = serversOf(world, "notify.regulator", about, groups).filter(({ kind }) => kind !== "pre-authorisation");
    const submits = clock.submitter ?? clock.determiner;
    return [
      { property: "P6", about, from, asks: `somebody determines ${clock.anchor} for ${clock.name}`, demand: count(clock.determiner === undefined ? [] : holders(clock.determiner), 1) },
      { property: "P6", about, from, verb: "notify.regulator", asks: `somebody may notify the regulator for ${clock.name}`, demand: settling(world, about, "notify.regulator", may, limit) },
      { property: "P6", about, from, asks: `somebody submits ${clock.name}`, demand: count(submits === undefined ? [] : holders(submits), 1) },
    ] satisfies Obligation[];
  });
}
