import { parse } from "yaml";
import type { MatrixDocument } from "#core/model/document.ts";
import { commonLines } from "./lines.ts";
import { rewriteYaml } from "./write.ts";

/**
 * The text of a matrix file that says `document`: lines that say what they said stay as they were written, spaces and
 * all. Only what differs is written anew, with the brackets the file uses. JSON stays JSON. `text` must be valid.
 */
export function amendText(text: string, document: MatrixDocument): string {
  if (/^\s*\{/.test(text)) return `${JSON.stringify(document, null, 2)}\n`;
  const written = text.replace(/\r\n/g, "\n");
  const after = rewriteYaml(written, document);
  const meant = JSON.stringify(parse(after));
  const says = (candidate: string | undefined): candidate is string => {
    try {
      return candidate !== undefined && JSON.stringify(parse(candidate)) === meant;
    } catch {
      return false;
    }
  };
  // The same way of writing without the change shows which lines are changed by the change.
  const before = rewriteYaml(written, parse(written) as MatrixDocument);
  const [ours, base, theirs] = [written, before, after].map((one) => one.split("\n")) as [string[], string[], string[]];
  const found = [merged(ours, base, theirs, likeThe(written)), merged(ours, base, theirs, (line) => line)].find(says) ?? after;
  return text.includes("\r\n") ? found.replace(/\n/g, "\r\n") : found;
}

/** `ours` where `theirs` is as `base`, else `theirs`. Nothing where the three have too little in common. */
function merged(ours: readonly string[], base: readonly string[], theirs: readonly string[], style: (line: string) => string): string | undefined {
  const bare = (line: string): string => line.replace(/\s+/g, "");
  const own = commonLines(base.map(bare), ours.map(bare));
  const changed = commonLines(base, theirs);
  if (!own || !changed) return undefined;
  const inOurs = new Map(own);
  const out: string[] = [];
  let [o, b, t] = [0, 0, 0];
  const between = (toOurs: number, toBase: number, toTheirs: number): void => {
    const [was, is] = [base.slice(b, toBase), theirs.slice(t, toTheirs)];
    const mine = ours.slice(o, toOurs);
    // What is added before or behind lines leaves those as they are.
    const [behind, front] = [was.every((line, i) => line === is[i]), was.every((line, i) => line === is[is.length - was.length + i])];
    const anew = behind ? is.slice(was.length) : front ? is.slice(0, is.length - was.length) : is;
    const by = shiftOf(anew, [[mine[0], was[0]], [ours[toOurs], theirs[toTheirs]], [ours[o - 1], theirs[t - 1]]]);
    out.push(...(behind ? mine : []), ...anew.map((line) => moved(style(line), by)), ...(front && !behind ? mine : []));
  };
  for (const [i, j] of changed) {
    const mine = inOurs.get(i);
    if (mine === undefined) continue;
    between(mine, i, j);
    out.push(ours[mine] as string);
    [o, b, t] = [mine + 1, i + 1, j + 1];
  }
  between(ours.length, base.length, theirs.length);
  return out.join("\n");
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const moved = (line: string, by: number): string => (line === "" ? line : by < 0 ? line.slice(Math.min(-by, indentOf(line))) : " ".repeat(by) + line);

/** How much further in the file's own lines stand than the usual layout: as what they replace, else as the line after them, else before. */
function shiftOf(lines: readonly string[], [replaced, next, last]: readonly (readonly [string | undefined, string | undefined])[]): number {
  const first = indentOf(lines[0] ?? "");
  if (first === 0) return 0;
  const by = (pair: readonly [string | undefined, string | undefined] | undefined): number | undefined => (pair?.[0]?.trim() && pair[1]?.trim() ? indentOf(pair[0]) - indentOf(pair[1]) : undefined);
  return by(replaced) ?? (indentOf(next?.[1] ?? "") === first ? by(next) : undefined) ?? by(last) ?? 0;
}

/** Brackets with or without a space inside, as most of those in a text. */
function likeThe(text: string): (line: string) => string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const tightLists = count(/\[(?=[^\s\]])/g) > count(/\[ (?=[^\s\]])/g);
  const tightMaps = count(/\{(?=[^\s}])/g) > count(/\{ (?=[^\s}])/g);
  return (line) => {
    const lists = tightLists ? line.replace(/\[ (?=\S)/g, "[").replace(/(?<=\S) \]/g, "]") : line;
    return tightMaps ? lists.replace(/\{ (?=\S)/g, "{").replace(/(?<=\S) \}/g, "}") : lists;
  };
}
