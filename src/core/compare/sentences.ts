import type { ItemKind } from "../model/document.ts";
import { sayField } from "../model/field-words.ts";
import type { Item } from "../model/items.ts";
import { roughMinutes } from "../model/measure.ts";
import { Called, KIND_WORDS } from "./called.ts";
import type { Changed, Comparison, FieldChange, ListComparison } from "./comparison.ts";
import { DUTIES, dutiesOf, TOLD_AS_DUTY, TOLD_BELOW, type Duty, type DutyKind } from "./duty.ts";
import { titleOf } from "./facts.ts";
import { leaves, type Leaf } from "./leaves.ts";
import { RISKS, type Risk } from "./risk.ts";
import { weighed } from "./weigh.ts";

/** One change in a plain sentence, names in backticks. */
export interface Told {
  readonly risk: Risk;
  /** What it is about, in the newer matrix where it still stands there. */
  readonly item: { readonly kind: ItemKind | "matrix"; readonly id: string };
  /** Whether it says who does what: told again, to whom it concerns, in words of their own. */
  readonly duty: boolean;
  readonly sentence: string;
}

/** Every change of a comparison, the riskiest first; within a risk as the matrix goes. */
export function sentencesOf(comparison: Comparison): readonly Told[] {
  const called = new Called(comparison.before, comparison.after);
  const decides = deciding(comparison, called);
  const told: Told[] = comparison.fields.flatMap(({ field, before, after }) =>
    leaves([field], field, before, after).map((leaf) => ({ risk: weighed("matrix", leaf, comparison), item: { kind: "matrix" as const, id: field }, duty: false, sentence: `The matrix: ${sayLeaf("activity", leaf, called)}` })),
  );
  // What an agreement turns on comes before what it rests on.
  const order = (kind: ItemKind): number => (kind === "activity" ? 0 : 1);
  for (const list of [...comparison.lists].sort((a, b) => order(a.kind) - order(b.kind))) told.push(...listTold(list, comparison, called, decides));
  const rank = new Map(RISKS.map((risk, at) => [risk, at]));
  return told.sort((a, b) => (rank.get(a.risk) ?? 0) - (rank.get(b.risk) ?? 0));
}

/** Roles on whose word something hangs: another holder is another person with authority. */
function deciding({ before, after }: Comparison, called: Called): ReadonlySet<string> {
  const roles = new Set<string>();
  for (const document of [before, after])
    for (const [kind, list] of [["activity", document.activities], ["decision-right", document.decisionRights ?? []]] as const)
      for (const item of list) for (const { who, does } of dutiesOf(kind, item as unknown as Item, called.name.bind(called))) if (DUTIES[does].lost === "authority") roles.add(who.id);
  return roles;
}

const GONE: Partial<Readonly<Record<ItemKind, Risk>>> = { activity: "duty", "decision-right": "authority", "pre-authorisation": "authority", delegation: "authority", path: "backup", rotation: "backup", clock: "deadline", severity: "deadline", "inform-list": "duty", role: "duty", party: "duty", person: "reach", contact: "reach", absence: "reach", swap: "reach", "holder-change": "authority", confirmation: "proof", kept: "authority" };
const COME: Partial<Readonly<Record<ItemKind, Risk>>> = { activity: "duty", "decision-right": "authority", "pre-authorisation": "authority", delegation: "authority", rotation: "duty", "inform-list": "duty", role: "duty", party: "duty", person: "reach", contact: "reach", absence: "reach", swap: "reach", "holder-change": "authority", kept: "authority" };

