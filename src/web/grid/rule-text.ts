import { use, useMemo } from "react";
import { say } from "../words.ts";
import type { RuleText } from "../work/order.ts";

/** What the proof says of what it finds. */
const PROOFS = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"] as const;
const proofTexts = (): [string, RuleText][] => PROOFS.map((id) => [`proof-${id}`, { headline: say(`proof.${id}`), because: say(`proof.${id}.because`), remedy: say(`proof.${id}.remedy`) }]);

let loading: Promise<ReadonlyMap<string, RuleText>> | undefined;

/** What rules say of themselves. Fetched when somebody first asks why: the rules are a large part of the page. */
export function ruleTexts(): Promise<ReadonlyMap<string, RuleText>> {
  loading ??= import("#rules/catalogue.ts").then(({ catalogue }) => new Map([...catalogue.map(({ id, summary, because, remedy }): [string, RuleText] => [id, { headline: summary, because, remedy }]), ...proofTexts()]));
  return loading;
}

/** The text of one rule; suspends until it is there. */
export function useRuleText(rule: string): RuleText | undefined {
  const texts = use(useMemo(ruleTexts, []));
  return texts.get(rule);
}
