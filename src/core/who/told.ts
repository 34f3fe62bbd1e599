import type { RoleId } from "../model/id.ts";
import type { Verb } from "../model/decision.ts";
import { lengthOf } from "../time/duration.ts";
import { instantOf, type Minute } from "../time/minute.ts";
import { boundaryAfter, type Spans } from "../time/spans.ts";
import type { Answer, Gap, Told } from "./answer.ts";
import { askOf, type Missing } from "./call.ts";
import type { Human } from "./humans.ts";
import { asking, type Ask } from "./reach.ts";
import { appliesTo, type Case } from "./scope.ts";
import { nameOf, sayMinutes } from "./telling.ts";
import type { World } from "./world.ts";

/** A role to tell and within how many minutes; by whom that is said. */
export interface Telltale {
  readonly role: RoleId;
  readonly within: number | undefined;
  readonly because: string;
  readonly condition?: string | undefined;
}

/** Whom the lists of a case name, in their order. */
export const listed = (world: World, about: Case): readonly Telltale[] =>
  (world.document.informLists ?? []).filter((list) => appliesTo(list, about)).flatMap((list) => list.roles.map((role) => ({ role, within: list.within === undefined ? undefined : lengthOf(list.within), because: list.name })));

/** Whoever is told need not answer at once. */
export const tellingOf = (about: Case, groups: readonly string[]): Ask => asking({ ...askOf(about, undefined, groups), interactive: false });

/** When a holder of a role can be told: being told takes no duty post, only a method that works. */
export function tellable(world: World, role: RoleId, about: Case, groups: readonly string[]): readonly { readonly human: Human; readonly person: string; readonly spans: Spans }[] {
  const ask = tellingOf(about, groups);
  return world.duty(role).map(({ person, human, spans }) => ({ human, person, spans: world.except(world.both(spans, world.method(human, ask)), world.absent(human)) }));
}

/** Who is asked before the decisions of a case, and who is told after them. */
export function toldOf(world: World, about: Case, at: Minute, missing: Missing, groups: readonly string[], gaps: Gap[]): Pick<Answer, "consult" | "inform"> {
  const verbs: readonly string[] = about.event.verbs ?? [];
  const rows = world.document.activities.filter(({ decision }) => decision !== undefined && verbs.includes(decision));
  const first = (role: RoleId, window: number): { readonly person: string; readonly from: Minute } | undefined =>
    tellable(world, role, about, groups)
      .filter(({ human }) => !missing.has(human))
      .flatMap(({ person, spans }) => {
        const i = boundaryAfter(spans, at);
        const from = (i & 1) === 1 ? at : (spans[i] ?? Infinity);
        return from <= at + window ? [{ person, from }] : [];
      })
      .sort((a, b) => a.from - b.from)[0];
  const tell = (role: RoleId, window: number | undefined): Pick<Told, "role" | "roleName" | "person" | "name" | "by"> => {
    const found = first(role, window ?? 0) ?? first(role, 7 * 1_440);
    return {
      role, roleName: world.role(role)?.name ?? role,
      ...(found === undefined ? {} : { person: found.person, name: nameOf(world, found.person) }),
      ...(window === undefined ? {} : { by: instantOf(at + window) }),
    };
  };
  const lettered = (letter: "C" | "I") => rows.flatMap((row) => row.assignments.filter((one) => one.letter === letter).map((one) => ({ row, one })));
  const consult = lettered("C").map(({ row, one }): Told => ({
    ...tell(one.role, row.consultWithin === undefined ? undefined : lengthOf(row.consultWithin)),
    before: [row.decision as Verb], ...(one.condition === undefined ? {} : { condition: one.condition }), because: row.title,
  }));
  for (const { row, one } of lettered("C")) {
    const window = row.consultWithin === undefined ? undefined : lengthOf(row.consultWithin);
    if (window === undefined || one.condition !== undefined || first(one.role, window) !== undefined) continue;
    gaps.push({ code: "nobody-to-consult", at: { kind: "activity", id: row.id }, verb: row.decision as Verb, says: `\`${row.title}\` waits ${sayMinutes(window)} for ${world.role(one.role)?.name ?? one.role}, and nobody there can be reached by then: what is decided goes on without them` });
  }
  const lists = listed(world, about);
  for (const { role, within, because } of lists) {
    if (within === undefined || first(role, within) !== undefined) continue;
    gaps.push({ code: "inform-unreachable", at: { kind: "role", id: role }, says: `\`${because}\` tells ${world.role(role)?.name ?? role} within ${sayMinutes(within)}, and nobody there can be reached by then` });
  }
  const inform = [
    ...lists.map(({ role, within, because }): Told => ({ ...tell(role, within), because })),
    ...lettered("I").map(({ row, one }): Told => ({ ...tell(one.role, undefined), ...(one.condition === undefined ? {} : { condition: one.condition }), because: row.title })),
  ];
  return { consult: merged(consult), inform: merged(inform) };
}

/** One line for each role and reason: several decisions of one row are one question. */
function merged(list: readonly Told[]): Told[] {
  const by = new Map<string, Told>();
  for (const one of list) {
    const key = `${one.role} ${one.condition ?? ""} ${one.by ?? ""}`;
    const had = by.get(key);
    by.set(key, had === undefined ? one : { ...had, ...(had.before === undefined ? {} : { before: [...new Set([...had.before, ...(one.before ?? [])])] }) });
  }
  return [...by.values()];
}
