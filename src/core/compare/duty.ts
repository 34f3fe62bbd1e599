import type { Activity } from "../model/activity.ts";
import type { DecisionRight, Verb } from "../model/decision.ts";
import type { ItemKind } from "../model/document.ts";
import type { Item } from "../model/items.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import type { Risk } from "./risk.ts";

/** What somebody does, may or is told, by an item of the matrix. */
export interface Duty {
  readonly who: { readonly kind: "role" | "person" | "party"; readonly id: string };
  readonly does: DutyKind;
  /** A letter's condition; what a right is about. */
  readonly about?: string;
}

interface DutyWords {
  /** Behind the name of one, with the item said before: `owns the result`; behind "is" where `be`; behind "may" where `may`. */
  readonly one: string;
  /** Behind "you", `{}` standing for the item: `own the result of {}`. */
  readonly you: string;
  readonly form?: "be" | "may";
  /** What it means that nobody does it any more who did. */
  readonly lost: Risk;
  /** What it means that it passes to others. */
  readonly passed: Risk;
}

const words = (one: string, you: string, lost: Risk, passed: Risk = lost, form?: "be" | "may"): DutyWords => ({ one, you, lost, passed, ...(form ? { form } : {}) });

/** Each duty in words. */
export const DUTIES = {
  own: words("owns the result", "own the result of {}", "authority"),
  approve: words("approves", "approve {}", "authority"),
  accept: words("accepts the result", "accept the result of {}", "authority"),
  dispute: words("decides disputes", "decide disputes about {}", "authority"),
  bear: words("bears the risk", "bear the risk of {}", "authority"),
  may: words("", "", "authority", "authority", "may"),
  forbidden: words("", "", "authority", "authority", "be"),
  act: words("", "", "authority", "authority", "may"),
  answer: words("answers for it", "answer for {}", "authority"),
  determine: words("determines when the clock starts", "determine when the clock {} starts", "authority"),
  keep: words("keeps it", "keep {}", "authority"),
  delegated: words("does it for the other side", "do {} for the other side", "authority"),
  lead: words("owns its rows", "own the rows of {}", "authority"),
  hold: words("holds the role", "hold the role {}", "duty"),
  backup: words("the backup", "the backup for {}", "backup", "duty", "be"),
  stand: words("stands in", "stand in for {}", "backup", "duty"),
  called: words("called", "called on the path {}", "backup", "duty", "be"),
  last: words("its last resort", "the last resort of the path {}", "backup", "duty", "be"),
  route: words("told first", "told first of {}", "backup", "duty", "be"),
  rota: words("on duty in turn", "on duty in turn: {}", "backup", "duty", "be"),
  validate: words("validates it", "validate {}", "proof", "duty"),
  produce: words("produces its evidence", "produce the evidence of {}", "proof", "duty"),
  collect: words("collects its evidence", "collect the evidence of {}", "proof", "duty"),
  monitor: words("monitors it", "monitor {}", "proof", "duty"),
  perform: words("performs it", "perform {}", "duty"),
  asked: words("asked before it is done", "asked before {}", "duty", "duty", "be"),
  told: words("told after it is done", "told after {}", "duty", "duty", "be"),
  support: words("supports it", "support {}", "duty"),
  initiate: words("initiates it", "initiate {}", "duty"),
  receive: words("takes the work over", "take the work over from {}", "duty"),
  escalated: words("called when it is escalated", "called when {} is escalated", "backup", "duty", "be"),
  share: words("does a share of it", "do a share of {}", "duty"),
  listed: words("told", "told by the list {}", "duty", "duty", "be"),
  submit: words("submits it", "submit {}", "authority"),
  set: words("installs or configures it", "install or configure {}", "duty"),
} as const satisfies Record<string, DutyWords>;
export type DutyKind = keyof typeof DUTIES;

const LETTER = { A: "own", R: "perform", C: "asked", I: "told", S: "support" } as const;

/** Fields that duties tell, by kind; what else changes in an item is told field by field. */
export const TOLD_AS_DUTY: Partial<Readonly<Record<ItemKind, ReadonlySet<string>>>> = {
  activity: new Set(["approvers", "acceptor", "disputes", "riskOwner", "secondary", "initiator"]),
  "decision-right": new Set(["role", "person", "deny", "verb"]),
  "pre-authorisation": new Set(["performers", "authorityHolder"]),
  path: new Set(["lastResort"]), area: new Set(["primary", "secondary"]), stage: new Set(["owner", "acceptor"]), event: new Set(["route"]),
  scope: new Set(["owner", "monitors", "installs", "configures", "ownsTool"]), kept: new Set(["role", "delegatedTo"]), role: new Set(["holders"]),
  clock: new Set(["determiner", "submitter"]), "inform-list": new Set(["roles"]), person: new Set(["substitute"]),
};
/** The same one level down: `validation.by`. */
export const TOLD_BELOW: ReadonlySet<string> = new Set(["validation.by", "split.validator", "split.parts.responsible", "handOff.to", "escalation.to", "evidence.producer", "evidence.collector", "steps.roles", "layers.people"]);

