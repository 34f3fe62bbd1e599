import { itemsOf } from "../model/items.ts";
import { applyEdits, type Edit } from "../model/edit.ts";
import type { MatrixDocument } from "../model/document.ts";
import { idFrom } from "../model/id.ts";
import type { Contact, Role } from "../model/party.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import { instantOf } from "../time/minute.ts";
import type { Memory } from "../who/memory.ts";
import { ownParty, type Case } from "../who/scope.ts";
import { missingOf, nameOf } from "../who/telling.ts";
import { World } from "../who/world.ts";
import { earlierTurns } from "./earlier-turns.ts";
import { failingWith } from "./examine.ts";
import type { Horizon } from "./horizon.ts";
import { obligationsOf, type Obligation } from "./obligations.ts";
import type { Counterexample, Repair } from "./story.ts";

/** A change to try. Where it needs a fact only people know, `standIn` is what the trial takes for it. */
interface Candidate extends Repair {
  readonly standIn?: readonly Edit[];
}

/**
 * The smallest change that closes a counterexample: one number, one holder, one right or one step, the first of them
 * that really makes it go away over the whole horizon. Nothing where none does.
 */
export function repairOf(document: MatrixDocument, horizon: Horizon, found: Counterexample, memory: Memory): Repair | undefined {
  const { event, severity } = found;
  if (event === undefined || severity === undefined) return undefined;
  const world = new World(document, horizon.from, horizon.until, memory);
  for (const { standIn, ...repair } of candidates(world, found)) if (closes(document, horizon, found, standIn ?? repair.edits, memory)) return repair;
  return undefined;
}

/** Whether a counterexample is gone after some edits, at every instant of the horizon. */
export function closes(document: MatrixDocument, horizon: Horizon, found: Counterexample, edits: readonly Edit[], memory: Memory): boolean {
  const world = new World(applyEdits(document, edits), horizon.from, horizon.until, memory);
  const about = caseFor(world, found.event, found.severity);
  const cause = world.document.correlatedAbsences?.find(({ id }) => id === found.cause);
  const obligation = about && obligationsOf(world, about, cause?.group === undefined ? [] : [cause.group]).find((one) => sameAs(one, found));
  if (obligation === undefined) return false;
  return failingWith(world, obligation, missingOf(world, found.missing)).length === 0;
}

function caseFor(world: World, event: string | undefined, severity: string | undefined): Case | undefined {
  const one = world.document.events?.find(({ id }) => id === event);
  const level = world.document.severities?.find(({ id }) => id === severity);
  return one && level && { event: one, severity: level, party: ownParty(world.document) };
}

const sameAs = ({ property, verb, asks }: Obligation, found: Counterexample): boolean => property === (found.of ?? found.property) && verb === found.verb && asks === found.asks;

function* candidates(world: World, found: Counterexample): Generator<Candidate> {
  const property = found.of ?? found.property;
  const roles = rolesConcerned(world, found);
  for (const role of roles) yield* numbers(world, role, found);
  for (const role of roles) yield* earlierTurns(world, role, found);
  for (const role of roles) yield* holders(world, role, found);
  const { verb } = found;
  if (verb !== undefined && (property === "P3" || property === "P4" || property === "P6")) for (const role of others(world, roles)) yield right(world, found, verb, role);
  if (found.from?.kind === "path" && (property === "P1" || property === "P2")) for (const role of others(world, roles)) yield* step(world, found.from.id, role);
  if (found.from?.kind === "clock") for (const role of others(world, roles)) yield* clock(world, found, role);
}

/** The roles that stand for what is asked: on the path, with the right, on the list, at the clock. */
function rolesConcerned(world: World, found: Counterexample): readonly Role[] {
  const { from, verb, event } = found;
  const { decisionRights = [], clocks = [] } = world.document;
  const ids =
    verb !== undefined ? decisionRights.filter((one) => one.verb === verb && one.deny !== true).map(({ role }) => role)
    : from?.kind === "role" ? [from.id]
    : from?.kind === "clock" ? clocks.filter(({ id }) => id === from.id).map((one) => (found.asks?.startsWith("somebody submits") === true ? (one.submitter ?? one.determiner) : one.determiner))
    : from?.kind === "path" ? (world.path(from.id)?.steps ?? []).flatMap((one) => one.roles)
    : (world.document.events?.find(({ id }) => id === event)?.route ?? []);
  return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (world.role(id) ?? [])));
}

