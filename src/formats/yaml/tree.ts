/** How large a tree of plain values is; aliases count each time they are used. */
export interface TreeSize {
  readonly values: number;
  readonly keys: number;
  /** Levels of lists and mappings, from 1. */
  readonly depth: number;
}

/** Measured without recursion, because the trees it is asked about may be a bomb. Stops behind `most` values or levels. */
export function sizeOfTree(root: unknown, most: { readonly values: number; readonly depth: number }): TreeSize {
  let values = 0;
  let keys = 0;
  let depth = 0;
  const waiting: unknown[] = [root];
  const levels: number[] = [1];
  while (waiting.length > 0 && values <= most.values && depth <= most.depth) {
    const value = waiting.pop();
    const level = levels.pop() as number;
    values++;
    if (typeof value !== "object" || value === null) continue;
    if (level > depth) depth = level;
    const items = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
    if (!Array.isArray(value)) keys += items.length;
    for (const item of items) {
      waiting.push(item);
      levels.push(level + 1);
    }
  }
  return { values, keys, depth };
}

/** How many `"key":` a JSON text has. Strings are skipped as wholes, so colons inside them do not count. */
export function keysWritten(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = endOfString(text, at);
    while (BLANK.has(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) === COLON) keys++;
  }
  return keys;
}

/** The index behind the double-quoted string that begins at `start`; the end of the text if it never closes. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;
const BLANK: ReadonlySet<number> = new Set([9, 10, 13, 32]);
