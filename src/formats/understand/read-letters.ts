import type { RoleId } from "#core/model/id.ts";
import { sideOfGroup } from "./cast.ts";
import { codeMeaning } from "./code-meaning.ts";
import type { Column } from "./column.ts";
import { isAnswer } from "./content.ts";
import type { Desk } from "./desk.ts";
import { oneLine } from "./grid.ts";
import type { Meaning } from "./legend.ts";
import { readLetters } from "./letters.ts";
import { assign, keep, type RowDraft } from "./row-draft.ts";
import { STILL_OPEN } from "./undecided.ts";

/** A cell under a role. @returns why it could not be read, or nothing. */
export function readLetterCell(desk: Desk, column: Column, text: string, place: string, row: RowDraft): string | undefined {
  const { ask, legend, grid } = desk;
  const sheet = grid.sheet.name;
  const role = () => roleOf(desk, column);
  if (isAnswer(text) && column.content.answers >= 0.6) return answered(desk, text, place, sheet, (condition, meaning) => give(row, role(), meaning, condition));
  const reading = readLetters(text);
  if (reading.kind === "nothing") return undefined;
  if (reading.kind === "unread" || reading.kind === "undecided") return "it starts with no letter that is known";
  const strange: string[] = [];
  let open = false;
  for (const { code, condition, doubted } of reading.codes) {
    const meaning = codeMeaning(code, sheet, legend, ask, place, text);
    if (meaning === undefined) strange.push(code);
    else if (meaning === "open") open = true;
    else give(row, role(), meaning, condition, doubted);
  }
  if (open) {
    keep(row, column.header, `${text} (to be decided)`);
    return STILL_OPEN;
  }
  return strange.length > 0 ? `nobody has said what ${strange.map((code) => `\`${code}\``).join(" and ")} means` : undefined;
}

/** The role whose column it is, worked out once per column. */
export function roleOf({ roles, cast, grid }: Desk, column: Column): RoleId {
  const known = roles.get(column.index);
  if (known !== undefined) return known;
  const id = cast.role(roleName(column, grid.sheet.name), column.group === undefined ? undefined : (cast.organisation(column.group) ?? sideOfGroup(column.group)));
  roles.set(column.index, id);
  return id;
}

function give(row: RowDraft, role: string, meaning: Meaning, condition?: string, doubted = false): void {
  if (meaning === "approver") row.fields.approvers = [...new Set([...(row.fields.approvers ?? []), role])];
  else if (meaning === "secondary") row.fields.secondary ??= role;
  else if (meaning === "R" && doubted) assign(row, role, meaning, { condition, alternative: true });
  else if (meaning !== "leave-out" && meaning !== "open") assign(row, role, meaning, { condition: [condition, doubted ? "?" : ""].filter(Boolean).join(" ") || undefined });
  if ((meaning === "approver" || meaning === "secondary") && condition) row.notes.push(condition);
}

/** A column headed `Role` or `RACI` holds the letters of one role: the one the sheet is about. */
const roleName = (column: Column, sheet: string): string => {
  if (!/^(?:roles?|raci|rasci|assignments?|codes?|letters?)$/i.test(column.header)) return column.header;
  return oneLine(sheet.replace(/\.\w{2,4}$/, "").replace(/\b(?:raci|rasci|matrix|chart|roles?|responsibilities)\b/gi, " ").replace(/[_-]+/g, " ")) || column.header;
};

function answered(desk: Desk, text: string, place: string, sheet: string, say: (condition: string | undefined, meaning: Meaning) => void): string | undefined {
  const [, word = "", rest = ""] = /^([a-z]+)[\s(,:;.–-]*(.*?)\)?$/is.exec(text) ?? [];
  if (/^(?:no|n|none|false)$/i.test(word)) return rest === "" ? undefined : "a No with words behind it";
  const meaning = desk.ask({ id: `marks:${sheet}`, sheet, text: (signs) => `what does ${signs} under a role mean?`, sign: word, otherwise: "R", options: [{ value: "R", label: "Responsible" }, { value: "A", label: "Accountable" }, { value: "C", label: "Consulted" }, { value: "I", label: "Informed" }, { value: "leave-out", label: "leave out" }] }, place) as Meaning;
  say([/^partial/i.test(word) ? "partial" : "", oneLine(rest)].filter(Boolean).join(": ") || undefined, meaning);
  return undefined;
}

/** A mark or answer in a column headed by a side: `Customer | Provider | Shared`. */
export function readMarkedSide(desk: Desk, column: Column, text: string, row: RowDraft, sheet: string, place: string): string | undefined {
  const lane = column.lane;
  const sides = !lane || (lane.shared && lane.sides.length < 2) ? [desk.sides.client, ...desk.sides.providers] : lane.sides;
  const say = (condition: string | undefined, meaning: Meaning) => {
    for (const side of sides) give(row, desk.cast.lane(side), meaning, condition);
  };
  if (isAnswer(text)) return answered(desk, text, place, sheet, say);
  const reading = readLetters(text);
  if (reading.kind === "nothing") return undefined;
  if (reading.kind === "unread" || reading.kind === "undecided") return "it is neither a mark nor a letter";
  for (const { code, condition } of reading.codes) {
    const meaning = codeMeaning(code, sheet, desk.legend, desk.ask, place, text);
    if (meaning === undefined) return `nobody has said what \`${code}\` means`;
    if (meaning === "open") {
      keep(row, column.header, `${text} (to be decided)`);
      return STILL_OPEN;
    }
    say(condition, meaning);
  }
  return undefined;
}

/** `Can be inherited`: Yes leaves the work with the provider, No with the client, Partial with both. */
export function readInherited(desk: Desk, text: string, row: RowDraft, header: string): string | undefined {
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
