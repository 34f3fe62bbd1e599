import type { Hours } from "#core/model/party.ts";
import { readClock, WEEK, type Weekday } from "../registers/hours.ts";

/** `Mon–Fri 09:00–17:00; Sat 10–14` as hours of a week; nothing where it cannot be read. Hours may run past midnight. */
export function readHours(text: string): Hours[] | undefined {
  const windows: Hours[] = [];
  for (const part of text.split(";").map((one) => one.trim()).filter(Boolean)) {
    const [, days = "", from = "", until = ""] = /^([a-z,\s–-]+?)\s+([\d:.h]+)\s*[–-]\s*([\d:.h]+)$/i.exec(part) ?? [];
    const read = { days: readDays(days), from: readClock(from), until: readClock(until) };
    if (read.days === undefined || read.from === undefined || read.until === undefined) return undefined;
    windows.push({ days: read.days, from: read.from, until: read.until });
  }
  return windows;
}

function readDays(text: string): Weekday[] | undefined {
  const days = new Set<Weekday>();
  for (const part of text.split(",").map((one) => one.trim()).filter(Boolean)) {
    const ends = part.split(/\s*[–-]\s*/).map((day) => WEEK.indexOf(day.slice(0, 3).toLowerCase() as Weekday));
    const [first = -1, last = first] = ends;
    if (first < 0 || last < first || ends.length > 2) return undefined;
    for (let i = first; i <= last; i++) days.add(WEEK[i] as Weekday);
  }
  return days.size === 0 ? undefined : WEEK.filter((day) => days.has(day));
}
