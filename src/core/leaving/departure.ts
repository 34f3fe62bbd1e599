import type { Assignment } from "../model/activity.ts";
import type { ItemKind, MatrixDocument } from "../model/document.ts";
import { applyEdits, type Edit } from "../model/edit.ts";
import { inDirectory, itemsOf, type Item } from "../model/items.ts";

/** What the registers list and may take away. */
export type Listed = Exclude<ItemKind, "activity" | "area" | "stage" | "kept" | "clause" | "waiver" | "contact" | "absence" | "swap" | "holder-change" | "confirmation">;

/**
 * One way in which an item names another. `path` leads to the id: `split.parts[].responsible`, or `approvers[]`
 * for a list of ids. What must go where the id goes: only the id, the element of the list it stands in, or the
 * whole item. `least`: the item goes when its list would run empty, for an empty list there means "for all".
 */
interface Way {
  readonly in: ItemKind;
  readonly path: string;
  readonly takes?: "element" | "item" | "least";
}

const way = (kind: ItemKind, ...paths: readonly (string | readonly [string, NonNullable<Way["takes"]>])[]): Way[] =>
  paths.map((path) => (typeof path === "string" ? { in: kind, path } : { in: kind, path: path[0], takes: path[1] }));

/** Kinds of item that may be limited to events, severities, systems or a party. */
const LIMITED = ["decision-right", "pre-authorisation", "path", "clock", "inform-list"] as const;

const WAYS: Readonly<Record<Listed, readonly Way[]>> = {
  party: [
    ...way("role", ["party", "item"]), ...way("person", ["party", "item"]),
    ...way("activity", "riskOwner", ["split.parts[].party", "element"]), ...way("scope", ["inheritance.remains[].party", "element"]),
    ...LIMITED.flatMap((kind) => way(kind, ["party", "item"])),
  ],
  person: [
    ...way("role", "holders[]"), ...way("person", "sameHumanAs", "substitute"), ...way("rotation", "layers[].people[]"), ...way("decision-right", ["person", "item"]),
    ...way("path", "lastResort[]"), ...way("waiver", ["by", "item"]), ...way("correlated-absence", ["people[]", "least"]), ...way("confirmation", ["by", "item"]),
    ...way("contact", ["person", "item"]), ...way("absence", ["person", "item"], "substitute"), ...way("swap", ["out", "item"], ["in", "item"]),
    ...way("delegation", ["from", "item"], ["to", "item"], "recordedBy"), ...way("holder-change", "holders[]", ["by", "item"]),
  ],
  role: [
    ...way("activity", ["assignments[].role", "element"], "secondary", "initiator", "acceptor", "disputes", "approvers[]", "split.parts[].responsible", "split.validator", "evidence[].producer", "evidence[].collector", "validation.by", "handOff.to", "escalation.to"),
    ...way("area", "primary", "secondary"), ...way("stage", "owner", "acceptor"), ...way("scope", "owner", "installs", "configures", "monitors", "ownsTool"),
    ...way("rotation", ["role", "item"]), ...way("decision-right", ["role", "item"]), ...way("pre-authorisation", ["performers[]", "least"], "authorityHolder"),
    ...way("path", "steps[].roles[]"), ...way("event", "route[]"), ...way("clock", "determiner", "submitter"), ...way("inform-list", ["roles[]", "least"]), ...way("kept", "role", "delegatedTo"),
    ...way("contact", ["role", "item"]), ...way("holder-change", ["role", "item"]),
  ],
  scope: [
    ...way("activity", "scope[]"), ...way("scope", "site", "environment", "inheritance.from"), ...LIMITED.flatMap((kind) => way(kind, ["scope[]", "least"])),
  ],
  event: LIMITED.flatMap((kind) => way(kind, ["events[]", "least"])),
  severity: [...LIMITED.flatMap((kind) => way(kind, ["severities[]", "least"])), ...way("event", "rootCauseFor[]")],
  calendar: [...way("party", "calendar"), ...way("activity", "sla[].calendar"), ...way("decision-right", ["calendar", "item"]), ...way("pre-authorisation", "calendar"), ...way("clock", "calendar")],
  path: way("path", "then"),
  clock: way("clock", "after"),
  rotation: way("swap", ["rotation", "item"]),
  "decision-right": [], "pre-authorisation": [], "inform-list": [], "correlated-absence": [], delegation: [],
};

const GONE = Symbol("gone");
type Fields = Readonly<Record<string, unknown>>;

