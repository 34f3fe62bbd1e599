import { draws } from "../drill/chance.ts";
import type { Activity, Assignment } from "../model/activity.ts";
import type { MatrixDocument } from "../model/document.ts";
import { roleLabels } from "../model/told-apart.ts";
import { pathFor } from "../who/path.ts";
import { ownParty } from "../who/scope.ts";
import { KINDS, LENGTH, WRONG, type About, type Choice, type Kind, type Question } from "./question.ts";

/** A question before its wrong choices: the right role, roles that would not be wrong either, roles that come to mind first. */
interface Sketched {
  readonly kind: Kind;
  readonly about: About;
  readonly says: string;
  readonly right: string;
  readonly alsoRight: readonly string[];
  readonly near: readonly string[];
  /** Asked first, where there is no room for all. */
  readonly weight: number;
}

const sure = ({ condition, alternative }: Assignment): boolean => condition === undefined && alternative !== true;
const holding = (row: Activity, letter: Assignment["letter"]): readonly Assignment[] => row.assignments.filter((one) => one.letter === letter);
const quoted = (title: string): string => (title.length > 140 ? `${title.slice(0, 139)}…` : title);

/** The same title twice would ask about two rows at once. */
function toldApart(rows: readonly Activity[]): readonly Activity[] {
  const plain = (title: string): string => title.replace(/\s+/g, " ").trim().toLowerCase();
  const often = Map.groupBy(rows, ({ title }) => plain(title));
  return rows.filter(({ title }) => often.get(plain(title))?.length === 1);
}

function fromRow(row: Activity): readonly Sketched[] {
  const about: About = { kind: "activity", id: row.id, name: row.title };
  const here = [...new Set(row.assignments.map(({ role }) => role as string))];
  const weight = row.criticality === "critical" ? 2 : row.criticality === "high" || row.decision !== undefined ? 1 : 0;
  const made: Sketched[] = [];
  const [performer, ...performers] = holding(row, "R");
  if (performer !== undefined && performers.length === 0 && sure(performer) && row.split === undefined)
    made.push({ kind: "performs", about, says: `Who does this: ${quoted(row.title)}?`, right: performer.role, alsoRight: [...holding(row, "S").map(({ role }) => role as string), ...(row.secondary === undefined ? [] : [row.secondary])], near: here, weight });
  const [accountable, ...more] = holding(row, "A");
  const approvers = row.approvers ?? [];
  const approver = row.acceptor ?? (approvers.length === 1 ? approvers[0] : approvers.length === 0 && more.length === 0 && accountable !== undefined && sure(accountable) ? accountable.role : undefined);
  // Whoever has a hand in the approval is no wrong answer to who approves.
  if (approver !== undefined) made.push({ kind: "approves", about, says: `Who approves the result: ${quoted(row.title)}?`, right: approver, alsoRight: [...approvers, ...holding(row, "A").map(({ role }) => role), ...(row.validation?.by === undefined ? [] : [row.validation.by]), ...(row.acceptor === undefined ? [] : [row.acceptor])], near: here, weight });
  const next = row.handOff?.to;
  if (next !== undefined && !holding(row, "R").some(({ role }) => role === next)) made.push({ kind: "next", about, says: `To whom does the work go next, after this: ${quoted(row.title)}?`, right: next, alsoRight: [], near: here, weight });
  return made;
}

/** After a stage comes the owner of the next one. */
const fromStages = ({ stages = [] }: MatrixDocument): readonly Sketched[] =>
  stages.flatMap((stage, i): Sketched[] => {
    const next = stages[i + 1];
    if (next?.owner === undefined || next.owner === stage.owner || stages.filter(({ name }) => name === stage.name).length > 1) return [];
    return [{ kind: "next", about: { kind: "stage", id: stage.id, name: stage.name }, says: `The stage ${quoted(stage.name)} is done. Whose turn is it now?`, right: next.owner, alsoRight: [], near: stages.flatMap(({ owner }) => owner ?? []), weight: 2 }];
  });

