import ICAL from "ical.js";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import { dateOf, DAY, type Minute } from "#core/time/minute.ts";

/** One stretch of time of a calendar file that somebody has to do with. */
export interface CalendarEvent {
  readonly from: Minute;
  readonly until: Minute;
  /** What stands there: its title. */
  readonly title: string;
  /** Names and addresses of whoever is invited. */
  readonly attendees: readonly { readonly name: string; readonly email: string }[];
}
/** Something of the file that was not understood, in words. */
export interface Unread {
  readonly what: string;
  readonly why: string;
}
export interface CalendarFile {
  readonly name: string | undefined;
  /** The zone its events are written in. */
  readonly zone: string | undefined;
  readonly events: readonly CalendarEvent[];
  readonly unread: readonly Unread[];
}
/** The file is no calendar, or more than is looked through. */
export class NoCalendar extends Error {}
class TooMany extends Error {}

/** In bytes, in events as they stand in the file, and in events with their repetitions. */
const LARGEST = 8 * 1024 * 1024;
const MOST_WRITTEN = 20_000;
const MOST_EVENTS = 20_000;
/** Repetitions are followed so far from the last first time of any of them: none ends before another has begun. In minutes. */
const FOLLOWED = 800 * 1_440;
const MOST_UNREAD = 200;
/** Years of times that are read. */
const [EARLIEST, LATEST] = [1900, 2100];
/** A zone of the file's own changes by the year, on a day of a month, and its rule was not written anew more often than this. */
const MOST_OBSERVANCES = 200;
const ZONE_PARTS = new Set(["BYMONTH", "BYDAY", "BYMONTHDAY"]);

/** Repetitions that end by themselves in reasonable time; everything else is named instead of followed. */
const PLAIN_PARTS = new Set(["BYDAY"]);
const PLAIN = new Set(["DAILY", "WEEKLY", "MONTHLY"]);

/**
 * Reads the events of an iCalendar file (RFC 5545) with their repetitions, exceptions and zones.
 * @param home the zone of times that name none, where the file names none either
 * @param named the zone of times that name none, whatever the file says
 * @throws NoCalendar
 */
export function readCalendar(bytes: Uint8Array, home: string, named?: string): CalendarFile {
  if (bytes.length > LARGEST) throw new NoCalendar("the calendar is larger than 8 MB");
  let components: ICAL.Component[];
  try {
    const parsed = ICAL.parse(new TextDecoder().decode(bytes)) as unknown[];
    // One calendar is a component; several are a list of them.
    components = (typeof parsed[0] === "string" ? [parsed] : parsed).map((one) => new ICAL.Component(one as never)).filter(({ name }) => name === "vcalendar");
  } catch {
    throw new NoCalendar("this is no iCalendar file");
  }
  if (components.length === 0) throw new NoCalendar("this is no iCalendar file");
  const written = components.flatMap((one) => one.getAllSubcomponents("vevent"));
  if (written.length > MOST_WRITTEN) throw new NoCalendar(`the calendar holds more than ${MOST_WRITTEN.toLocaleString("en")} events`);
  const stated = wordsOf(components[0], "x-wr-timezone");
  const zone = stated !== "" && zoneOf(stated) ? stated : undefined;
  return new Reading(components, written, named ?? zone ?? home).file(zone);
}

class Reading {
  readonly #calendars: readonly ICAL.Component[];
  readonly #written: readonly ICAL.Component[];
  readonly #floating: string;
  readonly #events: CalendarEvent[] = [];
  readonly #unread: Unread[] = [];
  readonly #zones = new Map<string, number>();
  /** Where the file is followed no further, and whether anything was left out for it. */
  #horizon: Minute = Infinity;
  #cut = false;

