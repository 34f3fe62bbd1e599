import { ofStep, sayHolding, STEP_WORDS } from "#core/leaving/draw-leaving.ts";
import { STEPS, type Step } from "#core/leaving/holdings.ts";
import type { Leaving } from "#core/leaving/leaving.ts";
import { markdownCell } from "../safe-cell.ts";

const ASKS: Readonly<Record<Step, string>> = {
  access: "Take access back where it ends and give it where it goes on; a right that is not given anew is nobody's. What was lent ends by itself.",
  keys: "Every key and certificate: where it lies, who else can get at it, how it is recovered. Change what the leaver knew.",
  evidence: "Hand out what was collected, up to the last day, and say who produces and keeps it from then on. What the leaver accepted or confirmed needs somebody who stands behind it.",
  knowledge: "Walk through each piece of work with whoever takes it over, once together and once alone.",
};

/** The exit plan: what goes over in which order, to tick off and to sign. */
export function writeExitPlan({ leaver, today, posts, holdings, left, moved }: Leaving, title: string): string {
  const names = new Map(posts.map(({ id, name }) => [id, name]));
  const to = moved?.successors.length === 1 ? (moved.successors[0] ?? "") : "";
  const table = (step: Step): string[] => {
    const list = ofStep(holdings, step);
    return list.length === 0 ? ["Nothing of this kind.", ""] : [
      "| | What | Through | Alone | To whom | Done on |", "|---|---|---|---|---|---|",
      ...list.map((one) => `| [ ] | ${markdownCell(sayHolding(one))} | ${markdownCell(one.post === undefined ? "" : (names.get(one.post) ?? one.post))} | ${one.alone ? "yes" : ""} | ${markdownCell(to)} | |`), "",
    ];
  };
  const open = (moved ?? { left }).left;
  return [
    `# Exit plan: ${markdownCell(leaver.name)}`, "",
    `${markdownCell(title)}, as of ${today}. ${holdings.length} to hand over, ${holdings.filter(({ alone }) => alone).length} of which nobody else holds.`, "",
    ...STEPS.flatMap((step, i) => [`## ${i + 1}. ${STEP_WORDS[step]}`, "", ASKS[step], "", ...table(step)]),
    `## What ${moved === undefined ? "nobody would hold" : "is still open after the transfer"}`, "",
    ...(open.length === 0 ? ["Nothing new is found."] : open.map(({ severity, message }) => `- [ ] ${severity}: ${markdownCell(message)}`)), "",
    "| Handed over by | Taken over by | Day |", "|---|---|---|", "| | | |", "",
  ].join("\n");
}
