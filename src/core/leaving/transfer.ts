import type { MatrixDocument } from "../model/document.ts";
import { applyEdits, type Edit } from "../model/edit.ts";
import type { ItemKind } from "../model/document.ts";
import { departure } from "./departure.ts";
import { peopleOf, postsOf, type Leaver } from "./leaver.ts";

/** Who takes over. */
export interface Successors {
  /** For everything: a person after a person, a role after a role, an organisation after an organisation. */
  readonly to?: string;
  /** For single posts: after a person the person who holds it then; after an organisation the role that takes its place. */
  readonly byPost?: Readonly<Record<string, string>>;
}

/**
 * The edits that move all that somebody holds to whoever comes after, as one change. What they lent ends, their numbers and
 * coming absences go. What they said stands: waivers, confirmations and past acts keep their names, and so do they while
 * something names them.
 * @param today acts that ended before it are history.
 */
export function transfer(document: MatrixDocument, leaver: Leaver, successors: Successors, today: string): readonly Edit[] {
  const edits: Edit[] = [];
  const then = (more: readonly Edit[]): void => void edits.push(...more);
  const now = (): MatrixDocument => applyEdits(document, edits);
  const people = peopleOf(document, leaver);
  const { to, byPost = {} } = successors;
  if (leaver.kind === "role") {
    then(postGone(document, leaver.id, to));
    return edits;
  }
  if (leaver.kind === "person") then(handOver(document, people, today, to, (role) => byPost[role] ?? to));
  else {
    then(handOver(document, people, today, undefined, () => undefined));
    if (to === undefined) for (const role of postsOf(document, leaver, people)) then(postGone(now(), role, byPost[role]));
    else then(posts(now(), leaver.id, to));
  }
  then(forgotten(now(), people));
  if (leaver.kind === "party" && !now().roles.some(({ party }) => party === leaver.id) && !(now().people ?? []).some(({ party }) => party === leaver.id)) then(departure(now(), "party", leaver.id, to).edits);
  return edits;
}

/** The matrix as if they were gone and nobody came. */
export const without = (document: MatrixDocument, leaver: Leaver, today: string): MatrixDocument => applyEdits(document, transfer(document, leaver, {}, today));

/** A post goes, with what was recorded of its holders. */
function postGone(document: MatrixDocument, role: string, by: string | undefined): readonly Edit[] {
  const recorded: Edit[] = (document.directory?.holderChanges ?? []).filter((one) => one.role === role).map(({ id }) => ({ do: "remove", kind: "holder-change", id }));
  return [...recorded, ...departure(applyEdits(document, recorded), "role", role, by).edits];
}

/** The posts of an organisation go to another, vacant; what names the organisation names the other one. */
function posts(document: MatrixDocument, from: string, to: string): readonly Edit[] {
  const theirs = new Set(document.roles.filter(({ party }) => party === from).map(({ id }) => id as string));
  const kept: Edit[] = [...theirs].map((id) => ({ do: "set", at: { kind: "role", id }, field: "party", value: to }));
  const queues: Edit[] = (document.directory?.contacts ?? []).filter(({ role }) => role !== undefined && theirs.has(role)).map(({ id }) => ({ do: "remove", kind: "contact", id }));
  const people = new Set((document.people ?? []).filter(({ party }) => party === from).map(({ id }) => id as string));
  // The organisation itself and its people stay until nothing names them any more.
  const named = departure(applyEdits(document, kept), "party", from, to).edits.filter((edit) => !(edit.do === "remove" && edit.kind === "party") && !(edit.do === "set" && edit.at.kind === "person" && people.has(edit.at.id)));
  return [...kept, ...queues, ...named];
}

const different = (a: readonly string[], b: readonly string[]): boolean => a.length !== b.length || a.some((one, i) => one !== b[i]);
const once = (list: readonly string[]): string[] => [...new Set(list)];

