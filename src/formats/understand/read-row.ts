import type { Ask } from "./ask.ts";
import { sideOfGroup, type Cast } from "./cast.ts";
import { codeMeaning } from "./code-meaning.ts";
import type { Column } from "./column.ts";
import { isAnswer } from "./content.ts";
import { controlKey, readControls } from "./controls.ts";
import { oneLine, type Grid } from "./grid.ts";
import type { Meaning } from "./legend.ts";
import { readLetters } from "./letters.ts";
import type { Plan } from "./plan.ts";
import { assign, keep, LONGEST_TEXT, type RowDraft } from "./row-draft.ts";
import { readCadence, readSla } from "./spans.ts";
import type { Tally } from "./tally.ts";
import { laneSides, namedRoles, readNamed, readOwner, type Sides } from "./who.ts";

/** Everything a row needs to be read. */
export interface Desk {
  readonly grid: Grid;
  readonly plan: Plan;
  readonly cast: Cast;
  readonly ask: Ask;
  readonly tally: Tally;
  readonly legend: ReadonlyMap<string, Meaning>;
  readonly sides: Sides;
}

/** Reads every cell of a row into the draft; what cannot be read is listed with its reason. */
export function readRow(desk: Desk, index: number, row: RowDraft): void {
  // Prose says who does what of a row; it is read once the row's letters are known.
  const prose = (column: Column) => column.kind === "prose";
  for (const column of [...desk.plan.columns.filter((one) => !prose(one)), ...desk.plan.columns.filter(prose)]) {
    const text = desk.grid.text(index, column.index);
    if (text === "" || column.kind === "title") continue;
    if (text.length > LONGEST_TEXT) desk.tally.unread(index, column.index, "the text is longer than 20,000 characters; the rest is cut off");
    if (/^#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text)) {
      desk.tally.unread(index, column.index, "the formula gives an error");
      continue;
    }
    const why = readCell(desk, index, column, text, row);
    if (why === undefined) desk.tally.understood(index, column.index);
    else desk.tally.unread(index, column.index, why);
  }
}

/** @returns why the cell could not be read, or nothing. */
function readCell(desk: Desk, index: number, column: Column, text: string, row: RowDraft): string | undefined {
  const { cast, ask, sides, grid } = desk;
  const sheet = grid.sheet.name;
  const place = grid.at(index, column.index);
  const header = column.header || `Column ${place.replace(/\d+$/, "")}`;
  switch (column.kind) {
    case "role":
      return readLetterCell(desk, column, text, place, row);
    case "lane-mark":
      return readMarkedSide(desk, column, text, row, sheet, place);
    case "lane": {
      const lane = laneSides(text, sides, sheet, ask, place);
      if (!lane) return /^(?:n\/?a|none|-+|tbd)$/i.test(text) ? undefined : "it names no side that is known";
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
      readAbout(column, text, header, row);
      return undefined;
  }
}

/** Columns that say something of the activity itself. */
function readAbout(column: Column, text: string, header: string, row: RowDraft): void {
  switch (column.kind) {
    case "id":
      if (/^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9][A-Za-z0-9._-]{2,39}$/.test(text)) row.code = text;
      return keep(row, header, text);
    case "area":
      return;
    case "control": {
      const controls = readControls(text, header);
      if (controls) row.controls.push(...controls.map(controlKey));
      else keep(row, header, text);
      return;
    }
    case "goal":
      row.fields.goal = text.slice(0, LONGEST_TEXT);
      return;
    case "result":
      row.fields.result = text.slice(0, LONGEST_TEXT);
      return;
    case "note":
      row.notes.push(text);
      return;
    case "sla":
      row.notes.push(text);
      Object.assign(row.fields, readSla(text, header));
      return;
    case "cadence":
      row.fields.cadence = readCadence(text);
      if (text.length > 1_000) keep(row, header, text);
      return;
    case "evidence":
      row.fields.evidence = [...(row.fields.evidence ?? []), ...text.split(/\s*[;\n]\s*/).filter(Boolean).map((artifact) => ({ artifact: artifact.slice(0, 1_000) }))];
      return;
    case "procedure":
      row.fields.procedure = /^https?:\/\/\S+$/.test(text) && text.length <= 1_000 ? { link: text } : { steps: [text.slice(0, LONGEST_TEXT)] };
      return;
    case "escalation":
      row.fields.escalation = { text: text.slice(0, LONGEST_TEXT) };
      return;
    case "criticality": {
      const level = /^(critical|high|low|normal|medium|moderate)\b/i.exec(text)?.[1]?.toLowerCase();
      if (level) row.fields.criticality = level === "medium" || level === "moderate" ? "normal" : (level as "critical" | "high" | "low" | "normal");
      if (!level || !/^\w+$/.test(text)) keep(row, header, text);
      return;
    }
    default:
      return keep(row, header, text);
  }
}

