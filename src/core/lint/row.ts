import type { Activity, Assignment } from "../model/activity.ts";
import type { Lane } from "../model/lane.ts";
import type { KnownRole, Register } from "./register.ts";

/** One activity with the questions rules ask of it answered once. */
export interface Row {
  readonly activity: Activity;
  readonly id: string;
  /** The title as sentences quote it: cut where it is a paragraph. The whole one is the activity's. */
  readonly title: string;
  /** The whole title in small letters, for wording rules. */
  readonly words: string;
  readonly accountable: readonly KnownRole[];
  readonly responsible: readonly KnownRole[];
  readonly consulted: readonly KnownRole[];
  readonly informed: readonly KnownRole[];
  /** Assignments whose role the matrix does not know. */
  readonly unknown: readonly Assignment[];
  /** Assignments with words behind the letter: `if affected`, `Sev 1-2`. */
  readonly conditional: readonly Assignment[];
  /** Performers between whom nobody has decided. */
  readonly alternatives: readonly Assignment[];
  readonly lane: Lane;
  readonly critical: boolean;
  /** Critical by its own field, or by covering something business critical. */
  readonly important: boolean;
  /** Primary owner: the first Responsible role, else the area's. */
  readonly primary: KnownRole | undefined;
  /** Failover: the row's own, else the area's. */
  readonly secondary: KnownRole | undefined;
  readonly area: string | undefined;
  /** What `about` found out so far: topics asked for, and those the row is about, as bits. */
  readonly topics: { asked: number; yes: number };
  /** Place in the document, so that groups are judged in its order. */
  readonly position: number;
}

const none: readonly never[] = [];

/** A control's whole text in a title is too long for a sentence about it. */
const LONGEST = 72;

function quotable(title: string): string {
  if (title.length <= LONGEST) return title.endsWith(".") ? `\`${title}\`` : title;
  const cut = title.lastIndexOf(" ", LONGEST - 1);
  return `\`${title.slice(0, cut > LONGEST / 2 ? cut : LONGEST - 1).replace(/[\s,;:.(-]+$/, "")}…\``;
}

/**
 * The same activity with every field in one order, absent ones as undefined. Rows of a document have dozens
 * of shapes; with one shape every rule reads its fields twice as fast. Only for reading: never spread it.
 */
function evenly({ id, title, area, stage, kind, criticality, assignments, secondary, split, initiator, acceptor, disputes, approvers, riskOwner, decision, approval, goal, procedure, result, reports, sla, cadence, evidence, validation, controls, scope, regulatedProduction, handOff, cost, equipmentClass, escalation, communication, origin, notYetAdapted, note, columns }: Activity): Activity {
  return { id, title, area, stage, kind, criticality, assignments, secondary, split, initiator, acceptor, disputes, approvers, riskOwner, decision, approval, goal, procedure, result, reports, sla, cadence, evidence, validation, controls, scope, regulatedProduction, handOff, cost, equipmentClass, escalation, communication, origin, notYetAdapted, note, columns } as Activity;
}

const NOBODY: readonly [readonly KnownRole[], readonly KnownRole[], readonly KnownRole[], readonly KnownRole[]] = [none, none, none, none];

/** Arrays of the very length: one that grows keeps room for seventeen, and a matrix has forty thousand of them. */
const joined = (roles: readonly KnownRole[], role: KnownRole): readonly KnownRole[] => (roles.length === 0 ? [role] : [...roles, role]);

/** `laneOf` of the model, from roles that are looked up already. */
function laneFrom(responsible: readonly KnownRole[]): Lane {
  let client = false;
  let provider = false;
  for (const { side } of responsible) {
    if (side === "client") client = true;
    else if (side === "provider") provider = true;
  }
  return client ? (provider ? "shared" : "client") : provider ? "provider" : "nobody";
}

export function rowOf(activity: Activity, register: Register, position = 0): Row {
  let [accountable, responsible, consulted, informed] = NOBODY;
  let unknown: Assignment[] | undefined;
  let conditional: Assignment[] | undefined;
  let alternatives: Assignment[] | undefined;
  for (const assignment of activity.assignments) {
    if (assignment.condition !== undefined) (conditional ??= []).push(assignment);
    if (assignment.alternative === true) (alternatives ??= []).push(assignment);
    const role = register.roles.get(assignment.role);
    if (role === undefined) (unknown ??= []).push(assignment);
    else if (assignment.letter === "A") accountable = joined(accountable, role);
    else if (assignment.letter === "R") responsible = joined(responsible, role);
    else if (assignment.letter === "C") consulted = joined(consulted, role);
    else if (assignment.letter === "I") informed = joined(informed, role);
  }
  const area = activity.area === undefined ? undefined : register.areas.get(activity.area);
  const secondary = activity.secondary ?? area?.secondary;
  const critical = activity.criticality === "critical";
  return {
    activity: evenly(activity),
    id: activity.id,
    title: quotable(activity.title),
    words: activity.title.toLowerCase(),
    accountable,
    responsible,
    consulted,
    informed,
    unknown: unknown ?? none,
    conditional: conditional ?? none,
    alternatives: alternatives ?? none,
    lane: laneFrom(responsible),
    critical,
    important: critical || (activity.scope ?? none).some((id) => register.scope.get(id)?.businessCritical === true),
    primary: responsible[0] ?? (area?.primary === undefined ? undefined : register.roles.get(area.primary)),
    secondary: secondary === undefined ? undefined : register.roles.get(secondary),
    area: area?.name,
    topics: { asked: 0, yes: 0 },
    position,
  };
}

/** The condition written beside a letter, if there is one. */
export const conditionOf = (row: Row, role: string, letter: string): string | undefined =>
  row.conditional.find((a) => a.role === role && a.letter === letter)?.condition;

/** The field name of a grid cell, as places of findings use it. */
export const cell = (role: string): string => `assignments/${role}`;
