import { WHO, type Column } from "./column.ts";
import { readControls } from "./controls.ts";
import { oneLine, type Grid } from "./grid.ts";
import { legendOfRow, type Meaning } from "./legend.ts";
import { readLetters } from "./letters.ts";

/** What a row under the header is. */
export type RowKind = "activity" | "section" | "legend" | "total" | "note" | "blank" | "more" | "maybe-section";

export interface Body {
  /** One kind for every row from `from` on; index 0 is row `from`. */
  readonly kinds: readonly RowKind[];
  readonly legend: ReadonlyMap<string, Meaning>;
}

/** Tells activities from headings, legends, totals and notes. */
export function bodyOf(grid: Grid, from: number, until: number, columns: readonly Column[]): Body {
  const legend = new Map<string, Meaning>();
  const kinds: RowKind[] = [];
  const who = columns.filter((column) => WHO.has(column.kind));
  const title = columns.find((column) => column.kind === "title");
  let explained = false;
  for (let row = from; row < until; row++) {
    const entries = legendOfRow(grid, row);
    if (entries.size > 0 && !who.some((column) => saysWho(grid, row, column))) {
      for (const [letter, meaning] of entries) legend.set(letter, meaning);
      kinds.push("legend");
    } else kinds.push(explained && explainsLetter(grid, row, who) ? "legend" : kindOf(grid, row, columns, who, title));
    // A legend goes on until another kind of row ends it.
    const kind = kinds.at(-1);
    if (kind !== "blank") explained = kind === "legend";
  }
  return { kinds: settled(kinds, columns), legend };
}

/** A letter and words beside it, under other rows of a legend: `Q | asks the auditor`. */
const explainsLetter = (grid: Grid, row: number, who: readonly Column[]): boolean => {
  const [letter, words, ...more] = grid.filled(row);
  return letter !== undefined && words !== undefined && more.length === 0 && /^[\p{L}✓✔?*]{1,2}$/u.test(grid.text(row, letter)) && grid.text(row, words).length > 2 && !who.some((column) => saysWho(grid, row, column));
};

const saysWho = (grid: Grid, row: number, column: Column): boolean => {
  const text = grid.text(row, column.index);
  return text !== "" && (column.kind !== "role" || ["codes", "undecided"].includes(readLetters(text).kind)) && !/[=:]/.test(text);
};

function kindOf(grid: Grid, row: number, columns: readonly Column[], who: readonly Column[], title: Column | undefined): RowKind {
  const filled = grid.filled(row);
  if (filled.length === 0) return "blank";
  const texts = filled.map((column) => oneLine(grid.text(row, column)));
  const saying = filled.filter((_, i) => readLetters(texts[i] ?? "").kind !== "nothing");
  const first = saying[0];
  if (first === undefined) return "blank";
  const words = oneLine(grid.text(row, first));
  if (/^(?:grand |sub-?)?totals?\b|^(?:count|sum)\b.{0,20}$/i.test(words) && filled.slice(1).every((column) => /^[\d.,%\s-]*$/.test(grid.text(row, column)))) return filled.length > 1 ? "total" : "maybe-section";
  if (/^(?:legend|key|raci (?:key|legend))\b.{0,12}$/i.test(words) && saying.length === 1) return "legend";
  if (title && grid.text(row, title.index) === "" && grid.continues(row, title.index) && who.some((column) => grid.text(row, column.index) !== "")) return "more";
  if (saying.length > 1) return numbersBelow(grid, row, saying, columns, title) ? "section" : "activity";
  if (/^(?:notes?|sources?|disclaimer|remarks?|\*+|†)\s*[:.)\]-]|^\*/i.test(words) || words.length > 240) return title?.index === first && words.length <= 240 ? "activity" : "note";
  if (who.some((column) => column.index === first)) return "activity";
  if (grid.reaches(row, first) - first >= 2) return "section";
  // `Identity | --- | --- |`: dashes all the way are a heading; a lone dash somewhere is an empty cell.
  if (filled.length > 2 && filled.length - 1 >= who.length) return "section";
  if (filled.length > 1 || who.length === 0) return "activity";
  const kind = columns[first]?.kind;
  // Words in the column of numbers are the heading of the rows below.
  if (kind === "id" && /\p{L}{2,}.*\p{L}/u.test(words) && (/\s/.test(words) || /^\p{L}{4,}$/u.test(words))) return "section";
  if (kind === "control" || kind === "id" || readControls(words, columns[first]?.header ?? "")) return "activity";
  if (title && first === title.index) return columns.some((column) => column.kind === "area" && column.content.filled > 0) ? "activity" : "maybe-section";
  return kind === "area" || (title && first < title.index) ? "section" : "note";
}

/** `1 | Monitoring` above `1.1 | Watch the alerts`: a number and a title, and the rows below go on counting from it. */
function numbersBelow(grid: Grid, row: number, saying: readonly number[], columns: readonly Column[], title: Column | undefined): boolean {
  const [id, name, ...more] = saying;
  if (id === undefined || name === undefined || more.length > 0 || columns[id]?.kind !== "id" || name !== title?.index) return false;
  const number = grid.text(row, id).replace(/[.)\s]+$/, "");
  let below = row + 1;
  while (below < grid.height && grid.filled(below).length === 0) below++;
  return /^[\w.-]{1,12}$/.test(number) && grid.text(below, id).startsWith(`${number}.`);
}

/** A title alone is a heading when activities follow it, and an activity nobody is named for otherwise. */
function settled(kinds: RowKind[], columns: readonly Column[]): RowKind[] {
  const certain = kinds.includes("section");
  const control = columns.some((column) => column.kind === "id" && column.content.filled > 0);
  const following = new Array<RowKind | undefined>(kinds.length);
  let below: RowKind | undefined;
  for (let i = kinds.length - 1; i >= 0; i--) {
    following[i] = below;
    if (kinds[i] !== "blank") below = kinds[i];
  }
  return kinds.map((kind, i) => {
    if (kind !== "maybe-section") return kind;
    const next = following[i];
    if (next !== "activity") return next === "maybe-section" && control ? "section" : "activity";
    if (control) return "section";
    return certain ? "activity" : "maybe-section";
  });
}
