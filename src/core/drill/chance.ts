import type { PersonId } from "../model/id.ts";
import type { Contact } from "../model/party.ts";
import { DAY, HOUR } from "../time/minute.ts";
import { zoneOf, type Zone } from "../time/zone.ts";
import type { Human } from "../who/humans.ts";
import type { World } from "../who/world.ts";
import type { Nature } from "./scenario.ts";

/** What unattended runs take for granted about people; printed with every result. */
export const ASSUMPTIONS: readonly string[] = [
  "a call to somebody with a turn or stated hours is answered in 93 of 100 cases by day (07:00 to 22:00 on their wall) and in 80 by night",
  "somebody without stated hours answers 85 of 100 by day and 45 by night",
  "text messages are noticed two thirds as often as calls, chat half as often, e-mail a quarter as often; by night half of that",
  "an answer takes 2 minutes in the middle for a call, 6 for a text message, 10 for chat, 30 for e-mail; twice as long by night",
  "who answers takes charge in 95 of 100 cases, after 3 minutes in the middle; the others do nothing more",
  "who may decide does so in 85 of 100 cases, after 5 minutes in the middle; the others are asked again",
  "who may decide is called at once, and again after 10, 20, 40 and then every 60 minutes; last resorts after 5, 10, 20, 40 and then every 60",
  "an attempt rings 5 minutes where no step says how long; people are missing only where the directory says so",
];

const NOTICED: Readonly<Record<Contact["kind"], number>> = { voice: 1, push: 0.9, sms: 0.66, chat: 0.5, email: 0.25 };
const DELAY: Readonly<Record<Contact["kind"], number>> = { voice: 2, push: 3, sms: 6, chat: 10, email: 30 };

/** Numbers in [0, 1) that depend on nothing but their name: the order in which they are asked for changes nothing. */
export function draws(...name: readonly number[]): () => number {
  let state = 0x9e3779b9;
  for (const part of name) state = mix(Math.imul(state ^ (part | 0), 0x85ebca6b) + 0x632be5ab);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return (mix(state) >>> 0) / 4_294_967_296;
  };
}

function mix(n: number): number {
  let h = n | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
}

/** Whole minutes around a middle: half of them below it, few of them far above. */
const takes = (middle: number, chance: number): number => Math.floor(-Math.log2(1 - chance) * middle);

/** People who answer, act and decide by chance: the same for the same seed and run, whoever is called first. */
export class Chance {
  readonly #world: World;
  readonly #zones = new Map<PersonId, Zone | undefined>();
  readonly #kept = new Map<Human, boolean>();
  readonly #silent: ReadonlySet<Human>;

  constructor(world: World, silent: readonly PersonId[] = []) {
    this.#world = world;
    this.#silent = new Set(silent.flatMap((person) => world.humans.of(person) ?? []));
  }

  /** How people behave in one run. */
  nature(seed: number, run: number): Nature {
    return ({ human, person, at, call, methods, wait }) => {
      if (this.#silent.has(human)) return { does: "silent" };
      const draw = draws(seed, run, human, call);
      const night = this.#night(person, at);
      const likely = this.#keepsHours(human) ? (night ? 0.8 : 0.93) : night ? 0.45 : 0.85;
      let after = 0;
      for (const { kind } of methods.length > 0 ? methods : [{ kind: "voice" as const }]) {
        const text = kind !== "voice" && kind !== "push";
        const answers = draw() < likely * NOTICED[kind] * (night && text ? 0.5 : 1);
        const delay = takes(DELAY[kind] * (night ? 2 : 1), draw());
        if (answers) {
          after += delay;
          const accepts = draw() < 0.95 ? takes(3, draw()) : undefined;
          const [will, long] = [draw(), draw()];
          return { does: "answers", after, accepts, decides: accepts === undefined ? () => undefined : () => (will < 0.85 ? takes(5, long) : undefined) };
        }
        after += wait;
      }
      return { does: "silent" };
    };
  }

  #night(person: PersonId, at: number): boolean {
    if (!this.#zones.has(person)) this.#zones.set(person, zoneOf(this.#world.person(person)?.timeZone ?? "UTC"));
    const hour = ((((this.#zones.get(person)?.wall(at) ?? at) % DAY) + DAY) % DAY) / HOUR;
    return hour < 7 || hour >= 22;
  }

  /** Whether a turn or stated hours bind them. */
  #keepsHours(human: Human): boolean {
    let keeps = this.#kept.get(human);
    if (keeps === undefined) {
      const ids = new Set(this.#world.humans.persons(human).map(({ id }) => id));
      keeps = this.#world.humans.persons(human).some(({ dutyHours }) => (dutyHours?.length ?? 0) > 0) || (this.#world.document.rotations ?? []).some(({ layers }) => layers.some(({ people }) => people.some((person) => ids.has(person))));
      this.#kept.set(human, keeps);
    }
    return keeps;
  }
}
