import type { Cadence } from "#core/model/activity.ts";

const UNITS: readonly (readonly [RegExp, (n: string) => string])[] = [
  [/^s(?:ec(?:ond)?s?)?$/i, (n) => `PT${n}S`],
  [/^m(?:in(?:ute)?s?)?$/i, (n) => `PT${n}M`],
  [/^h(?:(?:ou)?rs?)?$/i, (n) => `PT${n}H`],
  [/^(?:(?:business |working |calendar )?days?|d)$/i, (n) => `P${n}D`],
  [/^(?:weeks?|wks?|w)$/i, (n) => `P${n}W`],
  [/^(?:months?|mo)$/i, (n) => `P${n}M`],
  [/^(?:years?|yrs?|y)$/i, (n) => `P${n}Y`],
];
/** A count, possibly a broken one, and a word that may be a unit. */
export const SPAN = /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,2})?)\s*-?\s*(business days?|working days?|calendar days?|[a-z]+)\b/i;

/** The first length of time in a text: `15 min`, `4h`, `1.5 hours`, `1 business day`. ISO 8601. */
export function readSpan(text: string): string | undefined {
  for (const [, count = "", unit = ""] of text.matchAll(new RegExp(SPAN, "gi"))) {
    const as = UNITS.find(([spelling]) => spelling.test(unit))?.[1];
    if (!as) continue;
    return /[.,]/.test(count) ? broken(Number(count.replace(",", ".")), as("1")) : as(String(Number(count)));
  }
  return undefined;
}

/** Half hours, days and weeks in whole smaller units; the document holds no fractions. */
function broken(count: number, unit: string): string | undefined {
  const minutes = { PT1M: 1, PT1H: 60, P1D: 1_440, P1W: 10_080 }[unit];
  if (minutes === undefined || !Number.isInteger(count * minutes)) return undefined;
  const whole = count * minutes;
  return whole % 60 === 0 ? `PT${whole / 60}H` : `PT${whole}M`;
}

const EVERY: readonly (readonly [RegExp, string])[] = [
  [/\bhourly\b/i, "PT1H"], [/\bdaily\b|\bevery day\b|\bnightly\b/i, "P1D"], [/\bbi-?weekly\b|\bfortnightly\b/i, "P2W"],
  [/\bweekly\b|\bevery week\b/i, "P1W"], [/\bbi-?monthly\b/i, "P2M"], [/\bmonthly\b|\bevery month\b/i, "P1M"],
  [/\bquarterly\b|\bevery quarter\b/i, "P3M"], [/\bsemi-?annual(?:ly)?\b|\bhalf-?yearly\b|\btwice a year\b/i, "P6M"],
  [/\bannual(?:ly)?\b|\byearly\b|\bevery year\b/i, "P1Y"],
];

/** How often, where the text says it clearly: `monthly restore test`, `every 2 weeks`. */
export function readCadence(text: string): Cadence {
  const each = /\bevery\s+(\d.*)$/i.exec(text)?.[1] ?? /^\d+\s*[a-z]+$/i.exec(text.trim())?.[0];
  const every = (each ? readSpan(each) : undefined) ?? EVERY.find(([word]) => word.test(text))?.[1];
  return { ...(every ? { every } : {}), text: text.replace(/\s+/g, " ").slice(0, 1_000) };
}

export const sayCadence = (text: string): boolean => EVERY.some(([word]) => word.test(text)) || /\bevery\s+\d/i.test(text);

/** `< 1 hour`, `within 2 days`: a limit, not how often. */
export const sayLimit = (text: string): boolean => /^\s*(?:<|≤|=<|within\b|max(?:imum|\.)?\b|up to\b|no (?:later|more) than\b|at most\b|in less than\b)/i.test(text) && readSpan(text) !== undefined;
