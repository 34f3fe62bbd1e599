import { Document, isMap, isScalar, isSeq, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq, visit } from "yaml";
import type { MatrixDocument } from "#core/model/document.ts";
import { MatrixDocument as Schema } from "#core/model/document.ts";

const HEADER = " A responsibility matrix. Check it with `remit lint FILE`; fields: `remit schema`.";

/** The YAML of a document: keys in the schema's order, assignments and other small items on one line each. */
export function writeYaml(document: MatrixDocument): string {
  const yaml = new Document(inOrder(document), { version: "1.2" });
  yaml.commentBefore = HEADER;
  onOneLine(yaml);
  spaced(yaml);
  return yaml.toString(STYLE);
}

/**
 * The YAML of a document that came from a hand-written file: its comments, order and flow style
 * stay; only what differs is written anew. `text` must be valid YAML.
 */
export function rewriteYaml(text: string, document: MatrixDocument): string {
  const yaml = parseDocument(text.replace(/\r\n/g, "\n"), { version: "1.2", uniqueKeys: false });
  if (!isMap(yaml.contents)) return writeYaml(document);
  reconcile(yaml, yaml.contents, inOrder(document));
  return yaml.toString(STYLE);
}

const STYLE = { lineWidth: 0, flowCollectionPadding: true, indentSeq: true } as const;

type Plain = Record<string, unknown>;
type Shaped = { readonly _zod: { readonly def: { readonly shape?: Record<string, Shaped>; readonly element?: Shaped; readonly innerType?: Shaped } } };

/** A copy whose keys follow the schema, without undefined values. */
function inOrder(document: MatrixDocument): Plain {
  const walk = (value: unknown, schema: Shaped | undefined): unknown => {
    const open = schema?._zod.def.innerType ?? schema;
    const def = (open?._zod.def.innerType ?? open)?._zod.def;
    if (Array.isArray(value)) return value.map((item) => walk(item, def?.element));
    if (typeof value !== "object" || value === null) return value;
    const keys = [...new Set([...Object.keys(def?.shape ?? {}), ...Object.keys(value)])];
    const copy: Plain = {};
    for (const key of keys) {
      const item = (value as Plain)[key];
      if (item !== undefined) copy[key] = walk(item, def?.shape?.[key]);
    }
    return copy;
  };
  return walk(document, Schema as unknown as Shaped) as Plain;
}

/** Short items read best on one line: `{ role: security-lead, letter: A }`. */
function onOneLine(yaml: Document): void {
  visit(yaml, {
    Map(_, node) {
      if (fitsOneLine(node)) node.flow = true;
    },
    Seq(_, node) {
      if (node.items.length > 0 && node.items.every(isScalar) && JSON.stringify(node.toJSON()).length <= 90) node.flow = true;
    },
  });
}

const fitsOneLine = (map: YAMLMap): boolean => {
  const value = map.toJSON() as Plain;
  if ("title" in value || "remit" in value || map.items.length > 6) return false;
  return Object.values(value).every((item) => typeof item !== "object" && !String(item).includes("\n")) && JSON.stringify(value).length <= 90;
};

/** A blank line between the sections, and between rows. */
function spaced(yaml: Document): void {
  if (!isMap(yaml.contents)) return;
  for (const pair of yaml.contents.items) {
    const key = pair.key;
    const { value } = pair;
    if (isSeq(value) && !value.flow && isScalar(key)) {
      key.spaceBefore = true;
      if (key.value === "activities") value.items.forEach((item, i) => isMap(item) && i > 0 && (item.spaceBefore = true));
    }
  }
}

/** Make a node say `value`, touching only what differs. Returns the node to put in its place. */
function reconcile(yaml: Document, node: unknown, value: unknown): unknown {
  if (isMap(node) && typeof value === "object" && value !== null && !Array.isArray(value)) {
    const wanted = value as Plain;
    node.items = node.items.filter((pair) => Object.hasOwn(wanted, keyOf(pair)));
    for (const [key, item] of Object.entries(wanted)) {
      const pair = node.items.find((p) => keyOf(p) === key);
      if (pair) pair.value = reconcile(yaml, pair.value, item) as typeof pair.value;
      else insertInOrder(node, Object.keys(wanted), key, new Pair(yaml.createNode(key), fresh(yaml, item)));
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const left = [...node.items];
    node.items = value.map((item: unknown, index) => {
      const name = nameOf(item);
      const at = left.findIndex((old, i) => old !== undefined && (name === undefined ? i === index : nameOf(toPlain(old)) === name));
      if (at < 0) return fresh(yaml, item);
      const old = left[at];
      left[at] = undefined;
      return reconcile(yaml, old, item);
    });
    if (node.items.length > 0 && node.flow && node.items.some((item) => !isScalar(item))) node.flow = false;
    return node;
  }
  if (isScalar(node) && (typeof value !== "object" || value === null)) {
    if (node.value !== value) {
      node.value = value;
      // A quoted or literal style chosen for the old text may not fit the new one.
      delete node.type;
      delete (node as Scalar & { source?: string }).source;
    }
    return node;
  }
  return fresh(yaml, value);
}

function fresh(yaml: Document, value: unknown): unknown {
  const node = yaml.createNode(value);
  const piece = new Document(undefined);
  piece.contents = node as typeof piece.contents;
  if (node instanceof YAMLMap || node instanceof YAMLSeq) onOneLine(piece);
  return node;
}

/** Put a new key behind the last of those that come before it in the schema's order. */
function insertInOrder(map: YAMLMap, order: readonly string[], key: string, pair: Pair): void {
  const before = new Set(order.slice(0, order.indexOf(key)));
  let at = -1;
  map.items.forEach((item, i) => {
    if (before.has(keyOf(item))) at = i;
  });
  map.items.splice(at + 1, 0, pair as (typeof map.items)[number]);
}

const keyOf = (pair: { key: unknown }): string => String(isScalar(pair.key) ? pair.key.value : pair.key);
const toPlain = (node: unknown): unknown => (node !== null && typeof node === "object" && "toJSON" in node ? (node as { toJSON(): unknown }).toJSON() : node);

/** What a list item is recognised by when the list changes: its id, its cell, or itself. */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return JSON.stringify(item);
  const { id, role, letter, party, measure, artifact } = item as Plain;
  if (typeof id === "string") return id;
  if (typeof role === "string" && typeof letter === "string") return `${role}/${letter}`;
  for (const name of [party, measure, artifact]) if (typeof name === "string") return name;
  return undefined;
}
