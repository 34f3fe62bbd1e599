import type { Verb } from "../model/decision.ts";
import type { PersonId } from "../model/id.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import type { Minute } from "../time/minute.ts";
import { covers } from "../time/spans.ts";
import { settled } from "../who/authority-track.ts";
import { isAbsent, type Missing } from "../who/call.ts";
import type { Human } from "../who/humans.ts";
import { firstServed, modeOf, type Server } from "../who/serving.ts";
import type { World } from "../who/world.ts";
import type { VerbPlan } from "./case-plan.ts";
import type { Decided } from "./told.ts";

/** One decision while an exercise runs: who was tried, who agreed, and whether that settles it. */
export class Deciding {
  readonly verb: Verb;
  readonly plan: VerbPlan;
  readonly tried = new Map<Human, { readonly minute: number; readonly person: PersonId }>();
  readonly voices: Server[] = [];
  decided: Decided | undefined;
  readonly #world: World;
  readonly #event: Minute;

  constructor(world: World, event: Minute, plan: VerbPlan) {
    this.#world = world;
    this.#event = event;
    this.plan = plan;
    this.verb = plan.verb;
  }

  get words(): string {
    return VERB_WORDS[this.verb];
  }

  get open(): boolean {
    return this.decided === undefined;
  }

  /** Everybody who may decide, of one sort, and the first minute each of them is there. */
  there(sort: "approvers" | "performers", within: number, missing: Missing): readonly { readonly server: Server; readonly minute: number }[] {
    return this.plan.servers.flatMap((server) => {
      if ((server.kind === "pre-authorisation") !== (sort === "performers") || missing.has(server.human)) return [];
      const first = firstServed(server, this.#event, within);
      return first === undefined ? [] : [{ server, minute: first - this.#event }];
    });
  }

  /** By what a human may decide at a minute beyond what they have said: of their own, by delegation, or as allowed in advance. */
  authority(human: Human, minute: number, missing: Missing): Server | undefined {
    const at = this.#event + minute;
    return this.plan.entitled.find((one) => one.human === human && covers(one.spans, at) && !this.voices.includes(one))
      ?? this.plan.servers.find((one) => one.kind === "pre-authorisation" && one.human === human && minute >= one.earliest && covers(one.spans, at) && this.tryingDone(one, minute, missing));
  }

  /** What is allowed only after trying waits until everybody entitled who is there was tried or has agreed. */
  tryingDone({ grant }: Server, minute: number, missing: Missing): boolean {
    return grant?.when !== "after-all-tried" || this.there("approvers", minute, missing).every(({ server }) => this.tried.has(server.human) || this.voices.some((one) => one.human === server.human));
  }

  /** Whether a human counts as there and entitled at a minute, so that calling them is an attempt. */
  serves(human: Human, minute: number, missing: Missing): boolean {
    return !isAbsent(this.#world, human, this.#event + minute, missing) && this.plan.servers.some((one) => one.human === human && minute >= one.earliest && covers(one.spans, this.#event + minute));
  }

  /** One more agrees. Whether that makes the decision. */
  agree(server: Server, minute: number, offDuty: boolean): boolean {
    if (!this.voices.some((one) => one.human === server.human && one.right === server.right)) this.voices.push(server);
    // A human who holds several rights to the same thing speaks by all of them.
    for (const one of this.plan.entitled) if (one.human === server.human && covers(one.spans, this.#event + minute) && !this.voices.includes(one)) this.voices.push(one);
    if (!settled({ world: this.#world, about: this.plan.about }, this.verb, this.voices)) return false;
    const by = this.voices.find((one) => one.human === server.human && modeOf(one) === "sole") ?? server;
    this.decided = { verb: this.verb, minute, person: by.person, by: by.kind, under: by.right?.id ?? by.grant?.id ?? "", offDuty };
    return true;
  }
}