function* listTold({ kind, changed, added, removed, splits }: ListComparison, comparison: Comparison, called: Called, decides: ReadonlySet<string>): Generator<Told> {
  const head = (item: Item): string => headOf(kind, item, called);
  const at = (item: Item) => ({ kind, id: item.id });
  for (const { before, into } of splits) yield { risk: "duty", item: at(into[0] ?? before), duty: false, sentence: `${head(before)} became ${listed(into.map(head))}` };
  // What one part of a split row no longer has, another may have: nobody lost it.
  const inParts = new Map(splits.map(({ before, into }) => [before, into.flatMap((part) => dutiesOf(kind, part, called.name.bind(called)))]));
  for (const one of changed) yield* itemTold(kind, one, comparison, called, decides, inParts.get(one.before));
  for (const item of removed) {
    const modal = modals(kind, item, undefined, called);
    if (modal.length > 0) for (const sentence of modal) yield { risk: "authority", item: at(item), duty: true, sentence };
    else yield { risk: kind === "activity" && (item["decision"] !== undefined || item["approvers"] !== undefined) ? "authority" : (GONE[kind] ?? "terms"), item: at(item), duty: kind === "activity", sentence: `${head(item)} is gone${parts(kind, item, called)}` };
  }
  for (const item of added) {
    const modal = modals(kind, undefined, item, called);
    if (modal.length > 0) for (const sentence of modal) yield { risk: "authority", item: at(item), duty: true, sentence };
    else yield { risk: COME[kind] ?? "terms", item: at(item), duty: kind === "activity", sentence: `${head(item)} is new${parts(kind, item, called)}` };
  }
}

const ticks = (text: string): string => `\`${text.replaceAll("`", "'")}\``;
const headOf = (kind: ItemKind, item: Item, called: Called): string => {
  if (kind === "activity") return ticks(titleOf(item));
  const name = kind === "role" ? called.holder({ kind, id: item.id }) : called.item(kind, item);
  return titleOf(item) === "" && kind !== "contact" ? name : `The ${KIND_WORDS[kind] ?? kind} ${ticks(kind === "role" && name === item.id ? titleOf(item) : name)}`;
};
const listed = (names: readonly string[]): string => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`);

/** Who owns and who performs a row that came or went. */
function parts(kind: ItemKind, item: Item, called: Called): string {
  if (kind !== "activity") return "";
  const by = (wanted: DutyKind): string => listed(dutiesOf(kind, item, called.name.bind(called)).filter(({ does }) => does === wanted).map(({ who }) => called.holder(who)));
  const said = [["owned by", by("own")], ["performed by", by("perform")], ["approved by", by("approve")]].flatMap(([word, names]) => (names === "" ? [] : [`${word} ${names}`]));
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

/** Rights are told without their item: `Acme's CIO may no longer authorise containment`. */
function modals(kind: ItemKind, before: Item | undefined, after: Item | undefined, called: Called): readonly string[] {
  if (kind !== "decision-right" && kind !== "pre-authorisation") return [];
  return whoChanges(kind, before, after, called).map(({ sentence }) => sentence);
}

interface WhoChange {
  readonly risk: Risk;
  readonly sentence: string;
  /** Whose names it tells. */
  readonly who: readonly string[];
}
type Weigh = (does: DutyKind, lost: readonly Duty[], gained: readonly Duty[]) => Risk | undefined;

const plural = (one: string): string => one.replace(/^\S+/, (verb) => (verb === "does" ? "do" : verb.replace(/s$/, "")));

