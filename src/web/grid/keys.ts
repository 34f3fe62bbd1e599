import { LETTERS, type Letter } from "#core/model/activity.ts";

/** What a key asks of the grid. */
export type Command =
  | { readonly do: "go"; readonly lines: number; readonly columns: number; readonly extend: boolean }
  /** To an edge: of the line, of the grid, or a page. */
  | { readonly do: "edge"; readonly to: "line-start" | "line-end" | "first" | "last" | "page-up" | "page-down" | "up" | "down" | "left" | "right"; readonly extend: boolean }
  /** To the next cell in reading order. */
  | { readonly do: "next"; readonly back: boolean }
  | { readonly do: "edit"; readonly text?: string }
  | { readonly do: "letter"; readonly letter: Letter }
  | { readonly do: "lane"; readonly lane: string }
  | { readonly do: "fold"; readonly open: boolean | undefined }
  | { readonly do: "fill"; readonly way: "down" | "right" }
  | { readonly do: "select"; readonly what: "all" | "row" | "column" }
  | { readonly do: "move"; readonly way: "up" | "down" }
  | { readonly do: "finding"; readonly back: boolean }
  | { readonly do: "clear" | "fix" | "add" | "duplicate" | "delete-rows" }
  | { readonly do: "undo" | "redo" | "find" | "view" | "escape" | "panel" | "talk" | "explain" | "keys" }
  /** The menu of the cell: of its rows and its column, or of the column alone. */
  | { readonly do: "menu"; readonly rows: boolean };

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the key was pressed. */
export interface Where {
  readonly on: "group" | "role" | "lane" | "other";
}

const ARROWS: Readonly<Record<string, readonly [number, number, "up" | "down" | "left" | "right"]>> = { ArrowUp: [-1, 0, "up"], ArrowDown: [1, 0, "down"], ArrowLeft: [0, -1, "left"], ArrowRight: [0, 1, "right"] };

/** The command of a key, as in a spreadsheet; nothing where the key is not the grid's. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed, { on }: Where): Command | undefined {
  const strong = ctrlKey || metaKey;
  const arrow = ARROWS[key];
  if (arrow) {
    const [lines, columns, to] = arrow;
    if (altKey && !strong) return lines === 0 ? undefined : shiftKey ? { do: "move", way: to as "up" | "down" } : to === "down" ? { do: "menu", rows: false } : undefined;
    if (on === "group" && columns !== 0 && !shiftKey) return { do: "fold", open: columns > 0 };
    return strong ? { do: "edge", to, extend: shiftKey } : { do: "go", lines, columns, extend: shiftKey };
  }
  if (key === "Home") return { do: "edge", to: strong ? "first" : "line-start", extend: shiftKey };
  if (key === "End") return { do: "edge", to: strong ? "last" : "line-end", extend: shiftKey };
  if (key === "PageUp" || key === "PageDown") return { do: "edge", to: key === "PageUp" ? "page-up" : "page-down", extend: shiftKey };
  if (key === "Tab") return strong || altKey ? undefined : { do: "next", back: shiftKey };
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) return { do: "menu", rows: true };
  if (key === "?" && !strong && !altKey) return { do: "keys" };
  if (key === "Escape") return { do: "escape" };
  if (key === "F8") return { do: "finding", back: shiftKey };
  // As spreadsheets open the comment of a cell.
  if (key === "F2" && shiftKey) return { do: "talk" };
  if (key === "F2") return on === "group" ? undefined : { do: "edit" };
  if (key === "F1") return { do: "explain" };
  if (key === "Enter") return altKey ? { do: "fix" } : strong ? { do: "panel" } : on === "group" ? { do: "fold", open: undefined } : shiftKey ? { do: "go", lines: -1, columns: 0, extend: false } : { do: "edit" };
  if (key === "Delete" || key === "Backspace") return strong ? { do: "delete-rows" } : { do: "clear" };
  if (key === "Insert") return { do: "add" };
  if (key === " ") return strong ? { do: "select", what: "column" } : shiftKey ? { do: "select", what: "row" } : on === "group" ? { do: "fold", open: undefined } : undefined;
  if (strong && !altKey) return withStrong(key.toLowerCase(), shiftKey);
  if (strong || altKey || key.length !== 1 || on === "group") return undefined;
  if (key.toLowerCase() === "v" && (on === "role" || on === "lane")) return { do: "view" };
  const letter = LETTERS.find((one) => one === key.toUpperCase());
  // A letter is all that a cell of the grid can begin with.
  if (on === "role") return letter ? { do: "letter", letter } : key === "=" ? { do: "edit" } : undefined;
  if (on === "lane") return LANES[key.toLowerCase()] === undefined ? { do: "edit", text: key } : { do: "lane", lane: LANES[key.toLowerCase()] as string };
  return { do: "edit", text: key };
}

const LANES: Readonly<Record<string, string>> = { c: "Client", p: "Provider", s: "Shared" };

function withStrong(key: string, shift: boolean): Command | undefined {
  switch (key) {
    case "a": return { do: "select", what: "all" };
    case "d": return shift ? { do: "duplicate" } : { do: "fill", way: "down" };
    case "r": return shift ? undefined : { do: "fill", way: "right" };
    case "z": return { do: shift ? "redo" : "undo" };
    case "y": return { do: "redo" };
    case "f": return shift ? undefined : { do: "find" };
    case "'": return { do: "view" };
    default: return undefined;
  }
}
