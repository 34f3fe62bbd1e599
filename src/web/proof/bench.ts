import type { MatrixDocument } from "#core/model/document.ts";
import { findingsOf, placeOf } from "#core/prove/as-findings.ts";
import type { Examined } from "#core/prove/examine.ts";
import { heatOf } from "#core/prove/heat.ts";
import { horizonFrom } from "#core/prove/horizon.ts";
import { prove, withRepairs, type Proof } from "#core/prove/prove.ts";
import { repairOf } from "#core/prove/repair.ts";
import { tell } from "#core/prove/story.ts";
import { DAY } from "#core/time/minute.ts";
import { covers } from "#core/time/spans.ts";
import { zoneOf } from "#core/time/zone.ts";
import type { Human } from "#core/who/humans.ts";
import { Memory } from "#core/who/memory.ts";
import { UnknownQuestion } from "#core/who/question.ts";
import { who } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import type { Answers, Ask, Asked, Bounds, HeatDrawn, HeatSieve, Story, Verdict, Warm, What } from "./order.ts";
import { sameParts } from "./same-parts.ts";

/** So far ahead an answer looks for the instant at which it changes. */
const AHEAD = 62 * DAY;

/** Where the questions of a page are answered: one matrix at a time, and the memory of what was worked out about it. */
export class Bench {
  #document: MatrixDocument | undefined;
  readonly #memory = new Memory();
  /** The instants of *who* go on by the minute and would push out what the proof remembers. */
  readonly #whoMemory = new Memory();
  #proof: { readonly document: MatrixDocument; readonly bounds: Bounds; readonly proof: Proof } | undefined;

  take(document: MatrixDocument): void {
    this.#document = sameParts(this.#document, document);
  }