/** Who does, may or is told what no longer, and who does now; one sentence for each duty, without the item. */
function whoChanges(kind: ItemKind, before: Item | undefined, after: Item | undefined, called: Called, risk?: Weigh, elsewhere: readonly Duty[] = []): readonly WhoChange[] {
  const name = called.name.bind(called);
  const [was, is] = [before, after].map((item) => (item === undefined ? [] : dutiesOf(kind, item, name))) as [readonly Duty[], readonly Duty[]];
  const has = (list: readonly Duty[], { who, does }: Duty): Duty | undefined => list.find((one) => one.does === does && one.who.id === who.id && one.who.kind === who.kind);
  const changes: WhoChange[] = [];
  for (const does of new Set([...was, ...is].map((duty) => duty.does))) {
    const once = (list: readonly Duty[]): readonly Duty[] => list.filter((duty, i) => duty.does === does && has(list.slice(0, i), duty) === undefined);
    const lost = once(was).filter((duty) => !has(is, duty) && !has(elsewhere, duty));
    const gained = once(is).filter((duty) => !has(was, duty));
    const stays = once(is).filter((duty) => has(was, duty));
    const { form } = DUTIES[does] as { readonly form?: "be" | "may" };
    const names = (list: readonly Duty[]): string => listed(list.map(({ who }) => called.holder(who)));
    const about = (lost[0] ?? gained[0])?.about;
    const one = does === "forbidden" ? `forbidden to ${about ?? ""}` : form === "may" ? (about ?? "") : DUTIES[does].one;
    const verb = (list: readonly Duty[], turn: string): string =>
      form === "may" ? `may ${turn} ${one}` : form === "be" ? `${list.length > 1 ? "are" : "is"} ${turn} ${one}` : `${turn} ${list.length > 1 ? plural(one) : one}`;
    const short = (list: readonly Duty[]): string => (form === "may" ? "may" : form === "be" ? (list.length > 1 ? "are" : "is") : list.length > 1 ? "do" : "does");
    if (lost.length + gained.length > 0) {
      const nobody = stays.length === 0 && after !== undefined ? `, and nobody else ${form === "may" ? "may" : form === "be" ? "is" : "does"}` : "";
      changes.push({
        who: [...lost, ...gained].map(({ who }) => who.id),
        risk: risk?.(does, lost, gained) ?? (gained.length === 0 ? DUTIES[does].lost : DUTIES[does].passed),
        sentence: lost.length === 0 ? `${names(gained)} ${verb(gained, "now")}` : `${names(lost)} ${verb(lost, "no longer")}${gained.length > 0 ? `; ${names(gained)} ${short(gained)}` : nobody}`,
      });
    }
    for (const duty of stays) {
      const old = has(was, duty);
      if (!old || old.about === duty.about) continue;
      const holder = called.holder(duty.who);
      const words = does === "forbidden" || form === "may"
        ? `${holder} ${form === "may" ? "may" : "is forbidden to"} now ${duty.about ?? ""}; it was ${old.about ?? ""}`
        : `${holder} ${form === "be" ? `is ${one}` : one} ${duty.about === undefined ? `on no condition any more (it was ${ticks(old.about ?? "")})` : `only ${ticks(duty.about)}${old.about === undefined ? "" : ` (it was ${ticks(old.about)})`}`}`;
      changes.push({ risk: DUTIES[does].passed, sentence: words, who: [] });
    }
  }
  return changes;
}

const RIGHTS: ReadonlySet<string> = new Set(["events", "severities", "scope", "actions"]);

function* itemTold(kind: ItemKind, { before, after, fields, moved, split }: Changed, comparison: Comparison, called: Called, decides: ReadonlySet<string>, elsewhere?: readonly Duty[]): Generator<Told> {
  const item = { kind, id: after.id };
  const head = headOf(kind, after, called);
  const rights = kind === "decision-right" || kind === "pre-authorisation";
  const weigh: Weigh = (does, lost, gained) => {
    if (does !== "hold") return undefined;
    if (gained.length > 0 && decides.has(after.id)) return "authority";
    return gained.length === 0 && lost.length > 0 ? "backup" : "duty";
  };
  const changes = fields.length === 0 ? [] : whoChanges(kind, before, after, called, weigh, elsewhere);
  for (const { risk, sentence } of changes) yield { risk, item, duty: true, sentence: rights ? sentence : `${head}: ${sentence}` };
  const who = new Set(changes.flatMap((change) => change.who));
  let told = changes.length;
  for (const change of fields) {
    for (const [risk, words] of fieldTold(kind, change, { before, after, split }, who, comparison, called)) {
      told++;
      yield { risk, item, duty: false, sentence: words.startsWith("\n") ? words.slice(1) : `${head}: ${words}` };
    }
  }
  if (moved && !split) yield { risk: "words", item, duty: false, sentence: `${head} stands in another place` };
  else if (told === 0 && fields.length > 0 && !split) yield { risk: "terms", item, duty: false, sentence: `${head}: ${listed(fields.map(({ field }) => sayField(field)))} put in another way` };
}

