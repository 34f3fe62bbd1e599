import { blockersOf, type Policy } from "#core/readiness/blockers.ts";
import { listsOf, sayConfirmed, wanted } from "#core/readiness/draw-readiness.ts";
import type { Answered, Readiness } from "#core/readiness/readiness.ts";
import { PARTS, type Statement } from "#core/readiness/statements.ts";
import { markdownCell } from "../safe-cell.ts";

const BOX = { yes: "[x]", partly: "[~]", no: "[ ]", unknown: "[?]" } as const;

/** The pre-start checklist in Markdown, with what is still open, and room to sign it off. */
export function writeReadiness(readiness: Readiness, policy: Policy, title: string): string {
  const blockers = blockersOf(policy, readiness);
  const row = (one: Answered): string =>
    `| ${one.applies ? BOX[one.counts] : "-"} | ${markdownCell(one.statement.says)} | ${markdownCell(one.applies ? [one.matrix.says, ...one.matrix.findings.slice(0, 5).map(({ message }) => message)].join("; ") : "nothing is delivered here")} | ${markdownCell(sayConfirmed(one) || wanted(one))} |`;
  const table = (part: Statement["part"]): string[] => [`## ${PARTS[part]}`, "", "| | Settled | The matrix says | Confirmed |", "|---|---|---|---|", ...readiness.answers.filter(({ statement }) => statement.part === part).map(row), ""];
  return [
    `# Before you sign: ${markdownCell(title)}`, "",
    `${readiness.score.points} of 100 points. \`[x]\` yes, \`[~]\` partly, \`[ ]\` no, \`[?]\` unknown.`, "",
    ...(blockers.length === 0 ? ["Nothing stands in the way of a signature."] : blockers.map(({ weight, says }) => `- ${weight === "block" ? "**Blocks:**" : "Told:"} ${markdownCell(says)}`)), "",
    ...table("writing"), ...table("start"),
    ...listsOf(readiness).flatMap(({ title: name, lines }) => [`## ${name} (${lines.length})`, "", ...lines.map((text) => `- [ ] ${markdownCell(text)}`), ""]),
    "| Party | Name | Day |", "|---|---|---|", "| | | |", "| | | |", "",
  ].join("\n");
}
