import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { say } from "../words.ts";
import { clearCells, editsBetween, MANY_ROWS, toggleLetter, writeCell, written } from "./cell-edits.ts";
import { pasteInto } from "./exchange.ts";
import { fillRange } from "./fill.ts";
import type { Command } from "./keys.ts";
import type { Look } from "./look.ts";
import { byCell } from "./marks.ts";
import { nextFinding } from "./next-finding.ts";
import type { Outcome } from "./outcome.ts";
import { addRow, deleteRows, duplicateRows, moveRows } from "./row-edits.ts";
import { cellsIn, chosenParts, chosenRange, chosenRanges, columnAt, extentOf, lineAt, rowAt, writtenSpot, type Scene } from "./scene.ts";
import { at, column, everything, extended, rows, within, type Selection, type Spot } from "./selection.ts";

/** Where one goes from a cell that was written; `all` writes every chosen cell. */
export type Then = "down" | "up" | "right" | "left" | "stay" | "all";

const NOTHING: Outcome = {};
const said = (text: string): Outcome => ({ said: text });

/** What a command does to a scene. Nothing is changed here: the outcome says what is to be done. */
export function perform(command: Command, scene: Scene): Outcome {
  const { selection, writable } = scene;
  switch (command.do) {
    case "go": {
      const { line, column: at_ } = selection.head;
      return moved(scene, { line: line + command.lines, column: at_ + command.columns }, command.extend);
    }
    case "edge": return moved(scene, edge(command.to, scene), command.extend);
    case "next": return next(scene, command.back);
    case "select": return { selection: select(command.what, scene) };
    case "fold": return fold(scene, command.open);
    case "finding": {
      const spot = nextFinding(scene, command.back);
      return spot ? { selection: at(spot) } : said(say("grid.said.no-findings"));
    }
    case "view": return { look: { ...scene.look, view: scene.look.view === "lanes" ? "raci" : "lanes" } };
    case "undo": case "redo": case "find": case "panel": case "talk": case "explain": case "escape": case "keys": return { call: command.do };
    case "menu": return { call: command.rows ? "menu" : "column-menu" };
    default: return writable ? write(command, scene) : said(say("grid.reading"));
  }
}

type Writing = Exclude<Command, { do: "go" | "edge" | "next" | "select" | "fold" | "finding" | "view" | "undo" | "redo" | "find" | "panel" | "talk" | "explain" | "escape" | "keys" | "menu" }>;

/** Who performs now, and who did: a lane is one key, and what it does to the roles must not go unseen. */
function handedOver(before: readonly Activity[], after: readonly (Activity | Unreadable)[], { roles }: MatrixDocument): string {
  const performers = (rows: readonly (Activity | Unreadable)[]): string[] => {
    const ids = new Set(rows.flatMap((row) => (row instanceof Unreadable ? [] : row.assignments.flatMap(({ role, letter }) => (letter === "R" ? [role as string] : [])))));
    return roles.flatMap(({ id, name }) => (ids.has(id) ? [name] : []));
  };
  const [was, is] = [performers(before), performers(after)];
  const gone = was.filter((name) => !is.includes(name));
  const list = (names: readonly string[]): string => (names.length > 3 ? `${names.slice(0, 2).join(", ")} …` : names.join(", "));
  return gone.length === 0 ? say("grid.said.lane.now", { is: list(is) }) : say("grid.said.lane.over", { is: list(is), was: list(gone) });
}

function write(command: Writing, scene: Scene): Outcome {
  const { document, selection } = scene;
  const range = chosenRange(scene);
  const ranges = chosenRanges(scene);
  const parts = chosenParts(scene);
  const chosen = parts.map(({ row }) => row);
  const cells = cellsIn(scene.arrangement, ranges);
  const made = (edits: readonly Edit[], what: string, more: Outcome = NOTHING): Outcome => (edits.length > 0 ? { ...more, edits, what } : said(say("grid.said.nothing")));
  switch (command.do) {
    case "edit": {
      const spot = writtenSpot(scene);
      return spot ? { editing: { text: command.text, spot } } : NOTHING;
    }
    case "letter": {
      const n = parts.reduce((sum, { columns }) => sum + columns.filter(({ kind }) => kind === "role").length, 0);
      return made(toggleLetter(parts, command.letter), say("grid.what.letter", { letter: command.letter, cells: n }));
    }
    case "lane": {
      const lane = scene.cast.all.find(({ kind }) => kind === "lane");
      const after = chosen.map((row) => (lane ? written(row, lane, command.lane) : row));
      const edits = after.flatMap((read, i) => (read instanceof Unreadable ? [] : editsBetween(chosen[i] ?? read, read, chosen.length > MANY_ROWS)));
      const failed = after.some((read) => read instanceof Unreadable);
      if (edits.length === 0) return failed ? said(say("grid.said.lane")) : NOTHING;
      return { edits, what: say("grid.what.lane", { n: chosen.length, lane: command.lane }), said: failed ? say("grid.said.lane") : handedOver(chosen, after, document) };
    }
    case "clear": return made(clearCells(parts), say("grid.what.clear", { n: cells }));
    case "fill": {
      const laid = ranges.map((one) => fillRange(scene, one, command.way));
      const n = laid.reduce((sum, one) => sum + one.cells, 0);
      return made(laid.flatMap(({ edits }) => edits), say("grid.what.fill", { n }), said(say("grid.said.filled", { n })));
    }
    case "fix": {
      const row = rowAt(scene, selection.head.line);
      if (!row) return NOTHING;
      const here = byCell(scene.marks.get(row.id), row, scene.layout.columns).get(columnAt(scene, selection.head.column)?.key ?? "") ?? [];
      const fix = [...here, ...(scene.marks.get(row.id) ?? [])].find((finding) => finding.fix)?.fix;
      return fix ? { edits: fix.edits, what: say("grid.what.fix", { label: fix.label }), said: say("grid.said.fixed", { label: fix.label }) } : said(say("grid.said.no-fix"));
    }
    case "add": return adding(scene);
    case "duplicate": {
      if (chosen.length === 0) return NOTHING;
      const { edits, ids } = duplicateRows(document, chosen);
      return { edits, what: say("grid.what.duplicate", { n: chosen.length }), look: seen(scene.look, ids), ...(ids[0] === undefined ? {} : { to: ids[0] }) };
    }
    case "delete-rows": return made(deleteRows(chosen), say("grid.what.delete", { n: chosen.length }), { said: say("grid.said.deleted", { n: chosen.length, title: chosen[0]?.title ?? "" }), selection: at({ line: range.top, column: selection.head.column }) });
    case "move": {
      if (scene.look.sort) return said(say("grid.said.sorted"));
      if (ranges.length > 1) return said(say("grid.said.one-range"));
      const neighbour = rowAt(scene, command.way === "up" ? range.top - 1 : range.bottom + 1);
      return neighbour ? made(moveRows(document, chosen, neighbour, command.way), say("grid.what.move", { n: chosen.length })) : NOTHING;
    }
  }
}

