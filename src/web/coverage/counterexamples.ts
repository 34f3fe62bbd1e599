import type { Counterexample } from "#core/prove/story.ts";
import type { HeatSieve, What } from "../proof/order.ts";

/** Counterexamples of one kind: what fails by itself, without one person, without several, together, or always. */
export interface Bundle {
  readonly kind: "holes" | "alone" | "several" | "together" | "standing";
  /** Who is missing in all of it. */
  readonly missing: readonly string[];
  readonly members: readonly Counterexample[];
}

const PLAIN: Readonly<Record<string, What>> = { P1: "contact", P2: "backup", P5: "inform", P6: "regulator" };

/** Those that the page is narrowed to; what stands wrong whatever the hour belongs to no case and always stays. */
export function narrowed(found: readonly Counterexample[], { event, severity, what }: HeatSieve): readonly Counterexample[] {
  return found.filter((one) => {
    if (one.property === "P8") return event === undefined && severity === undefined && what === undefined;
    const cases = [{ event: one.event, severity: one.severity }, ...one.also];
    if (!cases.some((each) => (event === undefined || each.event === event) && (severity === undefined || each.severity === severity))) return false;
    const property = one.of ?? one.property;
    return what === undefined || what === (property === "P3" || property === "P4" ? one.verb : PLAIN[property]);
  });
}

/** Holes first, then what rests on one person, the one with most of it first. */
export function bundled(found: readonly Counterexample[]): readonly Bundle[] {
  const kindOf = ({ property, cause, missing }: Counterexample): Bundle["kind"] =>
    property === "P8" ? "standing" : cause !== undefined ? "together" : missing.length === 0 ? "holes" : missing.length === 1 ? "alone" : "several";
  const by = Map.groupBy(found, (one) => JSON.stringify([kindOf(one), one.cause ?? "", one.missing]));
  const order = ["holes", "together", "alone", "several", "standing"];
  return [...by.values()]
    .map((members): Bundle => ({ kind: kindOf(members[0] as Counterexample), missing: members[0]?.missing ?? [], members }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.members.length - a.members.length);
}
