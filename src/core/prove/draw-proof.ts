import { VERB_WORDS } from "../model/verb-words.ts";
import type { MatrixDocument } from "../model/document.ts";
import { instantOf } from "../time/minute.ts";
import type { Proof } from "./prove.ts";
import type { Counterexample } from "./story.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

/** So many counterexamples are drawn; the JSON has them all, and the last line says how many there are. */
const SHOWN = 40;

/** A proof as text: the verdict, what fails with its smallest repair, what it rests on. */
export function drawProof(document: MatrixDocument, proof: Proof, digests: { readonly matrix: string; readonly directory: string; readonly timeZones: string }, paint: Paint = (_, text) => text): string {
  const { verdict, horizon, counterexamples, assumptions, incomplete, checked } = proof;
  const tone = verdict === "PROVED" ? "good" : verdict === "INCOMPLETE" ? "warning" : "error";
  const shown = counterexamples.slice(0, SHOWN);
  return [
    `${paint(tone, verdict)}  ${instantOf(horizon.from)} to ${instantOf(horizon.until)}, ${horizon.absent === 0 ? "nobody" : horizon.absent === 1 ? "anybody" : `any ${horizon.absent} people`} missing besides the declared absences`,
    paint("dim", `${checked.cases} cases, ${checked.obligations} obligations, ${checked.pieces.toLocaleString("en")} pieces of time`),
    ...shown.flatMap((one) => ["", ...drawCounterexample(document, one, paint)]),
    ...(counterexamples.length > shown.length ? ["", `and ${counterexamples.length - shown.length} more: \`--format json\` has all ${counterexamples.length}`] : []),
    ...(incomplete.length === 0 ? [] : ["", paint("warning", "not looked at"), ...incomplete.map((line) => `  ${line}`)]),
    "", paint("strong", "rests on"), ...assumptions.map((line) => paint("dim", `  ${line}`)),
    "", paint("dim", `matrix ${digests.matrix.slice(0, 12)}, directory ${digests.directory.slice(0, 12)}, time zones ${digests.timeZones}`),
  ].join("\n");
}

function drawCounterexample(document: MatrixDocument, one: Counterexample, paint: Paint): string[] {
  const name = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | undefined) => list?.find((item) => item.id === id)?.name ?? id ?? "";
  const cases = one.event === undefined ? "" : `${name(document.events, one.event)}, ${name(document.severities, one.severity)}${one.also.length === 0 ? "" : ` and ${one.also.length} more case${one.also.length === 1 ? "" : "s"}`}`;
  return [
    `${paint("error", one.of === undefined ? one.property : `${one.property} (${one.of})`)}  ${one.says}`,
    ...(cases === "" ? [] : [paint("dim", `    ${cases}${one.verb === undefined ? "" : `: ${VERB_WORDS[one.verb]}`}`)]),
    ...(one.at === undefined ? [] : [paint("dim", `    from ${one.at} (${one.walls.map(({ zone, wall }) => `${wall} ${zone}`).join(", ")}) until ${one.until ?? ""}${one.times > 1 ? `, ${one.times} times, ${sayHours(one.minutes)} in all` : ""}`)]),
    ...(one.from === undefined ? [] : [paint("dim", `    at ${one.from.kind} \`${one.from.id}\``)]),
    ...(one.repair === undefined ? [] : [`    ${paint("good", `repair: ${one.repair.says}`)}`]),
  ];
}

const sayHours = (minutes: number): string => (minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60).toLocaleString("en")} h`);
