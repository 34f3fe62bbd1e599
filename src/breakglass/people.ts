import type { Contact } from "#core/model/party.ts";
import { minuteOf } from "#core/time/minute.ts";
import { absencesIn, delegationsIn, standInOf, type Absence } from "./away.ts";
import type { Contents } from "./contents.ts";
import type { Entry, Room, Section } from "./entries.ts";
import { hoursInWords, KINDS } from "#core/model/spoken.ts";
import { sayBriefly, sayMoment, zoneNamed } from "./moments.ts";
import { KEPT } from "./numbers.ts";
import { shortened } from "./printable.ts";
import { usualZone } from "./world.ts";

export const nameOf = ({ document }: Contents, id: string): string => document.people?.find((one) => one.id === id)?.name ?? id;

/** Somebody with their posts, hours, stand-in, absences and numbers. */
export function personEntry(contents: Contents, id: string, room: Room): Entry {
  const { document } = contents;
  const person = document.people?.find((one) => one.id === id);
  const posts = document.roles.filter(({ holders }) => holders?.includes(id)).map(({ name }) => name);
  const contacts = (document.directory?.contacts ?? []).filter((contact) => contact.person === id);
  const said = [posts.join(", "), document.parties.find((party) => party.id === person?.party)?.name ?? "", person?.dutyHours?.length ? `${hoursInWords(person.dutyHours)} ${person.timeZone ?? ""}` : "", person?.substitute === undefined ? "" : `${nameOf(contents, person.substitute)} stands in`];
  // In a pocket the absences stand in one place only.
  const away = room.brief ? [] : absencesIn(contents).filter((one) => one.person === id).map((one) => `away ${stretch(contents, one.from, one.until, room)}${one.substitute === undefined && person?.substitute !== undefined ? "" : `, ${standIn(contents, one)}`}`);
  return { head: nameOf(contents, id), body: [...said, ...away].filter(Boolean).join("; "), lines: contacts.length === 0 ? ["no number"] : contacts.map(sayNumber) };
}

/** No mail address is longer; nothing else that is dialled or typed comes near. */
const LONGEST_NUMBER = 254;

const sayNumber = ({ kind, value, shared, hours }: Contact): string => `${KINDS[kind]} ${value === undefined ? KEPT : shortened(value, LONGEST_NUMBER)}${shared === true ? " (shared)" : ""}${hours?.length ? `, ${hoursInWords(hours)}` : ""}`;

/** Who is away while the card holds, until when, and who stands in. */
export function awaySection(contents: Contents, room: Room, whom: (id: string) => boolean = () => true): Section {
  const byPerson = Map.groupBy(absencesIn(contents).filter(({ person }) => whom(person)), ({ person }) => person);
  return {
    title: `Away (${zoneNamed(usualZone(contents)).name})`,
    entries: [...byPerson].map(([person, absences]) => ({ head: nameOf(contents, person), body: absences.map((one) => `${stretch(contents, one.from, one.until, room)}, ${standIn(contents, one)}`).join("; "), lines: [] })),
  };
}

/** `from Mon 7 Dec, 09:00 until Fri 11 Dec, 17:00`; briefly without the ends that lie outside of the card. */
export function stretch(contents: Contents, begins: string, ends: string, { brief }: Room): string {
  const zone = zoneNamed(usualZone(contents));
  const say = (instant: string): string => (brief ? sayBriefly : sayMoment)(minuteOf(instant), zone);
  const [starts, stops] = [!brief || minuteOf(begins) > minuteOf(contents.from), !brief || minuteOf(ends) < minuteOf(contents.until)];
  return [starts ? `from ${say(begins)}` : "", stops ? `until ${say(ends)}` : starts ? "on" : "as long as this card holds"].filter(Boolean).join(" ");
}

function standIn(contents: Contents, absence: Absence): string {
  const other = standInOf(contents, absence);
  if (other === undefined || other === absence.person) return "nobody stands in";
  const both = absencesIn(contents).some(({ person, from, until }) => person === other && minuteOf(from) < minuteOf(absence.until) && minuteOf(until) > minuteOf(absence.from));
  return `${nameOf(contents, other)} stands in${both ? " except while away too" : ""}`;
}

/** Who is on a way of calls, decides, stands in, is lent authority, or is the last resort. */
export function wanted(contents: Contents): ReadonlySet<string> {
  const { document } = contents;
  const verbs = new Set<string>((document.events ?? []).flatMap((event) => event.verbs ?? []));
  const roles = new Set([...(document.escalationPaths ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.roles)), ...(document.events ?? []).flatMap(({ route }) => route ?? []), ...(document.decisionRights ?? []).filter(({ verb, deny }) => verbs.has(verb) && deny !== true).flatMap(({ role }) => role ?? [])]);
  const rotations = (document.rotations ?? []).filter(({ role }) => roles.has(role));
  const people = [
    ...document.roles.filter(({ id }) => roles.has(id)).flatMap(({ holders }) => holders ?? []),
    ...rotations.flatMap(({ layers }) => layers.flatMap((layer) => layer.people)),
    ...(document.directory?.swaps ?? []).filter(({ rotation }) => rotations.some(({ id }) => id === rotation)).map((swap) => swap.in),
    ...(document.decisionRights ?? []).filter(({ verb }) => verbs.has(verb)).flatMap(({ person }) => person ?? []),
    ...(document.escalationPaths ?? []).flatMap(({ lastResort }) => lastResort ?? []),
    ...delegationsIn(contents).filter((one) => one.verbs.some((verb) => verbs.has(verb))).map(({ to }) => to),
  ];
  return new Set([...people, ...people.flatMap((id) => document.people?.find((one) => one.id === id)?.substitute ?? []), ...absencesIn(contents).filter(({ person }) => people.includes(person)).flatMap(({ substitute }) => substitute ?? [])]);
}
