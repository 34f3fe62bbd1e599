import type { Activity, Assignment, Sla } from "#core/model/activity.ts";
import { FIELD_BY_HEADER, ownText } from "./remit-sheet/activity-fields.ts";
import { Unreadable, type Field } from "./remit-sheet/field.ts";
import { sayLetters } from "./remit-sheet/letters.ts";
import { oneLine, type Names } from "./remit-sheet/names.ts";
import { plain } from "./remit-sheet/read-cells.ts";

/** Fields compared by the words of their column; title, area and letters are compared apart. */
const TERMS: readonly Field<Activity>[] = [...FIELD_BY_HEADER.values()].filter(({ key, read }) => read !== undefined && key !== "title" && key !== "area");

/** One field of a row that the newer sheet words differently, and the row with those words. */
export interface SaidTerm {
  readonly header: string;
  readonly before: string;
  readonly after: string;
  readonly row: Activity;
}

/**
 * The fields in which the newer row says something else, one after the other. A field the newer row does
 * not fill is none of them: most sheets have no column for most fields.
 */
export function termsAfter(old: Activity, newer: Activity, names: Names): readonly SaidTerm[] {
  const said: SaidTerm[] = [];
  let row = old;
  for (const field of TERMS) {
    const before = shown(field, row, names);
    const told = shown(field, newer, names);
    if (told === "" || told === before || told === cameBack(field, before, row, names)) continue;
    const wanted = field.key === "sla" ? withTargets(row, newer) : newer;
    const after = shown(field, wanted, names);
    if (after === before) continue;
    const next = field.key === "sla" ? { ...row, ...(wanted.sla === undefined ? {} : { sla: wanted.sla }) } : (field.read?.(after, row, names) ?? row);
    const read = next instanceof Unreadable ? taken(row, newer, field.key) : next;
    // What cannot be put into the row is no change.
    if (shown(field, read, names) === before) continue;
    row = read;
    said.push({ header: field.header, before, after: shown(field, row, names), row });
  }
  return said;
}

/** What becomes of a row's words on their way through a sheet: the words may say less than the row. */
function cameBack(field: Field<Activity>, text: string, { id, title }: Activity, names: Names): string {
  const read = text === "" ? undefined : field.read?.(text, { id, title, assignments: [] }, names);
  return read === undefined || read instanceof Unreadable ? text : shown(field, read, names);
}

const shown = (field: Field<Activity>, row: Activity, names: Names): string => plain(field.show(row, names));

/** The newer row's own value, where its words cannot be read back. */
function taken(row: Activity, newer: Activity, key: string): Activity {
  const [field = ""] = key.split("/");
  const value = (newer as Readonly<Record<string, unknown>>)[field];
  return value === undefined || key.includes("/") ? row : ({ ...row, [field]: value } as Activity);
}

/**
 * The newer targets, each with what only the matrix knows of it: a sheet that names no hours does not take
 * the calendar away, and a target that both sides agreed does not go back to a sample.
 */
function withTargets(old: Activity, newer: Activity): Activity {
  if (newer.sla === undefined || newer.sla.length === 0) return newer;
  const open = [...(old.sla ?? [])];
  const take = (fits: (one: Sla) => boolean): Sla | undefined => {
    const at = open.findIndex(fits);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const exact = newer.sla.map((target) => take((one) => one.measure === target.measure && one.target === target.target && (target.note === undefined || one.note === target.note)) ?? take((one) => one.measure === target.measure && one.target === target.target));
  const sla = newer.sla.map((target, i): Sla => {
    const same = exact[i];
    if (same) return { ...same, ...target, negotiated: same.negotiated || target.negotiated };
    const before = take((one) => one.measure === target.measure);
    if (before === undefined) return target;
    if (before.negotiated && !target.negotiated) return before;
    const { note: _, ...rest } = before;
    return { ...rest, ...target };
  });
  return { ...newer, sla };
}

/** The newer row's area where it is another one by name. */
export function areaSaid(old: Activity, newer: Activity, names: Names): string | undefined {
  if (newer.area === undefined || newer.area === old.area) return undefined;
  return old.area !== undefined && plain(names.say("area", old.area)) === plain(names.say("area", newer.area)) ? undefined : newer.area;
}

/** Columns of the sheet without a field of their own, by the header the matrix already keeps them under. */
export function columnsSaid(old: Activity, newer: Activity): readonly { readonly header: string; readonly before: string; readonly after: string }[] {
  const known = Object.keys(old.columns ?? {});
  return Object.entries(newer.columns ?? {}).flatMap(([header, after]) => {
    const alike = known.filter((one) => one === header || (oneLine(one) || "(no header)") === oneLine(header));
    if (alike.some((one) => plain(ownText(old, one)) === plain(after))) return [];
    const kept = alike[0] ?? header;
    return [{ header: kept, before: ownText(old, kept), after }];
  });
}

/** Who gets and loses which letters. */
export function letterChanges(old: readonly Assignment[], now: readonly Assignment[], names: Names): readonly string[] {
  if (old === now) return [];
  const held = (list: readonly Assignment[], role: string): string => sayLetters(list.filter((one) => one.role === role));
  return [...new Set([...old, ...now].map(({ role }) => role as string))].flatMap((role) => {
    const [before, after] = [held(old, role), held(now, role)];
    const name = names.say("role", role);
    if (before === after) return [];
    return before === "" ? `\`${name}\` gets ${after}` : after === "" ? `\`${name}\` loses ${before}` : `\`${name}\` goes from ${before} to ${after}`;
  });
}

/** `SLA: respond: 4 h → respond: 8 h`; of several lines only those that differ. */
export function sayChange(header: string, before: string, after: string): string {
  const [was, is] = [before.split("\n"), after.split("\n")];
  const gone = was.filter((line) => line !== "" && !is.includes(line));
  const come = is.filter((line) => line !== "" && !was.includes(line));
  const order = gone.length === 0 && come.length === 0;
  const say = (lines: readonly string[]): string => (lines.length === 0 ? "nothing" : `\`${short(lines.join("; "))}\``);
  if (order) return `${header}: in another order`;
  if (before !== "" && gone.length === 0) return `${header}: ${say(come)} is added`;
  if (come.length === 0) return `${header}: ${say(gone)} goes`;
  return `${header}: ${say(gone)} → ${say(come)}`;
}

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 159).toWellFormed()}…` : text.replaceAll("`", "'"));
