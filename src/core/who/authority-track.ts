import type { Verb } from "../model/decision.ts";
import { sayDuration } from "../model/measure.ts";
import { instantOf, type Minute } from "../time/minute.ts";
import type { Answer, Decider, Gap } from "./answer.ts";
import { preAuthorised } from "./authority.ts";
import { askOf, methodsAt } from "./call.ts";
import type { Human } from "./humans.ts";
import { agreed, mostVoices } from "./quorum.ts";
import { appliesInPart, appliesTo, touches } from "./scope.ts";
import { APPROVALS, decisionWindow, firstServed, modeOf, neededOf, partiesOf, serversOf, type Server } from "./serving.ts";
import { methodOf, nameOf, partyOf, type Telling } from "./telling.ts";
import type { World } from "./world.ts";

/** For every needed verb the people who may decide and can be reached in time, best first. */
export function authorityTrack(told: Telling): Answer["decide"] {
  const { about, gaps } = told;
  const decide: { [verb in Verb]?: readonly Decider[] } = {};
  const verbs = about.event.verbs ?? [];
  if (verbs.length === 0) gaps.push({ code: "no-verbs", at: { kind: "event", id: about.event.id }, says: `${about.event.name} names no decision that must be made` });
  for (const verb of verbs) decide[verb] = decidersOf(told, verb);
  return decide;
}

function decidersOf(told: Telling, verb: Verb): readonly Decider[] {
  const { world, about, way, question, missing, because, gaps } = told;
  const window = decisionWindow(about, way);
  const servers = serversOf(world, verb, about, question.failed);
  const barred = new Set(APPROVALS.has(verb) ? [question.performer, question.requester].flatMap((person) => (person === undefined ? [] : (world.humans.of(person) ?? []))) : []);
  gaps.push(...withoutHours(told, verb));
  const serving: { readonly server: Server; readonly from: Minute }[] = [];
  for (const server of servers) {
    if (server.kind !== "pre-authorisation" && barred.has(server.human)) {
      because.push({ says: `\`${verb}\`: ${nameOf(world, server.person)} performs or asked for it, and does not approve it` });
      continue;
    }
    if (missing.has(server.human)) continue;
    const from = firstServed(server, question.at, window);
    if (from !== undefined) serving.push({ server, from });
  }
  serving.sort((a, b) => a.from - b.from);
  const deciders = serving.map(({ server, from }) => deciderOf(told, server, from));
  for (const one of deciders) because.push({ at: { kind: one.by === "pre-authorisation" ? "pre-authorisation" : "decision-right", id: one.under }, says: `\`${verb}\`: ${one.name} may, from ${one.from}${one.by === "right" ? "" : one.by === "delegation" ? ` for ${nameOf(world, one.insteadOf ?? "")}` : " in an emergency, under its conditions"}` });
  if (!settled(told, verb, serving.map(({ server }) => server))) gaps.push(undecided(told, verb, servers, serving.map(({ server }) => server)));
  return deciders;
}

/** What hangs on a calendar that opens nothing: it never holds, and whoever relies on it must hear so. */
function withoutHours({ world, about }: Telling, verb: Verb): readonly Gap[] {
  const { decisionRights = [], preAuthorisations = [] } = world.document;
  const rights = decisionRights.filter((right) => right.verb === verb && (right.deny === true ? touches : appliesTo)(right, about) && right.calendar !== undefined && typeof world.open(right.calendar) === "string");
  const grants = new Set(preAuthorised(world, verb, about).filter(({ problem }) => problem !== undefined).map(({ grant }) => grant));
  return [
    ...rights.map(({ id, calendar }): Gap => ({ code: "calendar-unusable", at: { kind: "decision-right", id }, verb, says: `a right to \`${verb}\` never holds: its calendar \`${calendar ?? ""}\` cannot be used` })),
    ...preAuthorisations.filter((grant) => grants.has(grant)).map(({ id }): Gap => ({ code: "calendar-unusable", at: { kind: "pre-authorisation", id }, verb, says: `a pre-authorisation of \`${verb}\` never holds: the calendar of its business hours cannot be used` })),
  ];
}

