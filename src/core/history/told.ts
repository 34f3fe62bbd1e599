import { COLLECTIONS, type ItemKind, type MatrixDocument } from "../model/document.ts";
import type { Edit } from "../model/edit.ts";
import { sayField } from "../model/field-words.ts";

/** One thing an entry of the log changed, in words: names where the matrix has them, ids nowhere else. */
export interface Told {
  /** What was changed, so that it can be found; missing for the matrix itself. */
  readonly item?: { readonly kind: ItemKind; readonly id: string };
  /** `Isolate a host`, `Security Lead`, `the matrix`. */
  readonly name: string;
  /** `result`, `letters of Security Lead`; missing where the whole item came, went or moved. */
  readonly field?: string;
  readonly change: "set" | "added" | "removed" | "moved" | "replaced";
  /** Missing where nothing stood there. */
  readonly before?: string;
  readonly after?: string;
}

type Item = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Fields somebody writes in their own words: never read as the id of something. */
const OWN_WORDS: ReadonlySet<string> = new Set(["title", "name", "note", "about", "goal", "result", "does", "text", "how", "artifact", "conditions", "store", "channel", "window", "value", "reason", "what", "columns"]);
/** No text of a page is longer; the whole stands in the file. */
const LONGEST = 400;

const cut = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);
const nameIn = (item: Item): string => String(item["title"] ?? item["name"] ?? item["what"] ?? item.id);

/** Finds names by kind and id: in the matrix as it is, else in the entry itself, where something came or went with it. */
class Names {
  readonly #byKind = new Map<string, string>();
  readonly #byId = new Map<string, string>();
  constructor(document: MatrixDocument, ...entries: (readonly Edit[])[]) {
    for (const edits of entries)
      for (const edit of edits) {
        if (edit.do === "add") this.#put(edit.kind, edit.item);
        else if (edit.do === "set" && (edit.field === "title" || edit.field === "name") && typeof edit.value === "string") this.#put(edit.at.kind, { id: edit.at.id, name: edit.value });
      }
    for (const [kind, list] of Object.entries(COLLECTIONS)) for (const item of (document[list] ?? []) as readonly Item[]) this.#put(kind, item);
  }
  #put(kind: string, item: Item): void {
    const name = nameIn(item);
    this.#byKind.set(`${kind}/${item.id}`, name);
    if (kind !== "activity") this.#byId.set(item.id, name);
  }
  of(kind: string, id: string): string {
    return this.#byKind.get(`${kind}/${id}`) ?? id;
  }
  reference(id: string): string {
    return this.#byId.get(id) ?? id;
  }
}

/** A value as one would say it. */
function sayValue(value: unknown, field: string, names: Names): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return OWN_WORDS.has(field) ? value : names.reference(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((each) => sayValue(each, field, names)).filter(Boolean).join("; ");
  const { role, letter, ...more } = value as Record<string, unknown>;
  if (typeof letter === "string") return [letter, typeof role === "string" ? names.of("role", role) : "", typeof more["condition"] === "string" ? `(${more["condition"]})` : ""].filter(Boolean).join(" ");
  return Object.entries(value as Record<string, unknown>)
    .filter(([key]) => key !== "id")
    .map(([key, one]) => (OWN_WORDS.has(field) && field !== "columns" ? sayValue(one, key, names) : `${sayField(key)} ${sayValue(one, key, names)}`))
    .join(", ");
}

const filled = (before: string, after: string): Pick<Told, "before" | "after"> => ({ ...(before === "" ? {} : { before: cut(before) }), ...(after === "" ? {} : { after: cut(after) }) });

/**
 * What an entry changed, with what stood there before: the edits say what came, the edits that would take them back
 * say what went.
 * @param document as it is now, for the names.
 * @returns at most `most`, and how many there are.
 */
export function toldOf(edits: readonly Edit[], undo: readonly Edit[], document: MatrixDocument, most = 20): { readonly changes: readonly Told[]; readonly count: number } {
  const names = new Names(document, undo, edits);
  const shown = edits.slice(0, most);
  const rows = new Set(shown.map((edit) => ("activity" in edit ? edit.activity : "")));
  const was = new Map<string, Edit>();
  for (const back of undo) {
    if (back.do === "set") was.set(`${back.at.kind}/${back.at.id}/${back.field}`, back);
    else if (back.do === "set-matrix") was.set(`matrix//${back.field}`, back);
    else if (back.do === "letters" && rows.has(back.activity)) was.set(`${back.activity}/letters`, back);
    else if (back.do === "add") was.set(`${back.kind}/${back.item.id}`, back);
  }
  const letters = (activity: string, role: string): string => {
    const back = was.get(`${activity}/letters`);
    if (back?.do === "letters") return sayValue(back.cells[role as keyof typeof back.cells] ?? [], "assignments", names);
    const whole = was.get(`activity/${activity}/assignments`);
    const held = whole?.do === "set" && Array.isArray(whole.value) ? (whole.value as { readonly role: string }[]).filter((one) => one.role === role).map(({ role: _, ...one }) => one) : [];
    return sayValue(held, "assignments", names);
  };
  const changes = shown.flatMap((edit): Told[] => {
    switch (edit.do) {
      case "set": {
        const back = was.get(`${edit.at.kind}/${edit.at.id}/${edit.field}`);
        return [{ item: edit.at, name: names.of(edit.at.kind, edit.at.id), field: sayField(edit.field), change: "set", ...filled(back?.do === "set" ? sayValue(back.value, edit.field, names) : "", sayValue(edit.value, edit.field, names)) }];
      }
      case "set-matrix": {
        const back = was.get(`matrix//${edit.field}`);
        return [{ name: "the matrix", field: sayField(edit.field), change: "set", ...filled(back?.do === "set-matrix" ? sayValue(back.value, edit.field, names) : "", sayValue(edit.value, edit.field, names)) }];
      }
      case "assign":
      case "unassign": {
        const letter = `${edit.letter}${edit.do === "assign" && edit.condition ? ` (${edit.condition})` : ""}`;
        return [{ item: { kind: "activity", id: edit.activity }, name: names.of("activity", edit.activity), field: `letters of ${names.of("role", edit.role)}`, change: "set", ...(edit.do === "assign" ? filled("", letter) : filled(letter, "")) }];
      }
      case "letters":
        return Object.entries(edit.cells).map(([role, cells]) => ({
          item: { kind: "activity", id: edit.activity }, name: names.of("activity", edit.activity), field: `letters of ${names.of("role", role)}`, change: "set",
          ...filled(letters(edit.activity, role), sayValue(cells, "assignments", names)),
        }));
      case "add":
        return [{ item: { kind: edit.kind, id: edit.item.id }, name: nameIn(edit.item), change: "added" }];
      case "remove": {
        const back = was.get(`${edit.kind}/${edit.id}`);
        return [{ item: { kind: edit.kind, id: edit.id }, name: back?.do === "add" ? nameIn(back.item) : names.of(edit.kind, edit.id), change: "removed" }];
      }
      case "move":
        return [{ item: { kind: edit.kind, id: edit.id }, name: names.of(edit.kind, edit.id), change: "moved" }];
      case "replace":
        return [{ name: "the matrix", change: "replaced" }];
    }
  });
  return { changes: changes.slice(0, most), count: edits.length - shown.length + changes.length };
}