const what = ({ verb, events, severities, scope }: Pick<DecisionRight, "verb" | "events" | "severities" | "scope">, name: Name): string => {
  const limits = [...(events ?? []).map((id) => name("event", id)), ...(severities ?? []).map((id) => name("severity", id)), ...(scope ?? []).map((id) => name("scope", id))];
  return `${VERB_WORDS[verb as Verb] ?? verb}${limits.length > 0 ? ` (${limits.join(", ")})` : ""}`;
};
type Name = (kind: ItemKind, id: string) => string;
type Loose = Readonly<Record<string, unknown>>;

/** Whom an item gives what to do, may do, or is told. */
export function dutiesOf(kind: ItemKind, item: Item, name: Name): readonly Duty[] {
  const duties: Duty[] = [];
  const role = (does: DutyKind, id: unknown, about?: string): void => void (typeof id === "string" && duties.push({ who: { kind: "role", id }, does, ...(about === undefined ? {} : { about }) }));
  const roles = (does: DutyKind, ids: unknown, about?: string): void => ((ids ?? []) as readonly string[]).forEach((id) => role(does, id, about));
  const people = (does: DutyKind, ids: unknown, about?: string): void => ((ids ?? []) as readonly string[]).forEach((id) => duties.push({ who: { kind: "person", id }, does, ...(about === undefined ? {} : { about }) }));
  switch (kind) {
    case "activity": {
      const row = item as unknown as Activity;
      for (const { role: id, letter, condition } of row.assignments) role(LETTER[letter], id, condition);
      role("backup", row.secondary);
      roles("approve", row.approvers);
      role("initiate", row.initiator);
      role("accept", row.acceptor);
      role("dispute", row.disputes);
      role("validate", row.validation?.by ?? row.split?.validator);
      role("receive", row.handOff?.to);
      role("escalated", row.escalation?.to);
      for (const part of row.split?.parts ?? []) role("share", part.responsible);
      for (const { producer, collector } of row.evidence ?? []) {
        role("produce", producer);
        role("collect", collector);
      }
      if (row.riskOwner) duties.push({ who: { kind: "party", id: row.riskOwner }, does: "bear" });
      break;
    }
    case "decision-right": {
      const right = item as unknown as DecisionRight;
      const does = right.deny ? "forbidden" : "may";
      role(does, right.role, what(right, name));
      if (right.person) people(does, [right.person], what(right, name));
      break;
    }
    case "pre-authorisation":
      roles("act", item["performers"], `act without asking: ${((item["actions"] ?? []) as readonly string[]).join(", ")}`);
      role("answer", item["authorityHolder"]);
      break;
    case "path":
      for (const step of (item["steps"] ?? []) as readonly Loose[]) roles("called", step["roles"]);
      people("last", item["lastResort"]);
      break;
    case "rotation":
      for (const layer of (item["layers"] ?? []) as readonly Loose[]) people("rota", layer["people"]);
      break;
    case "event": roles("route", item["route"]); break;
    case "inform-list": roles("listed", item["roles"]); break;
    case "role": people("hold", item["holders"]); break;
    case "person": people("stand", item["substitute"] === undefined ? [] : [item["substitute"]]); break;
    case "clock":
      role("determine", item["determiner"]);
      role("submit", item["submitter"]);
      break;
    case "area":
      role("lead", item["primary"]);
      role("backup", item["secondary"]);
      break;
    case "stage":
      role("own", item["owner"]);
      role("accept", item["acceptor"]);
      break;
    case "scope":
      role("own", item["owner"]);
      role("monitor", item["monitors"]);
      for (const field of ["installs", "configures", "ownsTool"]) role("set", item[field]);
      break;
    case "kept":
      role("keep", item["role"]);
      role("delegated", item["delegatedTo"]);
      break;
    default:
  }
  return duties;
}

/** A duty for its holder: `you now perform`, `Filip's role may no longer`. */
export function sayDuty({ does, about }: Duty, item: string, gained: boolean): string {
  const { you, form } = DUTIES[does] as DutyWords;
  const turn = gained ? "now" : "no longer";
  if (does === "forbidden") return `are ${turn} forbidden to ${about ?? ""}`;
  if (form === "may") return `may ${turn} ${about ?? ""}`;
  const words_ = you.replace("{}", () => `\`${item}\``);
  return `${form === "be" ? `are ${turn}` : turn} ${words_}${about === undefined ? "" : ` (${about})`}`;
}
