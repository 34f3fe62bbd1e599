import ICAL from "ical.js";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import type { Minute } from "#core/time/minute.ts";

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

/** In bytes, in events as they stand in the file, and in events with their repetitions. */
const LARGEST = 8 * 1024 * 1024;
const MOST_WRITTEN = 20_000;
const MOST_EVENTS = 20_000;
/** Repetitions are followed so far from the first. In minutes. */
const FOLLOWED = 800 * 1_440;
const MOST_UNREAD = 200;

/** Repetitions that end by themselves in reasonable time; everything else is named instead of followed. */
const PLAIN_PARTS = new Set(["BYDAY"]);
const PLAIN = new Set(["DAILY", "WEEKLY", "MONTHLY"]);

/**
 * Reads the events of an iCalendar file (RFC 5545) with their repetitions, exceptions and zones.
 * @param floating the zone of times that name none
 * @throws NoCalendar
 */
export function readCalendar(bytes: Uint8Array, floating: string): CalendarFile {
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
  return new Reading(components, written, floating).file();
}

class Reading {
  readonly #calendars: readonly ICAL.Component[];
  readonly #written: readonly ICAL.Component[];
  readonly #floating: string;
  readonly #events: CalendarEvent[] = [];
  readonly #unread: Unread[] = [];
  readonly #zones = new Map<string, number>();

  constructor(calendars: readonly ICAL.Component[], written: readonly ICAL.Component[], floating: string) {
    [this.#calendars, this.#written, this.#floating] = [calendars, written, floating];
  }

  file(): CalendarFile {
    // What was moved or cancelled stands beside the repetition it belongs to, by its name and the time it had.
    const moved = new Map<string, Set<Minute>>();
    for (const event of this.#written) {
      const at = this.#guarded(event, () => this.#time(event.getFirstProperty("recurrence-id")));
      if (at !== undefined) moved.set(uidOf(event), (moved.get(uidOf(event)) ?? new Set()).add(at));
    }
    for (const event of this.#written) this.#guarded(event, () => this.#read(event, moved.get(uidOf(event)) ?? new Set()));
    const stated = wordsOf(this.#calendars[0], "x-wr-timezone");
    const common = [...this.#zones].sort((a, b) => b[1] - a[1])[0]?.[0];
    const zone = common ?? (stated !== "" && zoneOf(stated) ? stated : undefined);
    return { name: wordsOf(this.#calendars[0], "x-wr-calname") || undefined, zone, events: this.#events.sort((a, b) => a.from - b.from), unread: this.#unread };
  }

  #guarded<T>(event: ICAL.Component, work: () => T): T | undefined {
    try {
      return work();
    } catch {
      this.#skip(event, "cannot be read");
      return undefined;
    }
  }

  #skip(event: ICAL.Component, why: string): undefined {
    if (this.#unread.length < MOST_UNREAD) this.#unread.push({ what: titleOf(event), why });
    return undefined;
  }

  #read(event: ICAL.Component, moved: ReadonlySet<Minute>): void {
    if (wordsOf(event, "status").toUpperCase() === "CANCELLED") return;
    const starts = event.getFirstProperty("dtstart");
    const from = this.#time(starts);
    if (from === undefined || !starts) return this.#skip(event, "has no beginning that is a time");
    const length = this.#length(event, from);
    if (length === undefined || length <= 0) return this.#skip(event, "has no end behind its beginning");
    const attendees = event.getAllProperties("attendee").slice(0, 20).map((one) => ({ name: String(one.getParameter("cn") ?? "").trim(), email: String(one.getFirstValue() ?? "").replace(/^mailto:/i, "").trim().toLowerCase() }));
    const one = { title: titleOf(event), attendees };
    if (!event.hasProperty("rrule") && !event.hasProperty("rdate")) return this.#put({ ...one, from, until: from + length });
    if (event.hasProperty("recurrence-id")) return this.#put({ ...one, from, until: from + length });
    const rules = event.getAllProperties("rrule").map((rule) => rule.getFirstValue() as ICAL.Recur);
    if (event.hasProperty("rdate") || rules.length !== 1 || !rules[0] || !isPlain(rules[0])) {
      this.#put({ ...one, from, until: from + length });
      return this.#skip(event, "repeats in a way that is not followed: only its first time counts");
    }
    const out = new Set(event.getAllProperties("exdate").flatMap((property) => property.getValues().map((value) => this.#instant(value as ICAL.Time, property))));
    const iterator = rules[0].iterator(starts.getFirstValue() as ICAL.Time);
    for (let next = iterator.next() as ICAL.Time | null, n = 0; next && n < MOST_EVENTS; next = iterator.next(), n++) {
      const at = this.#instant(next, starts);
      if (at - from > FOLLOWED) break;
      if (!out.has(at) && !moved.has(at)) this.#put({ ...one, from: at, until: at + length });
    }
  }

  #put(event: CalendarEvent): void {
    if (this.#events.length >= MOST_EVENTS) throw new RangeError("more repetitions than are followed");
    this.#events.push(event);
  }

  #length(event: ICAL.Component, from: Minute): number | undefined {
    const ends = this.#time(event.getFirstProperty("dtend"));
    if (ends !== undefined) return ends - from;
    const duration = event.getFirstPropertyValue("duration") as ICAL.Duration | null;
    if (duration) return Math.floor(duration.toSeconds() / 60);
    // A day without an end is that day.
    return (event.getFirstPropertyValue("dtstart") as ICAL.Time).isDate ? 1_440 : undefined;
  }

  #time(property: ICAL.Property | null): Minute | undefined {
    const value = property?.getFirstValue();
    return property && value instanceof ICAL.Time ? this.#instant(value, property) : undefined;
  }

  /** On the wall of the zone that is named; a zone of the file's own is believed where nobody else knows it. */
  #instant(time: ICAL.Time, property: ICAL.Property): Minute {
    const tzid = String(property.getParameter("tzid") ?? "");
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / 60_000;
    if (!Number.isFinite(wall)) throw new RangeError("no time");
    if (time.zone === ICAL.Timezone.utcTimezone) return wall;
    const zone: Zone | undefined = tzid === "" ? undefined : zoneOf(tzid);
    if (zone) {
      this.#zones.set(tzid, (this.#zones.get(tzid) ?? 0) + 1);
      return zone.begin(wall);
    }
    if (tzid !== "" && time.zone !== ICAL.Timezone.localTimezone) return Math.floor(time.toUnixTime() / 60);
    return zoneOf(this.#floating)?.begin(wall) ?? wall;
  }
}

const wordsOf = (component: ICAL.Component | undefined, name: string): string => String(component?.getFirstPropertyValue(name) ?? "").trim();
const uidOf = (event: ICAL.Component): string => wordsOf(event, "uid");
const titleOf = (event: ICAL.Component): string => wordsOf(event, "summary").replace(/\s+/g, " ").slice(0, 200) || "an event without a title";
const isPlain = (rule: ICAL.Recur): boolean => PLAIN.has(rule.freq) && Object.keys(rule.parts).every((part) => PLAIN_PARTS.has(part)) && (rule.interval ?? 1) >= 1;
