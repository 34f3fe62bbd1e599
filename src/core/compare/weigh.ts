import type { ItemKind, MatrixDocument } from "../model/document.ts";
import type { Calendar } from "../model/party.ts";
import { roughMinutes } from "../model/measure.ts";
import type { Leaf } from "./leaves.ts";
import type { Risk } from "./risk.ts";

/** What the change of one value puts at risk. Who does what is weighed by duties, not here. */
export function weighed(kind: ItemKind | "matrix", { field, before, after }: Leaf, documents: { readonly before: MatrixDocument; readonly after: MatrixDocument }): Risk {
  const last = field.slice(field.lastIndexOf(".") + 1);
  const [root = ""] = field.split(".");
  if (last === "order") return "words";
  if (kind === "decision-right" || kind === "pre-authorisation") {
    if (/^(tell|record|ratify)Within$/.test(root)) return loosened(before, after) ? "deadline" : "terms";
    return root === "note" ? "words" : "authority";
  }
  if (kind === "delegation" || kind === "holder-change") return "authority";
  if (AUTHORITY.has(`${kind}.${field}`) || AUTHORITY.has(`${kind}.${root}`)) return "authority";
  if (last === "class") return weaker(before, after) ? "authority" : "terms";
  if (last === "retention" || last === "recordRetention") return shorter(before, after) ? "proof" : "terms";
  if (last === "calendar" || kind === "calendar") return kind === "calendar" ? (["hours", "holidays", "always"].includes(root) && narrower(documents) ? "deadline" : root === "name" ? "words" : "terms") : open(documents.after, after) < open(documents.before, before) ? "deadline" : "terms";
  if (DURATION.test(String(before ?? after))) return loosened(before, after) ? "deadline" : "terms";
  if (root === "sla" && (after === undefined || (last === "negotiated" && after === false))) return "deadline";
  if (root === "cadence" && after === undefined) return "deadline";
  if (["evidence", "validation", "controls", "reports"].includes(root)) return after === undefined || (last === "signed" && after !== true) ? "proof" : last === "how" || root === "reports" ? "words" : "terms";
  if (field === "split.validation") return after === undefined ? "proof" : "words";
  if (root === "split" || root === "assignments") return "duty";
  if (kind === "path" && root === "steps") return field === "steps" && after === undefined ? "backup" : "terms";
  if (field === "notMonitored" && after === true) return "proof";
  if (["contact", "absence", "swap", "person"].includes(kind)) return WORDS.has(root) ? "words" : "reach";
  return WORDS.has(root) || WORDS.has(last) ? "words" : "terms";
}

const AUTHORITY: ReadonlySet<string> = new Set(["matrix.holders", "role.party", "activity.decision", "clock.anchor", "kept.exceptionUntil"]);
const WORDS: ReadonlySet<string> = new Set(["title", "name", "note", "about", "goal", "result", "procedure", "columns", "communication", "origin", "symptoms", "criteria", "what", "function", "functions", "input", "output", "text", "link"]);
const DURATION = /^P(?=[\dT])[\dYMWDTHS]+$/;
const minutes = (value: unknown): number => (typeof value === "string" ? roughMinutes(value) : Number.NaN);

/** A time that became longer, or is gone. */
const loosened = (before: unknown, after: unknown): boolean => (after === undefined ? before !== undefined : minutes(after) > minutes(before));
const shorter = (before: unknown, after: unknown): boolean => (after === undefined ? before !== undefined : minutes(after) < minutes(before));

const CLASSES = ["none", "standard", "formal"];
/** An approval that asks for less than before; acting first asks for less than asking first. */
const weaker = (before: unknown, after: unknown): boolean => after === "emergency" || after === undefined || CLASSES.indexOf(String(after)) < CLASSES.indexOf(String(before));

const WEEK = 7 * 24 * 60;
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
/** Minutes a week in which a calendar is open; where none is named, time simply passes. */
function openOf(calendar: Calendar | undefined): number {
  if (!calendar || calendar.always) return WEEK;
  return (calendar.hours ?? []).reduce((sum, { days, from, until }) => sum + days.length * ((clock(until) - clock(from) + 1_440) % 1_440 || 1_440), 0);
}
const open = (document: MatrixDocument, id: unknown): number => openOf((document.calendars ?? []).find((one) => one.id === id));

/** Whether any calendar that stands in both is open for less time, or has more holidays. */
function narrower({ before, after }: { readonly before: MatrixDocument; readonly after: MatrixDocument }): boolean {
  return (before.calendars ?? []).some((old) => {
    const now = (after.calendars ?? []).find(({ id }) => id === old.id);
    return now !== undefined && (openOf(now) < openOf(old) || (now.holidays ?? []).some((one) => !(old.holidays ?? []).includes(one)));
  });
}