/** Whether the people at hand can decide: one alone, enough together, or one of each party that must agree. */
export function settled({ world, about }: Pick<Telling, "world" | "about">, verb: Verb, serving: readonly Server[]): boolean {
  if (serving.some((one) => modeOf(one) === "sole")) return true;
  const together = serving.filter((one) => modeOf(one) === "n-of-m");
  if (together.length > 0 && mostVoices(together) >= neededOf(world, verb, about)) return true;
  const parties = partiesOf(world, verb, about);
  return parties.length > 0 && agreed(parties.map((party) => serving.filter((one) => modeOf(one) === "one-per-party" && one.party === party).map(({ human, lentBy }) => ({ human, authority: lentBy ?? human }))));
}

function undecided({ world, about, question }: Telling, verb: Verb, all: readonly Server[], serving: readonly Server[]): Gap {
  if (all.length === 0) {
    const limited = (world.document.decisionRights ?? []).some((right) => right.verb === verb && right.deny !== true && appliesInPart(right, about));
    return { code: "nobody-may-decide", verb, says: `nobody may decide \`${verb}\` for ${about.event.name} at ${about.severity.name}${limited ? ": there are rights, but for some scope items only" : ""}` };
  }
  if (serving.length > 0) return { code: "quorum-short", verb, says: short({ world, about }, verb, serving) };
  // Who only borrows it may do so at another time; whose authority it is is named anyway.
  const names = [...new Set(all.filter(({ kind }) => kind !== "delegation").map(({ person }) => nameOf(world, person)))];
  return { code: "decider-unreachable", verb, says: `nobody who may decide \`${verb}\` can be reached in time after ${instantOf(question.at)}: ${names.join(", ")}` };
}

/** Why those at hand do not settle it: how many voices are there, of how many. */
function short({ world, about }: Pick<Telling, "world" | "about">, verb: Verb, serving: readonly Server[]): string {
  const together = serving.filter((one) => modeOf(one) === "n-of-m");
  const lent = serving.filter(({ human, lentBy }) => lentBy !== undefined && serving.some((one) => one.human === lentBy && one.human !== human));
  const seat = lent.length === 0 ? "" : `; ${[...new Set(lent.map(({ person, lentBy }) => `${nameOf(world, person)} and ${world.humans.named(lentBy as Human).name}`))].join(", ")} are one voice`;
  if (together.length > 0) return `\`${verb}\` needs ${neededOf(world, verb, about)} people together, and ${mostVoices(together)} can be reached${seat}`;
  return `\`${verb}\` needs one of each party together, and not all of them can be reached${seat}`;
}

function deciderOf({ world, about, question }: Telling, { kind, person, human, right, grant, lentBy }: Server, from: Minute): Decider {
  const limits = right?.limits === undefined ? grant?.limits : [
    right.limits.duration === undefined ? "" : `for ${sayDuration(right.limits.duration)} at most`,
    right.limits.reversibleOnly === true ? "only what can be reversed" : "",
    right.limits.blastRadius ?? "",
  ].filter(Boolean).join("; ");
  const lender = lentBy === undefined ? undefined : world.humans.named(lentBy);
  return {
    person, name: nameOf(world, person), party: partyOf(world, person), by: kind, under: right?.id ?? grant?.id ?? "", from: instantOf(from),
    mode: right?.mode ?? "sole",
    ...(right?.mode === "n-of-m" ? { needed: neededOf(world, right.verb, about) } : {}),
    ...(lender === undefined ? {} : { insteadOf: lender.id, insteadOfName: lender.name }),
    ...(limits === undefined || limits === "" ? {} : { limits }),
    ...(grant === undefined ? {} : { obligations: obligationsOf(world, grant) }),
    methods: methodsAt(world, human, askOf(about, undefined, question.failed), from).map((method) => methodOf(method, from)),
  };
}

function obligationsOf(world: World, grant: NonNullable<Server["grant"]>): string[] {
  const holder = grant.authorityHolder === undefined ? "the authority holder" : (world.role(grant.authorityHolder)?.name ?? grant.authorityHolder);
  return [
    `tell ${holder} within ${sayDuration(grant.tellWithin ?? "PT15M")}`,
    `record the facts within ${sayDuration(grant.recordWithin ?? "PT4H")}`,
    `have it ratified or reversed within ${sayDuration(grant.ratifyWithin ?? "PT24H")}, by somebody else`,
  ];
}

