import type { Answered, AuthorityMap, Score } from "./authority-map.ts";
import { OWNERS } from "./statements.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

const SIGN = { yes: "yes   ", partly: "partly", no: "no    ", unknown: "?     " } as const;
const TONE = { yes: "good", partly: "warning", no: "error", unknown: "warning" } as const;

export const sayScore = ({ counted, of }: Score): string => `${counted} of ${of}`;

/** A person's word in a line. */
export const sayConfirmed = ({ confirmed }: Answered): string => (confirmed === undefined ? "" : `${confirmed.by} on ${confirmed.on}: ${confirmed.answer}${confirmed.evidence === undefined ? "" : ` (${confirmed.evidence})`}${confirmed.note === undefined ? "" : `, ${confirmed.note}`}`);

/** The map as text: stage by stage, then the questions, then what is asked of every event type. */
export function drawMap({ stages, reflection, opening, events, score }: AuthorityMap, paint: Paint = (_, text) => text): string {
  const line = (answered: Answered): string[] => [
    `  ${paint(TONE[answered.counts], SIGN[answered.counts])}  ${answered.statement.says} ${paint("dim", `(${OWNERS[answered.statement.owner]})`)}`,
    `          ${paint("dim", answered.matrix.says)}`,
    ...(answered.confirmed === undefined ? [] : [`          confirmed: ${sayConfirmed(answered)}`]),
  ];
  return [
    `${paint("strong", "Incident authority map")}: ${sayScore(score)} points, ${score.matrix} of them from the matrix alone`,
    ...stages.flatMap((stage) => ["", `${paint("strong", stage.name)}, ${sayScore(stage.score)}`, ...stage.answers.flatMap(line)]),
    "", paint("strong", "Answer at once"), ...reflection.flatMap(line),
    "", paint("strong", "To begin with"), ...opening.flatMap(line),
    ...events.flatMap(({ event, answers }) => ["", paint("strong", event.name), ...answers.map(({ says, shown }) => `  ${paint(TONE[shown.answer], SIGN[shown.answer])}  ${says}: ${shown.says}`)]),
  ].join("\n");
}
