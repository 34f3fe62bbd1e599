import type { EscalationPath } from "../model/decision.ts";
import type { MatrixDocument } from "../model/document.ts";
import type { PersonId, RoleId } from "../model/id.ts";
import type { Calendar, Contact, Person, Role, Rotation } from "../model/party.ts";
import { openOf, type CalendarProblem } from "../time/calendar.ts";
import { unroll } from "../time/hours.ts";
import { DAY, dayOf, FOREVER, minuteOf, type Minute } from "../time/minute.ts";
import { intersect, NEVER, spansOf, union, within, without, type Spans } from "../time/spans.ts";
import { zoneOf } from "../time/zone.ts";
import { humansOf, type Human, type Humans } from "./humans.ts";
import { Memory } from "./memory.ts";
import { groupOf, serves, type Ask } from "./reach.ts";
import { shiftsOf } from "./rotation.ts";

/** When one person stands for a role. */
export interface Stint {
  readonly person: PersonId;
  readonly human: Human;
  readonly spans: Spans;
}

/** A declared absence in minutes. */
export interface Away {
  readonly person: PersonId;
  readonly from: Minute;
  readonly until: Minute;
  readonly substitute: PersonId | undefined;
}

/** Everything a question about time and people is answered from: a matrix with its directory, over a stretch of time. */
export class World {
  readonly document: MatrixDocument;
  readonly from: Minute;
  readonly until: Minute;
  readonly humans: Humans;
  /** The same object as long as every person has the same number: what was made from numbers alone rests on it. */
  readonly numbering: object;
  readonly memory: Memory;
  readonly #people: ReadonlyMap<string, Person>;
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #calendars: ReadonlyMap<string, Calendar>;
  readonly #paths: ReadonlyMap<string, EscalationPath>;
  readonly #contacts: ReadonlyMap<Human, readonly Contact[]>;
  readonly #rotations: ReadonlyMap<string, readonly Rotation[]>;
  readonly #away: ReadonlyMap<Human, readonly Away[]>;
  // Asked for again and again while one question is answered: looked up once in this world.
  readonly #once = new WeakMap<object, Map<string, unknown>>();
  readonly #duties = new Map<string, readonly Stint[]>();
  readonly #onDuties = new Map<Human, Spans>();
  readonly #methods = new Map<string, Map<Human, Spans>>();
  readonly #presences = new Map<string, Map<Human, Spans>>();

  /** @param memory of an earlier world of the same matrix: what did not change is not worked out again */
  constructor(document: MatrixDocument, from: Minute, until: Minute, memory = new Memory()) {
    memory.trim();
    this.document = document;
    this.from = from;
    this.until = until;
    this.memory = memory;
    const people = document.people ?? [];
    this.humans = memory.of("humans", [document.people], () => humansOf(people));
    this.numbering = memory.of("numbering", people.flatMap(({ id }) => [id, this.humans.of(id)]), () => ({}));
    const byId = <T extends { readonly id: string }>(name: string, list: readonly T[] | undefined) => memory.of(`by id ${name}`, [list], () => new Map((list ?? []).map((item) => [item.id as string, item])));
    this.#people = byId("people", people);
    this.#roles = byId("roles", document.roles);
    this.#calendars = byId("calendars", document.calendars);
    this.#paths = byId("paths", document.escalationPaths);
    const contacts = document.directory?.contacts;
    this.#contacts = memory.of("contacts", [contacts, this.numbering], () => this.#byHuman(contacts ?? [], ({ person }) => person));
    this.#rotations = memory.of("rotations", [document.rotations], () => Map.groupBy(document.rotations ?? [], ({ role }) => role as string));
    const absences = document.directory?.absences;
    this.#away = memory.of("away", [absences, this.numbering], () =>
      this.#byHuman((absences ?? []).map((one): Away => ({ person: one.person, from: minuteOf(one.from), until: minuteOf(one.until), substitute: one.substitute })).filter(({ from, until }) => from < until), ({ person }) => person));
  }

