import { REMARKS, type Column } from "./column.ts";
import type { Desk } from "./desk.ts";
import { readAbout } from "./read-about.ts";
import { readInherited, readLetterCell, readMarkedSide } from "./read-letters.ts";
import { readLetters } from "./letters.ts";
import { namesStillOpen } from "./names.ts";
import { assign, keep, LONGEST_TEXT, type RowDraft } from "./row-draft.ts";
import { isUndecided, STILL_OPEN } from "./undecided.ts";
import { laneSides, namedRoles, readNamed, readOwner } from "./who.ts";

/** No list of names or letters is longer than this. */
const LONGEST_WHO = 2_000;
const NAMES = new Set<Column["kind"]>(["role", "lane-mark", "lane", "inherited", "names", "primary", "secondary", "owner", "approver", "initiator", "acceptor", "validator"]);

/** Reads every cell of a row into the draft; what cannot be read is listed with its reason. */
export function readRow(desk: Desk, index: number, row: RowDraft): void {
  // Prose says who does what of a row; it is read once the row's letters are known.
  for (const column of desk.plan.reading) {
    const text = desk.grid.text(index, column.index);
    if (text === "" || column.kind === "title") continue;
    if (text.length > LONGEST_TEXT) desk.tally.unread(index, column.index, "the text is longer than 20,000 characters; the rest is cut off");
    if (/^#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text)) {
      desk.tally.unread(index, column.index, "the formula gives an error");
      continue;
    }
    if (text.length > LONGEST_WHO && NAMES.has(column.kind)) {
      desk.tally.unread(index, column.index, "it is too long to be letters or names");
      continue;
    }
    const why = stillOpen(desk, index, column, text, row) ?? readCell(desk, index, column, text, row);
    if (why === undefined) desk.tally.understood(index, column.index);
    else desk.tally.unread(index, column.index, why);
  }
  bothSides(desk, row);
}

/** Kinds whose words stay as they are, where an open question is seen like any other text. */
const WORDS = new Set<Column["kind"]>(["id", "area", "note", "kept", "goal", "result", "procedure", "escalation", "prose"]);

/** `TBD` under a role or instead of a name is neither nothing nor a name: it stays in sight, and is listed. */
function stillOpen(desk: Desk, index: number, column: Column, text: string, row: RowDraft): string | undefined {
  if (WORDS.has(column.kind) || (!NAMES.has(column.kind) && REMARKS.test(column.header))) return undefined;
  const whole = isUndecided(text);
  if (!whole && !(NAMES.has(column.kind) && column.kind !== "role" && column.kind !== "lane-mark" && namesStillOpen(text))) return undefined;
  // What else the cell names is taken all the same.
  if (!whole) readCell(desk, index, column, text, row);
  keep(row, headerOf(desk, index, column), text);
  return STILL_OPEN;
}

const headerOf = ({ grid }: Desk, index: number, column: Column): string => column.header || `Column ${grid.at(index, column.index).replace(/\d+$/, "")}`;

/** One side is named, and the columns of both describe work: the sheet contradicts itself, so the reader decides. */
function bothSides({ ask, grid, plan }: Desk, row: RowDraft): void {
  if (new Set(row.said.map(({ role }) => role)).size < 2) return;
  const sheet = grid.sheet.name;
  const named = plan.columns.find(({ kind }) => kind === "lane")?.header ?? "";
  const answer = ask(
    {
      id: `both:${sheet}`, sheet, otherwise: "named", text: `\`${named}\` names one side, and the columns of both sides describe work: who does such a row?`,
      options: [{ value: "named", label: "the side that is named" }, { value: "shared", label: "both sides, as described" }],
    },
    row.place,
  );
  if (answer === "shared") {
    for (const { role, text } of row.said) {
      assign(row, role, "R");
      row.does.push({ role, text });
    }
  }
  row.said = [];
}

/** `None`, `see above` and `N/A` under a side's header are no work of it. */
const readsAsWork = (text: string): boolean => text.length > 20 && !/^(?:n\/?a|none|no |not applicable|see )/i.test(text);

