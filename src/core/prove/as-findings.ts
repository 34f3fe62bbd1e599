import type { Finding, Place, Severity } from "../lint/finding.ts";
import type { MatrixDocument } from "../model/document.ts";
import { itemsOf } from "../model/items.ts";
import { caseOfStory, failingWithout } from "./sentence.ts";
import type { Counterexample } from "./story.ts";

/**
 * Counterexamples as findings, to stand beside those of the linter: an error for what fails with everybody there, a
 * warning for what stands wrong whatever the hour, a note for what takes missing people.
 * @param today `YYYY-MM-DD`: what was accepted until a day is accepted on that day, too
 */
export function findingsOf(document: MatrixDocument, counterexamples: readonly Counterexample[], today: string): readonly Finding[] {
  const told = new Set<string>();
  const once = counterexamples.filter((one) => {
    // The same people missing break the same promise at several severities, at slightly other minutes: one note says it.
    const key = one.property === "P7" ? [one.of, one.verb, one.from?.id, one.cause, one.missing.join()].join("|") : undefined;
    return key === undefined || (!told.has(key) && told.add(key));
  });
  return once.map((one) => accepted(document, findingOf(document, one), today));
}

/** The id under which a counterexample is found and accepted. */
export const ruleOf = ({ property }: Pick<Counterexample, "property">): string => `proof-${property.toLowerCase()}`;

const SEVERITY: Partial<Record<Counterexample["property"], Severity>> = { P7: "note", P8: "warning" };

function findingOf(document: MatrixDocument, one: Counterexample): Finding {
  const at = placeOf(document, one);
  const about = caseOfStory(document, one);
  const { repair } = one;
  return {
    rule: ruleOf(one), severity: SEVERITY[one.property] ?? "error",
    message: `${failingWithout(document, one)}${about === "" ? "" : ` (${about})`}`,
    at, title: titleOf(document, at),
    ...(repair === undefined || repair.edits.length === 0 ? {} : { fix: { label: `${repair.says.slice(0, 1).toUpperCase()}${repair.says.slice(1).replaceAll("`", "")}`, edits: repair.edits } }),
  };
}

/** Where it comes from; a decision nobody may make lies with its first right, else with the event. */
export function placeOf({ decisionRights = [] }: MatrixDocument, { from, verb, event }: Pick<Counterexample, "from" | "verb" | "event">): Place {
  if (from?.kind === "matrix") return { kind: "matrix" };
  if (from !== undefined) return { kind: from.kind as Place["kind"], id: from.id };
  const right = decisionRights.find((one) => one.verb === verb && one.deny !== true);
  if (right !== undefined) return { kind: "decision-right", id: right.id };
  return event === undefined ? { kind: "matrix" } : { kind: "event", id: event };
}

function titleOf(document: MatrixDocument, { kind, id }: Place): string {
  if (kind === "matrix" || id === undefined) return document.title;
  const item = itemsOf(document, kind).find((one) => one.id === id);
  const name = item?.["name"];
  return typeof name === "string" ? name : id;
}

function accepted({ waivers = [], people = [] }: MatrixDocument, finding: Finding, today: string): Finding {
  const { rule, at } = finding;
  const waiver = waivers.find((one) => one.rule === rule && one.until >= today && one.at.kind === at.kind && one.at.id === at.id);
  if (waiver === undefined) return finding;
  return { ...finding, waived: { by: people.find(({ id }) => id === waiver.by)?.name ?? waiver.by, until: waiver.until, reason: waiver.reason } };
}
