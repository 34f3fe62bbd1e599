import type { Verb } from "../model/decision.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import { instantOf } from "../time/minute.ts";
import { sayMinutes } from "../who/telling.ts";
import type { Decided, Drilled, Moment } from "./told.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

const TONE: Partial<Record<Moment["does"], "error" | "warning" | "good">> = { gap: "error", silent: "warning", decays: "warning", away: "warning", decides: "good", accepts: "good" };

/** One exercise as text: what happened when, what came of it, and where minutes were lost. */
export function drawDrill(drilled: Drilled, paint: Paint = (_, text) => text): string {
  const { event, severity, scenario, moments, stalls } = drilled;
  const width = Math.max(...moments.map(({ minute }) => `${minute}`.length), 1);
  const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", paint("strong", title), ...lines.map((line) => `  ${line}`)]);
  return [
    `${paint("strong", event.name)}, ${severity.name}, ${instantOf(scenario.at)}`,
    ...part("Minute by minute", moments.map((moment) => `${`${moment.minute}`.padStart(width)}  ${painted(moment, paint)}`)),
    ...part("It took", resultsOf(drilled).map(({ what, took, late }) => `${what}: ${paint(late ? "error" : "good", took)}`)),
    ...part("Where minutes were lost", stalls.map(({ minutes, says, saves }) => `${sayMinutes(minutes)}: ${says}; ${paint("dim", `${saves} would have saved them`)}`)),
  ].join("\n");
}

const painted = ({ does, says }: Moment, paint: Paint): string => {
  const tone = TONE[does];
  return tone === undefined ? says : paint(tone, says);
};

/** What came of an exercise: minutes to somebody in charge and to each decision, beside their targets. */
export function resultsOf({ contact, decisions, targets }: Drilled): readonly { readonly what: string; readonly took: string; readonly late: boolean }[] {
  const result = (what: string, minute: number | undefined, target: number) => ({
    what, late: minute === undefined || minute > target,
    took: `${minute === undefined ? "not within a day" : minute === 0 ? "at once" : sayMinutes(minute)}${minute !== undefined && minute <= target ? "" : target > 0 ? `, wanted within ${sayMinutes(target)}` : ", wanted at once"}`,
  });
  return [
    result("somebody takes charge", contact?.minute, targets.contact),
    ...(Object.entries(decisions) as [Verb, Decided | null][]).map(([verb, decided]) => result(VERB_WORDS[verb], decided?.minute, targets.decide)),
  ];
}

/** One exercise as a Markdown report, to be kept with the minutes of the meeting. */
export function markdownDrill(drilled: Drilled, title: string, extra: readonly string[] = []): string {
  const { event, severity, scenario, moments, stalls } = drilled;
  return [
    `# ${plain(title)}`, "",
    `${plain(event.name)}, ${plain(severity.name)}, ${instantOf(scenario.at)}`, "",
    ...(extra.length === 0 ? [] : [...extra.map((line) => `- ${plain(line)}`), ""]),
    "## What it took", "", "| | |", "|---|---|",
    ...resultsOf(drilled).map(({ what, took, late }) => `| ${plain(what)} | ${plain(took)}${late ? " **(late)**" : ""} |`), "",
    "## Where minutes were lost", "",
    ...(stalls.length === 0 ? ["Nowhere."] : stalls.map(({ minutes, says, saves }) => `- ${sayMinutes(minutes)}: ${plain(says)}. Would have saved them: ${plain(saves)}.`)), "",
    "## Minute by minute", "", "| minute | |", "|---:|---|",
    ...moments.map(({ minute, says }) => `| ${minute} | ${plain(says)} |`), "",
  ].join("\n");
}

/** Names and words of the matrix as Markdown shows them, whatever is in them. */
const plain = (text: string): string => text.replace(/[\\|*_[\]<>#]/g, (sign) => `\\${sign}`).replace(/\s+/g, " ");
