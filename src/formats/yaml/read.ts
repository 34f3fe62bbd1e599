import { isCollection, isPair, LineCounter, parseDocument, type Document } from "yaml";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument, type DocumentProblem } from "#core/model/read.ts";
import { readPlainYaml } from "./plain.ts";

/** A problem of a matrix file, with the line a reader finds it on (from 1). */
export interface FileProblem {
  readonly message: string;
  readonly remedy?: string;
  readonly place?: string;
  readonly line?: number;
  readonly column?: number;
}

export type YamlResult =
  | { readonly ok: true; readonly document: MatrixDocument; readonly upgradedFrom?: number }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A matrix file larger than this (in UTF-16 units) is refused before it is parsed. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** The full parser takes some seconds for this much; more is refused rather than waited for. */
const LARGEST_UNUSUAL = 16 * 1024 * 1024;

/** More aliases than any hand-written matrix needs, fewer than a bomb. */
const MOST_ALIASES = 100;

/**
 * A Matrix document from the text of a `*.remit.yaml` or JSON file. Problems carry line and column.
 * Nothing is guessed: repeated keys, unknown fields and alias bombs are refused by name.
 */
export function readYaml(source: string): YamlResult {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
  if (text.length > LARGEST_FILE) return refuse("this file is larger than 64 MB", "a matrix of 10,000 rows takes about 10 MB: check that this is the right file");
  if (text.trim() === "") return refuse("this file is empty", "start one with `remit new --template security-outsourcing`");
  const quick = /^\s*\{/.test(text) ? readJson(text) : readPlainYaml(text);
  if (quick !== undefined) {
    const read = readDocument(quick);
    if (read.ok) return read;
    return { ok: false, problems: locate(read.problems, text) };
  }
  if (text.length > LARGEST_UNUSUAL) return refuse("this file is too large for the YAML it uses", "write it without anchors, tags and folded texts, or as JSON");
  return readFully(text);
}

const refuse = (message: string, remedy: string): YamlResult => ({ ok: false, problems: [{ message, remedy, place: "the file" }] });

/** JSON without repeated keys (JSON.parse would quietly keep the last one); else the full parser speaks. */
function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return keysWritten(text) === keysKept(value) ? value : undefined;
}

/** How many `"key":` the text has. Strings are skipped as wholes, so colons inside them do not count. */
function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)) if (colon) keys++;
  return keys;
}

function keysKept(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + keysKept(item), 0);
  let keys = 0;
  for (const item of Object.values(value)) keys += 1 + keysKept(item);
  return keys;
}

function readFully(text: string): YamlResult {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { version: "1.2", uniqueKeys: true, strict: true, lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  if (parsed.errors.length > 0)
    return {
      ok: false,
      problems: parsed.errors.slice(0, 20).map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { message: sayYamlError(error.code, error.message), line, column: col, ...remedyFor(error.code) };
      }),
    };
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return refuse("this file repeats parts of itself through aliases (`*name`) more often than a matrix ever would", "write the repeated parts out");
  }
  if (sizeOf(value, 4_000_000) > 4_000_000) return refuse("this file grows too large when its aliases (`*name`) are written out", "write the repeated parts out");
  const read = readDocument(value);
  return read.ok ? read : { ok: false, problems: locate(read.problems, text, parsed, lines) };
}

/** Values in a tree, aliases counted each time they are used; stops past the limit. */
function sizeOf(root: unknown, limit: number): number {
  let size = 0;
  const walk = (value: unknown): void => {
    if (++size > limit || typeof value !== "object" || value === null) return;
    for (const item of Array.isArray(value) ? value : Object.values(value)) {
      walk(item);
      if (size > limit) return;
    }
  };
  walk(root);
  return size;
}

function locate(problems: readonly DocumentProblem[], text: string, given?: Document, counter?: LineCounter): FileProblem[] {
  const lines = counter ?? new LineCounter();
  const parsed = given ?? parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  return problems.map(({ path, place, message, remedy }) => {
    const offset = offsetOf(parsed, path);
    const at = offset === undefined ? undefined : lines.linePos(offset);
    return { message, place, ...(remedy ? { remedy } : {}), ...(at ? { line: at.line, column: at.col } : {}) };
  });
}

/** Where the key (or the item) at this path begins; the nearest enclosing thing if it is not there. */
function offsetOf(parsed: Document, path: readonly (string | number)[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const parent: unknown = depth <= 1 ? parsed.contents : parsed.getIn(path.slice(0, depth - 1), true);
    const last = path[depth - 1];
    if (isCollection(parent) && typeof last === "string") {
      const pair = parent.items.find((item) => isPair(item) && String((item.key as { value?: unknown } | null)?.value ?? item.key) === last);
      const range = isPair(pair) ? (pair.key as { range?: [number, number, number] } | null)?.range : undefined;
      if (range) return range[0];
    }
    const node = parsed.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

const sayYamlError = (code: string, message: string): string =>
  code === "DUPLICATE_KEY" ? "this key stands twice in the same mapping" : `this is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;

const remedyFor = (code: string): { remedy?: string } =>
  code === "DUPLICATE_KEY" ? { remedy: "remove or rename one of the two" } : code === "TAB_AS_INDENT" ? { remedy: "indent with spaces" } : {};

/** Line and column (from 1) of an item or its field in a matrix file, for editors and SARIF. */
export function locator(text: string): (collection: string, id: string | undefined, field?: string) => { line: number; column: number } | undefined {
  const lines = new LineCounter();
  const parsed = parseDocument(text.replace(/\r\n/g, "\n"), { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const indexes = new Map<string, Map<string, number>>();
  return (collection, id, field) => {
    let index = indexes.get(collection);
    if (!index) {
      index = new Map();
      const list = parsed.get(collection, true);
      if (isCollection(list)) list.items.forEach((item, i) => isCollection(item) && index?.set(String(item.get("id")), i));
      indexes.set(collection, index);
    }
    const at = id === undefined ? undefined : index.get(id);
    const path = id === undefined ? (field ? [field] : []) : at === undefined ? [] : [collection, at, ...(field ? [field.split("/")[0] ?? field] : [])];
    const offset = path.length === 0 ? undefined : offsetOf(parsed, path);
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
