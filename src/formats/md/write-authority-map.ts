import { sayConfirmed, sayScore } from "#core/authority-map/draw-map.ts";
import type { Answered, AuthorityMap } from "#core/authority-map/authority-map.ts";
import { OWNERS } from "#core/authority-map/statements.ts";
import { markdownCell } from "../safe-cell.ts";

const BOX = { yes: "[x]", partly: "[~]", no: "[ ]", unknown: "[?]" } as const;

/** The authority map as a checklist in Markdown, with room to sign it off. */
export function writeAuthorityMap({ stages, reflection, opening, events, score }: AuthorityMap, title: string): string {
  const row = (one: Answered) => `| ${BOX[one.counts]} | ${markdownCell(one.statement.says)} | ${OWNERS[one.statement.owner]} | ${markdownCell(one.matrix.says)} | ${markdownCell(sayConfirmed(one))} |`;
  const table = (list: readonly Answered[]) => ["", "| | Statement | Owner | The matrix says | Confirmed |", "|---|---|---|---|---|", ...list.map(row), ""];
  return [
    `# Incident authority map: ${markdownCell(title)}`, "",
    `${sayScore(score)} points, ${score.matrix} of them from the matrix alone. \`[x]\` yes, \`[~]\` partly, \`[ ]\` no, \`[?]\` unknown.`, "",
    ...stages.flatMap((stage) => [`## ${stage.name}: ${sayScore(stage.score)}`, ...table(stage.answers)]),
    "## Answer at once", ...table(reflection), "## To begin with", ...table(opening),
    ...events.flatMap(({ event, answers }) => [`## ${markdownCell(event.name)}`, "", "| | Question | Answer |", "|---|---|---|", ...answers.map(({ says, shown }) => `| ${BOX[shown.answer]} | ${says} | ${markdownCell(shown.says)} |`), ""]),
  ].join("\n");
}