/** The other posts, the nearest first: of the same party and function, then of the same party, then any. */
function others(world: World, roles: readonly Role[]): readonly Role[] {
  const far = (role: Role) => (!roles.some(({ party }) => party === role.party) ? 2 : roles.some((one) => one.party === role.party && one.function === role.function) ? 0 : 1);
  return world.document.roles.filter((role) => !roles.includes(role) && (role.holders?.length ?? 0) > 0).sort((a, b) => far(a) - far(b));
}

/** Holders nobody can call need a number. */
function* numbers(world: World, role: Role, found: Counterexample): Generator<Candidate> {
  for (const person of role.holders ?? []) {
    if (found.missing.includes(person)) continue;
    const human = world.humans.of(person);
    if (human === undefined || world.contacts(human).some(({ shared, kind }) => shared !== true && kind !== "email")) continue;
    const id = freeId(world, "contact", `${person}-phone`);
    const contact: Contact = { id, person, kind: "voice", value: "to be filled in", verifiedAt: instantOf(world.from), outOfBandGroup: "mobile" };
    yield { says: `give ${nameOf(world, person)} a number for calls, and verify it`, edits: [], asks: { kind: "contact", person }, standIn: [{ do: "add", kind: "contact", item: contact }] };
  }
}

/** One more holder from a neighbouring post of the same party. A rotation is not mended by somebody who never has a turn. */
function* holders(world: World, role: Role, found: Counterexample): Generator<Candidate> {
  if (world.rotations(role.id).length > 0) return;
  const held = role.holders ?? [];
  const near = [...new Set(others(world, [role]).filter(({ party }) => party === role.party).flatMap((other) => other.holders ?? []))];
  for (const id of near) {
    if (held.includes(id) || found.missing.includes(id)) continue;
    yield { says: `let ${nameOf(world, id)} also hold ${role.name}`, edits: [{ do: "set", at: { kind: "role", id: role.id }, field: "holders", value: [...held, id] }] };
  }
}

function right(world: World, found: Counterexample, verb: NonNullable<Counterexample["verb"]>, role: Role): Candidate {
  const id = freeId(world, "decision-right", `${verb.replaceAll(".", "-")}-${role.id}`);
  const events = [...new Set([found.event, ...found.also.map(({ event }) => event)])].flatMap((event) => event ?? []);
  return { says: `let ${role.name} ${VERB_WORDS[verb]} too`, edits: [{ do: "add", kind: "decision-right", item: { id, verb, role: role.id, events } }] };
}

/** The role joins the last step: nobody who is called today is called later. */
function* step(world: World, path: string, role: Role): Generator<Candidate> {
  const steps = world.path(path)?.steps ?? [];
  const last = steps.at(-1);
  if (last === undefined || last.roles.includes(role.id)) return;
  yield { says: `call ${role.name} in step ${steps.length} too`, edits: [{ do: "set", at: { kind: "path", id: path }, field: "steps", value: [...steps.slice(0, -1), { ...last, roles: [...last.roles, role.id] }] }] };
}

function* clock(world: World, found: Counterexample, role: Role): Generator<Candidate> {
  const one = world.document.clocks?.find(({ id }) => id === found.from?.id);
  if (one === undefined || found.verb !== undefined) return;
  const field = found.asks?.startsWith("somebody submits") === true ? "submitter" : "determiner";
  yield { says: `let ${role.name} ${field === "submitter" ? "submit" : "determine the start of"} \`${one.name}\``, edits: [{ do: "set", at: { kind: "clock", id: one.id }, field, value: role.id }] };
}

function freeId(world: World, kind: "contact" | "decision-right", wanted: string): string {
  return idFrom(wanted, new Set(itemsOf(world.document, kind).map(({ id }) => id)));
}