/** @returns why the cell could not be read, or nothing. */
function readCell(desk: Desk, index: number, column: Column, text: string, row: RowDraft): string | undefined {
  const { cast, ask, sides, grid } = desk;
  const sheet = grid.sheet.name;
  const place = grid.at(index, column.index);
  const header = headerOf(desk, index, column);
  switch (column.kind) {
    case "role":
      return readLetterCell(desk, column, text, place, row);
    case "lane-mark":
      return readMarkedSide(desk, column, text, row, sheet, place);
    case "lane": {
      const lane = laneSides(text, sides, sheet, ask, place);
      if (!lane) return /^(?:n\/?a|none|nobody|-+)$/i.test(text) ? undefined : "it names no side that is known";
      for (const side of lane.sides) assign(row, cast.lane(side), "R", { condition: lane.reading.qualifier });
      return undefined;
    }
    case "inherited":
      return readInherited(desk, text, row, header);
    case "names":
      return readNamed(row, text, column.letter ?? "R", sides, cast) || readLetters(text).kind === "nothing" ? undefined : "it names nobody";
    case "prose":
      return readProse(desk, column, text, row, header);
    case "primary":
    case "secondary":
      if (/\bshared\b/i.test(text) && column.kind === "secondary") keep(row, header, text);
      return readOwner(row, text, column.kind === "primary", sides, cast) || readLetters(text).kind === "nothing" ? undefined : "it names nobody";
    case "owner": {
      const letter = ask({ id: `owner:${sheet}`, sheet, text: `does \`${header}\` own the result, or do the work?`, otherwise: "A", options: [{ value: "A", label: "owns the result (Accountable)" }, { value: "R", label: "does the work (Responsible)" }, { value: "leave-out", label: "leave out" }] }, place);
      if (letter === "leave-out") keep(row, header, text);
      else readNamed(row, text, letter as "A" | "R", sides, cast);
      return undefined;
    }
    case "approver": {
      const as = ask({ id: `approver:${sheet}`, sheet, text: `what is the role of \`${header}\`?`, otherwise: "approver", options: [{ value: "approver", label: "must approve, beside the letters" }, { value: "A", label: "Accountable" }, { value: "C", label: "Consulted" }, { value: "leave-out", label: "leave out" }] }, place);
      if (as === "approver") row.fields.approvers = [...new Set([...(row.fields.approvers ?? []), ...namedRoles(text, sides, cast).map((one) => one.role)])];
      else if (as === "leave-out") keep(row, header, text);
      else readNamed(row, text, as as "A" | "C", sides, cast);
      return undefined;
    }
    case "initiator":
    case "acceptor": {
      const [first, ...others] = namedRoles(text, sides, cast);
      if (first) row.fields[column.kind] = first.role;
      if (!first || others.length > 0) keep(row, header, text);
      return undefined;
    }
    case "validator": {
      const [first, ...others] = namedRoles(text, sides, cast);
      if (first) row.fields.validation ??= { by: first.role };
      if (!first || others.length > 0) keep(row, header, text);
      return undefined;
    }
    default:
      return readAbout(column, text, header, row);
  }
}

function readProse(desk: Desk, column: Column, text: string, row: RowDraft, header: string): string | undefined {
  const { plan, sides, cast } = desk;
  if (readLetters(text).kind === "nothing" || /^(?:no(?:ne| responsibility| action)?|n\/?a)\b.{0,12}$/i.test(text)) return undefined;
  const decides = plan.columns.some((other) => other.kind === "lane" || other.kind === "role" || other.kind === "lane-mark");
  const lane = column.lane;
  const shared = !lane || (lane.shared && lane.sides.length === 0);
  // Where a lane column decides, the prose only says who does what; its names are those of the lane.
  const own = shared ? [sides.client, ...sides.providers] : lane.sides.map((side) => (!decides ? side : side.kind === "client" ? sides.client : (sides.providers[0] ?? side)));
  if (decides && new Set(row.assignments.filter((one) => one.letter === "R").map((one) => one.role)).size < 2) {
    keep(row, header, text);
    if (!shared && readsAsWork(text)) for (const side of own) row.said.push({ role: cast.lane(side), text });
  } else if (shared && !decides) {
    for (const side of own) assign(row, cast.lane(side), "R");
    keep(row, header, text);
  } else {
    for (const side of own) {
      const role = cast.lane(side);
      if (!decides) assign(row, role, "R");
      row.does.push({ role, text });
    }
    if (text.length > 1_000) keep(row, header, text);
  }
  return undefined;
}
