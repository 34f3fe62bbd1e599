import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom, type PersonId } from "#core/model/id.ts";
import type { Person, Rotation } from "#core/model/party.ts";
import { instantOf } from "#core/time/minute.ts";
import { zoneOf } from "#core/time/zone.ts";
import { NoCalendar, readCalendar, type CalendarEvent, type Unread } from "./calendar-file.ts";
import { fitOf, holesOf, type Exchange, type Fit, type Hole } from "./fit.ts";
import { patternsOf, type Shift } from "./pattern.ts";

/** A rotation as a calendar file shows it, and what it would change. */
export interface ReadRotation {
  readonly rotation: Rotation;
  /** How many turns stand in the file, and how many of them are as the pattern says. */
  readonly turns: number;
  readonly regular: number;
  readonly swaps: readonly Exchange[];
  /** When nobody is on duty between the first turn and the last, closed hours aside, and what stands there in the file. */
  readonly holes: readonly Hole[];
  /** When the last turn of the file ends, and whether the pattern goes on after it. Before its first turn nobody is on duty. */
  readonly until: string;
  readonly goesOn: boolean;
  /** Who holds the role without a turn: on duty in their own hours, whosever turn it is. */
  readonly outside: readonly PersonId[];
  readonly unread: readonly Unread[];
  readonly edits: readonly Edit[];
}

/** Stretches without anybody and exceptions: a calendar that needs more follows no pattern Remit knows. */
const MOST_LAYERS = 400;
const MOST_SWAPS = 400;
/** A rotation kept on another wall than the one that is likely has to spare so many exceptions. */
const ANOTHER_WALL = 8;

/**
 * Makes a rotation of a role from an iCalendar file: people by name or address, turns in a circle where they are regular,
 * swaps where they are not, and nobody where the file has nobody or names nobody of the matrix. Whatever could not be used is named.
 * @param zone of times that name none; the zone the file states, else that of the role's holders, where nobody says
 * @throws NoCalendar with the reason in words
 */