  constructor(calendars: readonly ICAL.Component[], written: readonly ICAL.Component[], floating: string) {
    [this.#calendars, this.#written, this.#floating] = [calendars, written, floating];
  }

  file(stated: string | undefined): CalendarFile {
    // What was moved or cancelled stands beside the repetition it belongs to, by its name and the time it had.
    const moved = new Map<string, Set<Minute>>();
    for (const event of this.#written) {
      const at = this.#guarded(event, () => this.#time(event.getFirstProperty("recurrence-id")));
      if (at !== undefined) moved.set(uidOf(event), (moved.get(uidOf(event)) ?? new Set()).add(at));
    }
    this.#horizon = this.#lastBegun() + FOLLOWED;
    for (const event of this.#written) this.#guarded(event, () => this.#read(event, moved.get(uidOf(event)) ?? new Set()));
    const common = [...this.#zones].sort((a, b) => b[1] - a[1])[0]?.[0];
    return { name: wordsOf(this.#calendars[0], "x-wr-calname") || undefined, zone: common ?? stated, events: this.#followed().sort((a, b) => a.from - b.from), unread: this.#unread };
  }

  /** The latest first time of anything that repeats. */
  #lastBegun(): Minute {
    let last = -Infinity;
    for (const event of this.#written) {
      if (!event.hasProperty("rrule")) continue;
      try {
        last = Math.max(last, this.#time(event.getFirstProperty("dtstart")) ?? last);
      } catch {
        // Named when it is read.
      }
    }
    return last;
  }

  /** Behind the end of what repeats, a single event would stand among holes that are none. */
  #followed(): CalendarEvent[] {
    if (!this.#cut) return [...this.#events];
    return this.#events.filter((event) => {
      if (event.from <= this.#horizon) return true;
      this.#skip(event.title, `begins after ${dateOf(this.#horizon)}, where what repeats is followed no further`);
      return false;
    });
  }

  #guarded<T>(event: ICAL.Component, work: () => T): T | undefined {
    try {
      return work();
    } catch (thrown) {
      return this.#skip(titleOf(event), thrown instanceof TooMany ? thrown.message : "cannot be read");
    }
  }

  #skip(what: string, why: string): undefined {
    if (this.#unread.length < MOST_UNREAD) this.#unread.push({ what, why });
    return undefined;
  }

  #read(event: ICAL.Component, moved: ReadonlySet<Minute>): void {
    if (wordsOf(event, "status").toUpperCase() === "CANCELLED") return;
    const title = titleOf(event);
    const starts = event.getFirstProperty("dtstart");
    const first = starts?.getFirstValue();
    const from = this.#time(starts);
    if (from === undefined || !starts || !(first instanceof ICAL.Time)) return this.#skip(title, "has no beginning that is a time");
    const ends = this.#ends(event, starts, first, from);
    const until = ends(first);
    if (until === undefined || until <= from) return this.#skip(title, "has no end behind its beginning");
    const attendees = event.getAllProperties("attendee").slice(0, 20).map((one) => ({ name: String(one.getParameter("cn") ?? "").trim(), email: String(one.getFirstValue() ?? "").replace(/^mailto:/i, "").trim().toLowerCase() }));
    const one = { title, attendees };
    if (!event.hasProperty("rrule") && !event.hasProperty("rdate")) return this.#put({ ...one, from, until });
    if (event.hasProperty("recurrence-id")) return this.#put({ ...one, from, until });
    const rules = event.getAllProperties("rrule").map((rule) => rule.getFirstValue() as ICAL.Recur);
    if (event.hasProperty("rdate") || rules.length !== 1 || !rules[0] || !isPlain(rules[0])) {
      this.#put({ ...one, from, until });
      return this.#skip(title, "repeats in a way that is not followed: only its first time counts");
    }
    const out = new Set(event.getAllProperties("exdate").flatMap((property) => property.getValues().map((value) => this.#instant(value as ICAL.Time, property))));
    const iterator = rules[0].iterator(first);
    for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next()) {
      const at = this.#instant(next, starts);
      if (at > this.#horizon) {
        this.#cut = true;
        break;
      }
      if (out.has(at) || moved.has(at)) continue;
      const end = ends(next);
      if (end !== undefined && end > at) this.#put({ ...one, from: at, until: end });
      else this.#skip(`${title}, ${dateOf(at)}`, "has no end behind its beginning");
    }
  }

  #put(event: CalendarEvent): void {
    if (this.#events.length >= MOST_EVENTS) throw new TooMany(`the calendar has more than ${MOST_EVENTS.toLocaleString("en")} events with their repetitions: what is over is left out`);
    this.#events.push(event);
  }

  /** When an event ends that begins at a time: at the same hour of the wall, whether or not the clocks change in between. */
  #ends(event: ICAL.Component, starts: ICAL.Property, first: ICAL.Time, from: Minute): (begins: ICAL.Time) => Minute | undefined {
    const end = event.getFirstProperty("dtend");
    const last = end?.getFirstValue();
    if (end && last instanceof ICAL.Time) {
      const until = this.#instant(last, end);
      const onOneWall = String(end.getParameter("tzid") ?? "") === String(starts.getParameter("tzid") ?? "") && (first.zone === ICAL.Timezone.utcTimezone) === (last.zone === ICAL.Timezone.utcTimezone);
      return onOneWall ? (begins) => this.#later(begins, wallOf(last) - wallOf(first), starts) : (begins) => this.#instant(begins, starts) + until - from;
    }
    const duration = event.getFirstPropertyValue("duration") as ICAL.Duration | null;
    if (duration) {
      // Days and weeks are the calendar's, hours and minutes are as long as they are.
      const days = duration.isNegative ? -1 : duration.weeks * 7 + duration.days;
      return (begins) => this.#later(begins, days * DAY, starts) + duration.hours * 60 + duration.minutes;
    }
    // A day without an end is that day.
    return (begins) => (begins.isDate ? this.#later(begins, DAY, starts) : undefined);
  }

  #later(time: ICAL.Time, minutes: number, property: ICAL.Property): Minute {
    const later = time.clone();
    later.adjust(Math.floor(minutes / DAY), 0, ((minutes % DAY) + DAY) % DAY, 0);
    return this.#instant(later, property);
  }

  #time(property: ICAL.Property | null): Minute | undefined {
    const value = property?.getFirstValue();
    return property && value instanceof ICAL.Time ? this.#instant(value, property) : undefined;
  }

  /** On the wall of the zone that is named; a zone of the file's own is believed where nobody else knows it. */
  #instant(time: ICAL.Time, property: ICAL.Property): Minute {
    const tzid = String(property.getParameter("tzid") ?? "");
    const wall = wallOf(time);
    if (!Number.isFinite(wall) || time.year < EARLIEST || time.year > LATEST) throw new RangeError("no time anybody is on duty at");
    if (time.zone === ICAL.Timezone.utcTimezone) return wall;
    const zone: Zone | undefined = tzid === "" ? undefined : zoneOf(tzid);
    if (zone) {
      this.#zones.set(tzid, (this.#zones.get(tzid) ?? 0) + 1);
      return zone.begin(wall);
    }
    if (tzid !== "" && time.zone !== ICAL.Timezone.localTimezone) {
      if (!isPlainZone(time.zone)) throw new TooMany("is written in a time zone of the file's own that changes in a way that is not followed");
      return Math.floor(time.toUnixTime() / 60);
    }
    return zoneOf(this.#floating)?.begin(wall) ?? wall;
  }
}

const wallOf = (time: ICAL.Time): number => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / 60_000;
const wordsOf = (component: ICAL.Component | undefined, name: string): string => String(component?.getFirstPropertyValue(name) ?? "").trim();
const uidOf = (event: ICAL.Component): string => wordsOf(event, "uid");
const titleOf = (event: ICAL.Component): string => wordsOf(event, "summary").replace(/\s+/g, " ").slice(0, 200) || "an event without a title";
/** Whether a zone of the file's own is worked out in reasonable time: all its changes are, at the first time in it. */
function isPlainZone({ component }: ICAL.Timezone): boolean {
  const observances = component.getAllSubcomponents();
  const rules = observances.flatMap((one) => one.getAllProperties("rrule").map((rule) => rule.getFirstValue() as ICAL.Recur));
  return observances.length <= MOST_OBSERVANCES && rules.length <= MOST_OBSERVANCES && rules.every(({ freq, parts }) => freq === "YEARLY" && Object.keys(parts).every((part) => ZONE_PARTS.has(part)));
}
const isPlain = (rule: ICAL.Recur): boolean => PLAIN.has(rule.freq) && Object.keys(rule.parts).every((part) => PLAIN_PARTS.has(part)) && (rule.interval ?? 1) >= 1;