  answer(ask: Ask): Answers[Ask["do"]] {
    const document = this.#document;
    if (document === undefined) throw new Error("no matrix was given");
    switch (ask.do) {
      case "verdict": return this.#verdict(document, ask);
      case "heat": return heatDrawn(this.#prove(document, ask.bounds), ask.sieve, ask.zone);
      case "hour": return this.#hour(document, ask);
      case "who": return this.#who(document, ask);
    }
  }

  #prove(document: MatrixDocument, bounds: Bounds): Proof {
    const had = this.#proof;
    if (had?.document === document && had.bounds.from === bounds.from && had.bounds.absent === bounds.absent) return had.proof;
    const proof = prove(document, horizonFrom(bounds.from, bounds.absent), this.#memory);
    this.#proof = { document, bounds, proof };
    return proof;
  }

  #verdict(document: MatrixDocument, { bounds, today, repairs }: Extract<Ask, { do: "verdict" }>): Verdict {
    const proof = this.#prove(document, bounds);
    const counterexamples = withRepairs(document, proof, this.#memory, repairs);
    const { verdict, assumptions, incomplete, checked, horizon } = proof;
    return { verdict, counterexamples, assumptions, incomplete, checked, until: horizon.until, findings: findingsOf(document, counterexamples, today) };
  }

  #hour(document: MatrixDocument, { bounds, key, at }: Extract<Ask, { do: "hour" }>): Story | null {
    const { examined, horizon } = this.#prove(document, bounds);
    const one = examined.find(({ obligation }) => keyOf(obligation) === key);
    if (one === undefined || at < horizon.from || at >= horizon.until) return null;
    const { swept, judgements, obligation } = one;
    const piece = swept.from.findLastIndex((from) => from <= at);
    const judgement = judgements[swept.state[piece] ?? -1];
    if (judgement === undefined) return null;
    const world = new World(document, horizon.from, horizon.until, this.#memory);
    const personOf = (human: Human): string => world.humans.persons(human)[0]?.id ?? "";
    const sets = judgement.sets.slice(0, MOST_SETS).map((set) => set.map(personOf));
    const found = sets[0] === undefined ? undefined : tell(world, [], obligation, [at, at + 1], sets[0]);
    const repair = found && repairOf(document, horizon, found, this.#memory);
    const asked = askedOf(obligation);
    return {
      asked, at, missing: judgement.missing, holds: judgement.missing > bounds.absent, sets,
      there: [...new Set(obligation.demand.members.filter(({ spans }) => covers(spans, at)).map(({ human }) => personOf(human)))],
      place: placeOf(document, asked), ...(repair === undefined ? {} : { repair }),
    };
  }

  #who(document: MatrixDocument, { event, severity, at, missing }: Extract<Ask, { do: "who" }>): Answers["who"] {
    try {
      // A world of whole days, so that the next minute finds what this one worked out.
      const day = Math.floor(at / DAY) * DAY;
      return who(new World(document, day - DAY, day + AHEAD, this.#whoMemory), { event, severity, at, missing });
    } catch (problem) {
      if (problem instanceof UnknownQuestion) return null;
      throw problem;
    }
  }
}

const MOST_SETS = 12;

type Obligation = Examined["obligation"];
const keyOf = ({ property, about, verb, asks }: Obligation): string => [property, about.event.id, about.severity.id, verb ?? "", asks].join("|");

const askedOf = (one: Obligation): Asked => ({
  key: keyOf(one), property: one.property, asks: one.asks, event: one.about.event.id, severity: one.about.severity.id,
  ...(one.verb === undefined ? {} : { verb: one.verb }), ...(one.from === undefined ? {} : { from: one.from }),
});

const PLAIN = { P1: "contact", P2: "backup", P5: "inform", P6: "regulator" } as const;
const whatOf = ({ property, verb }: Obligation): What => (property === "P3" || property === "P4" ? (verb as What) : PLAIN[property]);

/** The heat map of what passes the sieve. */
function heatDrawn({ examined, horizon }: Proof, { event, severity, what }: HeatSieve, zoneName: string): HeatDrawn {
  const cases = examined.filter(({ obligation: { about } }) => (event === undefined || about.event.id === event) && (severity === undefined || about.severity.id === severity));
  const weakest = new Map<What, number>();
  for (const { obligation, judgements } of cases) {
    const least = judgements.reduce((low, { missing }) => Math.min(low, missing), weakest.get(whatOf(obligation)) ?? Infinity);
    weakest.set(whatOf(obligation), least);
  }
  const chosen = cases.filter(({ obligation }) => what === undefined || whatOf(obligation) === what);
  // What many cases ask alike is judged once and drawn once.
  const each = [...new Map(chosen.toReversed().map((one) => [one.judgements, one])).values()].toReversed();
  const zone = zoneOf(zoneName) ?? zoneOf("UTC");
  const asked: Asked[] = [];
  const numbers = new Map<Obligation, number>();
  const numberOf = (one: Obligation): number => {
    let number = numbers.get(one);
    if (number === undefined) numbers.set(one, (number = asked.push(askedOf(one)) - 1));
    return number;
  };
  if (zone === undefined || each.length === 0) return { asked, week: [], weeks: [], weakest: sorted(weakest) };
  const { week, weeks } = heatOf(each, horizon.from, horizon.until, zone);
  const warm = (hour: (typeof week)[number] | undefined): Warm | null => (hour?.obligation === undefined ? null : { missing: hour.missing, asked: numberOf(hour.obligation), at: hour.at });
  return {
    week: week.flatMap((hour) => warm(hour) ?? []),
    weeks: weeks.map(({ monday, hours }) => ({
      monday, hours: hours.map((hour) => hour?.missing ?? null),
      days: Array.from({ length: 7 }, (_, day) => warm(hours.slice(day * 24, day * 24 + 24).reduce((low, hour) => (hour !== undefined && (low === undefined || hour.missing < low.missing) ? hour : low), undefined))),
    })),
    asked, weakest: sorted(weakest),
  };
}

const sorted = (weakest: ReadonlyMap<What, number>): HeatDrawn["weakest"] => [...weakest].map(([what, missing]) => ({ what, missing })).sort((a, b) => a.missing - b.missing);