/**
 * A text that was typed into a cell, and where to go from there; or why it cannot be read. `all` writes it into every
 * chosen cell, and the selection stays.
 */
export function commit(scene: Scene, text: string, then: Then, spot: Spot | undefined = writtenSpot(scene)): Outcome | Unreadable {
  const row = spot && rowAt(scene, spot.line);
  const here = spot && columnAt(scene, spot.column);
  if (!spot || !row || !here) return NOTHING;
  const edits = text.trim() === here.show(row) ? [] : writeCell(row, here, text);
  if (edits instanceof Unreadable) return edits;
  if (then === "all" && cellsIn(scene.arrangement, chosenRanges(scene)) > 1) return pasteInto(scene, text);
  const step = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1], stay: [0, 0], all: [0, 0] }[then] as [number, number];
  const selection = at(within({ line: spot.line + step[0], column: spot.column + step[1] }, extentOf(scene)));
  return edits.length === 0 ? { selection } : { selection, edits, what: say("grid.what.write", { column: here.title, title: row.title }) };
}

/** A new row behind the chosen one, its title ready to be written. */
function adding(scene: Scene): Outcome {
  const line = lineAt(scene, scene.selection.head.line);
  const behind = line?.kind === "row" ? rowAt(scene, scene.selection.head.line) : rowAt(scene, scene.selection.head.line + 1);
  const { edits, id } = addRow(scene.document, behind?.id ?? scene.document.activities.at(-1)?.id, say("grid.new"));
  return { edits, what: say("grid.what.add"), look: seen(scene.look, [id]), to: id, editing: { text: "" } };
}

const seen = (look: Look, ids: readonly string[]): Look => ({ ...look, always: new Set([...look.always, ...ids]) });

function moved(scene: Scene, to: Spot, extend: boolean): Outcome {
  const spot = within(to, extentOf(scene));
  return { selection: extend ? extended(scene.selection, spot) : at(spot) };
}

function edge(to: string, scene: Scene): Spot {
  const { lines, columns } = extentOf(scene);
  const { line, column: now } = scene.selection.head;
  switch (to) {
    case "line-start": case "left": return { line, column: 0 };
    case "line-end": case "right": return { line, column: columns - 1 };
    case "first": return { line: 0, column: 0 };
    case "last": return { line: lines - 1, column: columns - 1 };
    case "page-up": return { line: line - scene.page, column: now };
    case "page-down": return { line: line + scene.page, column: now };
    default: return { line: to === "up" ? 0 : lines - 1, column: now };
  }
}

/** The next cell in reading order; behind the last one the focus leaves the grid. */
function next(scene: Scene, back: boolean): Outcome {
  const { lines, columns } = extentOf(scene);
  const { line, column: now } = scene.selection.head;
  const step = back ? -1 : 1;
  const across = lineAt(scene, line)?.kind === "group" ? (back ? -1 : columns) : now + step;
  const spot = across < 0 ? { line: line - 1, column: columns - 1 } : across >= columns ? { line: line + 1, column: 0 } : { line, column: across };
  return spot.line < 0 || spot.line >= lines ? { call: "leave" } : { selection: at(spot) };
}

function select(what: "all" | "row" | "column", scene: Scene): Selection {
  const { anchor, head } = scene.selection;
  if (what === "all") return everything(head);
  return what === "row" ? rows(anchor.line, head.line, head.column) : column(anchor.column, head.column, head.line);
}

function fold({ look, selection, arrangement }: Scene, open: boolean | undefined): Outcome {
  const line = arrangement.lines[selection.head.line];
  if (line?.kind !== "group" || open === !line.folded) return NOTHING;
  const key = line.key.slice("group:".length);
  const folded = new Set(look.folded);
  if (line.folded) folded.delete(key);
  else folded.add(key);
  return { look: { ...look, folded } };
}
