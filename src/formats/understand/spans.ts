import type { Activity, Cadence, Sla } from "#core/model/activity.ts";

const UNITS: readonly (readonly [RegExp, (n: string) => string])[] = [
  [/^s(?:ec(?:ond)?s?)?$/i, (n) => `PT${n}S`],
  [/^m(?:in(?:ute)?s?)?$/i, (n) => `PT${n}M`],
  [/^h(?:(?:ou)?rs?)?$/i, (n) => `PT${n}H`],
  [/^(?:(?:business |working |calendar )?days?|d)$/i, (n) => `P${n}D`],
  [/^(?:weeks?|wks?|w)$/i, (n) => `P${n}W`],
  [/^(?:months?|mo)$/i, (n) => `P${n}M`],
  [/^(?:years?|yrs?|y)$/i, (n) => `P${n}Y`],
];
const SPAN = /(\d{1,4})\s*-?\s*(business days?|working days?|calendar days?|[a-z]+)\b/i;

/** The first length of time in a text: `15 min`, `4h`, `1 business day`. ISO 8601. */
export function readSpan(text: string): string | undefined {
  const [, count = "", unit = ""] = SPAN.exec(text) ?? [];
  return UNITS.find(([spelling]) => spelling.test(unit))?.[1](count);
}

const EVERY: readonly (readonly [RegExp, string])[] = [
  [/\bhourly\b/i, "PT1H"], [/\bdaily\b|\bevery day\b|\bnightly\b/i, "P1D"], [/\bbi-?weekly\b|\bfortnightly\b/i, "P2W"],
  [/\bweekly\b|\bevery week\b/i, "P1W"], [/\bbi-?monthly\b/i, "P2M"], [/\bmonthly\b|\bevery month\b/i, "P1M"],
  [/\bquarterly\b|\bevery quarter\b/i, "P3M"], [/\bsemi-?annual(?:ly)?\b|\bhalf-?yearly\b|\btwice a year\b/i, "P6M"],
  [/\bannual(?:ly)?\b|\byearly\b|\bevery year\b/i, "P1Y"],
];

/** How often, where the text says it clearly: `monthly restore test`, `every 2 weeks`. */
export function readCadence(text: string): Cadence {
  const each = /\bevery\s+(\d.*)$/i.exec(text)?.[1];
  const every = (each ? readSpan(each) : undefined) ?? EVERY.find(([word]) => word.test(text))?.[1];
  return { ...(every ? { every } : {}), text: text.replace(/\s+/g, " ").slice(0, 1_000) };
}

export const sayCadence = (text: string): boolean => EVERY.some(([word]) => word.test(text)) || /\bevery\s+\d/i.test(text);

const MEASURES: readonly (readonly [RegExp, Sla["measure"]])[] = [
  [/\brpo\b/i, "rpo"], [/\brto\b/i, "rto"], [/detect/i, "detect"], [/acknowledg|\back\b|triage/i, "acknowledge"],
  [/contain|isolat/i, "contain"], [/restor|recover|resol|fix/i, "restore"], [/notif|inform|breach notice/i, "notify"],
  [/help ?desk|service desk|ticket/i, "helpdesk-response"], [/respon[ds]|react/i, "respond"],
];

/**
 * What a cell of an SLA column promises, never negotiated yet: a target where both a length of time and
 * what it measures are clear (the header may say it), a cadence where one is named.
 */
export function readSla(text: string, header: string): Pick<Activity, "sla" | "cadence"> {
  const targets: Sla[] = [];
  for (const part of text.slice(0, 2_000).split(/\s*(?:[;\n]|,(?=\s*[A-Za-z]))\s*/)) {
    const target = readSpan(part);
    const measure = (MEASURES.find(([word]) => word.test(part)) ?? MEASURES.find(([word]) => word.test(header)))?.[1];
    if (target && measure && !/\bevery\b/i.test(part)) targets.push({ measure, target, negotiated: false, note: part });
  }
  return { ...(targets.length > 0 ? { sla: targets } : {}), ...(sayCadence(text) ? { cadence: readCadence(text) } : {}) };
}
