import type { MatrixDocument } from "../../src/core/model/document.ts";
import type { Examined } from "../../src/core/prove/examine.ts";
import type { Proof } from "../../src/core/prove/prove.ts";
import type { Minute } from "../../src/core/time/minute.ts";
import { instantOf, minuteOf } from "../../src/core/time/minute.ts";
import { World } from "../../src/core/who/world.ts";
import type { dice } from "./random-company.ts";
import { failsSlowly } from "./slow-proof.ts";

type Dice = ReturnType<typeof dice>;

/** The state an examined obligation is in at an instant. */
export function stateAt({ swept: { from, state } }: Examined, at: Minute): number {
  let piece = 0;
  while ((from[piece + 1] ?? Infinity) <= at) piece++;
  return state[piece] as number;
}

const told = ({ obligation: { property, verb, asks, about } }: Examined, at: Minute, missing: readonly string[]): string =>
  `${property} ${verb ?? ""} (${asks}) of ${about.event.id} at ${about.severity.id}, ${instantOf(at)}, without ${missing.join(" and ") || "nobody"}`;

/** Where a proof and the slow twin differ about some sets of missing people, at bounds of its pieces of time and beside them. */
export function differences(document: MatrixDocument, proof: Proof, roll: Dice, instants: number, sets: number): readonly string[] {
  const { from, until, absent } = proof.horizon;
  const { humans } = new World(document, from, until);
  const people = (document.people ?? []).map(({ id }) => id);
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)] as T;
  const found: string[] = [];
  for (const one of proof.examined) {
    const { obligation: { about } } = one;
    for (let i = 0; i < instants; i++) {
      const near = pick(one.swept.from) + pick([0, 0, 0, -1, 1]);
      const at = roll(5) === 0 || near < from || near >= until ? from + roll(until - from) : near;
      for (let n = 0; n < sets; n++) {
        const missing = n === 0 ? [] : [...new Set(Array.from({ length: 1 + roll(absent) }, () => pick(people)))];
        const core = one.judgements[stateAt(one, at)]?.fails(new Set(missing.map((person) => humans.of(person) as number)));
        const slow = failsSlowly(document, one.obligation, { event: about.event.id, severity: about.severity.id, at, missing });
        if (core !== slow) found.push(`${told(one, at, missing)}: the proof says it ${core === true ? "fails" : "holds"}`);
      }
    }
  }
  return found;
}

/** Counterexamples that are none: which do not fail at their first instant, fail there with fewer people missing too, or still fail at their end. */
export function unfounded(document: MatrixDocument, proof: Proof): readonly string[] {
  return proof.counterexamples.flatMap(({ property, of, verb, event, severity, at, missing, cause, says, from }) => {
    if (property === "P8" || at === undefined || event === undefined || severity === undefined) return [];
    const asks = /\(([^()]*(?:\([^()]*\))?[^()]*)\)$/.exec(says)?.[1] ?? "";
    const declared = (document.correlatedAbsences ?? []).find(({ id }) => id === cause);
    const fails = (gone: readonly string[], group = declared?.group): boolean =>
      failsSlowly(document, { property: of ?? property, verb, asks, from }, { event, severity, at: minuteOf(at), missing: gone, failed: group === undefined ? [] : [group] });
    const wrong: string[] = [];
    if (!fails([...missing, ...(declared?.people ?? [])])) wrong.push(`${says} at ${at}: it does not fail`);
    if (declared === undefined) for (const back of missing) if (fails(missing.filter((person) => person !== back))) wrong.push(`${says} at ${at}: it fails though ${back} is there`);
    if (declared !== undefined && fails([], undefined) && declared.group === undefined) wrong.push(`${says} at ${at}: it fails anyhow`);
    return wrong;
  });
}

/** Declared absences that break something at some instant, and of which the proof does not speak. */
export function untold(document: MatrixDocument, proof: Proof, roll: Dice): readonly string[] {
  const { from, until } = proof.horizon;
  return (document.correlatedAbsences ?? []).flatMap((cause) => proof.examined.flatMap((one) => {
    const { about, property, verb } = one.obligation;
    const at = from + roll(until - from);
    const question = { event: about.event.id, severity: about.severity.id, at };
    const fails = failsSlowly(document, one.obligation, { ...question, missing: cause.people ?? [], failed: cause.group === undefined ? [] : [cause.group] });
    if (!fails || failsSlowly(document, one.obligation, question)) return [];
    const spoken = proof.counterexamples.some(({ cause: id, of, verb: its, event, severity, also }) =>
      id === cause.id && of === property && its === verb && [{ event, severity }, ...also].some((which) => which.event === about.event.id && which.severity === about.severity.id));
    return spoken ? [] : [`${told(one, at, cause.people ?? [])}: the proof does not say that \`${cause.id}\` breaks it`];
  }));
}
