import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import { itemsOf, type Item } from "#core/model/items.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Verb } from "#core/model/decision.ts";
import { say, type WordId } from "../words.ts";
import type { Source } from "./choices.ts";
import type { Kind } from "./kind-names.ts";

/** How one field of an item is written. */
export type Field = {
  readonly key: string;
  /** What it is called, where another kind calls the same key otherwise. */
  readonly word?: string;
  readonly needed?: boolean;
  readonly wide?: boolean;
} & (
  | { readonly as: "line" | "text" | "duration" | "day" | "days" | "hours" | "lines" | "wall" | "instant" | "zone" | "tick" | "holder" }
  | { readonly as: "number"; readonly least: number; readonly most: number }
  | { readonly as: "one" | "many"; readonly of: Source }
  | { readonly as: "part"; readonly fields: readonly Field[] }
  | { readonly as: "list"; readonly fields: readonly Field[]; readonly first: Readonly<Record<string, unknown>> }
);

export const wordOf = ({ key, word }: Field): string => say(`authority.f.${word ?? key}` as WordId);

const LIMITED: readonly Field[] = [
  { key: "events", as: "many", of: "event" }, { key: "severities", as: "many", of: "severity" }, { key: "scope", as: "many", of: "scope" }, { key: "party", as: "one", of: "party" },
];

interface Form {
  /** In the line itself. */
  readonly front: readonly Field[];
  /** Unfolded beneath it. */
  readonly rest: readonly Field[];
}

/** What there is to say about each kind of item. */
export const FORMS: Readonly<Record<Kind, Form>> = {
  "decision-right": {
    front: [{ key: "verb", as: "one", of: "verb", needed: true }, { key: "role", word: "holder", as: "holder", needed: true }, { key: "mode", as: "one", of: "mode" }],
    rest: [
      ...LIMITED, { key: "n", as: "number", least: 1, most: 20 }, { key: "calendar", as: "one", of: "calendar" }, { key: "from", as: "day" }, { key: "until", as: "day" },
      { key: "delegable", as: "tick" }, { key: "deny", as: "tick" },
      { key: "limits", as: "part", wide: true, fields: [{ key: "duration", as: "duration" }, { key: "blastRadius", as: "line" }, { key: "reversibleOnly", as: "tick" }] },
    ],
  },
  "pre-authorisation": {
    front: [{ key: "actions", as: "lines", needed: true }, { key: "verb", as: "one", of: "verb", needed: true }, { key: "when", as: "one", of: "when", needed: true }],
    rest: [
      { key: "trigger", as: "line", needed: true, wide: true }, { key: "performers", as: "many", of: "role" }, { key: "triedFor", as: "duration" }, { key: "calendar", as: "one", of: "calendar" }, { key: "longest", as: "duration" },
      { key: "authorityHolder", as: "one", of: "role" }, { key: "tellWithin", as: "duration" }, { key: "recordWithin", as: "duration" }, { key: "ratifyWithin", as: "duration" },
      { key: "limits", as: "text", wide: true }, { key: "rollback", as: "text", wide: true }, ...LIMITED,
    ],
  },
  path: {
    front: [{ key: "name", as: "line", needed: true }, { key: "severities", as: "many", of: "severity" }, { key: "events", as: "many", of: "event" }],
    rest: [
      {
        key: "steps", as: "list", wide: true, first: { after: "PT0M", roles: [] },
        fields: [{ key: "after", as: "duration", needed: true }, { key: "roles", as: "many", of: "role", needed: true }, { key: "channels", as: "many", of: "channel" }, { key: "waitPerAttempt", as: "duration" }, { key: "acknowledgeWithin", as: "duration" }],
      },
      { key: "lastResort", as: "many", of: "person" }, { key: "then", as: "one", of: "path" }, { key: "acknowledgementHolds", as: "duration" }, { key: "scope", as: "many", of: "scope" }, { key: "party", as: "one", of: "party" },
    ],
  },
  event: {
    front: [{ key: "name", as: "line", needed: true }, { key: "verbs", as: "many", of: "verb" }, { key: "procedure", as: "line" }],
    rest: [
      { key: "symptoms", as: "lines" }, { key: "route", as: "many", of: "role" }, { key: "compromises", as: "lines" }, { key: "criteria", as: "text", wide: true }, { key: "seniorThreshold", as: "text", wide: true },
      { key: "rootCauseFor", as: "many", of: "severity" }, { key: "recordRetention", as: "duration" },
      { key: "clientUpdate", as: "part", wide: true, fields: [{ key: "every", as: "duration" }, { key: "template", as: "text" }] },
    ],
  },
  severity: {
    front: [{ key: "name", as: "line", needed: true }, { key: "acknowledgeWithin", as: "duration" }, { key: "decideWithin", as: "duration" }],
    rest: [{ key: "rank", as: "number", least: 1, most: 9, needed: true }, { key: "criteria", as: "text", wide: true }],
  },
  clock: {
    front: [{ key: "name", as: "line", needed: true }, { key: "kind", as: "one", of: "clock-kind", needed: true }, { key: "limit", as: "duration" }],
    rest: [
      { key: "anchor", as: "line", needed: true }, { key: "source", as: "line" }, { key: "calendar", word: "counted", as: "one", of: "calendar" }, { key: "determiner", as: "one", of: "role" }, { key: "submitter", as: "one", of: "role" },
      { key: "after", word: "follows", as: "one", of: "clock" }, ...LIMITED,
    ],
  },
  "inform-list": { front: [{ key: "name", as: "line", needed: true }, { key: "roles", word: "told", as: "many", of: "role" }, { key: "within", as: "duration" }], rest: LIMITED },
  calendar: {
    front: [{ key: "name", as: "line", needed: true }, { key: "hours", as: "hours" }, { key: "timeZone", as: "zone" }],
    rest: [{ key: "always", as: "tick" }, { key: "holidays", as: "days", wide: true }],
  },
  rotation: {
    front: [{ key: "name", as: "line", needed: true }, { key: "role", as: "one", of: "role", needed: true }, { key: "timeZone", as: "zone", needed: true }],
    rest: [{
      key: "layers", as: "list", wide: true, first: { people: [], from: "2027-01-04T08:00", turn: "P1W" },
      fields: [{ key: "people", as: "many", of: "person", needed: true }, { key: "from", word: "turnfrom", as: "wall", needed: true }, { key: "turn", as: "duration", needed: true }, { key: "until", word: "turnuntil", as: "wall" }, { key: "hours", word: "turnhours", as: "hours" }],
    }],
  },
  "correlated-absence": { front: [{ key: "name", as: "line", needed: true }, { key: "people", as: "many", of: "person" }, { key: "group", as: "line" }], rest: [] },
  delegation: {
    front: [{ key: "from", word: "lender", as: "one", of: "person", needed: true }, { key: "to", as: "one", of: "person", needed: true }, { key: "verbs", as: "many", of: "verb", needed: true }],
    rest: [{ key: "starts", as: "instant", needed: true }, { key: "ends", as: "instant", needed: true }, { key: "note", as: "text", wide: true }],
  },
};