export function rotationFromCalendar(document: MatrixDocument, role: string, bytes: Uint8Array, named: { readonly zone?: string | undefined; readonly name?: string | undefined } = {}): ReadRotation {
  const post = document.roles.find(({ id }) => id === role);
  if (!post) throw new NoCalendar(`there is no role \`${role}\``);
  const people = document.people ?? [];
  const home = named.zone ?? people.find(({ id, timeZone }) => timeZone !== undefined && post.holders?.includes(id))?.timeZone ?? "UTC";
  if (!zoneOf(home)) throw new NoCalendar(`there is no time zone \`${home}\``);
  const file = readCalendar(bytes, home, named.zone);
  const zone = named.zone ?? file.zone ?? home;
  const unread = [...file.unread];
  const { shifts, unknown } = shiftsIn(file.events, finderOf(document), unread);
  const [first, last] = [shifts[0], shifts.at(-1)];
  if (!first || !last) throw new NoCalendar(`no event of the calendar names anybody of the matrix${unread[0] ? `: ${unread[0].what} ${unread[0].why}` : ""}`);
  const before = (document.rotations ?? []).filter((one) => one.role === role);
  const name = named.name ?? file.name ?? before[0]?.name ?? `${post.name} on duty`;
  const known = before.find((one) => one.name === name);
  const frame = { id: known?.id ?? idFrom(name, new Set((document.rotations ?? []).map(({ id }) => id as string))), name: name.slice(0, 200), role };
  // Whoever would follow in the circle is not put on duty where somebody else is meant.
  const ends = unknown.some(({ event }) => event.until > last.until);
  const zones = [...new Set([zone, "UTC"])];
  const fits = zones.flatMap((timeZone) => {
    const wall = zoneOf(timeZone);
    if (!wall) throw new NoCalendar(`there is no time zone \`${timeZone}\``);
    return patternsOf(shifts, wall, ends).flatMap((layers) => (layers.length > MOST_LAYERS ? [] : (fitOf({ ...frame, timeZone, layers: [...layers] }, shifts, MOST_SWAPS) ?? [])));
  });
  const cost = ({ rotation: { layers, timeZone }, exchanges }: Fit): number => exchanges.length + layers.length * 3 + layers.reduce((sum, one) => sum + one.people.length, 0) / 4 + (timeZone === zone ? 0 : named.zone || file.zone ? Infinity : ANOTHER_WALL);
  const [best] = fits.toSorted((a, b) => cost(a) - cost(b));
  if (!best) throw new NoCalendar(`the turns follow no pattern: more than ${MOST_SWAPS} of them are exceptions to the nearest one, or nobody is on duty between them more than ${MOST_LAYERS} times${unknown[0] ? `: ${unknown[0].event.title} ${unknown[0].why}` : ""}`);
  const { rotation, regular } = best;
  const taken = new Set((document.directory?.swaps ?? []).map(({ id }) => id as string));
  const swaps = best.exchanges.map((one): Exchange & { readonly id: string; readonly rotation: string } => {
    const id = idFrom(`${rotation.id} ${one.from.slice(0, 10)} ${one.in}`, taken);
    taken.add(id);
    return { id, rotation: rotation.id, ...one };
  });
  const old = (document.directory?.swaps ?? []).filter((one) => one.rotation === known?.id);
  const edits: Edit[] = [
    ...old.map(({ id }): Edit => ({ do: "remove", kind: "swap", id })),
    ...(known ? [{ do: "set", at: { kind: "rotation", id: known.id }, field: "layers", value: rotation.layers } as const, { do: "set", at: { kind: "rotation", id: known.id }, field: "timeZone", value: rotation.timeZone } as const] : [{ do: "add", kind: "rotation", item: rotation } as const]),
    ...swaps.map((item): Edit => ({ do: "add", kind: "swap", item: { ...item } })),
  ];
  const inTurn = new Set([rotation, ...(document.rotations ?? []).filter((one) => one.role === role && one.id !== rotation.id)].flatMap(({ layers }) => layers.flatMap((layer) => layer.people)));
  const outside = (post.holders ?? []).filter((id) => !inTurn.has(id));
  if (rotation.timeZone !== zone) unread.push({ what: zone, why: "the turns do not follow its clock: they are kept in UTC" });
  return { rotation, turns: shifts.length, regular, swaps, holes: holesOf(best.gaps, unknown), until: instantOf(last.until), goesOn: rotation.layers.at(-1)?.until === undefined, outside, unread, edits };
}

/** The shifts of the events that name exactly one person; of two at once the one that began first counts. */
function shiftsIn(events: readonly CalendarEvent[], find: (event: CalendarEvent) => Person | string, unread: Unread[]): { readonly shifts: readonly Shift[]; readonly unknown: readonly { readonly event: CalendarEvent; readonly why: string }[] } {
  const shifts: Shift[] = [];
  const unknown: { readonly event: CalendarEvent; readonly why: string }[] = [];
  const again = new Map<string, { readonly what: string; readonly why: string; times: number }>();
  for (const event of events) {
    const what = `${event.title}, ${instantOf(event.from)}`;
    const person = find(event);
    const last = shifts.at(-1);
    if (typeof person === "string") {
      unknown.push({ event, why: person });
      const key = `${event.title}\n${person}`;
      const known = again.get(key);
      if (known) known.times++;
      else again.set(key, { what, why: person, times: 1 });
    } else if (last && event.from < last.until) {
      const rest = event.until > last.until;
      unread.push({ what, why: rest ? `overlaps the turn before it: counts from ${instantOf(last.until)} on` : "overlaps the turn before it" });
      if (rest) shifts.push({ from: last.until, until: event.until, person: person.id });
    } else shifts.push({ from: event.from, until: event.until, person: person.id });
  }
  unread.push(...[...again.values()].map(({ what, why, times }) => ({ what: times === 1 ? what : `${what} and ${times - 1} more times`, why })));
  return { shifts, unknown };
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
