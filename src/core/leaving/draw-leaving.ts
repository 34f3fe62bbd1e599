import type { Holding, Step } from "./holdings.ts";
import { STEPS } from "./holdings.ts";
import type { Leaving } from "./leaving.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  access: "Access and authority", keys: "Keys and certificates", evidence: "Evidence and what was vouched for", knowledge: "Work and knowledge",
};

/** `performs Watch alerts`. */
export const sayHolding = ({ says, at }: Holding): string => `${says} ${at.name}`;

/** The holdings of one step, those nobody else has first. */
export const ofStep = (holdings: readonly Holding[], step: Step): readonly Holding[] => holdings.filter((one) => one.step === step).toSorted((a, b) => Number(b.alone) - Number(a.alone));

/** What somebody holds, and what would be left, as text. */
export function drawLeaving({ leaver, posts, holdings, left, moved }: Leaving, paint: Paint = (_, text) => text): string {
  const names = new Map(posts.map(({ id, name }) => [id, name]));
  const line = (one: Holding): string => `  ${paint(one.alone ? "warning" : "dim", one.alone ? "alone " : "shared")}  ${sayHolding(one)}${one.post === undefined ? "" : paint("dim", ` (${names.get(one.post) ?? one.post})`)}`;
  const found = (title: string, list: Leaving["left"]): string[] => ["", paint("strong", title), ...list.map(({ severity, message }) => `  ${paint(severity === "error" ? "error" : "warning", severity.padEnd(7))}  ${message}`)];
  return [
    `${paint("strong", leaver.name)} holds ${holdings.length} ${holdings.length === 1 ? "thing" : "things"}, ${holdings.filter(({ alone }) => alone).length} of them alone`,
    ...(posts.length === 0 || leaver.kind === "role" ? [] : [`posts: ${posts.map(({ name }) => name).join(", ")}`]),
    ...STEPS.flatMap((step) => {
      const list = ofStep(holdings, step);
      return list.length === 0 ? [] : ["", paint("strong", STEP_WORDS[step]), ...list.map(line)];
    }),
    ...(left.length === 0 ? ["", paint("good", "nothing new would be found if nobody came after")] : found(`If nobody comes after, ${left.length} ${left.length === 1 ? "finding is" : "findings are"} new`, left)),
    ...(moved === undefined ? [] : moved.left.length === 0 ? ["", paint("good", `moved to ${moved.successors.join(", ")}, nothing new is found`)] : found(`Moved to ${moved.successors.join(", ")}, ${moved.left.length} ${moved.left.length === 1 ? "finding is" : "findings are"} new`, moved.left)),
  ].join("\n");
}
