import { Temporal } from "temporal-polyfill";
import type { DecisionRight, EscalationPath, EventType, PreAuthorisation, Severity, Verb } from "../../src/core/model/decision.ts";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import type { PersonId, RoleId } from "../../src/core/model/id.ts";
import type { Calendar, Contact, Hours, Person, Rotation } from "../../src/core/model/party.ts";

/**
 * `who` once more, slow and obvious: every question is asked of one minute, and windows are walked minute by minute.
 * Written from docs/who-and-proof.md alone; it shares nothing with the core but the shape of the document.
 */
type Minute = number;

export interface SlowQuestion {
  readonly event: string;
  readonly severity?: string | undefined;
  readonly at: Minute;
  readonly scope?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly missing?: readonly PersonId[] | undefined;
  readonly failed?: readonly string[] | undefined;
  readonly performer?: PersonId | undefined;
  readonly requester?: PersonId | undefined;
}

interface Callee {
  readonly person: PersonId;
  readonly insteadOf?: PersonId;
  readonly verified: boolean;
}

interface Voice {
  readonly person: PersonId;
  readonly by: "right" | "delegation" | "pre-authorisation";
  readonly under: string;
  readonly mode: "sole" | "n-of-m" | "one-per-party";
  /** Whose authority it is. */
  readonly authority: string;
  readonly party: string | undefined;
  readonly from: Minute;
}

export class SlowWho {
  readonly #document: MatrixDocument;
  readonly #event: EventType;
  readonly #severity: Severity;
  readonly #question: SlowQuestion;

  constructor(document: MatrixDocument, question: SlowQuestion) {
    this.#document = document;
    this.#question = question;
    this.#event = (document.events ?? []).find(({ id }) => id === question.event) as EventType;
    const severities = (document.severities ?? []).toSorted((a, b) => a.rank - b.rank);
    this.#severity = (question.severity === undefined ? severities[0] : severities.find(({ id }) => id === question.severity)) as Severity;
  }

  // ---- humans

  #person(id: PersonId): Person | undefined {
    return (this.#document.people ?? []).find((person) => person.id === id);
  }

  /** One name for everybody a human is listed as: the first of them in the matrix. */
  human(id: PersonId): PersonId {
    const people = this.#document.people ?? [];
    const same = new Set([id]);
    for (let before = -1; before !== same.size; ) {
      before = same.size;
      for (const { id: one, sameHumanAs } of people) {
        if (sameHumanAs === undefined || !people.some((other) => other.id === sameHumanAs)) continue;
        if (same.has(one)) same.add(sameHumanAs);
        if (same.has(sameHumanAs)) same.add(one);
      }
    }
    return people.find((one) => same.has(one.id))?.id ?? id;
  }

  #namesOf(human: PersonId): readonly PersonId[] {
    return (this.#document.people ?? []).filter(({ id }) => this.human(id) === human).map(({ id }) => id);
  }