/** Whom one calls first, where the way of calls begins with one role. */
function fromEvents(document: MatrixDocument): readonly Sketched[] {
  const party = ownParty(document);
  const names = (document.events ?? []).map(({ name }) => name);
  return (document.events ?? []).flatMap((event) =>
    (document.severities ?? []).flatMap((severity): Sketched[] => {
      const path = pathFor({ document }, { event, severity, party });
      const first = path?.steps[0];
      if (path === undefined || first === undefined || first.roles.length !== 1 || names.filter((name) => name === event.name).length > 1) return [];
      const right = first.roles[0] ?? "";
      const later = path.steps.slice(1).flatMap(({ roles, after }) => (after === first.after ? [] : roles));
      return [{ kind: "calls", about: { kind: "event", id: event.id, name: `${event.name}, ${severity.name}` }, says: `${quoted(event.name)}, ${severity.name}: whom do you call first?`, right, alsoRight: path.steps.flatMap(({ roles, after }) => (after === first.after ? roles : [])), near: later, weight: severity.rank <= 2 ? 2 : 0 }];
    }),
  );
}

/** Every question the matrix answers in exactly one way, before choices are drawn. */
const sketched = (document: MatrixDocument): readonly Sketched[] => [...toldApart(document.activities).flatMap(fromRow), ...fromStages(document), ...fromEvents(document)];

/** Humans behind a role; two accounts of one count once. */
function humansOf({ people = [], rotations = [], roles }: MatrixDocument): (role: string) => ReadonlySet<string> {
  const human = new Map(people.map(({ id, sameHumanAs }) => [id as string, (sameHumanAs ?? id) as string]));
  const held = new Map(roles.map(({ id, holders = [] }) => [id as string, new Set([...holders, ...rotations.filter(({ role }) => role === id).flatMap(({ layers }) => layers.flatMap((layer) => layer.people))].map((one) => human.get(one) ?? one))]));
  return (role) => held.get(role) ?? new Set();
}

/**
 * Questions for somebody who did not write the matrix: each has one right answer, and wrong ones that come to mind. The same
 * seed gives the same questions. Kinds take turns, no row is asked about twice while there are others, and what is critical
 * comes first.
 */
export function drawQuestions(document: MatrixDocument, seed: number, length: number = LENGTH.usual): readonly Question[] {
  const draw = draws(seed, 60);
  const labels = roleLabels(document);
  const parties = new Map(document.parties.map(({ id, name }) => [id as string, name]));
  const roles = new Map(document.roles.map((role) => [role.id as string, role]));
  const humans = humansOf(document);
  const choice = (id: string): Choice => ({ id, says: labels.get(id) ?? id, of: parties.get(roles.get(id)?.party ?? "") ?? "" });
  const used = new Set(document.activities.flatMap(({ assignments }) => assignments.map(({ role }) => role as string)));

  const whole = ({ kind, about, says, right, alsoRight, near }: Sketched): Question | undefined => {
    if (!roles.has(right)) return undefined;
    const behind = humans(right);
    // One human under two posts would be right under either.
    const same = (id: string): boolean => behind.size > 0 && [...humans(id)].some((human) => behind.has(human));
    const wrong = (id: string): boolean => id !== right && roles.has(id) && !alsoRight.includes(id) && !same(id);
    const order = (ids: readonly string[]): string[] => shuffled([...new Set(ids)].filter(wrong), draw);
    const others = [...new Set([...order(near), ...order([...used].filter((id) => roles.get(id)?.party === roles.get(right)?.party)), ...order([...used]), ...order([...roles.keys()])])];
    if (others.length < WRONG.least) return undefined;
    return { kind, about, says, right, choices: shuffled([right, ...others.slice(0, WRONG.most)], draw).map(choice) };
  };

  const waiting = new Map(KINDS.map((kind) => [kind, [] as Sketched[]]));
  for (const one of shuffled(sketched(document), draw).sort((a, b) => b.weight - a.weight)) waiting.get(one.kind)?.push(one);
  const questions: Question[] = [];
  const asked = new Set<string>();
  for (const again of [false, true]) {
    for (let idle = 0, turn = 0; questions.length < length && idle < KINDS.length; turn++) {
      const list = waiting.get(KINDS[turn % KINDS.length] as Kind) ?? [];
      let found: Question | undefined;
      for (let i = 0; i < list.length && found === undefined; i++) {
        const one = list[i] as Sketched;
        if (!again && asked.has(`${one.about.kind} ${one.about.id}`)) continue;
        list.splice(i--, 1);
        found = whole(one);
      }
      if (found === undefined) idle++;
      else {
        idle = 0;
        questions.push(found);
        asked.add(`${found.about.kind} ${found.about.id}`);
      }
    }
  }
  return questions;
}

function shuffled<T>(list: readonly T[], draw: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
