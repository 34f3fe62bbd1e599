import { tame } from "../lint/draw-width.ts";
import type { Comparison } from "./comparison.ts";
import { isNothing } from "./comparison.ts";
import { countRows, sayRows } from "./counted.ts";
import { changedFor, type ToldYou, type Whom } from "./for-whom.ts";
import { RISKS, RISK_WORDS, type Risk } from "./risk.ts";
import { sentencesOf, type Told } from "./sentences.ts";

export type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;
const bare: Paint = (_, text) => text;

/** Names of the two that are compared, and for whom, if for anybody alone. */
export interface Labels {
  readonly before: string;
  readonly after: string;
  readonly whom?: Whom & { readonly name: string };
}

const TONES: Partial<Readonly<Record<Risk, "error" | "warning">>> = { authority: "error", backup: "error", deadline: "warning", proof: "warning" };

/** The changes of each risk, the gravest first. */
export const byRisk = (told: readonly Told[]): readonly (readonly [Risk, readonly Told[]])[] => RISKS.flatMap((risk) => {
  const of = told.filter((one) => one.risk === risk);
  return of.length > 0 ? [[risk, of] as const] : [];
});

const FOR_WORDS = { lost: "No longer", gained: "Now", other: "Changed in what stays" } as const;
/** What changed for one, by what they lost, gained and keep. */
export const byTurn = (told: readonly ToldYou[]): readonly (readonly [string, readonly ToldYou[]])[] => (["lost", "gained", "other"] as const).flatMap((turn) => {
  const of = told.filter(({ change }) => change === turn);
  return of.length > 0 ? [[FOR_WORDS[turn], of] as const] : [];
});

/** A comparison for a terminal: a sentence a line, the riskiest first. */
export function drawComparison(comparison: Comparison, { before, after, whom }: Labels, paint: Paint = bare): string {
  const lines = [`${tame(before)} -> ${tame(after)}`];
  const section = (title: string, sentences: readonly string[]): void => void lines.push("", title, ...sentences.map((sentence) => `  ${tame(sentence)}`));
  if (whom) {
    const told = changedFor(comparison, whom);
    lines.push(`for ${tame(whom.name)}: ${told.length === 0 ? "nothing changed" : told.length === 1 ? "1 change" : `${told.length} changes`}`);
    for (const [title, of] of byTurn(told)) section(paint("strong", title), of.map(({ sentence }) => sentence));
    return lines.join("\n");
  }
  if (isNothing(comparison)) return [...lines, paint("good", "nothing differs")].join("\n");
  const rows = sayRows(countRows(comparison));
  if (rows !== "") lines.push(rows);
  const told = sentencesOf(comparison);
  for (const [risk, of] of byRisk(told)) section(`${paint(TONES[risk] ?? "strong", RISK_WORDS[risk])} (${of.length})`, of.map(({ sentence }) => sentence));
  if (told.length === 0) lines.push("only ids differ");
  return lines.join("\n");
}

const marked = (text: string): string => text.replace(/[\\*_[\]<>|#]/g, (sign) => `\\${sign}`);

/** The same as Markdown, to stand in a ticket or a merge request. */
export function markdownComparison(comparison: Comparison, { before, after, whom }: Labels): string {
  const title = `# ${marked(tame(before))} → ${marked(tame(after))}`;
  const section = (head: string, sentences: readonly string[]): string => [`## ${head}`, "", ...sentences.map((sentence) => `- ${quoted(tame(sentence))}`)].join("\n");
  if (whom) {
    const told = changedFor(comparison, whom);
    return `${[title, `For ${marked(tame(whom.name))}: ${told.length === 0 ? "nothing changed." : `${told.length} ${told.length === 1 ? "change" : "changes"}.`}`, ...byTurn(told).map(([head, of]) => section(head, of.map(({ sentence }) => sentence)))].join("\n\n")}\n`;
  }
  if (isNothing(comparison)) return `${title}\n\nNothing differs.\n`;
  const rows = sayRows(countRows(comparison));
  return `${[title, ...(rows === "" ? [] : [`${rows}.`]), ...byRisk(sentencesOf(comparison)).map(([risk, of]) => section(`${RISK_WORDS[risk]} (${of.length})`, of.map(({ sentence }) => sentence)))].join("\n\n")}\n`;
}

/** Names between backticks stay code; what stands between them cannot be read as markup. */
const quoted = (sentence: string): string => sentence.split(/(`[^`]*`)/).map((part) => (part.startsWith("`") ? part : marked(part))).join("");