/** What people hold goes to others, item by item. */
function handOver(document: MatrixDocument, people: ReadonlySet<string>, today: string, to: string | undefined, after: (role: string) => string | undefined): readonly Edit[] {
  const edits: Edit[] = [];
  const set = (kind: ItemKind, id: string, field: string, value: unknown): void => void edits.push({ do: "set", at: { kind, id }, field, value });
  const remove = (kind: ItemKind, id: string): void => void edits.push({ do: "remove", kind, id });
  const has = (id: string | undefined): boolean => id !== undefined && people.has(id);
  const over = (until: string): boolean => until.slice(0, 10) < today;
  const swapped = (list: readonly string[], by: string | undefined): string[] => list.flatMap((id) => (has(id) ? (by === undefined ? [] : [by]) : [id]));

  for (const { id, holders = [] } of document.roles) {
    const held = once(swapped(holders, after(id)));
    if (holders.some(has)) set("role", id, "holders", held.length > 0 ? held : null);
  }
  const ended = new Set<string>();
  for (const { id, role, layers } of document.rotations ?? []) {
    if (!layers.some((layer) => layer.people.some(has))) continue;
    // Slots stay where they are, so that nobody else's turn moves.
    const turned = layers.map((layer) => ({ ...layer, people: swapped(layer.people, after(role)) })).filter((layer, i) => layer.people.length > 0 || layers[i]?.people.length === 0);
    if (turned.length > 0) set("rotation", id, "layers", turned);
    else {
      ended.add(id);
      remove("rotation", id);
    }
  }
  for (const { id, person, verb: _ } of document.decisionRights ?? []) if (has(person)) to === undefined ? remove("decision-right", id) : set("decision-right", id, "person", to);
  for (const { id, lastResort = [] } of document.escalationPaths ?? []) {
    const left = once(swapped(lastResort, to));
    if (different(left, lastResort)) set("path", id, "lastResort", left.length > 0 ? left : null);
  }
  for (const { id, substitute } of document.people ?? []) if (has(substitute) && !has(id)) set("person", id, "substitute", to === undefined || to === id ? null : to);
  for (const { id, people: missing = [], group } of document.correlatedAbsences ?? []) {
    if (!missing.some(has)) continue;
    const left = missing.filter((one) => !has(one));
    // Nobody inherits a flight; one that nobody else is on says nothing any more.
    if (left.length === 0 && group === undefined) remove("correlated-absence", id);
    else set("correlated-absence", id, "people", left.length > 0 ? left : null);
  }
  const { contacts = [], absences = [], swaps = [], delegations = [] } = document.directory ?? {};
  for (const { id, person } of contacts) if (has(person)) remove("contact", id);
  for (const { id, person, substitute, until } of absences) {
    if (over(until)) continue;
    if (has(person)) remove("absence", id);
    else if (has(substitute)) set("absence", id, "substitute", to === undefined || to === person ? null : to);
  }
  for (const swap of swaps) {
    if (ended.has(swap.rotation)) remove("swap", swap.id);
    else if (!over(swap.until) && (has(swap.in) || has(swap.out))) {
      const by = after(document.rotations?.find(({ id }) => id === swap.rotation)?.role ?? "");
      const [given, taken] = [has(swap.out) ? by : swap.out, has(swap.in) ? by : swap.in];
      if (given === undefined || taken === undefined || given === taken) remove("swap", swap.id);
      else {
        if (given !== swap.out) set("swap", swap.id, "out", given);
        if (taken !== swap.in) set("swap", swap.id, "in", taken);
      }
    }
  }
  // Authority that was lent ends with the post of who lent it, and is not lent on.
  for (const { id, from, to: taker, ends } of delegations) if (!over(ends) && (has(from) || has(taker))) remove("delegation", id);
  return edits;
}

/** People whom nothing names any more. */
function forgotten(document: MatrixDocument, people: ReadonlySet<string>): readonly Edit[] {
  const gone: Edit[] = [];
  for (const id of people) {
    const now = applyEdits(document, gone);
    if (departure(now, "person", id).mentions.length === 0) gone.push({ do: "remove", kind: "person", id });
  }
  return gone;
}