/** What a field says now beside who does what; behind a line break where the sentence has its own head. */
function* fieldTold(kind: ItemKind, { field, before: was, after: is, cells }: FieldChange, { before, after, split }: Pick<Changed, "before" | "after" | "split">, who: ReadonlySet<string>, comparison: Comparison, called: Called): Generator<readonly [Risk, string]> {
  if ((kind === "decision-right" || kind === "pre-authorisation") && RIGHTS.has(field)) return;
  if (field === "assignments" && kind === "activity") {
    for (const words of lettersTold(before, after, cells?.length ?? 0, called)) yield ["duty", words];
  } else if (field === "title" || field === "name") {
    if (!split) yield ["words", `\n${kind === "activity" ? "" : `The ${KIND_WORDS[kind] ?? kind} `}${ticks(String(was))} is now called ${ticks(String(is))}`];
  } else {
    const duty = TOLD_AS_DUTY[kind]?.has(field) ?? false;
    for (const leaf of leaves([field], field, was, is)) {
      if ((duty || TOLD_BELOW.has(leaf.field)) && [leaf.before, leaf.after].some((id) => typeof id === "string" && who.has(id))) continue;
      yield [weighed(kind, leaf, comparison), sayLeaf(kind, leaf, called)];
    }
  }
}

/** What is left of a row's letters when its duties are told: who comes first, and what is not decided yet. */
function lettersTold(before: Item, after: Item, cells: number, called: Called): readonly string[] {
  interface Letter {
    readonly role: string;
    readonly letter: string;
    readonly alternative?: boolean;
  }
  const [was, is] = [before, after].map((item) => (item["assignments"] ?? []) as readonly Letter[]) as [readonly Letter[], readonly Letter[]];
  const said: string[] = [];
  for (const one of is) {
    const old = was.find(({ role, letter }) => role === one.role && letter === one.letter);
    if (old && (old.alternative ?? false) !== (one.alternative ?? false)) said.push(`whether ${called.holder({ kind: "role", id: one.role })} performs it is ${one.alternative ? "open" : "decided"}`);
  }
  const first = (list: readonly Letter[]): string | undefined => list.find(({ letter }) => letter === "R")?.role;
  const [old, now] = [first(was), first(is)];
  if (old !== undefined && now !== undefined && old !== now && is.some(({ role, letter }) => role === old && letter === "R") && was.some(({ role, letter }) => role === now && letter === "R"))
    said.push(`${called.holder({ kind: "role", id: now })} is the first to perform it, no longer ${called.holder({ kind: "role", id: old })}`);
  return said.length === 0 && cells === 0 ? ["its letters stand in another order"] : said;
}

/** Texts longer than this are told by their beginning. */
const LONGEST = 120;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text).replace(/\s+/g, " ");

/** One value that became another: `the target to respond is 8 h, longer than 4 h`. */
function sayLeaf(kind: ItemKind, { path, field, before, after }: Leaf, called: Called): string {
  const last = field.slice(field.lastIndexOf(".") + 1);
  const words = (value: unknown): string => {
    const { target, artifact } = (typeof value === "object" && value !== null ? value : {}) as { readonly target?: unknown; readonly artifact?: unknown };
    return called.whole(kind, last, target ?? artifact ?? value);
  };
  const whole = typeof path.at(-1) === "string" && path.length > 1 && words(before ?? after) === path.at(-1);
  const name = leafName(whole ? path.slice(0, -1) : path, field);
  const say = (value: unknown): string => ticks(cut(words(value)));
  if (last === "order") return `${name}: another order`;
  if (before === undefined) return after === true ? `${name} is now said` : `${name}: ${say(after)} is new`;
  if (after === undefined) return before === true ? `${name} is said no longer` : `${name}: ${say(before)} is gone`;
  const [old, now] = [before, after].map((value) => (typeof value === "string" ? roughMinutes(value) : Number.NaN)) as [number, number];
  const longer = old < now ? ", longer than" : old > now ? ", shorter than" : " instead of";
  return `${name} is ${say(after)}${longer} ${say(before)}`;
}

function leafName(path: readonly string[], field: string): string {
  const [root = "", ...rest] = path;
  if (root === "sla" && rest.length > 0) return `${rest.at(-1) === "target" || rest.length === 1 ? "the time to" : `the ${sayField(rest.at(-1) ?? "")} of the time to`} ${(rest[0] ?? "").replaceAll("-", " ")}`;
  if (field === "cadence.every") return "how often it is done";
  const said = [sayField(root), ...rest.map((each) => (/^[a-z][A-Za-z]*$/.test(each) ? sayField(each) : each))];
  return said.join(", ");
}
