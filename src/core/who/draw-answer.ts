import type { Verb } from "../model/decision.ts";
import { VERB_WORDS } from "../model/verb-words.ts";
import type { Answer, Callee, Decider, Told } from "./answer.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

/** An answer as a page of text: who first, then who decides, whom to ask and tell, the clocks, the gaps, and why. */
export function drawAnswer(answer: Answer, digests: { readonly matrix: string; readonly directory: string; readonly timeZones: string }, paint: Paint = (_, text) => text): string {
  const { event, severity, at, contact, backup, consult, decide, inform, clocks, validUntil, because, gaps } = answer;
  const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", paint("strong", title), ...lines.map((line) => `  ${line}`)]);
  return [
    `${paint("strong", event.name)}, ${severity.name}, ${at}`,
    ...part("Call", [callee(contact, paint), ...(backup === null ? [] : [`${paint("dim", "then")} ${callee(backup, paint)}`])]),
    ...part("May decide", Object.entries(decide).flatMap(([verb, deciders]) => deciderLines(VERB_WORDS[verb as Verb], deciders ?? [], paint))),
    ...part("Ask first", consult.map(toldLine)),
    ...part("Tell", inform.map(toldLine)),
    ...part("Clocks", clocks.map(({ name, due, assumed, derivation, anchor }) => `${name}: ${due === undefined ? derivation : `due ${due}`}${assumed && due !== undefined ? ` if ${anchor} is now` : ""}`)),
    ...part("Gaps", gaps.map(({ says }) => paint("error", says))),
    ...part("Because", because.map(({ says }) => paint("dim", says))),
    "",
    paint("dim", `${validUntil === null ? "nothing known changes this answer" : `changes at ${validUntil}`}; matrix ${digests.matrix.slice(0, 12)}, directory ${digests.directory.slice(0, 12)}, time zones ${digests.timeZones}`),
  ].join("\n");
}

function callee(one: Callee | null, paint: Paint): string {
  if (one === null) return paint("error", "nobody");
  const numbers = one.methods.map(({ kind, value, verified }) => `${kind} ${value ?? "(kept by their party)"}${verified ? "" : " (not verified)"}`);
  return `${paint("good", one.name)}, ${one.roleName ?? "last resort"}, ${one.party}${one.insteadOf === undefined ? "" : ", standing in"}: ${numbers.join(", ")}`;
}

function deciderLines(what: string, deciders: readonly Decider[], paint: Paint): string[] {
  if (deciders.length === 0) return [`${what}: ${paint("error", "nobody")}`];
  const names = deciders.map(({ name, by, from, limits, mode, needed, insteadOfName = "" }) => {
    const how = [by === "delegation" ? `by delegation of ${insteadOfName}${mode === "sole" ? "" : `: one voice with ${insteadOfName}`}` : by === "pre-authorisation" ? `pre-authorised, from ${from}` : "", mode === "n-of-m" ? `${needed ?? 1} together` : mode === "one-per-party" ? "one for each party" : "", limits ?? ""].filter(Boolean);
    return `${name}${how.length > 0 ? ` (${how.join("; ")})` : ""}`;
  });
  return [`${what}: ${names.join(", ")}`];
}

const toldLine = ({ roleName, name, by, condition, because }: Told): string => `${roleName}, ${name ?? "nobody can be reached"}${by === undefined ? "" : `, by ${by}`}${condition === undefined ? "" : ` ${condition}`} (${because})`;
