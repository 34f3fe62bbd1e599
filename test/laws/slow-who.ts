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
    for (const { people, from, turn, hours, until } of rotation.layers) {
      if (people.length === 0 || (hours !== undefined && !inHours(hours, rotation.timeZone, at)) || (until !== undefined && beginOn(rotation.timeZone, minuteOf(`${until}Z`)) <= at)) continue;
      let k = -1;
      for (let begins = minuteOf(`${from}Z`); beginOn(rotation.timeZone, begins) <= at; begins += minutes(turn)) k++;
      if (k >= 0) on = people[k % people.length];
    }
    const turn = on;
    for (const swap of this.#document.directory?.swaps ?? [])
      if (swap.rotation === rotation.id && (swap.out === on || swap.out === turn) && minuteOf(swap.from) <= at && at < minuteOf(swap.until)) on = swap.in;
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
  #methods(person: PersonId, at: Minute, channels?: readonly string[], mailWillDo = this.#severity.rank !== 1): readonly Contact[] {
    const human = this.human(person);
    const broken = [...(this.#event.compromises ?? []), ...(this.#question.failed ?? [])];
    return (this.#document.directory?.contacts ?? []).filter((contact) => {
      if (contact.person === undefined || this.human(contact.person) !== human || contact.shared === true) return false;
      if (channels !== undefined && !channels.includes(contact.kind)) return false;
      if (contact.kind === "email" && !mailWillDo) return false;
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
    const routed = some(this.#event.route) ? [{ roles: this.#event.route ?? [], after: 0, budget: 0 }] : [];
    if (this.#question.severity === undefined && routed.length > 0) return { circle: false, steps: routed };
    const steps = [];
    const seen = new Set<string>();
    let begins = 0;
    if (this.#path() === undefined) return { circle: false, steps: routed };
    for (let path = this.#path(); path !== undefined; ) {
      if (seen.has(path.id)) return { circle: true, steps };
      seen.add(path.id);
      for (const { roles, channels, after, waitPerAttempt, acknowledgeWithin } of path.steps) {
        const attempts = channels === undefined || channels.length === 0 ? 1 : channels.length;
        steps.push({ roles, ...(some(channels) ? { channels: channels as readonly string[] } : {}), after: begins + minutes(after), budget: attempts * minutes(waitPerAttempt) + minutes(acknowledgeWithin) });
      }
      begins = Math.max(begins, ...steps.map(({ after, budget }) => after + budget));
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
    return this.#path() === undefined && this.#steps().steps.length === 0;
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
    return this.#aboutIt(of) && (!some(of.scope) || (scope ?? []).some((item) => (of.scope ?? []).includes(item)));
  }

  #holds(right: DecisionRight, at: Minute): boolean {
    const day = new Date(at * 60_000).toISOString().slice(0, 10);
    if ((right.from !== undefined && day < right.from) || (right.until !== undefined && day > right.until)) return false;
    if (right.calendar === undefined) return true;
    const open = this.#calendarOpen(right.calendar, at);
    return open === undefined ? right.deny === true : open;
  }

  /** `undefined` for a calendar that says nothing. */
  #calendarOpen(id: string | undefined, at: Minute): boolean | undefined {
    const calendar: Calendar | undefined = (this.#document.calendars ?? []).find((one) => one.id === id);
    if (calendar?.always === true) return true;
    if (calendar === undefined || !some(calendar.hours) || calendar.timeZone === undefined || !isZone(calendar.timeZone)) return undefined;
    return !(calendar.holidays ?? []).includes(instantOf(wallOf(calendar.timeZone, at)).slice(0, 10)) && inHours(calendar.hours ?? [], calendar.timeZone, at);
  }

  #bearers(right: DecisionRight, at: Minute): readonly PersonId[] {
    const named = right.person !== undefined && this.#known(right.person) ? [right.person] : [];
    const { role } = right;
    if (role === undefined) return named;
    // Whoever a rotation has on bears the role's rights too, unless they held it and have left.
    const ever = [...(this.#document.roles.find(({ id }) => id === role)?.holders ?? []), ...(this.#document.holders === "signed" ? [] : (this.#document.directory?.holderChanges ?? []).filter((change) => change.role === role).flatMap(({ holders }) => holders))];
    return [...named, ...this.#holders(role, at), ...this.onDuty(role, at).filter((one) => !ever.includes(one))];
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
      performers.flatMap((role) => this.onDuty(role, at)).filter((person) => !this.#refused(verb, person, at)).map((person): Voice => ({ person, by: "pre-authorisation", under: id, mode: "sole", authority: this.human(person), party: undefined, from: at })));
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
    if (this.#document.roles.some(({ id }) => this.onDuty(id, at).some((one) => this.human(one) === human))) return true;
    return !this.#hasPost(human) && this.#namesOf(human).some((one) => this.#inOwnHours(one, at));
  }

  /** The humans on duty for a role who can be called within some time of the event. */
  thereWithin(role: RoleId, within: number): readonly PersonId[] {
    const found = new Set<PersonId>();
    for (let at = this.#question.at; at <= this.#question.at + within; at++)
      for (const person of this.onDuty(role, at)) if (!found.has(this.human(person)) && this.#there(person, at)) found.add(this.human(person));
    return [...found];
  }

  /** Whether a human holds a post, or takes turns at one, at any time. */
  #hasPost(human: PersonId): boolean {
    const { holderChanges = [], swaps = [] } = this.#document.directory ?? {};
    const posts = [...this.#document.roles.flatMap(({ holders }) => holders ?? []), ...(this.#document.holders === "signed" ? [] : holderChanges.flatMap(({ holders }) => holders)), ...(this.#document.rotations ?? []).flatMap(({ layers }) => layers.flatMap(({ people }) => people)), ...swaps.filter(({ rotation }) => (this.#document.rotations ?? []).some(({ id }) => id === rotation)).map((swap) => swap.in)];
    return posts.some((one) => this.human(one) === human);
  }

  window(): number {
    const { decideWithin } = this.#severity;
    return decideWithin === undefined ? Math.max(0, ...this.#steps().steps.map(({ after, budget }) => after + budget)) : minutes(decideWithin);
  }

  /** Everybody who may decide and can be reached within the window, each with the first such instant. */
  deciders(verb: Verb, window = this.window(), barred: readonly (PersonId | undefined)[] = [this.#question.performer, this.#question.requester]): readonly Voice[] {
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

  /** Whether somebody of a role can be told within some time of the event; by mail too, and nobody stands in. */
  canBeTold(role: RoleId, within: number): boolean {
    for (let at = this.#question.at; at <= this.#question.at + within; at++)
      if (this.onDuty(role, at).some((person) => !this.isAbsent(person, at) && this.#methods(person, at, undefined, true).length > 0)) return true;
    return false;
  }

  lists(): readonly { readonly list: string; readonly role: RoleId; readonly told: boolean }[] {
    return (this.#document.informLists ?? []).filter((list) => this.#applies(list)).flatMap(({ id, roles, within }) => roles.map((role) => ({ list: id, role, told: this.canBeTold(role, within === undefined ? this.window() : minutes(within)) })));
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
export const minutes = (duration: string | undefined): number => (duration === undefined ? 0 : noted(`length ${duration}`, () => Temporal.Duration.from(duration).total("minutes")));

function isVerified({ verifiedAt, maximumAge }: Contact, at: Minute): boolean {
  if (verifiedAt === undefined || minuteOf(verifiedAt) > at) return false;
  const age = maximumAge ?? "P1Y";
  return at < noted(`${verifiedAt} ${age}`, () => Temporal.Instant.from(verifiedAt).toZonedDateTimeISO("UTC").add(age).epochMilliseconds / 60_000);
}

// ---- walls

const isZone = (zone: string): boolean => noted(`zone ${zone}`, () => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return 1;
  } catch {
    return 0;
  }
}) === 1;

/** A time on a wall, in minutes since 1970 began on it. */
type Wall = number;

/** Asking Temporal takes most of the time, so what it said of a wall is written down. */
const said = new Map<string, number>();

function noted(key: string, ask: () => number): number {
  const before = said.get(key);
  if (before !== undefined) return before;
  const now = ask();
  said.set(key, now);
  return now;
}

const wallOf = (zone: string, at: Minute): Wall => noted(`wall ${zone} ${at}`, () => at + Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000);

const onWall = (zone: string, wall: Wall, which: "earlier" | "later"): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(new Date(wall * 60_000).toISOString().slice(0, 16)).toZonedDateTime(zone, { disambiguation: which });

/** The first instant that shows a wall time; in a gap, the first after it. */
export const beginOn = (zone: string, wall: Wall): Minute => noted(`begin ${zone} ${wall}`, () => shown(zone, wall, onWall(zone, wall, "earlier")));

/** The last instant that shows it; in a gap, the first after it. */
export const endOn = (zone: string, wall: Wall): Minute => noted(`end ${zone} ${wall}`, () => shown(zone, wall, onWall(zone, wall, "later")));

function shown(zone: string, wall: Wall, at: Temporal.ZonedDateTime): Minute {
  const minute = at.epochMilliseconds / 60_000;
  if (wallOf(zone, minute) === wall) return minute;
  return (onWall(zone, wall, "earlier").getTimeZoneTransition("next") as Temporal.ZonedDateTime).epochMilliseconds / 60_000;
}

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 1_440;

/** Whether hours on a wall are open at an instant: those of the days before may still run. */
export function inHours(hours: readonly Hours[], zone: string | undefined, at: Minute): boolean {
  if (zone === undefined || !isZone(zone)) return false;
  const today = Math.floor(wallOf(zone, at) / DAY);
  return [today - 2, today - 1, today, today + 1].some((day) =>
    hours.some(({ days, from, until }) => {
      // 1 January 1970 was a Thursday.
      if (!days.includes(WEEK[(day + 3) % 7] as (typeof days)[number])) return false;
      const begins = day * DAY + timeOfDay(from);
      const ends = day * DAY + timeOfDay(until);
      return beginOn(zone, begins) <= at && at < endOn(zone, ends <= begins ? ends + DAY : ends);
    }));
}

const timeOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
