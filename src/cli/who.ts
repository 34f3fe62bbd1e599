import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { DAY, instantOf, minuteOf } from "#core/time/minute.ts";
import { drawAnswer } from "#core/who/draw-answer.ts";
import { wallOf, zonesOf } from "#core/prove/story.ts";
import { UnknownQuestion } from "#core/who/question.ts";
import { rosterOf, type RosterLine } from "#core/who/roster.ts";
import { who as ask } from "#core/who/who.ts";
import { sayMinutes } from "#core/who/telling.ts";
import { World } from "#core/who/world.ts";
import { write } from "./files.ts";
import { instantGiven } from "./instant.ts";
import { open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";
import { shown } from "./shown.ts";

export interface WhoOptions {
  readonly event: string;
  readonly severity?: string;
  readonly at?: string;
  readonly scope?: readonly string[];
  readonly missing?: readonly string[];
  readonly until?: string;
  readonly format: string;
}

/** So far ahead an answer looks for the instant at which it changes, in minutes. */
const AHEAD = 62 * DAY;

/** A roster of so many days at most. */
const LONGEST_ROSTER = 400;

/**
 * Who to call and who may decide at an instant; with `--until` who is called from then on, a line for every change.
 * Exit 1 when nobody on the way of calls can be reached.
 */
export async function who(file: string, { event, severity, at, scope, missing, until, format }: WhoOptions): Promise<number> {
  if (!["text", "json"].includes(format)) throw new Unusable(`there is no format \`${format}\` for an answer`, "choose text or json");
  const { document } = await open(file);
  const minute = instantGiven("--at", at);
  for (const person of missing ?? []) if (!(document.people ?? []).some(({ id }) => id === person)) throw new Unusable(`nobody in \`${file}\` has the id \`${person}\``, "`--missing` takes the id of a person");
  const last = until === undefined ? undefined : instantGiven("--until", until);
  if (last !== undefined && (last <= minute || last > minute + LONGEST_ROSTER * DAY)) throw new Unusable(`\`--until ${until}\` does not lie within ${LONGEST_ROSTER} days after ${instantOf(minute)}`);
  if (last !== undefined && missing !== undefined) throw new Unusable("`--missing` is for one instant", "a roster shows who is called as things stand");
  for (const item of scope ?? []) if (!(document.scope ?? []).some(({ id }) => id === item)) throw new Unusable(`the matrix has no scope item \`${item}\``, `\`--scope\` takes ${(document.scope ?? []).length === 0 ? "the id of one, and it names none" : `one of ${(document.scope ?? []).slice(0, 20).map(({ id }) => `\`${id}\``).join(", ")}`}`);
  const world = new World(document, minute - DAY, last ?? minute + AHEAD);
  try {
    if (last !== undefined) {
      const lines = rosterOf(world, { event, severity, scope }, minute, last);
      const [zone = "UTC"] = zonesOf(world);
      write(undefined, format === "json" ? jsonText({ roster: lines }) : `${[`Called for ${event}, by when it happens, on the clocks of ${zone}`, "", ...shown(lines).map((line) => drawLine(line, zone))].join("\n")}\n`);
      return lines.some(({ called }) => called.length === 0) ? 1 : 0;
    }
    const answer = ask(world, { event, severity, at: minute, scope, missing });
    const digests = { matrix: matrixDigest(document), directory: directoryDigest(document), timeZones: process.versions["tz"] ?? "unknown" };
    write(undefined, format === "json" ? jsonText({ ...answer, digests }) : `${drawAnswer(shown(answer), digests, paintFor(process.stdout))}\n`);
    return answer.gaps.some(({ code }) => code === "nobody-reachable") ? 1 : 0;
  } catch (thrown) {
    if (thrown instanceof UnknownQuestion) throw new Unusable(thrown.message, `\`--${thrown.asked}\` takes an id of the matrix`);
    throw thrown;
  }
}

function drawLine({ from, until, called }: RosterLine, zone: string): string {
  const wall = (at: string) => wallOf(zone, minuteOf(at));
  const people = called.map(({ name, after }) => (after === 0 ? name : `after ${sayMinutes(after)} ${name}`)).join(", ");
  return `${wall(from)} to ${wall(until)}  ${people === "" ? paintFor(process.stdout)("error", "nobody can be reached") : people}`;
}
