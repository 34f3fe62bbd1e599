import type { ItemKind, MatrixDocument } from "../model/document.ts";
import { sayField } from "../model/field-words.ts";
import { itemsOf, type Item } from "../model/items.ts";
import { sayDuration } from "../model/measure.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import type { Verb } from "../model/decision.ts";
import { titleOf } from "./facts.ts";
import { namedBy } from "./references.ts";

/** Names of whatever stands in either matrix, as sentences say them. */
export class Called {
  readonly #names = new Map<string, string>();
  readonly #parties = new Map<string, string>();

  /** @param after what is in both is called as it is now. */
  constructor(before: MatrixDocument, after: MatrixDocument) {
    for (const document of [before, after])
      for (const kind of NAMED)
        for (const item of itemsOf(document, kind)) {
          this.#names.set(`${kind}/${item.id}`, titleOf(item) || item.id);
          if (kind === "role") this.#parties.set(item.id, String(item["party"]));
        }
  }
  name(kind: ItemKind, id: string): string {
    return this.#names.get(`${kind}/${id}`) ?? id;
  }
  /** `Acme's Security Lead`; a person or a party by name alone. */
  holder({ kind, id }: { readonly kind: ItemKind; readonly id: string }): string {
    const name = this.name(kind, id);
    const party = kind === "role" ? this.#names.get(`party/${this.#parties.get(id) ?? ""}`) : undefined;
    return party === undefined || name.toLowerCase().includes(party.toLowerCase()) ? name : `${party}${/s$/i.test(party) ? "'" : "'s"} ${name}`;
  }
  /** What an item is called at the head of a sentence. */
  item(kind: ItemKind, item: Item): string {
    const title = titleOf(item);
    if (title !== "") return title;
    const whose = (["person", "role"] as const).flatMap((field) => (typeof item[field] === "string" ? [this.name(field, item[field])] : []))[0];
    if (kind === "contact") return `${String(item["kind"])}${whose === undefined ? "" : ` of ${whose}`}`;
    if (kind === "decision-right") return `The right to ${VERB_WORDS[item["verb"] as Verb]}`;
    if (kind === "pre-authorisation") return `The pre-authorised action ${((item["actions"] ?? []) as readonly string[])[0] ?? item.id}`;
    return `The ${KIND_WORDS[kind] ?? kind}${whose === undefined ? ` ${item.id}` : ` of ${whose}`}`;
  }
  /** A single value of a field, in words. */
  value(kind: ItemKind, field: string, value: unknown): string {
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value !== "string") return String(value);
    const named = namedBy(kind, field);
    if (named !== undefined) return named === "role" ? this.holder({ kind: "role", id: value }) : this.name(named, value);
    if (field === "verb" || field === "verbs" || field === "decision") return VERB_WORDS[value as Verb] ?? value;
    return /^P(?=[\dT])[\dYMWDTHS]+$/.test(value) ? sayDuration(value) : value;
  }
  /** A value with all it holds, in one line. */
  whole(kind: ItemKind, field: string, value: unknown): string {
    if (value === undefined) return "";
    if (Array.isArray(value)) return value.map((each) => this.whole(kind, field, each)).join(", ");
    if (typeof value !== "object" || value === null) return this.value(kind, field, value);
    const { measure, ...more } = value as Readonly<Record<string, unknown>>;
    return [...(typeof measure === "string" ? [measure.replaceAll("-", " ")] : []), ...Object.entries(more).map(([key, one]) => (typeof one === "boolean" ? `${one ? "" : "not "}${sayField(key)}` : PLAIN.has(key) ? this.whole(kind, key, one) : `${sayField(key)} ${this.whole(kind, key, one)}`))].join(", ");
  }
}

/** What says itself what it is. */
const PLAIN: ReadonlySet<string> = new Set(["target", "artifact", "every", "text", "on", "does"]);
const NAMED: readonly ItemKind[] = ["party", "person", "role", "area", "stage", "scope", "calendar", "rotation", "activity", "event", "severity", "path", "clock", "inform-list", "correlated-absence"];
/** Kinds in words where the model's own would not be read as English. */
export const KIND_WORDS: Partial<Readonly<Record<ItemKind, string>>> = { "decision-right": "decision right", "pre-authorisation": "pre-authorised action", path: "escalation path", "inform-list": "inform list", "correlated-absence": "correlated absence", scope: "scope item", kept: "kept duty", "holder-change": "change of holders", event: "event type" };