/** What an item is called in sentences. */
export function titleOf(document: MatrixDocument, kind: Kind, item: Item): string {
  const text = (key: string) => (typeof item[key] === "string" ? (item[key] as string) : "");
  const role = (id: string) => document.roles.find((one) => one.id === id)?.name ?? id;
  const person = (id: string) => document.people?.find((one) => one.id === id)?.name ?? id;
  if (kind === "decision-right") return `${text("role") === "" ? person(text("person")) : role(text("role"))}: ${VERB_WORDS[text("verb") as Verb] ?? text("verb")}`;
  if (kind === "delegation") return `${person(text("from"))} → ${person(text("to"))}`;
  if (kind === "pre-authorisation") return (item["actions"] as readonly string[] | undefined)?.join(", ") ?? item.id;
  return text("name") === "" ? item.id : text("name");
}

/** A new item, with no more in it than it must have. */
export function freshItem(document: MatrixDocument, kind: Exclude<Kind, "decision-right" | "delegation">, name: string): Item {
  const id = idFrom(name, new Set(itemsOf(document, kind).map((item) => item.id)));
  switch (kind) {
    case "pre-authorisation": return { id, verb: "containment.authorise", actions: [name], trigger: say("authority.unsaid"), performers: [], when: "after-all-tried", triedFor: "PT15M", tellWithin: "PT15M", recordWithin: "PT4H", ratifyWithin: "PT24H" };
    case "path": return { id, name, steps: [] };
    case "severity": return { id, name, rank: Math.min(9, Math.max(0, ...(document.severities ?? []).map(({ rank }) => rank)) + 1) };
    case "clock": return { id, name, kind: "contract", anchor: say("authority.anchor.start") };
    case "inform-list": return { id, name, roles: [] };
    case "rotation": return { id, name, role: document.roles[0]?.id ?? "", timeZone: document.people?.find(({ timeZone }) => timeZone !== undefined)?.timeZone ?? "UTC", layers: [] };
    case "event": case "calendar": case "correlated-absence": return { id, name };
  }
}
