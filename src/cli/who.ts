import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { DAY } from "#core/time/minute.ts";
import { drawAnswer } from "#core/who/draw-answer.ts";
import { UnknownQuestion } from "#core/who/question.ts";
import { who as ask } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import { write } from "./files.ts";
import { instantGiven } from "./instant.ts";
import { open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";

export interface WhoOptions {
  readonly event: string;
  readonly severity?: string;
  readonly at?: string;
  readonly scope?: readonly string[];
  readonly missing?: readonly string[];
  readonly format: string;
}

/** So far ahead an answer looks for the instant at which it changes, in minutes. */
const AHEAD = 62 * DAY;

/** Who to call and who may decide at an instant. Exit 1 when nobody on the way of calls can be reached. */
export async function who(file: string, { event, severity, at, scope, missing, format }: WhoOptions): Promise<number> {
  if (!["text", "json"].includes(format)) throw new Unusable(`there is no format \`${format}\` for an answer`, "choose text or json");
  const { document } = await open(file);
  const minute = instantGiven("--at", at);
  for (const person of missing ?? []) if (!(document.people ?? []).some(({ id }) => id === person)) throw new Unusable(`nobody in \`${file}\` has the id \`${person}\``, "`--missing` takes the id of a person");
  const world = new World(document, minute - DAY, minute + AHEAD);
  try {
    const answer = ask(world, { event, severity, at: minute, scope, missing });
    const digests = { matrix: matrixDigest(document), directory: directoryDigest(document), timeZones: process.versions["tz"] ?? "unknown" };
    write(undefined, format === "json" ? jsonText({ ...answer, digests }) : `${drawAnswer(answer, digests, paintFor(process.stdout))}\n`);
    return answer.gaps.some(({ code }) => code === "nobody-reachable") ? 1 : 0;
  } catch (thrown) {
    if (thrown instanceof UnknownQuestion) throw new Unusable(thrown.message, `\`--${thrown.asked}\` takes an id of the matrix`);
    throw thrown;
  }
}
