import type { MatrixDocument } from "../model/document.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import { sayMinutes } from "../who/telling.ts";
import { ASSUMPTIONS } from "./chance.ts";
import type { Distribution, Spread } from "./unattended.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

/** Many exercises as a table: one line for each event, severity and decision, then the worst and what it rests on. */
export function drawDistribution(document: MatrixDocument, { seed, runs, from, spreads, stalls }: Distribution, paint: Paint = (_, text) => text): string {
  const name = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string) => list?.find((item) => item.id === id)?.name ?? id;
  const rows = spreads.map((one) => [one.of === "contact" ? "somebody takes charge" : VERB_WORDS[one.of], took(one.p50), took(one.p90), took(one.p95), took(one.max), `${Math.round(one.late * 100)} %`]);
  const head = ["", "half", "90 %", "95 %", "longest", "late"];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  const cases = Map.groupBy(spreads.map((spread, i) => ({ spread, row: rows[i] ?? [] })), ({ spread }) => `${name(document.events, spread.event)}, ${name(document.severities, spread.severity)}`);
  const worst = spreads.toSorted((a, b) => (b.worst.minutes ?? Infinity) - (a.worst.minutes ?? Infinity) || b.late - a.late).slice(0, 5);
  return [
    `${paint("strong", `${runs.toLocaleString("en")} runs`)}, seed ${seed}, from ${from}: minutes from the event`,
    ...[...cases].flatMap(([title, list]) => ["", `${paint("strong", title)}, ${list[0]?.spread.runs ?? 0} runs`, paint("dim", line(head)), ...list.map(({ spread, row }) => (spread.late > 0.1 ? paint("warning", line(row)) : line(row)))]),
    ...(stalls.length === 0 ? [] : ["", paint("strong", "what cost most"), ...stalls.slice(0, 10).map((one) => `  ${one.runs.toLocaleString("en")} runs, ${sayMinutes(Math.round(one.minutes / one.runs))} each: ${one.says}; ${paint("dim", one.saves)}`)]),
    "", paint("strong", "worst"), ...worst.map((one) => `  ${name(document.events, one.event)}, ${name(document.severities, one.severity)}, ${one.worst.at}: ${one.of === "contact" ? "somebody takes charge" : VERB_WORDS[one.of]} ${one.worst.minutes === null ? "not within a day" : `after ${sayMinutes(one.worst.minutes)}`} (\`--run ${one.worst.run}\` tells it)`),
    "", paint("strong", "rests on"), ...ASSUMPTIONS.map((one) => paint("dim", `  ${one}`)),
  ].join("\n");
}

const took = (minutes: Spread["p50"]): string => (minutes === null ? "never" : sayMinutes(minutes));
