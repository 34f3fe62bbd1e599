import type { Activity, Sla } from "#core/model/activity.ts";
import { readCadence, readSpan, sayCadence, SPAN } from "./spans.ts";

const MEASURES: readonly (readonly [RegExp, Sla["measure"]])[] = [
  [/\brpo\b/i, "rpo"], [/\brto\b/i, "rto"], [/detect/i, "detect"], [/acknowledg|\back\b|triage/i, "acknowledge"],
  [/contain|isolat/i, "contain"], [/restor|recover|resol|\bfix/i, "restore"], [/notif|inform|breach notice/i, "notify"],
  [/help ?desk|service desk|ticket/i, "helpdesk-response"], [/respon[ds]|react/i, "respond"],
];
/** What is to be done until the time is over, where no other word says it. */
const DONE = /complet|deliver|finish|\bdone\b|solv|\b(?:patch|updat|upgrad|install|deploy|remediat|provision|onboard|offboard|creat|remov|revok|replac)\w*/i;

const measureIn = (text: string): Sla["measure"] | undefined => MEASURES.find(([word]) => word.test(text))?.[1] ?? (DONE.test(text) ? "complete" : undefined);

/** What an SLA cell promises, and which of its words promise nothing that could be taken. */
export interface Promised extends Pick<Activity, "sla" | "cadence"> {
  /** Words without a length of time, and why they were not taken. */
  readonly rest?: { readonly text: string; readonly why: string };
}

/**
 * The promises of a cell of an SLA column: the sheet's own, so no samples. Each part with a length of time is one
 * target; what it measures is said by the part, else by the header, else by the row's title, and else
 * it is the time to respond. For whom it holds (`Critical`, `P1`) stays in the note of the target.
 */
export function readSla(text: string, header: string, title = ""): Promised {
  const targets: Sla[] = [];
  const rest: string[] = [];
  const cadence = sayCadence(text) ? { cadence: readCadence(text) } : {};
  for (const part of partsOf(text.slice(0, 2_000))) {
    const target = readSpan(part);
    if (target && /\bevery\b/i.test(part)) continue;
    if (target) targets.push({ measure: measureIn(part) ?? measureIn(header) ?? measureIn(title) ?? "respond", target, negotiated: true, ...noteOf(part) });
    else if (!sayCadence(part)) rest.push(part);
  }
  const left = rest.join("; ");
  return { ...(targets.length > 0 ? { sla: targets } : {}), ...cadence, ...(left === "" ? {} : { rest: { text: left, why: whyNot(left) } }) };
}

/** What a part says beside its length of time and what is measured; nothing where that is all. */
function noteOf(part: string): { readonly note?: string } {
  const span = [...part.matchAll(new RegExp(SPAN, "gi"))].find(([words]) => readSpan(words) !== undefined)?.[0] ?? "";
  // `5 working days` is not five days round the clock.
  if (/\b(?:business|working|calendar)\b/i.test(span)) return { note: part };
  const rest = part.replace(span, " ").replace(/[<≤=~]|\b(?:within|in|max(?:imum)?|up to|at most|no (?:later|more) than|less than|time|sla)\b/gi, " ").replace(SAID, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? { note: rest.replace(/\s+/g, " ").replace(/^[\s,:;./–-]+|[\s,:;./–-]+$/g, "") } : {};
}

const SAID = /\b(?:rpo|rto|detect\w*|ack\w*|respon[ds]\w*|contain\w*|restor\w*|recover\w*|resol\w*|notif\w*|complet\w*|react\w*)\b/gi;

const whyNot = (words: string): string =>
  /\d\s*%/.test(words) ? "an availability is no length of time and has no field of its own; it is kept with the row"
  : /\d/.test(words) ? "no length of time was understood in it; it is kept with the row"
  : "it names no length of time; it is kept with the row";

/** Separators between two promises; `day and night` and `8 to 5, Mon-Fri` belong to the one before. */
const BETWEEN = /\s*(?:[;\n|]|,(?!\d)|\s\/\s|(?<=[a-z])\/(?=\s*[a-z]{2,}\W+\d)|\s\+\s|\s&\s|\s(?:and|then)\s)\s*/i;

/** Words that promise something of their own, without a length of time. */
const OTHER_PROMISE = /%|as soon as|best[- ]effort|immediate|asap/i;

/** One part for each length of time, with the words around it, and one for each other promise. */
function partsOf(text: string): string[] {
  const cuts = [...text.matchAll(new RegExp(BETWEEN, "gi"))].map((found) => ({ from: found.index, to: found.index + found[0].length }));
  const pieces = [...cuts, { from: text.length, to: text.length }].map(({ from }, i) => ({ from: cuts[i - 1]?.to ?? 0, to: from }));
  const parts: { from: number; to: number; joins: boolean }[] = [];
  for (const { from, to } of pieces) {
    const words = text.slice(from, to);
    if (words.trim() === "") continue;
    const timed = readSpan(words) !== undefined;
    const own = timed || OTHER_PROMISE.test(words) || sayCadence(words);
    const before = parts.at(-1);
    // `15 min, day and night`: words without a promise go with the promise before them, or after.
    if (before && (!own || before.joins)) parts[parts.length - 1] = { from: before.from, to, joins: before.joins && !own };
    else parts.push({ from, to, joins: !own });
  }
  return parts.flatMap(({ from, to }) => severalTimes(text.slice(from, to).trim()));
}

/** `ack 15 min triage 30 min` holds two times in one breath. */
function severalTimes(words: string): string[] {
  const found = [...words.matchAll(new RegExp(SPAN, "gi"))].filter(([span]) => readSpan(span) !== undefined);
  if (found.length < 2) return [words];
  const ends = found.map((one) => one.index + one[0].length);
  return found.map((_, i) => words.slice(ends[i - 1] ?? 0, i === found.length - 1 ? undefined : ends[i]).replace(/^[\s/,;:–-]+/, "").trim());
}
