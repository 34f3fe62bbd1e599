import { use, useMemo } from "react";
import type { RuleText } from "../work/order.ts";

let loading: Promise<ReadonlyMap<string, RuleText>> | undefined;

/** What rules say of themselves. Fetched when somebody first asks why: the rules are a large part of the page. */
export function ruleTexts(): Promise<ReadonlyMap<string, RuleText>> {
  loading ??= import("#rules/catalogue.ts").then(({ catalogue }) => new Map(catalogue.map(({ id, summary, because, remedy }) => [id, { headline: summary, because, remedy }])));
  return loading;
}

/** The text of one rule; suspends until it is there. */
export function useRuleText(rule: string): RuleText | undefined {
  const texts = use(useMemo(ruleTexts, []));
  return texts.get(rule);
}