/** The value with the id at the end of the path replaced or, without `by`, taken out; the same value where it does not occur. */
function without(value: unknown, path: readonly string[], id: string, by: string | undefined, element: boolean): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value === id ? (by ?? GONE) : value;
  if (typeof value !== "object" || value === null) return value;
  const name = step.replace("[]", "");
  const held = (value as Fields)[name];
  if (held === undefined) return value;
  if (!step.endsWith("[]")) {
    const now = without(held, rest, id, by, element);
    if (now === held) return value;
    if (now !== GONE) return { ...value, [name]: now };
    if (element) return GONE;
    const { [name]: _, ...others } = value as Fields;
    return others;
  }
  const list = held as readonly unknown[];
  const now = list.map((each) => without(each, rest, id, by, element)).filter((each) => each !== GONE);
  if (now.length === list.length && now.every((each, i) => each === list[i])) return value;
  const seen = new Set<string>();
  return { ...value, [name]: now.filter((each) => !seen.has(JSON.stringify(each)) && seen.add(JSON.stringify(each))) };
}

/** Somebody or something that names an item: its kind and name, and whether it would go with it. */
export interface Mention {
  readonly kind: ItemKind | "directory";
  readonly id: string;
  readonly name: string;
  readonly goes: boolean;
}

export interface Departure {
  /** Everything that names the item, each once, in the order of the document. */
  readonly mentions: readonly Mention[];
  /** Takes the item and every mention of it out; with `by`, another of its kind stands in its place. */
  readonly edits: readonly Edit[];
}

/** What becomes of the matrix when an item goes, or when another takes its place. */
export function departure(document: MatrixDocument, kind: Listed, id: string, by?: string): Departure {
  const mentions: Mention[] = [];
  const edits: Edit[] = [];
  take(document, kind, id, by, mentions, edits);
  return { mentions, edits };
}

function take(document: MatrixDocument, kind: Listed, id: string, by: string | undefined, mentions: Mention[], edits: Edit[]): void {
  const inside = Map.groupBy(WAYS[kind], (each) => each.in);
  for (const [holder, ways] of inside) {
    // What goes with a party may have changed the same items before.
    const now = applyEdits(document, edits);
    for (const item of itemsOf(now, holder)) {
      if (holder === kind && item.id === id) continue;
      const { left, goes } = taken(item, ways, id, item.id === by ? undefined : by);
      if (left === item) continue;
      mentions.push(inDirectory(holder) ? { kind: "directory", id: item.id, name: "", goes } : { kind: holder, id: item.id, name: nameOf(item), goes });
      if (goes && (holder === "role" || holder === "person")) take(document, holder, item.id, undefined, mentions, edits);
      else if (goes) edits.push({ do: "remove", kind: holder, id: item.id });
      else edits.push(...smallest(holder, item, left, id, by));
    }
  }
  // What was accepted of an item is not accepted of the one in its place.
  for (const waiver of document.waivers ?? [])
    if (waiver.at.kind === kind && waiver.at.id === id) {
      mentions.push({ kind: "waiver", id: waiver.id, name: waiver.rule, goes: true });
      edits.push({ do: "remove", kind: "waiver", id: waiver.id });
    }
  edits.push({ do: "remove", kind, id });
}

/** An item after all the ways were gone, and whether it has to go altogether. */
function taken(item: Fields, ways: readonly Omit<Way, "in">[], id: string, by: string | undefined): { readonly left: Fields; readonly goes: boolean } {
  let left = item;
  let goes = false;
  for (const { path, takes } of ways) {
    const before = left;
    left = without(left, path.split("."), id, by, takes === "element") as Fields;
    if (left !== before && by === undefined) goes ||= takes === "item" || (takes === "least" && (left[path.replace("[]", "")] as readonly unknown[]).length === 0);
  }
  return { left, goes };
}

/** Letters go one by one: what others do in the row meanwhile stands. */
function smallest(kind: ItemKind, item: Item, left: Fields, id: string, by: string | undefined): Edit[] {
  const fields = [...new Set([...Object.keys(item), ...Object.keys(left)])].filter((field) => item[field] !== left[field]);
  return fields.flatMap((field): Edit[] =>
    kind === "activity" && field === "assignments" && by === undefined
      ? (item[field] as readonly Assignment[]).filter(({ role }) => role === id).map(({ role, letter }) => ({ do: "unassign", activity: item.id, role, letter }))
      : [{ do: "set", at: { kind, id: item.id }, field, value: left[field] ?? null }],
  );
}

const nameOf = (item: Fields): string => String(item["name"] ?? item["title"] ?? item["what"] ?? item["verb"] ?? item["rule"] ?? item["id"]);
