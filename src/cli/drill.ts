import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { ASSUMPTIONS } from "#core/drill/chance.ts";
import { drawDistribution } from "#core/drill/draw-distribution.ts";
import { drawDrill, markdownDrill, resultsOf } from "#core/drill/draw-drill.ts";
import { drill as exercise } from "#core/drill/drill.ts";
import type { Drilled } from "#core/drill/told.ts";
import { oneOf, unattended, type Series } from "#core/drill/unattended.ts";
import { DAY, dayOf, instantOf } from "#core/time/minute.ts";
import { UnknownQuestion } from "#core/who/question.ts";
import { World } from "#core/who/world.ts";
import { write } from "./files.ts";
import { instantGiven } from "./instant.ts";
import { open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";
import { shown } from "./shown.ts";
import { today } from "./today.ts";

export interface DrillOptions {
  readonly event?: string;
  readonly severity?: string;
  readonly at?: string;
  readonly from?: string;
  readonly silent?: readonly string[];
  readonly absent?: readonly string[];
  readonly seed: string;
  readonly runs?: string;
  readonly run?: string;
  readonly format: string;
  readonly output?: string;
}

/** So many runs at most: a slip of the keyboard is no reason to wait for an hour. */
const MOST = 100_000;

/**
 * Rehearse a case minute by minute; with `--runs` many by chance. Exit 1 when something of a single exercise stays open
 * or comes later than wanted.
 */
export async function drill(file: string, options: DrillOptions): Promise<number> {
  const { event, severity, silent, absent, format, output } = options;
  if (!["text", "json", "md"].includes(format) || (format === "md" && options.runs !== undefined)) throw new Unusable(`there is no format \`${format}\` for this`, "choose text or json; md for one exercise");
  const { document } = await open(file);
  for (const [option, people] of [["--silent", silent], ["--absent", absent]] as const) for (const person of people ?? []) if (!(document.people ?? []).some(({ id }) => id === person)) throw new Unusable(`nobody in \`${file}\` has the id \`${person}\``, `\`${option}\` takes the id of a person`);
  const digests = { matrix: matrixDigest(document), directory: directoryDigest(document), timeZones: process.versions["tz"] ?? "unknown" };
  const from = options.from === undefined ? dayOf(document.validFrom ?? today()) : instantGiven("--from", options.from);
  const series: Series = {
    seed: whole("--seed", options.seed, 2 ** 31 - 1), runs: whole("--runs", options.runs ?? `${MOST}`, MOST), event, severity, from, silent, absent,
    ...(options.at === undefined ? {} : { at: instantGiven("--at", options.at) }),
  };
  const paint = output === undefined ? paintFor(process.stdout) : undefined;
  try {
    if (options.runs !== undefined && options.run === undefined) {
      const distribution = unattended(document, series);
      write(output, format === "json" ? jsonText({ ...distribution, assumptions: ASSUMPTIONS, digests }) : `${drawDistribution(shown(document), shown(distribution), paint)}\n`);
      return 0;
    }
    const told = options.run === undefined ? single(document, options) : oneOf(document, series, whole("--run", options.run, MOST));
    write(output, format === "json" ? jsonText({ ...told, scenario: { ...told.scenario, at: instantOf(told.scenario.at) }, digests }) : format === "md" ? markdownDrill(told, `Exercise: ${document.title}`) : `${drawDrill(shown(told), paint)}\n`);
    return told.gaps.length === 0 && resultsOf(told).every(({ late }) => !late) ? 0 : 1;
  } catch (thrown) {
    if (thrown instanceof UnknownQuestion) throw new Unusable(thrown.message, `\`--${thrown.asked}\` takes an id of the matrix`);
    throw thrown;
  }
}

function single(document: MatrixDocument, { event, severity, at, silent, absent }: DrillOptions): Drilled {
  if (event === undefined) throw new Unusable("one exercise needs an event type", "give `--event`, or `--runs` for many exercises by chance");
  const minute = instantGiven("--at", at);
  return exercise(new World(document, minute - DAY, minute + 3 * DAY), { event, severity, at: minute, silent, absent });
}

function whole(option: string, text: string, most: number): number {
  const n = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(n <= most) || (option === "--runs" && n < 1)) throw new Unusable(`\`${option} ${text}\` is no whole number up to ${most.toLocaleString("en")}`);
  return n;
}