function readLetterCell(desk: Desk, column: Column, text: string, place: string, row: RowDraft): string | undefined {
  const { cast, ask, legend, grid } = desk;
  const sheet = grid.sheet.name;
  const group = column.group === undefined ? undefined : sideOfGroup(column.group);
  const role = () => cast.role(roleName(column, sheet), group);
  if (isAnswer(text) && column.content.answers >= 0.6) return answered(desk, text, place, sheet, (condition, meaning) => give(row, role(), meaning, condition));
  const reading = readLetters(text);
  if (reading.kind === "nothing") return undefined;
  if (reading.kind === "unread") return "it starts with no letter that is known";
  const strange: string[] = [];
  for (const { code, condition } of reading.codes) {
    const meaning = codeMeaning(code, sheet, legend, ask, place);
    if (meaning === undefined) strange.push(code);
    else give(row, role(), meaning, condition);
  }
  return strange.length > 0 ? `nobody has said what ${strange.map((code) => `\`${code}\``).join(" and ")} means` : undefined;
}

function give(row: RowDraft, role: string, meaning: Meaning, condition?: string): void {
  if (meaning === "approver") row.fields.approvers = [...new Set([...(row.fields.approvers ?? []), role])];
  else if (meaning === "secondary") row.fields.secondary ??= role;
  else if (meaning !== "leave-out") assign(row, role, meaning, { condition });
  if ((meaning === "approver" || meaning === "secondary") && condition) row.notes.push(condition);
}

/** A column headed `Role` or `RACI` holds the letters of one role: the one the sheet is about. */
export const roleName = (column: Column, sheet: string): string => {
  if (!/^(?:roles?|raci|rasci|assignments?|codes?|letters?)$/i.test(column.header)) return column.header;
  return oneLine(sheet.replace(/\.\w{2,4}$/, "").replace(/\b(?:raci|rasci|matrix|chart|roles?|responsibilities)\b/gi, " ").replace(/[_-]+/g, " ")) || column.header;
};

function answered(desk: Desk, text: string, place: string, sheet: string, say: (condition: string | undefined, meaning: Meaning) => void): string | undefined {
  const [, word = "", rest = ""] = /^([a-z]+)[\s(,:;.–-]*(.*?)\)?$/is.exec(text) ?? [];
  if (/^(?:no|n|none|false)$/i.test(word)) return rest === "" ? undefined : "a No with words behind it";
  const meaning = desk.ask({ id: `marks:${sheet}`, sheet, text: "what does a Yes under a role mean?", otherwise: "R", options: [{ value: "R", label: "Responsible" }, { value: "A", label: "Accountable" }, { value: "C", label: "Consulted" }, { value: "I", label: "Informed" }, { value: "leave-out", label: "leave out" }] }, place) as Meaning;
  say([/^partial/i.test(word) ? "partial" : "", oneLine(rest)].filter(Boolean).join(": ") || undefined, meaning);
  return undefined;
}

/** A mark or answer in a column headed by a side: `Customer | Provider | Shared`. */
function readMarkedSide(desk: Desk, column: Column, text: string, row: RowDraft, sheet: string, place: string): string | undefined {
  const lane = column.lane;
  const sides = !lane || (lane.shared && lane.sides.length < 2) ? [desk.sides.client, ...desk.sides.providers] : lane.sides;
  const say = (condition: string | undefined, meaning: Meaning) => {
    for (const side of sides) give(row, desk.cast.lane(side), meaning, condition);
  };
  if (isAnswer(text)) return answered(desk, text, place, sheet, say);
  const reading = readLetters(text);
  if (reading.kind === "nothing") return undefined;
  if (reading.kind === "unread") return "it is neither a mark nor a letter";
  for (const { code, condition } of reading.codes) {
    const meaning = codeMeaning(code, sheet, desk.legend, desk.ask, place);
    if (meaning === undefined) return `nobody has said what \`${code}\` means`;
    say(condition, meaning);
  }
  return undefined;
}

/** `Can be inherited`: Yes leaves the work with the provider, No with the client, Partial with both. */
function readInherited(desk: Desk, text: string, row: RowDraft, header: string): string | undefined {
  const reading = readLetters(text);
  if (reading.kind === "nothing") return undefined;
  const { client, providers } = desk.sides;
  const partial = /^partial/i.test(text);
  if (!partial && !/^(?:yes|no|y|n|full(?:y)?|none|true|false)\b/i.test(text)) return "it is neither Yes, No nor Partial";
  const yes = partial || /^(?:y|f|t)/i.test(text.replace(/^false/i, "no"));
  if (yes) for (const side of providers) assign(row, desk.cast.lane(side), "R", { condition: partial ? "partial" : undefined });
  if (partial || !yes) assign(row, desk.cast.lane(client), "R", { condition: partial ? "partial" : undefined });
  if (/^\w+\W+\w/.test(text)) keep(row, header, text);
  return undefined;
}

function readProse(desk: Desk, column: Column, text: string, row: RowDraft, header: string): string | undefined {
  const { plan, sides, cast } = desk;
  if (readLetters(text).kind === "nothing" || /^(?:no(?:ne| responsibility| action)?|n\/?a)\b.{0,12}$/i.test(text)) return undefined;
  const decides = plan.columns.some((other) => other.kind === "lane" || other.kind === "role" || other.kind === "lane-mark");
  const lane = column.lane;
  const shared = !lane || (lane.shared && lane.sides.length === 0);
  // Where a lane column decides, the prose only says who does what; its names are those of the lane.
  const own = shared ? [sides.client, ...sides.providers] : lane.sides.map((side) => (!decides ? side : side.kind === "client" ? sides.client : (sides.providers[0] ?? side)));
  if (decides && new Set(row.assignments.filter((one) => one.letter === "R").map((one) => one.role)).size < 2) keep(row, header, text);
  else if (shared && !decides) {
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
