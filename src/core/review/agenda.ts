import type { Finding } from "../lint/finding.ts";
import type { Activity } from "../model/activity.ts";
import type { MatrixDocument } from "../model/document.ts";
import { isStale } from "../who/stale.ts";
import type { Minute } from "../time/minute.ts";

/** A row that is talked about. */
export interface Spoken {
  readonly id: string;
  readonly title: string;
  /** Why it is looked at; empty in a moment of the work. */
  readonly because: readonly string[];
}
export interface Point {
  readonly id: string;
  readonly says: string;
  readonly minutes: number;
  readonly rows: readonly Spoken[];
}
/** Something that is looked at once, and what the matrix shows of it. */
export interface Check {
  readonly id: string;
  readonly says: string;
  readonly shows: string;
}
export interface Agenda {
  readonly points: readonly Point[];
  readonly checks: readonly Check[];
  /** Between 30 and 40. */
  readonly minutes: number;
}

/** What is known beside the matrix. */
export interface Known {
  readonly findings: readonly Finding[];
  /** Rows a party contests. */
  readonly contested?: ReadonlySet<string>;
  /** Rows that somebody did not understand within the minute. */
  readonly weak?: ReadonlySet<string>;
  /** Rows not agreed by all parties; absent where nobody decides. */
  readonly open?: number;
  /** What was raised since the last review, in words. */
  readonly raised?: readonly string[];
  /** Decisions of earlier reviews whose proposal is still open, in words. */
  readonly actions?: readonly string[];
  readonly at: Minute;
}

/** Where work goes from hand to hand, and stalls. */
export const MOMENTS = [
  { id: "acceptance", says: "Acceptance of equipment and documents", known: /\baccept(?:ance|s|ing)?\b(?! (?:\w+ ){0,3}risks?\b)(?<!\brisk acceptance)|\bprotocol\b|\bdeliver(?:y|ed|ies)\b|\bserial numbers?\b/ },
  { id: "access", says: "Access to the site and to systems", known: /\baccess\b|\baccounts?\b|\bcredentials?\b|\bvpn\b|\bprivileged?\b/ },
  { id: "changes", says: "Approval of changes and configurations", known: /\bchang(?:e|es|ing)\b|\bconfigur\w+|\bpatch\w*|\bmaintenance windows?\b|\bfirewall\b/ },
  { id: "incidents", says: "Escalation of incidents, and response times", known: /\bincidents?\b|\balerts?\b|\bescalat\w+|\bcontain\w*|\bransomware\b/ },
  { id: "support", says: "Hand-over to support", known: /\bhand-?(?:over|off)\b|\bsupport\b|\bservice desk\b|\bwarranty\b|\bcommission\w*/ },
] as const;

const LEAST = 30;
const MOST = 40;
const OPENING = 4;
const CLOSING = 2;
const MOMENT = 4;
const RISKY = 2;
/** Rows named in one moment. */
const NAMED = 4;

/** How much speaks for looking at a row, and why. */
function risk(row: Activity, findings: readonly Finding[], { contested, weak }: Known): { readonly points: number; readonly because: readonly string[] } {
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const heavy = row.criticality === "critical" ? 2 : 1;
  const parts: readonly (readonly [number, string])[] = [
    ...errors.map(({ message }) => [6, message] as const), ...warnings.map(({ message }) => [2, message] as const),
    ...(contested?.has(row.id) ? [[6, "it is contested"] as const] : []), ...(weak?.has(row.id) ? [[4, "somebody did not understand it within a minute"] as const] : []),
    ...(row.notYetAdapted === true ? [[3, "it still says what the template said"] as const] : []), ...(row.criticality === "critical" && errors.length + warnings.length > 0 ? [[0, "it is critical"] as const] : []),
  ];
  return { points: heavy * parts.reduce((sum, [points]) => sum + points, 0), because: parts.map(([, why]) => why) };
}

/** Rows by what speaks for looking at them, the riskiest first; a row nothing speaks for is none of them. */
export function riskiest(document: MatrixDocument, known: Known): readonly Spoken[] {
  const at = Map.groupBy(known.findings.filter(({ waived, at: place }) => !waived && place.kind === "activity"), ({ at: place }) => place.id);
  return document.activities
    .map((row) => ({ row, ...risk(row, at.get(row.id) ?? [], known) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ row, because }) => ({ id: row.id, title: row.title, because }));
}

/** An agenda of 30 to 40 minutes: what happened, the five moments at which work changes hands, the riskiest rows, what is decided. */
export function agendaOf(document: MatrixDocument, known: Known): Agenda {
  const risky = riskiest(document, known);
  const order = new Map(risky.map(({ id }, i) => [id, i]));
  const words = (row: Activity): string => row.title.toLowerCase();
  const moments = MOMENTS.map(({ id, says, known: about }) => ({
    id, says,
    rows: document.activities.filter((row) => about.test(words(row))).toSorted((a, b) => (order.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (order.get(b.id) ?? Number.MAX_SAFE_INTEGER)).slice(0, NAMED).map(({ id: row, title }): Spoken => ({ id: row, title, because: [] })),
  }));
  const rows = risky.slice(0, Math.floor((MOST - OPENING - CLOSING - MOMENT * moments.length) / RISKY));
  const spare = Math.max(0, LEAST - OPENING - CLOSING - MOMENT * moments.length - RISKY * rows.length);
  const points: Point[] = [
    { id: "since", says: "What happened since the last review", minutes: OPENING + (spare % moments.length), rows: [] },
    ...moments.map((one) => ({ ...one, minutes: MOMENT + Math.floor(spare / moments.length) })),
    ...(rows.length === 0 ? [] : [{ id: "risky", says: "The riskiest rows", minutes: RISKY * rows.length, rows }]),
    { id: "decisions", says: "What is decided, and when the next review is", minutes: CLOSING, rows: [] },
  ];
  return { points, checks: checksOf(document, known), minutes: points.reduce((sum, { minutes }) => sum + minutes, 0) };
}

function checksOf(document: MatrixDocument, { findings, open, raised = [], actions = [], at }: Known): readonly Check[] {
  const contacts = (document.directory?.contacts ?? []).filter((one) => one.person !== undefined && one.shared !== true);
  const stale = contacts.filter((one) => isStale(one, at)).length;
  const unclear = findings.filter(({ rule, waived }) => !waived && /accountable|performer|undecided|vague|usually/.test(rule)).length;
  const listed = (list: readonly string[], none: string): string => (list.length === 0 ? none : list.join("; "));
  return [
    { id: "reality", says: "Responsibilities match what really happens", shows: `${document.activities.length} rows, ${document.roles.filter(({ holders }) => (holders?.length ?? 0) === 0).length} of ${document.roles.length} roles without a holder` },
    { id: "contacts", says: "Whom to call, and how, is right", shows: contacts.length === 0 ? "no way to reach anybody is written down" : stale === 0 ? `all ${contacts.length} contacts were tested in time` : `${stale} of ${contacts.length} contacts were never tested, or too long ago` },
    { id: "repeated", says: "Nothing comes back that points at unclear ownership", shows: unclear === 0 ? "no finding points at it" : `${unclear} findings point at it` },
    { id: "confirmed", says: "Both sides confirm who owns what", shows: open === undefined ? "a matrix by itself does not show it" : open === 0 ? "all rows are agreed" : `${open} rows are not agreed by all` },
    { id: "incidents", says: "Recent incidents and other reasons were looked at", shows: listed(raised, "nothing was raised") },
    { id: "actions", says: "What was decided before is done", shows: listed(actions, "nothing is open") },
  ];
}
