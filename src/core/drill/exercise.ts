import type { PersonId } from "../model/id.ts";
import { lengthOf } from "../time/duration.ts";
import { sayDuration } from "../model/measure.ts";
import { isReached, methodsAt, reach, reachAll, askOf, isAbsent } from "../who/call.ts";
import type { Human } from "../who/humans.ts";
import { gapBefore, type Step } from "../who/path.ts";
import { nameOf, sayMinutes } from "../who/telling.ts";
import type { World } from "../who/world.ts";
import { Agenda } from "./agenda.ts";
import type { CasePlan } from "./case-plan.ts";
import { Deciding } from "./deciding.ts";
import { LONGEST } from "./longest.ts";
import { stallsOf, type Lost } from "./stalls.ts";
import type { Nature, Outcome, Ring, Scenario } from "./scenario.ts";
import type { Drilled, Moment, Place } from "./told.ts";

/** Who may decide and does not answer is called again after so many minutes, then later and later. */
const AGAIN = [10, 20, 40, 60] as const;
/** The last resorts are called again sooner. */
const LAST_AGAIN = [5, 10, 20, 40, 60] as const;
/** How long one attempt rings where no step says it. */
export const RINGS = 5;

type Answered = Extract<Outcome, { does: "answers" }>;
type Reason = { readonly as: string; readonly contact: boolean; readonly offDuty: boolean; readonly wait: number; readonly at?: Place; readonly instead?: PersonId };

/**
 * One run of one scenario: the track that looks for somebody who takes charge, and beside it one for each decision,
 * which goes on until somebody entitled makes it.
 */
export class Exercise {
  readonly #world: World;
  readonly #plan: CasePlan;
  readonly #scenario: Scenario;
  readonly #nature: Nature;
  readonly #agenda = new Agenda();
  readonly #moments: Moment[] = [];
  readonly #gaps: string[] = [];
  readonly #lost: Lost[] = [];
  readonly #missing: Set<Human>;
  readonly #decisions: readonly Deciding[];
  readonly #calls = new Map<Human, number>();
  /** Who is being called, until when, and for what. */
  readonly #ringing = new Map<Human, { readonly since: number; readonly until: number; contact: boolean }>();
  readonly #offDuty = new Set<Human>();
  #contact: { readonly minute: number; readonly person: PersonId } | undefined;
  /** Who acknowledged and has not acted yet. */
  #held: { readonly human: Human; readonly minute: number; readonly left: number } | undefined;
  /** What the contact track does next, and when; a later turn makes an earlier plan void. */
  #next: { readonly minute: number; readonly act: (minute: number) => void } | undefined;
  #turn = 0;
  #waitsFor: Ring | undefined;

  constructor(world: World, plan: CasePlan, scenario: Scenario, nature: Nature) {
    this.#world = world;
    this.#plan = plan;
    this.#scenario = scenario;
    this.#nature = nature;
    this.#missing = new Set((scenario.absent ?? []).flatMap((person) => world.humans.of(person) ?? []));
    this.#decisions = plan.verbs.map((verb) => new Deciding(world, scenario.at, verb));
  }

  run(): Drilled {
    this.#goOn(this.#plan.way.steps[0]?.after ?? 0, () => this.#step(0, this.#plan.way.steps[0]?.after ?? 0, 0));
    this.#agenda.put(0, () => this.#seekDecisions());
    let minute = 0;
    for (let next = this.#agenda.take(); next !== undefined && next.minute <= LONGEST && !this.#done; next = this.#agenda.take()) {
      minute = next.minute;
      next.act();
      if (this.#waitsFor !== undefined) break;
    }
    if (this.#waitsFor === undefined) this.#end(minute);
    return this.#told();
  }

  get #done(): boolean {
    return this.#contact !== undefined && this.#decisions.every((one) => !one.open);
  }

  #say(minute: number, does: Moment["does"], says: string, more: Partial<Pick<Moment, "person" | "verb" | "at">> = {}): void {
    this.#moments.push({ minute, does, says, ...more });
  }

  #name(person: PersonId): string {
    return nameOf(this.#world, person);
  }

