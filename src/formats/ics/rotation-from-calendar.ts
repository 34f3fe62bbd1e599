import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom, type PersonId } from "#core/model/id.ts";
import type { Person, Rotation } from "#core/model/party.ts";
import { instantOf, type Minute } from "#core/time/minute.ts";
import { zoneOf } from "#core/time/zone.ts";
import { shiftsOf } from "#core/who/rotation.ts";
import { NoCalendar, readCalendar, type CalendarEvent, type Unread } from "./calendar-file.ts";
import { patternOf, type Shift } from "./pattern.ts";

/** A rotation as a calendar file shows it, and what it would change. */
export interface ReadRotation {
  readonly rotation: Rotation;
  /** How many turns stand in the file, and how many of them are as the pattern says. */
  readonly turns: number;
  readonly regular: number;
  readonly swaps: readonly { readonly id: string; readonly rotation: string; readonly from: string; readonly until: string; readonly out: PersonId; readonly in: PersonId }[];
  readonly unread: readonly Unread[];
  readonly edits: readonly Edit[];
}

/** A calendar that needs more exceptions than this follows no pattern Remit knows. */
const MOST_SWAPS = 400;
/** Stretches of time nobody is on that are named one by one. */
const MOST_HOLES = 20;

/**
 * Makes a rotation of a role from an iCalendar file: people by name or address, turns in a circle where they are regular,
 * swaps where they are not. Whatever could not be used is named.
 * @param zone of times that name none; the zone of the role's holders where nobody says
 * @throws NoCalendar with the reason in words
 */
export function rotationFromCalendar(document: MatrixDocument, role: string, bytes: Uint8Array, named: { readonly zone?: string | undefined; readonly name?: string | undefined } = {}): ReadRotation {
  const post = document.roles.find(({ id }) => id === role);
  if (!post) throw new NoCalendar(`there is no role \`${role}\``);
  const people = document.people ?? [];
  const home = named.zone ?? people.find(({ id, timeZone }) => timeZone !== undefined && post.holders?.includes(id))?.timeZone ?? "UTC";
  if (!zoneOf(home)) throw new NoCalendar(`there is no time zone \`${home}\``);
  const file = readCalendar(bytes, home);
  const zoneName = named.zone ?? file.zone ?? home;
  const zone = zoneOf(zoneName);
  if (!zone) throw new NoCalendar(`there is no time zone \`${zoneName}\``);
  const unread = [...file.unread];
  const shifts = shiftsIn(file.events, finderOf(document), unread);
  const layer = patternOf(shifts, zone);
  if (!layer) throw new NoCalendar(`no event of the calendar names anybody of the matrix${unread[0] ? `: ${unread[0].what} ${unread[0].why}` : ""}`);
  const before = (document.rotations ?? []).filter((one) => one.role === role);
  const name = named.name ?? file.name ?? before[0]?.name ?? `${post.name} on duty`;
  const known = before.find((one) => one.name === name);
  const rotation: Rotation = { id: known?.id ?? idFrom(name, new Set((document.rotations ?? []).map(({ id }) => id as string))), name: name.slice(0, 200), role, timeZone: zoneName, layers: [layer] };
  const { swaps, regular } = swapsFor(document, rotation, shifts, unread);
  const old = (document.directory?.swaps ?? []).filter((one) => one.rotation === known?.id);
  const edits: Edit[] = [
    ...old.map(({ id }): Edit => ({ do: "remove", kind: "swap", id })),
    ...(known ? [{ do: "set", at: { kind: "rotation", id: known.id }, field: "layers", value: rotation.layers } as const, { do: "set", at: { kind: "rotation", id: known.id }, field: "timeZone", value: zoneName } as const] : [{ do: "add", kind: "rotation", item: rotation } as const]),
    ...swaps.map((item): Edit => ({ do: "add", kind: "swap", item })),
  ];
  return { rotation, turns: shifts.length, regular, swaps, unread, edits };
}

