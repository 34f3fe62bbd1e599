import { endOfString } from "./tree.ts";

/**
 * The quick reader of hand-written YAML: block mappings and lists, one-line scalars and flow
 * collections, `|` texts, comments. That is what a matrix looks like, and it is read some ten times
 * faster than by the full parser, which is what lets `remit lint` answer at once.
 *
 * It never decides what is wrong: on anything it does not know (anchors, tags, repeated keys, texts
 * over several lines, tabs ...) it gives up with `undefined` and the full parser speaks. A law in the
 * tests says that where it answers, the full parser answers the same.
 */
export function readPlainYaml(text: string): unknown {
  if (UNUSUAL.test(text) || MARKER.test(text)) return undefined;
  try {
    return new Reader(text).document();
  } catch (thrown) {
    if (thrown === GIVE_UP) return undefined;
    throw thrown;
  }
}

/** Control characters and other line breaks: leave them to the full parser. */
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
/** A marker between documents, anywhere but at the very start. */
const MARKER = /\n(?:---|\.\.\.)|^\.\.\.|^---./;
const GIVE_UP = Symbol("give up");

/** Far deeper than a matrix; further down the full parser says what is wrong. */
const DEEPEST = 60;

const KEY = /^([A-Za-z_][A-Za-z0-9_.-]*):(?: +|$)/;
/** Keys of free words, as the `columns` of an imported row have them: no indicator at the start, none inside. */
const WORDY_KEY = /^([^\s!"#%&'*,:>?@[\]`{|}-][^#:"'[\]{}]*?):(?: +|$)/;
/** Short: a long quoted text is a value, and the expression must not walk through megabytes of it. */
const QUOTED_KEY = /^("(?:[^"\\]|\\["\\/bfnrt]){0,1000}"|'(?:[^']|''){0,1000}') *:(?: +|$)/;
const NUMBER_LIKE = /^[-+.0-9]/;
const COMMENT_OR_END = /^ *(?:$| #)/;

class Reader {
  readonly #lines: string[];
  readonly #indents: number[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#lines = [];
    this.#indents = [];
    for (const raw of text.split("\n")) {
      let indent = 0;
      while (raw.charCodeAt(indent) === 32) indent++;
      this.#lines.push(indent === 0 ? raw : raw.slice(indent));
      this.#indents.push(indent);
    }
  }

  document(): unknown {
    if (this.#lines[0] === "---" && this.#indents[0] === 0) this.#at = 1;
    this.#skipEmpty();
    if (this.#at >= this.#lines.length) throw GIVE_UP;
    const value = this.#block(this.#indent());
    this.#skipEmpty();
    if (this.#at < this.#lines.length) throw GIVE_UP;
    return value;
  }

  #indent(): number {
    return this.#indents[this.#at] ?? 0;
  }

  #line(): string {
    return this.#lines[this.#at] ?? "";
  }

  #skipEmpty(): void {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      if (line !== "" && line.charCodeAt(0) !== 35) return;
    }
  }

  #block(indent: number): unknown {
    if (++this.#depth > DEEPEST) throw GIVE_UP;
    const line = this.#line();
    const value = line.charCodeAt(0) === 45 && (line.length === 1 || line.charCodeAt(1) === 32) ? this.#list(indent) : this.#mapping(indent);
    this.#depth--;
    return value;
  }

  #list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (; ; this.#skipEmpty()) {
      if (this.#at >= this.#lines.length || this.#indent() < indent) return items;
      const line = this.#line();
      if (this.#indent() > indent) throw GIVE_UP;
      if (line.charCodeAt(0) !== 45 || (line.length > 1 && line.charCodeAt(1) !== 32)) return items;
      let start = 1;
      while (line.charCodeAt(start) === 32) start++;
      const rest = line.slice(start);
      if (rest === "" || rest.charCodeAt(0) === 35) {
        this.#at++;
        items.push(this.#nested(indent, false));
      } else if (opensBlock(rest)) {
        // The item begins on the dash's line: read it as if it stood alone, further in.
        this.#lines[this.#at] = rest;
        this.#indents[this.#at] = indent + start;
        items.push(this.#block(indent + start));
      } else {
        items.push(this.#value(rest, indent));
      }
    }
  }

  #mapping(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (; ; this.#skipEmpty()) {
      if (this.#at >= this.#lines.length || this.#indent() < indent) return map;
      if (this.#indent() > indent) throw GIVE_UP;
      const line = this.#line();
      const match = KEY.exec(line) ?? QUOTED_KEY.exec(line) ?? WORDY_KEY.exec(line);
      if (!match) throw GIVE_UP;
      const written = match[1] as string;
      const key = written.startsWith('"') ? (JSON.parse(written) as string) : written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : this.#plainKey(written);
      if (Object.hasOwn(map, key) || key === "__proto__" || key === "<<") throw GIVE_UP;
      const rest = line.slice(match[0].length);
      if (rest === "" || rest.charCodeAt(0) === 35) {
        this.#at++;
        map[key] = this.#nested(indent, true);
      } else {
        map[key] = this.#value(rest, indent);
      }
    }
  }

  #plainKey(written: string): string {
    if (written.endsWith(" ") || / #|[ ]$/.test(written) || typeof scalar(written) !== "string") throw GIVE_UP;
    return written;
  }

  /** What hangs under an empty key or dash: a deeper block, a list at the same depth (keys only), or null. */
  #nested(indent: number, listMayAlign: boolean): unknown {
    this.#skipEmpty();
    if (this.#at >= this.#lines.length) return null;
    const deeper = this.#indent();
    if (deeper > indent) return this.#block(deeper);
    const line = this.#line();
    if (listMayAlign && deeper === indent && line.charCodeAt(0) === 45 && (line.length === 1 || line.charCodeAt(1) === 32)) return this.#list(indent);
    return null;
  }

  /** A value that starts on this line; moves behind it. */
  #value(rest: string, indent: number): unknown {
    const first = rest.charCodeAt(0);
    if (first === 124) return this.#literal(rest, indent);
    let value: unknown;
    if (first === 34 || first === 39) {
      const [text, length] = quoted(rest);
      if (!COMMENT_OR_END.test(rest.slice(length))) throw GIVE_UP;
      value = text;
    } else if (first === 91 || first === 123) {
      const flow = new Flow(rest);
      value = flow.value();
      if (!COMMENT_OR_END.test(rest.slice(flow.at))) throw GIVE_UP;
    } else {
      value = plain(rest);
    }
    this.#at++;
    this.#skipEmpty();
    // A deeper line would continue the scalar; that is for the full parser.
    if (this.#at < this.#lines.length && this.#indent() > indent) throw GIVE_UP;
    return value;
  }

  #literal(rest: string, indent: number): string {
    const header = rest.trimEnd();
    if (header !== "|" && header !== "|-") throw GIVE_UP;
    this.#at++;
    const body: string[] = [];
    let depth = -1;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      const here = this.#indent();
      if (line === "") {
        if (depth < 0 || here > depth) throw GIVE_UP;
        body.push("");
        continue;
      }
      if (here <= indent) break;
      if (depth < 0) depth = here;
      if (here < depth) throw GIVE_UP;
      body.push(" ".repeat(here - depth) + line);
    }
    if (depth < 0) throw GIVE_UP;
    let end = body.length;
    while (end > 0 && body[end - 1] === "") end--;
    const text = body.slice(0, end).join("\n");
    // A `|` text ends with a line break, unless the file ends before one.
    if (header === "|" && this.#at >= this.#lines.length && end === body.length) throw GIVE_UP;
    return header === "|-" ? text : `${text}\n`;
  }
}

function opensBlock(rest: string): boolean {
  if (rest.charCodeAt(0) === 45 && (rest.length === 1 || rest.charCodeAt(1) === 32)) return true;
  return KEY.test(rest) || QUOTED_KEY.test(rest) || (!/^[[{"'|>]/.test(rest) && WORDY_KEY.test(rest));
}

/** The text of a quoted scalar at the start, and how many characters it took. */
function quoted(source: string): [string, number] {
  if (source.charCodeAt(0) === 34) {
    const end = endOfString(source, 0);
    try {
      // The escapes of JSON mean the same in YAML; a text with others is no JSON.
      return [JSON.parse(source.slice(0, end)) as string, end];
    } catch {
      throw GIVE_UP;
    }
  }
  let end = source.indexOf("'", 1);
  while (end >= 0 && source.charCodeAt(end + 1) === 39) end = source.indexOf("'", end + 2);
  if (end < 0) throw GIVE_UP;
  return [source.slice(1, end).replaceAll("''", "'"), end + 1];
}

/** An unquoted scalar up to the end of the line or a comment. */
function plain(rest: string): unknown {
  const comment = rest.indexOf(" #");
  const text = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  const first = text.charCodeAt(0);
  // - ? : at the start, and the indicators that never start a plain scalar.
  if (/^(?:[!&*>%@`,\]}|#?:"']|-(?: |$))/.test(text) || Number.isNaN(first)) throw GIVE_UP;
  if (text.includes(": ") || text.endsWith(":")) throw GIVE_UP;
  return scalar(text);
}

/** A plain scalar's value in YAML's core schema; unusual numbers are left to the full parser. */
function scalar(text: string): unknown {
  switch (text) {
    case "true": case "True": case "TRUE": return true;
    case "false": case "False": case "FALSE": return false;
    case "null": case "Null": case "NULL": case "~": case "": return null;
  }
  if (!NUMBER_LIKE.test(text)) return text;
  if (/^(?:0|-?[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  if (/^-?(?:0|[1-9][0-9]{0,9})\.[0-9]{1,9}$/.test(text)) return Number(text);
  if (/^[-+]?[.0-9][.0-9a-fA-FxXoO_eE+-]*$/.test(text) || /^[-+]?\.(?:inf|nan)$/i.test(text)) {
    // Days, versions and dotted ids are text for sure; everything else that could be a number is not ours.
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) || /^\d+(?:\.\d+){2,}$/.test(text)) return text;
    throw GIVE_UP;
  }
  return text;
}

/** `[a, b]` and `{ a: 1, b: [c] }` on one line. */
class Flow {
  at = 0;
  #depth = 0;
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }

  value(): unknown {
    const char = this.#peek();
    if (char === "[" || char === "{") {
      if (++this.#depth > DEEPEST) throw GIVE_UP;
      const value = char === "[" ? this.#list() : this.#mapping();
      this.#depth--;
      return value;
    }
    if (char === '"' || char === "'") {
      const [text, length] = quoted(this.#source.slice(this.at));
      this.at += length;
      return text;
    }
    return scalar(this.#word());
  }

  #peek(): string {
    while (this.#source.charCodeAt(this.at) === 32) this.at++;
    const char = this.#source[this.at];
    if (char === undefined) throw GIVE_UP;
    return char;
  }

  #word(): string {
    const start = this.at;
    const first = this.#source[start] ?? "";
    if (/[!&*>%@`|#?:,\]}-]/.test(first) && !/^-[0-9]/.test(this.#source.slice(start, start + 2))) throw GIVE_UP;
    for (; ; this.at++) {
      const char = this.#source[this.at];
      if (char === undefined) throw GIVE_UP;
      if (char === "," || char === "]" || char === "}") break;
      if (char === "[" || char === "{" || char === '"' || char === "#") throw GIVE_UP;
      if (char === ":") {
        const next = this.#source[this.at + 1];
        if (next === " " || next === undefined || next === "," || next === "]" || next === "}") break;
      }
    }
    return this.#source.slice(start, this.at).trimEnd();
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.at++;
    if (this.#peek() === "]") return this.at++, items;
    for (;;) {
      const before = this.#peek();
      if (before === "," || before === "]") throw GIVE_UP;
      items.push(this.value());
      const char = this.#peek();
      this.at++;
      if (char === "]") return items;
      if (char !== ",") throw GIVE_UP;
    }
  }

  #mapping(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    this.at++;
    if (this.#peek() === "}") return this.at++, map;
    for (;;) {
      const first = this.#peek();
      let key: unknown;
      if (first === '"' || first === "'") throw GIVE_UP;
      key = scalar(this.#word());
      if (typeof key !== "string" || key === "" || key === "__proto__" || key === "<<" || Object.hasOwn(map, key)) throw GIVE_UP;
      if (this.#peek() !== ":" || this.#source[this.at + 1] !== " ") throw GIVE_UP;
      this.at++;
      const next = this.#peek();
      if (next === "," || next === "}") throw GIVE_UP;
      map[key] = this.value();
      const char = this.#peek();
      this.at++;
      if (char === "}") return map;
      if (char !== ",") throw GIVE_UP;
    }
  }
}