  /** What the contact track does next; it stops while somebody holds an acknowledgement. */
  #goOn(minute: number, act: (minute: number) => void): void {
    const turn = ++this.#turn;
    this.#next = { minute, act };
    this.#agenda.put(minute, () => {
      if (turn === this.#turn && this.#contact === undefined) act(minute);
    });
  }

  #step(index: number, minute: number, ends: number): void {
    const step = this.#plan.way.steps[index];
    if (step === undefined) return void this.#goOn(Math.max(minute, ends), (now) => this.#lastResort(0, now));
    const { failed } = this.#scenario;
    const { reached, unreached } = reachAll(this.#world, step.roles, askOf(this.#plan.about, step.channels, failed), this.#scenario.at + minute, this.#missing);
    const at = placeOf(step);
    const title = `step ${step.number}${step.path === undefined ? "" : ` of \`${step.path.name}\``}`;
    for (const one of unreached) this.#say(minute, "passes", `${title}: ${this.#name(one.person)} ${one.why === "no-method" ? "is on duty, but no method may be used" : "is away, and nobody steps in"}`, { person: one.person, ...at });
    const waiting = this.#waitOf(step);
    for (const { human, person, instead } of reached) {
      this.#call(human, person, minute, { as: title, contact: true, offDuty: instead !== undefined, wait: waiting, ...at, ...(instead === undefined ? {} : { instead }) }, step.channels);
      if (this.#waitsFor !== undefined) return;
    }
    // Who said just now that they are away is passed over like anybody known to be: their substitute is called.
    if (reached.some(({ human }) => this.#missing.has(human))) return this.#step(index, minute, ends);
    const until = Math.max(ends, reached.length > 0 ? minute + step.budget : 0);
    if (reached.length === 0) {
      this.#say(minute, "passes", `${title} has nobody to call: the next step begins at once`, at);
      return this.#step(index + 1, minute, until);
    }
    const after = minute + gapBefore(this.#plan.way.steps, index + 1);
    const last = index + 1 >= this.#plan.way.steps.length;
    const next = last ? until : after;
    this.#goOn(next, (now) => {
      this.#lost.push({ kind: "unanswered", minute: now, minutes: next - minute, title, people: reached.map(({ person }) => person), ...at });
      this.#step(index + 1, now, Math.max(until, now));
    });
  }

  #waitOf(step: Step): number {
    const written = step.path?.steps[step.number - 1];
    return written?.waitPerAttempt === undefined ? 0 : lengthOf(written.waitPerAttempt);
  }

  #lastResort(round: number, minute: number): void {
    if (round === 0) {
      const says = "the way of calls has ended and nobody took charge: the last resorts are called";
      this.#gaps.push(says);
      this.#say(minute, "gap", says);
      const [path] = this.#plan.way.paths;
      this.#lost.push({ kind: "end-of-way", minute, ...(path === undefined ? {} : { at: { kind: "path", id: path.id } }) });
    }
    const called = new Set<Human>();
    for (const person of this.#plan.way.lastResort) {
      const human = this.#world.humans.of(person);
      const one = human === undefined ? undefined : reach(this.#world, { person, human }, undefined, this.#plan.ask, this.#scenario.at + minute, this.#missing);
      if (one === undefined || !isReached(one) || called.has(one.human)) continue;
      called.add(one.human);
      this.#call(one.human, one.person, minute, { as: "last resort", contact: true, offDuty: true, wait: RINGS, ...(one.instead === undefined ? {} : { instead: one.instead }) });
      if (this.#waitsFor !== undefined) return;
    }
    if (round === 0 && called.size === 0) {
      const says = "no last resort can be called";
      this.#gaps.push(says);
      this.#say(minute, "gap", says);
    }
    const again = minute + (LAST_AGAIN[Math.min(round, LAST_AGAIN.length - 1)] as number);
    this.#goOn(again, (now) => this.#lastResort(round + 1, now));
  }

  /** Everybody who may decide is called as soon as they are there; who may act without them, once that is allowed. */
  #seekDecisions(): void {
    const first = new Map<Human, { minute: number; person: PersonId }>();
    for (const decision of this.#decisions) {
      const there = decision.there("approvers", LONGEST, this.#missing);
      if (there.length === 0 && decision.there("performers", LONGEST, this.#missing).length === 0) {
        const says = `nobody who may ${decision.words} can be reached within ${sayMinutes(LONGEST)}`;
        this.#gaps.push(says);
        this.#say(0, "gap", says, { verb: decision.verb });
      }
      for (const { server, minute } of there) if ((first.get(server.human)?.minute ?? Infinity) > minute) first.set(server.human, { minute, person: server.person });
    }
    for (const [human, { minute, person }] of [...first].sort((a, b) => a[1].minute - b[1].minute)) {
      if (minute === 0) this.#seek(human, person, 0, 0);
      else this.#agenda.put(minute, () => this.#seek(human, person, minute, 0));
      if (this.#waitsFor !== undefined) return;
    }
    // Behind them: who comes on duty this minute is tried before anybody acts without them.
    for (const decision of this.#decisions) for (const { server, minute } of decision.there("performers", LONGEST, this.#missing)) this.#agenda.put(minute, () => this.#allow(decision, server.human, server.person, minute));
  }

  #seek(human: Human, person: PersonId, minute: number, round: number): void {
    const wanted = this.#decisions.filter((one) => one.open && one.serves(human, minute, this.#missing) && one.authority(human, minute, this.#missing) !== undefined);
    if (wanted.length > 0) {
      for (const one of wanted) if (!one.tried.has(human)) one.tried.set(human, { minute, person });
      this.#call(human, person, minute, { as: `may ${wanted.map(({ words }) => words).join(", ")}`, contact: false, offDuty: false, wait: RINGS });
      if (this.#waitsFor !== undefined) return;
    }
    // Nobody who may decide is given up: they are called again, later and later.
    if (this.#decisions.some((one) => one.open && one.plan.servers.some((server) => server.human === human))) {
      const again = minute + (AGAIN[Math.min(round, AGAIN.length - 1)] as number);
      this.#agenda.put(again, () => this.#seek(human, person, again, round + 1));
    }
  }

  #allow(decision: Deciding, human: Human, person: PersonId, minute: number): void {
    if (!decision.open || this.#missing.has(human)) return;
    const server = decision.plan.servers.find((one) => one.kind === "pre-authorisation" && one.human === human);
    if (server?.grant?.when === "after-all-tried") {
      if (!decision.tryingDone(server, minute, this.#missing)) return void this.#agenda.put(minute + 1, () => this.#allow(decision, human, person, minute + 1));
      if (minute >= server.earliest && !this.#moments.some((one) => one.does === "allowed" && one.verb === decision.verb && one.at?.id === server.grant?.id)) {
        const record = [...decision.tried.values()].map((one) => `${this.#name(one.person)} at ${sayMinutes(one.minute)}`).join(", ");
        this.#say(minute, "allowed", `every approver was tried for ${sayDuration(server.grant.triedFor ?? "PT15M")} (${record === "" ? "none is there" : record}): \`${decision.words}\` is allowed in advance`, { verb: decision.verb, at: { kind: "pre-authorisation", id: server.grant.id } });
      }
    }
    this.#seek(human, person, minute, 0);
  }

  #call(human: Human, person: PersonId, minute: number, why: Reason, channels?: Step["channels"]): void {
    if (isAbsent(this.#world, human, this.#scenario.at + minute, this.#missing)) return;
    const ringing = this.#ringing.get(human);
    if (ringing !== undefined && (minute < ringing.until || minute === ringing.since)) {
      // Already being called: the same call serves both tracks.
      if (why.contact) ringing.contact = true;
      return;
    }
    const call = (this.#calls.get(human) ?? 0) + 1;
    const methods = methodsAt(this.#world, human, askOf(this.#plan.about, channels, this.#scenario.failed), this.#scenario.at + minute);
    const verbs = this.#decisions.filter((one) => one.open && one.authority(human, minute, this.#missing) !== undefined).map(({ verb }) => verb);
    const ring: Ring = { person, human, at: this.#scenario.at + minute, minute, call, methods, wait: why.wait, as: why.as, verbs, ...(why.instead === undefined ? {} : { instead: why.instead }) };
    const outcome = this.#nature(ring);
    if (outcome === undefined) return void (this.#waitsFor = ring);
    this.#calls.set(human, call);
    if (outcome.does === "away") {
      this.#missing.add(human);
      this.#say(minute, "away", `${this.#name(person)} is away`, { person });
      return;
    }
    if (why.offDuty) this.#offDuty.add(human);
    this.#say(minute, "calls", `${this.#name(person)} is called${why.instead === undefined ? "" : ` for ${this.#name(why.instead)}`}: ${why.as}`, { person, ...(why.at === undefined ? {} : { at: why.at }) });
    const rings = Math.max(1, methods.length) * why.wait;
    const answers = outcome.does === "answers" ? minute + outcome.after : undefined;
    const state = { since: minute, until: answers ?? minute + rings, contact: why.contact };
    this.#ringing.set(human, state);
    if (outcome.does === "silent") this.#agenda.put(minute + rings, () => this.#say(minute + rings, "silent", `${this.#name(person)} does not answer`, { person }));
    else this.#agenda.put(minute + outcome.after, () => this.#answered(ring, outcome, minute + outcome.after, state.contact));
  }

  #answered({ human, person }: Ring, outcome: Answered, minute: number, forContact: boolean): void {
    if (this.#done) return;
    this.#ringing.delete(human);
    this.#say(minute, "answers", `${this.#name(person)} answers`, { person });
    if (forContact && this.#contact === undefined) this.#acknowledge(human, person, outcome, minute);
    for (const decision of this.#decisions) {
      const takes = decision.open ? outcome.decides(decision.verb) : undefined;
      if (takes !== undefined) this.#agenda.put(minute + takes, () => this.#decide(decision, human, minute + takes));
    }
  }

  #acknowledge(human: Human, person: PersonId, { accepts }: Answered, minute: number): void {
    const { holds } = this.#plan;
    const takes = accepts !== undefined && accepts < holds ? accepts : undefined;
    if (this.#held === undefined) {
      this.#held = { human, minute, left: Math.max(0, (this.#next?.minute ?? minute) - minute) };
      this.#turn++;
    }
    if (takes !== undefined) {
      this.#agenda.put(minute + takes, () => {
        if (this.#contact !== undefined) return;
        this.#contact = { minute, person };
        this.#say(minute + takes, "accepts", `${this.#name(person)} takes charge`, { person });
      });
      return;
    }
    this.#agenda.put(minute + holds, () => this.#decay(human, person, minute, minute + holds));
  }

  #decay(human: Human, person: PersonId, acknowledged: number, minute: number): void {
    const held = this.#held;
    if (this.#contact !== undefined || held?.human !== human || held.minute !== acknowledged) return;
    const path = this.#plan.way.paths[0];
    const at = path === undefined ? {} : { at: { kind: "path", id: path.id } };
    this.#say(minute, "decays", `${this.#name(person)} acknowledged and did nothing for ${sayMinutes(minute - acknowledged)}: the way of calls goes on where it stood`, { person, ...at });
    this.#lost.push({ kind: "decay", minute, minutes: minute - acknowledged, person, ...at });
    this.#held = undefined;
    const { act } = this.#next ?? {};
    if (act !== undefined) this.#goOn(minute + held.left, act);
  }

  #decide(decision: Deciding, human: Human, minute: number): void {
    if (!decision.open) return;
    const server = decision.authority(human, minute, this.#missing);
    if (server === undefined) return;
    const made = decision.agree(server, minute, this.#offDuty.has(human));
    const by = decision.decided;
    // Whose word alone is not enough may still act by what was allowed in advance.
    if (!made) this.#agenda.put(minute, () => this.#decide(decision, human, minute));
    const at = { kind: server.kind === "pre-authorisation" ? "pre-authorisation" : "decision-right", id: server.right?.id ?? server.grant?.id ?? "" };
    const how = server.kind === "delegation" ? " by delegation" : server.kind === "pre-authorisation" ? " as allowed in advance" : "";
    this.#say(minute, made ? "decides" : "agrees", made ? `${this.#name(by?.person ?? server.person)} decides${how}: ${decision.words}` : `${this.#name(server.person)} agrees${how}, and others must too: ${decision.words}`, { person: server.person, verb: decision.verb, at });
  }

  #end(minute: number): void {
    const open = this.#decisions.filter((one) => one.open).map(({ words }) => words);
    if (this.#contact !== undefined && open.length === 0) return void this.#say(minute, "ends", "somebody is in charge and every decision is made");
    const says = `after ${sayMinutes(LONGEST)} still open: ${[...(this.#contact === undefined ? ["nobody took charge"] : []), ...open].join(", ")}`;
    this.#gaps.push(says);
    this.#say(LONGEST, "ends", says);
  }

  #told(): Drilled {
    const { about: { event, severity }, targets } = this.#plan;
    const drilled = {
      scenario: this.#scenario,
      event: { id: event.id, name: event.name }, severity: { id: severity.id, name: severity.name },
      moments: this.#moments.map((moment, i) => ({ moment, i })).sort((a, b) => a.moment.minute - b.moment.minute || a.i - b.i).map(({ moment }) => moment),
      contact: this.#contact ?? null,
      decisions: Object.fromEntries(this.#decisions.map((one) => [one.verb, one.decided ?? null])),
      targets, gaps: this.#gaps,
      ...(this.#waitsFor === undefined ? {} : { waitsFor: this.#waitsFor }),
    };
    return { ...drilled, stalls: stallsOf(this.#world, drilled, this.#lost, this.#decisions) };
  }
}

const placeOf = ({ path }: Step): { at?: Place } => (path === undefined ? {} : { at: { kind: "path", id: path.id } });