/** The shifts of the events that name exactly one person; of two at once the one that began first counts. */
function shiftsIn(events: readonly CalendarEvent[], find: (event: CalendarEvent) => Person | string, unread: Unread[]): Shift[] {
  const shifts: Shift[] = [];
  for (const event of events) {
    const what = `${event.title}, ${instantOf(event.from)}`;
    const person = find(event);
    const last = shifts.at(-1);
    if (typeof person === "string") unread.push({ what, why: person });
    else if (last && event.from < last.until) unread.push({ what, why: "overlaps the turn before it" });
    else shifts.push({ from: event.from, until: event.until, person: person.id });
  }
  return shifts;
}

const fold = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Who is meant: by address, by the name of who is invited, then by the title. */
function finderOf({ people = [], directory }: MatrixDocument): (event: CalendarEvent) => Person | string {
  const byMail = new Map((directory?.contacts ?? []).flatMap(({ kind, value, person, shared }) => (kind === "email" && value !== undefined && shared !== true ? [[value.toLowerCase(), people.find(({ id }) => id === person)] as const] : [])));
  const names = people.map((person) => ({ person, name: ` ${fold(person.name)} ` }));
  const called = (words: string): Person[] => {
    const padded = ` ${fold(words)} `;
    const found = names.filter(({ name }) => name.trim() !== "" && padded.includes(name));
    // `Ann Lee` is not meant where `Ann Lee Park` is.
    return found.filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name))).map(({ person }) => person);
  };
  return ({ title, attendees }) => {
    for (const found of [attendees.flatMap(({ email }) => byMail.get(email) ?? []), attendees.flatMap(({ name }) => called(name)), called(title)]) {
      const different = new Set(found);
      if (different.size > 1) return "names several people of the matrix";
      if (found[0]) return found[0];
    }
    return "names nobody of the matrix";
  };
}

/** Where the file says otherwise than the pattern: one in another's place, piece by piece. */
function swapsFor(document: MatrixDocument, rotation: Rotation, shifts: readonly Shift[], unread: Unread[]): Pick<ReadRotation, "swaps" | "regular"> {
  const [from, until] = [shifts[0]?.from ?? 0, shifts.at(-1)?.until ?? 0];
  const pattern = shiftsOf(rotation, [], from - 1, until + 1);
  const taken = new Set((document.directory?.swaps ?? []).map(({ id }) => id as string));
  const swaps: ReadRotation["swaps"][number][] = [];
  let regular = 0;
  let at = from;
  let piece = 0;
  for (const shift of shifts) {
    let wrong = false;
    if (shift.from > at) hole(pattern, at, shift.from, unread);
    at = shift.until;
    while (piece > 0 && (pattern.from[piece] ?? 0) > shift.from) piece--;
    for (; piece < pattern.from.length && (pattern.from[piece] as Minute) < shift.until; piece++) {
      const [begins, ends] = [Math.max(pattern.from[piece] as Minute, shift.from), Math.min(pattern.from[piece + 1] ?? until, shift.until)];
      const out = pattern.people[piece];
      if (begins >= ends || out === shift.person) continue;
      wrong = true;
      if (out === undefined) {
        unread.push({ what: `${instantOf(begins)} to ${instantOf(ends)}`, why: "lies outside the hours of the pattern" });
        continue;
      }
      if (swaps.length >= MOST_SWAPS) throw new NoCalendar(`the turns follow no pattern: more than ${MOST_SWAPS} of them are exceptions to the nearest one`);
      const id = idFrom(`${rotation.id} ${instantOf(begins).slice(0, 10)} ${shift.person}`, taken);
      taken.add(id);
      swaps.push({ id, rotation: rotation.id, from: instantOf(begins), until: instantOf(ends), out, in: shift.person });
    }
    if (!wrong) regular++;
  }
  return { swaps, regular };
}

/** Time nobody is on in the file, though the pattern has somebody. */
function hole({ from, people }: ReturnType<typeof shiftsOf>, begins: Minute, ends: Minute, unread: Unread[]): void {
  if (unread.filter(({ why }) => why === HOLE).length >= MOST_HOLES) return;
  const on = people.some((person, i) => person !== undefined && (from[i] as Minute) < ends && (from[i + 1] ?? ends) > begins);
  if (on) unread.push({ what: `${instantOf(begins)} to ${instantOf(ends)}`, why: HOLE });
}
const HOLE = "nobody is on in the calendar; the pattern goes on";
