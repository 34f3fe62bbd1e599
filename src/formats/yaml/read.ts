import { isCollection, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument, type DocumentProblem } from "#core/model/read.ts";
import { readPlainYaml } from "./plain.ts";
import { keysWritten, sizeOfTree } from "./tree.ts";

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

/** A matrix has some ten levels; the format's readers go no deeper than this. */
const MOST = { values: 4_000_000, depth: 60 } as const;

/** Keys are compared by ourselves: the library compares each with each. */
const PARSING = { version: "1.2", uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;

/**
 * A Matrix document from the text of a `*.remit.yaml` or JSON file. Problems carry line and column.
 * Nothing is guessed: repeated keys, unknown fields and alias bombs are refused by name.
 */
export function readYaml(source: string): YamlResult {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
  if (text.length > LARGEST_FILE) return refuse("this file is larger than 64 MB", "a matrix of 10,000 rows takes about 10 MB: check that this is the right file");
  if (text.trim() === "") return refuse("this file is empty", "start one with `remit new --template security-outsourcing`");
  if (/^\s*\{/.test(text)) {
    const json = parsedJson(text);
    if (json !== undefined) {
      const { values, keys, depth } = sizeOfTree(json, MOST);
      if (values > MOST.values || depth > MOST.depth) return tooDeep();
      // JSON.parse would quietly keep the last of two equal keys; the full parser names them.
      if (keys === keysWritten(text)) return checked(json, text);
    }
  } else {
    const quick = readPlainYaml(text);
    if (quick !== undefined) return checked(quick, text);
  }
  if (text.length > LARGEST_UNUSUAL) return refuse("this file is too large for the YAML it uses", "write it without anchors, tags and folded texts, or as JSON");
  try {
    return readFully(text);
  } catch (thrown) {
    // The full parser calls itself for every level.
    if (thrown instanceof RangeError) return tooDeep();
    throw thrown;
  }
}

function checked(value: unknown, text: string): YamlResult {
  const read = readDocument(value);
  return read.ok ? read : { ok: false, problems: locate(read.problems, text) };
}

const refuse = (message: string, remedy: string): YamlResult => ({ ok: false, problems: [{ message, remedy, place: "the file" }] });
const tooDeep = (): YamlResult => refuse(`this file nests its lists and mappings deeper than ${MOST.depth} levels, or repeats itself without end`, "a matrix has some ten levels: check that this is the right file");

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readFully(text: string): YamlResult {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { ...PARSING, strict: true, lineCounter: lines });
  if (parsed.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION")) return tooDeep();
  const problems = [...parsed.errors.map(({ code, message, pos }) => ({ code: code as string, message, at: pos[0] })), ...repeatedKeys(parsed)];
  if (problems.length > 0)
    return {
      ok: false,
      problems: problems.slice(0, 20).map(({ code, message, at }) => {
        const { line, col } = lines.linePos(at);
        return { message: sayYamlError(code, message), line, column: col, ...remedyFor(code) };
      }),
    };
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (thrown) {
    if (thrown instanceof RangeError) throw thrown;
    return refuse("this file repeats parts of itself through aliases (`*name`) more often than a matrix ever would", "write the repeated parts out");
  }
  const { values, depth } = sizeOfTree(value, MOST);
  if (depth > MOST.depth) return tooDeep();
  if (values > MOST.values) return refuse("this file grows too large when its aliases (`*name`) are written out", "write the repeated parts out");
  const read = readDocument(value);
  return read.ok ? read : { ok: false, problems: locate(read.problems, text, parsed, lines) };
}

/** Keys that stand twice in their mapping, and keys that are no words. */
function repeatedKeys(parsed: Document): { readonly code: string; readonly message: string; readonly at: number }[] {
  const found: { code: string; message: string; at: number }[] = [];
  visit(parsed, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        const at = (key as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0;
        if (name === undefined) found.push({ code: "KEY", message: "a key must be a word, not a list, a mapping or an alias", at });
        else if (seen.has(name)) found.push({ code: "DUPLICATE_KEY", message: name, at });
        else seen.add(name);
      }
    },
  });
  return found;
}

function locate(problems: readonly DocumentProblem[], text: string, given?: Document, counter?: LineCounter): FileProblem[] {
  const lines = counter ?? new LineCounter();
  const parsed = given ?? parseDocument(text, { ...PARSING, lineCounter: lines });
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
export function locator(text: string): (list: readonly string[], id: string | undefined, field?: string) => { line: number; column: number } | undefined {
  const lines = new LineCounter();
  const parsed = parseDocument(text.replace(/\r\n/g, "\n"), { ...PARSING, lineCounter: lines });
  const indexes = new Map<string, Map<string, number>>();
  return (where, id, field) => {
    const key = where.join(".");
    let index = indexes.get(key);
    if (!index) {
      index = new Map();
      const list = where.length === 0 ? undefined : parsed.getIn(where, true);
      if (isCollection(list)) list.items.forEach((item, i) => isCollection(item) && index?.set(String(item.get("id")), i));
      indexes.set(key, index);
    }
    const at = id === undefined ? undefined : index.get(id);
    const path = id === undefined ? (field ? [field] : []) : at === undefined ? [] : [...where, at, ...(field ? [field.split("/")[0] ?? field] : [])];
    const offset = path.length === 0 ? undefined : offsetOf(parsed, path);
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
