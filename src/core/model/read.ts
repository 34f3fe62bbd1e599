import { FORMAT, MatrixDocument } from "./document.ts";
import { itemsOf, KINDS, listPath } from "./items.ts";
import { upgrade } from "./upgrade.ts";

/** What is wrong with a value that should be a Matrix document, where, and what to do. */
export interface DocumentProblem {
  /** Keys and indexes from the root, as in a JSON pointer. */
  readonly path: readonly (string | number)[];
  /** The same for a reader: `activities › a-12 › sla › 1 › target`. */
  readonly place: string;
  readonly message: string;
  readonly remedy?: string;
}

export type ReadResult =
  | { readonly ok: true; readonly document: MatrixDocument; readonly upgradedFrom?: number }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** More than this many problems tell nothing new. */
const ENOUGH = 50;

/**
 * A Matrix document from a plain JSON value, upgraded from older formats. Shape only: a document that
 * says foolish things is still a document, and the linter's business.
 */
export function readDocument(value: unknown): ReadResult {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(value, [], "this is not a Matrix document: it should be a mapping that starts with `remit: 1`");
  const format = (value as Record<string, unknown>)["remit"];
  if (format === undefined) return fail(value, [], "the format version is missing", "write `remit: 1` as the first line");
  if (typeof format !== "number" || !Number.isInteger(format) || format < 0)
    return fail(value, ["remit"], "the format version must be a whole number", "write `remit: 1`");
  if (format > FORMAT)
    return fail(value, ["remit"], `this file has format version ${format}, and this Remit reads up to ${FORMAT}`, "use a newer Remit");
  const upgraded = upgrade(value as Record<string, unknown>, format);
  const parsed = MatrixDocument.safeParse(upgraded);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => explain(upgraded, issue)).slice(0, ENOUGH);
    return { ok: false, problems };
  }
  const repeated = repeatedIds(parsed.data);
  if (repeated.length > 0) return { ok: false, problems: repeated.slice(0, ENOUGH) };
  return { ok: true, document: parsed.data, ...(format < FORMAT ? { upgradedFrom: format } : {}) };
}

const fail = (value: unknown, path: (string | number)[], message: string, remedy?: string): ReadResult => ({
  ok: false,
  problems: [{ path, place: sayPlace(value, path), message, ...(remedy ? { remedy } : {}) }],
});

type Issue = { readonly code: string; readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: readonly string[]; readonly values?: readonly unknown[]; readonly expected?: string; readonly input?: unknown };

function explain(root: unknown, raw: unknown): DocumentProblem[] {
  const issue = raw as Issue;
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(path);
    return (issue.keys ?? []).map((key) => {
      const near = nearest(key, known);
      return {
        path: [...path, key],
        place: sayPlace(root, [...path, key]),
        message: `unknown field \`${shortKey(key)}\``,
        remedy: near ? `did you mean \`${near}\`?` : "remove it, or keep its text in `note`",
      };
    });
  }
  const found = at(root, path);
  return [
    {
      path,
      place: sayPlace(root, path),
      message:
        issue.code === "invalid_value"
          ? `${say(found)} is not one of ${(issue.values ?? []).map((v) => `\`${String(v)}\``).join(", ")}`
          : issue.code === "invalid_type"
            ? found === undefined
              ? "this field is missing"
              : `${say(found)} should be ${withArticle(issue.expected ?? "something else")}`
            : found === ""
              ? issue.message
              : `${say(found)}: ${issue.message}`,
    },
  ];
}

const say = (value: unknown): string => {
  if (value === undefined) return "nothing";
  const text = typeof value === "object" && value !== null ? (Array.isArray(value) ? "a list" : "a mapping") : `\`${String(value)}\``;
  return text.length > 80 ? `${text.slice(0, 77)}...\`` : text;
};

/** Keys of a damaged file may be anything; a message stays readable. */
const shortKey = (key: string): string => (key.length > 60 ? `${key.slice(0, 57)}...` : key);

const withArticle = (type: string): string =>
  ({ string: "text", number: "a number", int: "a whole number", array: "a list", object: "a mapping", boolean: "true or false", record: "a mapping" })[type] ?? type;

function at(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** Indexes are said by the item's id where it has one, else counted from 1. */
function sayPlace(root: unknown, path: readonly (string | number)[]): string {
  if (path.length === 0) return "the document";
  return path
    .map((key, depth) => {
      if (typeof key !== "number") return shortKey(key);
      const item = at(root, path.slice(0, depth + 1));
      const id = typeof item === "object" && item !== null ? (item as { id?: unknown }).id : undefined;
      return typeof id === "string" ? `\`${shortKey(id)}\`` : String(key + 1);
    })
    .join(" › ");
}

type Shaped = { readonly _zod: { readonly def: { readonly type: string; readonly shape?: Record<string, Shaped>; readonly element?: Shaped; readonly innerType?: Shaped; readonly valueType?: Shaped } } };

function knownKeys(path: readonly (string | number)[]): string[] {
  let schema: Shaped | undefined = MatrixDocument as unknown as Shaped;
  const open = (s: Shaped | undefined): Shaped | undefined => (s?._zod.def.innerType ? open(s._zod.def.innerType) : s);
  for (const key of path) {
    const here: Shaped | undefined = open(schema);
    schema = typeof key === "number" ? here?._zod.def.element : (here?._zod.def.shape?.[key] ?? here?._zod.def.valueType);
  }
  return Object.keys(open(schema)?._zod.def.shape ?? {});
}

/** The known word closest to a mistyped one, if it is close at all. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length] ?? limit;
}

function repeatedIds(doc: MatrixDocument): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  for (const kind of KINDS) {
    const list = itemsOf(doc, kind);
    const path = listPath(kind);
    const seen = new Set<string>();
    list.forEach((item, index) => {
      if (seen.has(item.id))
        problems.push({
          path: [...path, index, "id"],
          place: `${path.join(" › ")} › ${index + 1}`,
          message: `the id \`${item.id}\` is used twice`,
          remedy: `give one of them another id`,
        });
      seen.add(item.id);
    });
  }
  return problems;
}
