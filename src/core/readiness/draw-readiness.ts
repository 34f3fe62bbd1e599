import { blockersOf, type Policy } from "./blockers.ts";
import { confirmable, type Answered, type Readiness } from "./readiness.ts";
import { PARTS, type Statement } from "./statements.ts";

type Paint = (tone: "error" | "warning" | "dim" | "strong" | "good", text: string) => string;

const SIGN = { yes: "yes   ", partly: "partly", no: "no    ", unknown: "?     " } as const;
const TONE = { yes: "good", partly: "warning", no: "error", unknown: "warning" } as const;
/** So many of a list are named; how many more there are is said. */
const NAMED = 12;

/** A person's word in a line. */
export const sayConfirmed = ({ confirmed }: Answered): string =>
  confirmed === undefined ? "" : `${confirmed.by} on ${confirmed.on}: ${confirmed.answer}${confirmed.evidence === undefined ? "" : ` (${confirmed.evidence})`}${confirmed.note === undefined ? "" : `, ${confirmed.note}`}`;

/** What is wanted from a person, where something is. */
export const wanted = (answered: Answered): string => (confirmable(answered) && answered.confirmed === undefined ? `somebody has to confirm ${answered.matrix.beyond ?? "it"}` : "");

/** What is open, list by list: its title and a line for each. */
export const listsOf = ({ open }: Readiness): readonly { readonly title: string; readonly lines: readonly string[] }[] =>
  [
    { title: "Errors", lines: open.errors.map(({ message }) => message) },
    { title: "Open counterexamples", lines: open.counterexamples.map(({ message }) => message) },
    { title: "Fails when somebody is missing, or stands wrong", lines: open.weak.map(({ message }) => message) },
    { title: "Contested rows", lines: open.contested.map(({ name, party, reason }) => `${name}: ${party}${reason === null ? "" : `, ${reason}`}`) },
    { title: "Waivers", lines: open.waivers.map(({ name, rule, by, until, reason, state }) => `${name} (${rule}): ${by} until ${until}${state === "ended" ? ", ended" : state === "idle" ? ", nothing to accept any more" : ""}: ${reason}`) },
    { title: "Rows not adapted from the template", lines: open.unadapted.map(({ name }) => name) },
    { title: "Contacts never tested, or too long ago", lines: open.untested.map(({ name, contact, freshness, verifiedAt }) => `${name}, ${contact}: ${freshness === "never" ? "never tested" : `last on ${verifiedAt?.slice(0, 10)}`}`) },
  ].filter(({ lines }) => lines.length > 0);

/** Readiness as text: what blocks, the checklist, the lists. */
export function drawReadiness(readiness: Readiness, policy: Policy, paint: Paint = (_, text) => text): string {
  const blockers = blockersOf(policy, readiness);
  const line = (one: Answered): string[] =>
    one.applies
      ? [
          `  ${paint(TONE[one.counts], SIGN[one.counts])}  ${one.statement.says}`,
          `          ${paint("dim", one.matrix.says)}`,
          ...one.matrix.findings.slice(0, 3).map(({ message }) => `          ${paint("dim", `- ${message}`)}`),
          ...(one.matrix.findings.length > 3 ? [`          ${paint("dim", `- and ${one.matrix.findings.length - 3} more`)}`] : []),
          ...(one.confirmed === undefined ? [] : [`          confirmed: ${sayConfirmed(one)}`]),
          ...(wanted(one) === "" ? [] : [`          ${wanted(one)}`]),
        ]
      : [`  ${paint("dim", `-       ${one.statement.says}: nothing is delivered here`)}`];
  const part = (id: Statement["part"]) => ["", paint("strong", PARTS[id]), ...readiness.answers.filter(({ statement }) => statement.part === id).flatMap(line)];
  return [
    `${paint("strong", "Readiness")}: ${readiness.score.points} of 100`,
    ...(blockers.length === 0 ? [paint("good", "nothing stands in the way of a signature")] : blockers.map(({ weight, says }) => `${paint(weight === "block" ? "error" : "warning", weight === "block" ? "blocks" : "told  ")}  ${says}`)),
    ...part("writing"), ...part("start"),
    ...listsOf(readiness).flatMap(({ title, lines }) => ["", `${paint("strong", title)}, ${lines.length}`, ...lines.slice(0, NAMED).map((text) => `  ${text}`), ...(lines.length > NAMED ? [`  and ${lines.length - NAMED} more`] : [])]),
  ].join("\n");
}