  #known(id: PersonId): boolean {
    return this.#person(id) !== undefined;
  }

  // ---- who is there

  #holders(role: RoleId, at: Minute): readonly PersonId[] {
    let holders = this.#document.roles.find(({ id }) => id === role)?.holders ?? [];
    if (this.#document.holders !== "signed") {
      let since = -Infinity;
      for (const change of this.#document.directory?.holderChanges ?? []) {
        const from = minuteOf(change.at);
        if (change.role === role && from <= at && from >= since) [holders, since] = [change.holders, from];
      }
    }
    return holders.filter((one) => this.#known(one));
  }

  #inOwnHours(person: PersonId, at: Minute): boolean {
    const { dutyHours, timeZone } = this.#person(person) ?? {};
    return dutyHours === undefined || inHours(dutyHours, timeZone, at);
  }

  /** Whoever the role's rotations have on, then its holders outside them in their own hours. */
  onDuty(role: RoleId, at: Minute): readonly PersonId[] {
    const rotations = (this.#document.rotations ?? []).filter((rotation) => rotation.role === role);
    const taking = rotations.flatMap(({ layers }) => layers.flatMap(({ people }) => people)).map((one) => this.human(one));
    const turns = rotations.flatMap((rotation) => this.#onTurn(rotation, at) ?? []).filter((one) => this.#known(one));
    const others = this.#holders(role, at).filter((one) => !taking.includes(this.human(one)) && this.#inOwnHours(one, at));
    return [...turns, ...others];
  }

  #onTurn(rotation: Rotation, at: Minute): PersonId | undefined {
    let on: PersonId | undefined;
    for (const { people, from, turn, hours } of rotation.layers) {
      if (people.length === 0 || (hours !== undefined && !inHours(hours, rotation.timeZone, at))) continue;
      const first = Temporal.PlainDateTime.from(from);
      const length = Temporal.Duration.from(turn);
      let k = -1;
      for (let begins = first; beginOn(rotation.timeZone, begins) <= at; begins = begins.add(length)) k++;
      if (k >= 0) on = people[k % people.length];
    }
    for (const swap of (this.#document.directory?.swaps ?? []).toReversed())
      if (swap.rotation === rotation.id && swap.out === on && minuteOf(swap.from) <= at && at < minuteOf(swap.until)) return swap.in;
    return on;
  }

  isAbsent(person: PersonId, at: Minute): boolean {
    const human = this.human(person);
    if ((this.#question.missing ?? []).some((one) => this.human(one) === human)) return true;
    return (this.#document.directory?.absences ?? []).some((absence) => this.human(absence.person) === human && minuteOf(absence.from) <= at && at < minuteOf(absence.until));
  }

  #substitute(person: PersonId, at: Minute): PersonId | undefined {
    const human = this.human(person);
    const named = (this.#document.directory?.absences ?? []).find((absence) => this.human(absence.person) === human && absence.substitute !== undefined && minuteOf(absence.from) <= at && at < minuteOf(absence.until));
    return named?.substitute ?? this.#namesOf(human).map((one) => this.#person(one)?.substitute).find((one) => one !== undefined);
  }

  /** The methods that reach a human at an instant, verified or not. */
  #methods(person: PersonId, at: Minute, channels?: readonly string[]): readonly Contact[] {
    const human = this.human(person);
    const broken = [...(this.#event.compromises ?? []), ...(this.#question.failed ?? [])];
    return (this.#document.directory?.contacts ?? []).filter((contact) => {
      if (contact.person === undefined || this.human(contact.person) !== human || contact.shared === true) return false;
      if (channels !== undefined && !channels.includes(contact.kind)) return false;
      if (contact.kind === "email" && this.#severity.rank === 1) return false;
      const group = contact.outOfBandGroup ?? (contact.kind === "email" ? "corporate-mail" : contact.kind === "chat" ? "sso" : undefined);
      if (group !== undefined && broken.includes(group)) return false;
      return contact.hours === undefined || inHours(contact.hours, this.#person(contact.person)?.timeZone, at);
    });
  }

  /** Who answers when a role is called at an instant. */
  #reached(role: RoleId, at: Minute, channels?: readonly string[]): readonly Callee[] {
    return this.onDuty(role, at).flatMap((person): readonly Callee[] => {
      const absent = this.isAbsent(person, at);
      const one = absent ? this.#substitute(person, at) : person;
      if (one === undefined || !this.#known(one) || (absent && this.isAbsent(one, at))) return [];
      const methods = this.#methods(one, at, channels);
      if (methods.length === 0) return [];
      return [{ person: one, ...(absent ? { insteadOf: person } : {}), verified: methods.some((method) => isVerified(method, at)) }];
    });
  }

  // ---- the way of calls

  #path(): EscalationPath | undefined {
    const narrow = (path: EscalationPath): number => (some(path.events) ? 2 : 0) + (some(path.severities) ? 1 : 0);
    return (this.#document.escalationPaths ?? []).filter((path) => this.#applies(path)).toSorted((a, b) => narrow(b) - narrow(a))[0];
  }

  #steps(): { readonly circle: boolean; readonly steps: readonly { readonly roles: readonly RoleId[]; readonly channels?: readonly string[]; readonly after: number; readonly budget: number }[] } {
    if (this.#question.severity === undefined && some(this.#event.route)) return { circle: false, steps: (this.#event.route ?? []).map((role) => ({ roles: [role], after: 0, budget: 0 })) };
    const steps = [];
    const seen = new Set<string>();
    let begins = 0;
    for (let path = this.#path(); path !== undefined; ) {
      if (seen.has(path.id)) return { circle: true, steps };
      seen.add(path.id);
      for (const { roles, channels, after, waitPerAttempt, acknowledgeWithin } of path.steps) {
        const attempts = channels === undefined || channels.length === 0 ? 1 : channels.length;
        steps.push({ roles, ...(some(channels) ? { channels: channels as readonly string[] } : {}), after: begins + minutes(after), budget: attempts * minutes(waitPerAttempt) + minutes(acknowledgeWithin) });
      }
      const last = steps.at(-1);
      begins = last === undefined ? 0 : last.after + last.budget;
      const next: string | undefined = path.then;
      path = next === undefined ? undefined : (this.#document.escalationPaths ?? []).find(({ id }) => id === next);
    }
    return { circle: false, steps };
  }

  /** The calls one after another, each with who answers and whether it ends in time. */
  calls(): readonly { readonly reached: readonly Callee[]; readonly from: Minute; readonly inTime: boolean }[] {
    let at = this.#question.at;
    let before = 0;
    let cost = true;
    return this.#steps().steps.map(({ roles, channels, after, budget }) => {
      if (cost) at += Math.max(0, after - before);
      before = after;
      const reached = roles.flatMap((role) => this.#reached(role, at, channels));
      cost = reached.length > 0;
      const target = this.#severity.acknowledgeWithin;
      return { reached, from: at, inTime: target === undefined || at + budget - this.#question.at <= minutes(target) };
    });
  }

  get contact(): Callee | undefined {
    return this.calls().flatMap(({ reached }) => reached)[0];
  }

  get backup(): Callee | undefined {
    const all = this.calls().flatMap(({ reached }) => reached);
    return all.find(({ person }) => this.human(person) !== this.human((all[0] as Callee).person));
  }

  get contactInTime(): boolean {
    return this.calls().some(({ reached, inTime }) => inTime && reached.length > 0);
  }

  get pathMissing(): boolean {
    return this.#steps().steps.length === 0;
  }

  get pathCircle(): boolean {
    return this.#steps().circle;
  }

  // ---- who may decide

  #aboutIt(of: { readonly events?: readonly string[] | undefined; readonly severities?: readonly string[] | undefined; readonly party?: string | undefined }): boolean {
    const party = this.#question.party ?? this.#document.parties.find(({ kind }) => kind === "client")?.id;
    return (!some(of.events) || (of.events ?? []).includes(this.#event.id)) && (!some(of.severities) || (of.severities ?? []).includes(this.#severity.id)) && (of.party === undefined || of.party === party);
  }

  #applies(of: Parameters<SlowWho["touches"]>[0]): boolean {
    const { scope } = this.#question;
    return this.#aboutIt(of) && (!some(of.scope) || (scope !== undefined && scope.length > 0 && scope.every((item) => (of.scope ?? []).includes(item))));
  }

  touches(of: { readonly events?: readonly string[] | undefined; readonly severities?: readonly string[] | undefined; readonly party?: string | undefined; readonly scope?: readonly string[] | undefined }): boolean {
    const { scope } = this.#question;
    return this.#aboutIt(of) && (!some(of.scope) || scope === undefined || scope.length === 0 || scope.some((item) => (of.scope ?? []).includes(item)));
  }

  #holds(right: DecisionRight, at: Minute): boolean {
    const day = new Date(at * 60_000).toISOString().slice(0, 10);
    if ((right.from !== undefined && day < right.from) || (right.until !== undefined && day > right.until)) return false;
    return right.calendar === undefined || this.#calendarOpen(right.calendar, at) === true;
  }

  /** `undefined` for a calendar that says nothing. */
  #calendarOpen(id: string | undefined, at: Minute): boolean | undefined {
    const calendar: Calendar | undefined = (this.#document.calendars ?? []).find((one) => one.id === id);
    if (calendar?.always === true) return true;
    if (calendar === undefined || !some(calendar.hours) || calendar.timeZone === undefined || !isZone(calendar.timeZone)) return undefined;
    return !(calendar.holidays ?? []).includes(wallOf(calendar.timeZone, at).slice(0, 10)) && inHours(calendar.hours ?? [], calendar.timeZone, at);
  }

  #bearers(right: DecisionRight, at: Minute): readonly PersonId[] {
    return [...(right.person !== undefined && this.#known(right.person) ? [right.person] : []), ...(right.role === undefined ? [] : this.#holders(right.role, at))];
  }

  #refused(verb: Verb, person: PersonId, at: Minute): boolean {
    return (this.#document.decisionRights ?? []).some((right) => right.verb === verb && right.deny === true && this.touches(right) && this.#holds(right, at) && this.#bearers(right, at).some((one) => this.human(one) === this.human(person)));
  }

  #partyOf(right: DecisionRight): string | undefined {
    return right.role === undefined ? this.#person(right.person ?? "")?.party : this.#document.roles.find(({ id }) => id === right.role)?.party;
  }

  /** Everybody who may decide at one instant, whether they can be reached or not. */
  #entitled(verb: Verb, at: Minute): readonly Voice[] {
    const rights = (this.#document.decisionRights ?? []).filter((right) => right.verb === verb && right.deny !== true && this.#applies(right));
    const own = rights.flatMap((right) =>
      !this.#holds(right, at) ? [] : this.#bearers(right, at).filter((person) => !this.#refused(verb, person, at)).map((person) => ({ person, right })));
    const voice = (person: PersonId, by: Voice["by"], right: DecisionRight, authority: PersonId): Voice => ({ person, by, under: right.id, mode: right.mode ?? "sole", authority: this.human(authority), party: this.#partyOf(right), from: at });
    const lent = (this.#document.directory?.delegations ?? []).flatMap(({ from, to, verbs, starts, ends }) => {
      if (!verbs.includes(verb) || !(minuteOf(starts) <= at && at < minuteOf(ends)) || !this.#known(to) || this.human(to) === this.human(from) || this.#refused(verb, to, at)) return [];
      return own.filter(({ person, right }) => right.delegable === true && this.human(person) === this.human(from)).map(({ person, right }) => voice(to, "delegation", right, person));
    });
    return [...own.map(({ person, right }) => voice(person, "right", right, person)), ...lent, ...this.#beforehand(verb, at)];
  }

  #beforehand(verb: Verb, at: Minute): readonly Voice[] {
    return (this.#document.preAuthorisations ?? []).filter((grant) => grant.verb === verb && this.#applies(grant) && this.#serves(grant, at)).flatMap(({ id, performers }) =>
      performers.flatMap((role) => this.#holders(role, at)).map((person): Voice => ({ person, by: "pre-authorisation", under: id, mode: "sole", authority: this.human(person), party: undefined, from: at })));
  }

  #serves(grant: PreAuthorisation, at: Minute): boolean {
    if (grant.when === "always") return true;
    if (grant.when === "after-all-tried") return at - this.#question.at >= minutes(grant.triedFor ?? "PT15M");
    const party = this.#document.roles.find(({ id }) => id === grant.authorityHolder)?.party ?? this.#question.party ?? this.#document.parties.find(({ kind }) => kind === "client")?.id;
    return this.#calendarOpen(grant.calendar ?? this.#document.parties.find(({ id }) => id === party)?.calendar, at) === false;
  }

  /** On duty in any post, present, and with a method. */
  #there(person: PersonId, at: Minute): boolean {
    const human = this.human(person);
    if (this.isAbsent(human, at) || this.#methods(human, at).length === 0) return false;
    return this.#document.roles.some(({ id }) => this.onDuty(id, at).some((one) => this.human(one) === human));
  }

  #window(): number {
    const { decideWithin } = this.#severity;
    return decideWithin === undefined ? Math.max(0, ...this.#steps().steps.map(({ after, budget }) => after + budget)) : minutes(decideWithin);
  }

  /** Everybody who may decide and can be reached within the window, each with the first such instant. */
  deciders(verb: Verb, window = this.#window(), barred: readonly (PersonId | undefined)[] = [this.#question.performer, this.#question.requester]): readonly Voice[] {
    const barredHumans = APPROVALS.includes(verb) ? barred.flatMap((one) => (one === undefined ? [] : [this.human(one)])) : [];
    const found = new Map<string, Voice>();
    for (let at = this.#question.at; at <= this.#question.at + window; at++)
      for (const voice of this.#entitled(verb, at)) {
        const key = `${this.human(voice.person)} ${voice.by} ${voice.under} ${voice.authority}`;
        if (found.has(key) || (voice.by !== "pre-authorisation" && barredHumans.includes(this.human(voice.person)))) continue;
        if (this.#there(voice.person, at)) found.set(key, voice);
      }
    return [...found.values()];
  }

  /** Whether anybody at all may decide it within the window, there or not. */
  anybodyMay(verb: Verb): boolean {
    for (let at = this.#question.at; at <= this.#question.at + this.#window(); at++) if (this.#entitled(verb, at).length > 0) return true;
    return false;
  }

  /** Whether those at hand can decide: one alone, enough together, or one of each party that must agree. */
  settles(verb: Verb, voices: readonly Voice[]): boolean {
    return voices.some(({ mode }) => mode === "sole") || this.enoughTogether(verb, voices);
  }

  enoughTogether(verb: Verb, voices: readonly Voice[]): boolean {
    const rights = (this.#document.decisionRights ?? []).filter((right) => right.verb === verb && right.deny !== true && this.#applies(right));
    const counted = rights.filter(({ mode }) => mode === "n-of-m");
    const needed = Math.max(1, ...counted.map(({ n }) => n ?? 1));
    const together = voices.filter(({ mode }) => mode === "n-of-m");
    const seats = [...new Set(together.map(({ authority }) => authority))];
    if (counted.length > 0 && this.#mostSeats(seats.map((seat) => together.filter(({ authority }) => authority === seat))) >= needed) return true;
    const agreeing = rights.filter(({ mode }) => mode === "one-per-party");
    const parties = [...new Set(agreeing.map((right) => this.#partyOf(right)))];
    return parties.length > 0 && this.#mostSeats(parties.map((party) => voices.filter((voice) => voice.mode === "one-per-party" && voice.party === party))) === parties.length;
  }

  /** The most seats that different humans can sit on, no authority being used twice: every way is tried. */
  #mostSeats(seats: readonly (readonly Voice[])[], humans: readonly string[] = [], authorities: readonly string[] = []): number {
    const [first, ...rest] = seats;
    if (first === undefined) return 0;
    const without = this.#mostSeats(rest, humans, authorities);
    return Math.max(without, ...first.filter(({ person, authority }) => !humans.includes(this.human(person)) && !authorities.includes(authority)).map(({ person, authority }) => 1 + this.#mostSeats(rest, [...humans, this.human(person)], [...authorities, authority])));
  }

  // ---- people to tell

  /** Whether somebody of a role can be told within some time of the event. */
  canBeTold(role: RoleId, within: number): boolean {
    for (let at = this.#question.at; at <= this.#question.at + within; at++) if (this.#reached(role, at).length > 0) return true;
    return false;
  }

  lists(): readonly { readonly list: string; readonly role: RoleId; readonly told: boolean }[] {
    return (this.#document.informLists ?? []).filter((list) => this.#applies(list)).flatMap(({ id, roles, within }) => roles.map((role) => ({ list: id, role, told: this.canBeTold(role, within === undefined ? this.#window() : minutes(within)) })));
  }

  // ---- the answer, in words

  told(): { readonly contact: string; readonly backup: string; readonly decide: readonly string[]; readonly gaps: readonly string[] } {
    const { contact } = this;
    const backup = contact === undefined ? undefined : this.backup;
    const gaps = new Set<string>();
    if (this.pathMissing) gaps.add("no-path");
    if (this.pathCircle) gaps.add("path-circle");
    if (contact === undefined) gaps.add("nobody-reachable");
    else {
      if (!this.contactInTime) gaps.add("contact-late");
      if (backup === undefined) gaps.add("no-backup");
    }
    const decide: string[] = [];
    for (const verb of this.#event.verbs ?? []) {
      const voices = this.deciders(verb);
      for (const { person, by, under, authority, from } of voices) decide.push(`${verb}: ${this.human(person)}${by === "delegation" ? ` for ${authority}` : ""} by ${by} ${under} at ${instantOf(from)}`);
      if (!this.settles(verb, voices)) gaps.add(`undecided ${verb}`);
    }
    if ((this.#event.verbs ?? []).length === 0) gaps.add("no-verbs");
    for (const { role, told } of this.lists()) if (!told) gaps.add(`inform-unreachable ${role}`);
    const said = (one: Callee | undefined): string => (one === undefined ? "" : `${one.person}${one.insteadOf === undefined ? "" : ` for ${one.insteadOf}`}`);
    return { contact: said(contact), backup: said(backup), decide: [...new Set(decide)].sort(), gaps: [...gaps].sort() };
  }
}

/** The verbs that approve what another does. */
export const APPROVALS: readonly string[] = ["change.emergency.authorise", "change.normal.approve", "exception.approve", "acceptance.sign", "launch.approve", "replacement.approve", "requirements.approve"];

const some = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;
const minuteOf = (instant: string): Minute => Math.floor(Date.parse(instant) / 60_000);
const instantOf = (at: Minute): string => `${new Date(at * 60_000).toISOString().slice(0, 16)}Z`;
const minutes = (duration: string | undefined): number => (duration === undefined ? 0 : Temporal.Duration.from(duration).total("minutes"));

function isVerified({ verifiedAt, maximumAge }: Contact, at: Minute): boolean {
  if (verifiedAt === undefined || minuteOf(verifiedAt) > at) return false;
  return at < Temporal.Instant.from(verifiedAt).toZonedDateTimeISO("UTC").add(maximumAge ?? "P1Y").epochMilliseconds / 60_000;
}

// ---- walls

function isZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

const wallOf = (zone: string, at: Minute): string => Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone).toPlainDateTime().toString();

const onWall = (zone: string, wall: Temporal.PlainDateTime, which: "earlier" | "later"): Temporal.ZonedDateTime => wall.toZonedDateTime(zone, { disambiguation: which });

/** The first instant that shows a wall time; in a gap, the first after it. */
export function beginOn(zone: string, wall: Temporal.PlainDateTime): Minute {
  return shown(zone, wall, onWall(zone, wall, "earlier"));
}

/** The last instant that shows it; in a gap, the first after it. */
export function endOn(zone: string, wall: Temporal.PlainDateTime): Minute {
  return shown(zone, wall, onWall(zone, wall, "later"));
}

function shown(zone: string, wall: Temporal.PlainDateTime, at: Temporal.ZonedDateTime): Minute {
  if (at.toPlainDateTime().equals(wall)) return at.epochMilliseconds / 60_000;
  const jump = onWall(zone, wall, "earlier").getTimeZoneTransition("next") as Temporal.ZonedDateTime;
  return jump.epochMilliseconds / 60_000;
}

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Whether hours on a wall are open at an instant: those of the day before may still run. */
export function inHours(hours: readonly Hours[], zone: string | undefined, at: Minute): boolean {
  if (zone === undefined || !isZone(zone)) return false;
  const today = Temporal.PlainDate.from(wallOf(zone, at).slice(0, 10));
  return [-2, -1, 0, 1].some((days) => {
    const day = today.add({ days });
    return hours.some(({ days: open, from, until }) => {
      if (!open.includes(WEEK[day.dayOfWeek - 1] as (typeof open)[number])) return false;
      const begins = wallAt(day, from);
      const ends = Temporal.PlainDateTime.compare(wallAt(day, until), begins) <= 0 ? wallAt(day.add({ days: 1 }), until) : wallAt(day, until);
      return beginOn(zone, begins) <= at && at < endOn(zone, ends);
    });
  });
}

function wallAt(day: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  return time === "24:00" ? day.add({ days: 1 }).toPlainDateTime("00:00") : day.toPlainDateTime(time);
}
