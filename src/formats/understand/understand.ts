import type { Area, Activity } from "#core/model/activity.ts";
import { FORMAT, type MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import type { PartyKind } from "#core/model/party.ts";
import { UnreadableFile, type Workbook } from "../workbook.ts";
import { asking, type Ask } from "./ask.ts";
import { castOf, type Cast } from "./cast.ts";
import { oneLine, plain } from "./grid.ts";
import { answersOf, placedAsKnown } from "./known.ts";
import type { Meaning } from "./legend.ts";
import { organisationsOf } from "./organisations.ts";
import type { Looked } from "./looked.ts";
import { look, readSheet, type SheetRead } from "./read-sheet.ts";
import type { Choices, ImportReport, ImportResult, SheetReading } from "./report.ts";
import { finished, type RowDraft } from "./row-draft.ts";
import type { Side } from "./sides.ts";

/**
 * A matrix from plain sheets: which of them are matrices, what their columns mean, who does what.
 * @param title the document's title; usually the file's name without its ending.
 * @throws UnreadableFile when no sheet holds an activity.
 */
export function understand(workbook: Workbook, file: string, choices: Choices = {}, known?: MatrixDocument): ImportResult {
  const ask = asking(choices, answersOf(known));
  const looked = workbook.sheets.map((sheet) => look(sheet, ask));
  const legend = new Map<string, Meaning>();
  for (const one of looked) if (one.plans.length === 0 || !one.plans.some((plan) => plan.answered)) for (const [letter, meaning] of one.legend) legend.set(letter, meaning);
  const taken = new Set(usable(looked, ask));
  const cast = castOf(organisationsOf(looked.filter((one) => taken.has(one) || one.plans.length === 0), file, ask, known));
  const [only, ...others] = taken;
  const read = new Map<Looked, SheetRead>();
  for (const one of looked) if (taken.has(one)) read.set(one, readSheet(one, cast, ask, legend, others.length === 0));
  const rows = [...read].flatMap(([one, sheet]) => sheet.rows.map((row) => ({ row, sheet: one.grid.sheet.name })));
  if (rows.length === 0) throw noMatrix(looked);

  const sides = placeRoles(cast, ask, looked.filter((one) => taken.has(one)));
  const { parties, roles } = cast.finish(sides, mentionsProvider(looked.filter((one) => taken.has(one))));
  const partyOf = new Map(roles.map((role) => [role.id, role.party]));
  const several = [...read.values()].filter((sheet) => sheet.rows.length > 0).length > 1;
  const { areas, areaOf } = areasOf(rows, several, file);
  const ids = idsFor(rows.map(({ row }) => row));
  const activities = rows.map(({ row, sheet }, i): Activity => {
    const area = areaOf(row, sheet);
    return { id: ids[i] ?? `row-${i + 1}`, ...(area === undefined ? {} : { area }), ...finished(row, (role) => partyOf.get(role) ?? parties[0]?.id ?? "client") };
  });
  const document = placedAsKnown({
    remit: FORMAT, title: ((others.length === 0 ? only?.title?.text : undefined) ?? workbook.title ?? titleOf(file)).slice(0, 200), parties, roles, ...(areas.length > 0 ? { areas } : {}), activities,
  }, known, choices);
  const report: ImportReport = {
    file, kind: workbook.kind,
    sheets: looked.map((one) => read.get(one)?.reading ?? unused(one)),
    questions: ask.list().filter(({ id, sheet }) => !id.startsWith("duties:") || [...read.keys()].some((one) => one.grid.sheet.name === sheet)),
    places: Object.fromEntries(rows.map(({ row, sheet }, i) => [ids[i] ?? `row-${i + 1}`, `${sheet}!${row.place}`])),
    unread: [...read.values()].flatMap((sheet) => sheet.unread),
    notes: [...read.values()].flatMap((sheet) => sheet.notes),
  };
  return { document, report };
}

/** The name of a file as the title of what was in it. */
export const titleOf = (file: string): string => oneLine(file.replace(/^.*[\\/]/, "").replace(/\.(?:xlsx|xlsm|csv|tsv|txt|md|markdown)$/i, "").replace(/[_-]+/g, " ")).slice(0, 200) || "Imported matrix";

/**
 * The sheets to take: matrices with answers; where there is none, unfilled matrices and plain lists.
 * Hidden and unfilled matrices are left out with a question.
 */
function usable(looked: readonly Looked[], ask: Ask): Looked[] {
  const open = looked.filter((one) => one.plans.length > 0);
  const says = (one: Looked) => one.plans.some((plan) => plan.orientation !== "list" && plan.answered);
  // Beside sheets that say who is what, a list of what each role does is prose about them, not another matrix.
  const dutyList = (one: Looked) => one.plans.every((plan) => plan.dutyList);
  const besideMatrix = open.some((one) => says(one) && !dutyList(one) && !one.grid.sheet.hidden);
  const matrix = (one: Looked) => says(one) && !(besideMatrix && dutyList(one));
  const unfilled = (one: Looked) => !matrix(one) && one.plans.some((plan) => plan.orientation !== "list");
  const rows = (one: Looked) => one.plans.reduce((most, plan) => Math.max(most, plan.title.content.filled), 0);
  const visible = open.filter((one) => !one.grid.sheet.hidden);
  const found = visible.some(matrix);
  const wanted = new Set<Looked>(visible.filter(matrix));
  for (const one of open) {
    const sheet = one.grid.sheet.name;
    const options = [{ value: "take", label: "take its rows" }, { value: "leave-out", label: "leave it out" }];
    const offered = one.grid.sheet.hidden ? matrix(one) : unfilled(one) || says(one);
    if (!offered || wanted.has(one)) continue;
    const text = says(one) && !one.grid.sheet.hidden ? `the sheet \`${sheet}\` lists what each role does, without letters: take its rows too?` : one.grid.sheet.hidden ? `the sheet \`${sheet}\` is hidden and holds a matrix: take it too?` : `the sheet \`${sheet}\` lists activities and says for none who does it: take them too?`;
    const otherwise = found || one.grid.sheet.hidden ? "leave-out" : "take";
    if (ask({ id: `sheet:${sheet}`, sheet, text, options, otherwise }) === "take") wanted.add(one);
  }
  if (wanted.size > 0) return open.filter((one) => wanted.has(one));
  const lists = visible.filter((one) => one.plans.some((plan) => plan.title.kind === "title" || plan.columns.some((column) => column.kind === "control")));
  const longest = lists.reduce<Looked | undefined>((most, one) => (most === undefined || rows(one) > rows(most) ? one : most), undefined);
  return longest ? [longest] : [];
}

function unused({ grid, plans }: Looked): SheetReading {
  const filled = Array.from({ length: grid.height }, (_, row) => grid.filled(row).length).reduce((sum, count) => sum + count, 0);
  const why =
    filled === 0 ? "it is empty"
    : grid.sheet.hidden ? "it is hidden"
    : plans.length === 0 ? "no header row was found; it looks like text"
    : plans.every((plan) => plan.orientation === "list") ? "no column says who does something"
    : "its rows name nobody";
  return { name: grid.sheet.name, used: false, why, columns: [], rows: 0, sections: 0, cells: { filled, understood: 0, unread: 0 } };
}

function noMatrix(looked: readonly Looked[]): UnreadableFile {
  const names = looked.map((one) => one.grid.sheet.name).slice(0, 5).join(", ");
  if (looked.every((one) => one.grid.height === 0)) return new UnreadableFile("empty", "the file has no filled cell", "choose another file");
  return new UnreadableFile("not-a-spreadsheet", "no matrix was found: no row of headers with activities beneath it", "put the column names in one row, one of them `Activity`, and the activities in the rows below", names);
}

const mentionsProvider = (looked: readonly Looked[]): boolean =>
  looked.some(({ grid }) => grid.sheet.rows.some((row) => row.some((value) => typeof value === "string" && /\b(?:MSP|MSSP|service provider|managed (?:security )?provider|outsourc\w+)\b/i.test(value))));

/** More roles than this are asked about together. */
const MOST_ASKED = 4;

/** Where a provider is spoken of but no role stands on its side, or where only some roles say their side, somebody must say who is who. */
function placeRoles(cast: Cast, ask: Ask, looked: readonly Looked[]): (role: string) => Side | undefined {
  const unplaced = cast.unplaced;
  const provider = cast.sides.find((side) => side.kind !== "client") ?? { name: "Provider", kind: "provider" as const };
  const sheet = looked[0]?.grid.sheet.name ?? "";
  const named = cast.sides.some((side) => side.kind !== "client");
  let all = "client";
  // Where other posts say whose they are, each that does not is a question of its own.
  const single = cast.apart && unplaced.length <= MOST_ASKED;
  if (single)
    for (const role of unplaced)
      ask({ id: `side:${role}`, sheet, text: `which side is \`${role.slice(0, 60)}\` on? Others say it, this role does not`, otherwise: "client", options: [{ value: "client", label: "the client's side" }, { value: "provider", label: "the provider's side" }] });
  else if (unplaced.length > 0 && (cast.apart || (!named && mentionsProvider(looked)))) {
    const list = unplaced.slice(0, 12).map((name) => `\`${name.slice(0, 60)}\``).join(", ");
    all = ask({ id: "side:*", sheet, text: `which side are these roles on: ${list}${unplaced.length > 12 ? " and others" : ""}?`, otherwise: "client", options: [{ value: "client", label: "all on the client's side" }, { value: "provider", label: "all on the provider's side" }] });
  }
  return (role) => {
    const kind = ask.chosen(`side:${role}`) ?? all;
    return (["provider", "vendor", "supplier", "integrator", "regulator"] as readonly PartyKind[]).includes(kind as PartyKind) ? { ...provider, kind: kind as PartyKind } : undefined;
  };
}

function areasOf(rows: readonly { readonly row: RowDraft; readonly sheet: string }[], several: boolean, file: string): { areas: Area[]; areaOf: (row: RowDraft, sheet: string) => string | undefined } {
  const areas = new Map<string, Area>();
  const taken = new Set<string>();
  // A table without a heading is named like its file, which says nothing of its rows.
  const stem = file.replace(/\.[a-z0-9]+$/i, "");
  const nameOf = (row: RowDraft, sheet: string) => row.area ?? (several && sheet.replace(/ \(\d+\)$/, "") !== stem ? oneLine(sheet).slice(0, 200) || undefined : undefined);
  for (const { row, sheet } of rows) {
    const name = nameOf(row, sheet);
    if (name !== undefined && !areas.has(plain(name) || name)) areas.set(plain(name) || name, { id: idFrom(name, taken), name });
  }
  return {
    areas: [...areas.values()],
    areaOf: (row, sheet) => {
      const name = nameOf(row, sheet);
      return name === undefined ? undefined : areas.get(plain(name) || name)?.id;
    },
  };
}

/** Ids the sheet gives its rows when they are ids and each there once; else ids from the titles. */
function idsFor(rows: readonly RowDraft[]): string[] {
  const counts = new Map<string, number>();
  for (const { code } of rows) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  const taken = new Set<string>([...counts].flatMap(([code, count]) => (count === 1 ? [code] : [])));
  return rows.map(({ code, title }) => (code !== undefined && counts.get(code) === 1 ? code : idFrom(title, taken)));
}