  #byHuman<T>(list: readonly T[], person: (item: T) => PersonId | undefined): ReadonlyMap<Human, readonly T[]> {
    const known = list.filter((item) => this.humans.of(person(item) ?? "") !== undefined);
    return Map.groupBy(known, (item) => this.humans.of(person(item) ?? "") as Human);
  }

  /** What this world says about something, worked out at the first time it is asked for. */
  once<T>(about: object, what: string, make: () => T): T {
    let known = this.#once.get(about);
    if (known === undefined) this.#once.set(about, (known = new Map()));
    return once(known as Map<string, T>, what, make);
  }

  person(id: PersonId): Person | undefined {
    return this.#people.get(id);
  }

  role(id: RoleId): Role | undefined {
    return this.#roles.get(id);
  }

  calendar(id: string): Calendar | undefined {
    return this.#calendars.get(id);
  }

  path(id: string): EscalationPath | undefined {
    return this.#paths.get(id);
  }

  contacts(human: Human): readonly Contact[] {
    return this.#contacts.get(human) ?? [];
  }

  /** Everybody with a method that fails with a contact group. */
  humansWithMethodIn(group: string): readonly Human[] {
    return [...this.#contacts].filter(([, contacts]) => contacts.some((contact) => groupOf(contact) === group)).map(([human]) => human);
  }

  rotations(role: RoleId): readonly Rotation[] {
    return this.#rotations.get(role) ?? [];
  }

  /** When a calendar is open; a missing or unfinished one is a problem, not an answer. */
  open(id: string): Spans | CalendarProblem {
    const calendar = this.calendar(id);
    return this.memory.of(`open ${id}`, [calendar, this.from, this.until], () => openOf(calendar, this.from - 40 * DAY, this.until + 40 * DAY));
  }

  /** A person's own duty hours. None stated: any hour. Stated in an unknown zone: none, because nobody can say when. */
  hours(id: PersonId): Spans {
    const { dutyHours, timeZone } = this.person(id) ?? {};
    return this.#weekly(dutyHours, timeZone);
  }

  #weekly(hours: Person["dutyHours"], timeZone: string | undefined): Spans {
    if (hours === undefined || hours.length === 0) return ALWAYS;
    const zone = timeZone === undefined ? undefined : zoneOf(timeZone);
    if (zone === undefined) return NEVER;
    const key = hours.map(({ days, from, until }) => `${days.join()} ${from}-${until}`).join(";");
    return this.memory.of(`weekly ${timeZone} ${key}`, [this.from, this.until], () => unroll(hours, zone, this.from - 2 * DAY, this.until + 2 * DAY));
  }

  /** Who holds a role when, changes by its own party included. */
  holders(id: RoleId): readonly Stint[] {
    const role = this.role(id);
    const changes = this.document.holders === "signed" ? undefined : this.document.directory?.holderChanges;
    return this.memory.of(`holders ${id}`, [role, changes, this.numbering], () => {
      const held = [{ at: -FOREVER, people: role?.holders ?? [] }, ...(changes ?? []).filter((one) => one.role === id).map((one) => ({ at: minuteOf(one.at), people: one.holders }))].sort((a, b) => a.at - b.at);
      return held.flatMap(({ at, people }, i) => this.#stints(people, [at, held[i + 1]?.at ?? FOREVER]));
    });
  }

  #stints(people: readonly PersonId[], spans: Spans): Stint[] {
    return people.flatMap((person) => {
      const human = this.humans.of(person);
      return human === undefined || (spans[0] as number) >= (spans[1] as number) ? [] : [{ person, human, spans }];
    });
  }

  /**
   * Who is on duty for a role when, in the order in which they are called: whoever its rotations have on, then the
   * holders outside the rotations in their own hours. Holders inside a rotation are off duty outside their turn.
   */
  duty(id: RoleId): readonly Stint[] {
    return once(this.#duties, id, () => this.#dutyOf(id));
  }

  #dutyOf(id: RoleId): readonly Stint[] {
    const rotations = this.rotations(id);
    const { swaps } = this.document.directory ?? {};
    const holders = this.holders(id);
    const hours = holders.map(({ person }) => this.hours(person));
    return this.memory.of(`duty ${id}`, [holders, swaps, this.from, this.until, ...rotations, ...hours], () => {
      const turning = new Set(rotations.flatMap(({ layers }) => layers.flatMap(({ people }) => people.map((person) => this.humans.of(person)))));
      const turns = rotations.flatMap((rotation) => this.#turns(rotation, swaps ?? []));
      return [...turns, ...holders.flatMap((stint, i) => (turning.has(stint.human) ? [] : [{ ...stint, spans: intersect(stint.spans, hours[i] ?? NEVER) }]))];
    });
  }

  #turns(rotation: Rotation, swaps: NonNullable<NonNullable<MatrixDocument["directory"]>["swaps"]>): Stint[] {
    const { from, people } = shiftsOf(rotation, swaps, this.from - 2 * DAY, this.until + 2 * DAY);
    const by = new Map<PersonId, [Minute, Minute][]>();
    people.forEach((person, i) => {
      if (person === undefined) return;
      const list = by.get(person) ?? [];
      list.push([from[i] as Minute, from[i + 1] ?? this.until + 2 * DAY]);
      by.set(person, list);
    });
    return [...by].flatMap(([person, list]) => {
      const human = this.humans.of(person);
      return human === undefined ? [] : [{ person, human, spans: spansOf(list) }];
    });
  }

  /** When a human is on duty in any post at all; without one, in their own hours. */
  onDuty(human: Human): Spans {
    return once(this.#onDuties, human, () => this.#onDutyOf(human));
  }

  #onDutyOf(human: Human): Spans {
    const posts = this.document.roles.flatMap(({ id }) => this.duty(id).filter((stint) => stint.human === human).map(({ spans }) => spans));
    const own = posts.length > 0 || this.#takesTurns(human) ? [] : this.humans.persons(human).map(({ id }) => this.hours(id));
    return this.memory.of(`on duty ${human}`, [this.document.roles.length, ...posts, ...own], () => [...posts, ...own].reduce(union, NEVER));
  }

  /** Whether a human is in some rotation, though their turn may lie outside the stretch of time looked at. */
  #takesTurns(human: Human): boolean {
    const rotations = this.document.roles.flatMap(({ id }) => this.rotations(id));
    const swapped = (this.document.directory?.swaps ?? []).filter(({ rotation }) => rotations.some(({ id }) => id === rotation)).map((swap) => swap.in);
    return [...rotations.flatMap(({ layers }) => layers.flatMap(({ people }) => people)), ...swapped].some((person) => this.humans.of(person) === human);
  }

  away(human: Human): readonly Away[] {
    return this.#away.get(human) ?? [];
  }

  /** When a human is absent, under whichever name it was said. */
  absent(human: Human): Spans {
    const list = this.away(human);
    return list.length === 0 ? NEVER : this.memory.of(`absent ${human}`, list, () => spansOf(list.map(({ from, until }) => [from, until] as const)));
  }

  /** When a human has a method that answers a call of this kind; whether they are there is another question. */
  method(human: Human, ask: Ask): Spans {
    return once(once(this.#methods, ask.key, () => new Map<Human, Spans>()), human, () => this.#methodOf(human, ask));
  }

  /** When a human is on duty in any post, there, and can be called so. */
  present(human: Human, ask: Ask): Spans {
    return once(once(this.#presences, ask.key, () => new Map<Human, Spans>()), human, () => this.except(this.both(this.onDuty(human), this.method(human, ask)), this.absent(human)));
  }

  /** When a method is answered: in its hours, on the wall of the person it belongs to. */
  answered({ person, hours }: Contact): Spans {
    return this.#weekly(hours, this.person(person ?? "")?.timeZone);
  }

  #methodOf(human: Human, ask: Ask): Spans {
    const hours = this.contacts(human).filter((contact) => serves(contact, ask)).map((contact) => this.answered(contact));
    if (hours.includes(ALWAYS)) return ALWAYS;
    return hours.length < 2 ? (hours[0] ?? NEVER) : this.memory.of(`method ${human} ${ask.key}`, hours, () => hours.reduce(union, NEVER));
  }

  /** `a` where `b` too, worked out once. */
  both(a: Spans, b: Spans): Spans {
    if (b === ALWAYS || a.length === 0) return a;
    return a === ALWAYS ? b : this.memory.pair("and", a, b, intersect);
  }

  except(a: Spans, b: Spans): Spans {
    return b.length === 0 || a.length === 0 ? a : this.memory.pair("not", a, b, without);
  }

  /** Somebody's stretches of time as events they would be in time for: between so many minutes after them. */
  inTime(spans: Spans, earliest: number, latest: number): Spans {
    return (earliest === 0 && latest === 0) || spans.length === 0 ? spans : this.memory.derived(spans, `within ${earliest} ${latest}`, () => within(spans, earliest, latest));
  }

  /** The stretch of days something is valid in: from the beginning of its first to the end of its last, in UTC. */
  valid({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }): Spans {
    if (from === undefined && until === undefined) return ALWAYS;
    return this.memory.of(`valid ${from ?? ""} ${until ?? ""}`, [], () => spansOf([[from === undefined ? -FOREVER : dayOf(from), until === undefined ? FOREVER : dayOf(until) + DAY]]));
  }
}

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

export const ALWAYS: Spans = [-FOREVER, FOREVER];
