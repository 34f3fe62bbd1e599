import type { Finding } from "#core/lint/finding.ts";
import type { Activity, Letter } from "#core/model/activity.ts";
import type { Keyed } from "../findings/sift.ts";
import type { MatrixView } from "../state/address.ts";

export const LANE_COLUMNS = ["activity", "lane", "responsible", "accountable", "backup", "sla", "evidence"] as const;
export type LaneColumn = (typeof LANE_COLUMNS)[number];

/** A column of either view: a lane column, or `role:ID`. */
export type ColumnKey = LaneColumn | `role:${string}`;

/** Which letters of a row a rule about the row's letters speaks of. */
export const LETTER_OF_RULE: Readonly<Record<string, Letter>> = {
  "two-accountable": "A", "no-accountable": "A", "accountable-only-sometimes": "A", "accountable-but-no-performer": "A",
  "accountable-outside-risk-owner": "A", "attestation-by-provider": "A", "engineer-accepts-risk": "A",
  "exception-approved-by-provider": "A", "legal-notice-by-provider": "A", "policy-approved-by-provider": "A",
  "no-performer": "R", "many-performers": "R", "performer-undecided": "R", "patching-claimed-by-both": "R",
  "everyone-consulted": "C", "everyone-informed": "I",
};

/**
 * Where in the row a finding's marks belong: every cell it speaks of, the one to look at first.
 * A place the view does not show marks the title.
 */
export function columnsOf({ rule, at }: Pick<Finding, "rule" | "at">, activity: Activity | undefined, view: MatrixView): readonly [ColumnKey, ...ColumnKey[]] {
  if (at.kind === "role" && at.id !== undefined && view === "raci") return [`role:${at.id}`];
  const [field = "", role] = (at.field ?? "").split("/");
  if (field === "assignments" && role !== undefined) {
    if (view === "raci") return [`role:${role}`];
    const letters = new Set(activity?.assignments.filter((a) => a.role === role).map((a) => a.letter));
    return [letters.has("A") ? "accountable" : letters.has("R") ? "responsible" : "activity"];
  }
  if (field === "assignments") return view === "raci" ? holdersOf(LETTER_OF_RULE[rule], activity) : [laneColumnOf(rule, activity)];
  if (view === "raci") return ["activity"];
  if (field === "split") return ["lane"];
  if (field === "secondary") return ["backup"];
  if (field === "sla" || field === "evidence") return [field];
  return ["activity"];
}

function holdersOf(letter: Letter | undefined, activity: Activity | undefined): [ColumnKey, ...ColumnKey[]] {
  const [first, ...others] = new Set((activity?.assignments ?? []).filter((a) => a.letter === letter).map((a): ColumnKey => `role:${a.role}`));
  return first === undefined ? ["activity"] : [first, ...others];
}

function laneColumnOf(rule: string, activity: Activity | undefined): LaneColumn {
  const letter = LETTER_OF_RULE[rule];
  // The lanes show neither who is asked nor who is told.
  if (letter !== undefined) return letter === "A" ? "accountable" : letter === "R" ? "responsible" : "activity";
  const holders = (of: Letter): number => activity?.assignments.filter((a) => a.letter === of).length ?? 0;
  // Exactly one A is the rule: the cell that breaks it is the one to look at.
  return holders("R") === 0 ? "responsible" : holders("A") !== 1 ? "accountable" : "lane";
}

/** The findings of each activity, by its id. */
export function byActivity(findings: readonly Keyed[]): ReadonlyMap<string, readonly Keyed[]> {
  const map = new Map<string, Keyed[]>();
  for (const keyed of findings) {
    const { at, waived } = keyed.finding;
    if (at.kind !== "activity" || at.id === undefined || waived) continue;
    const here = map.get(at.id);
    if (here) here.push(keyed);
    else map.set(at.id, [keyed]);
  }
  return map;
}
