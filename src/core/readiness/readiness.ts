import type { Confirmation } from "../model/decision.ts";
import { isStale } from "../who/stale.ts";
import { known, type Facts, type Known } from "./facts.ts";
import { JUDGES, type Shown } from "./judge.ts";
import { leftOpen, type LeftOpen } from "./left-open.ts";
import { STATEMENTS, type Statement } from "./statements.ts";

/** A named person's word about a statement. */
export interface Confirmed {
  readonly id: string;
  readonly answer: Confirmation["answer"];
  readonly by: string;
  readonly on: string;
  readonly evidence?: string;
  readonly note?: string;
}

export interface Answered {
  readonly statement: Statement;
  /** False where the statement is about a delivery and nothing is delivered: then it is not counted. */
  readonly applies: boolean;
  readonly matrix: Shown;
  /** The latest word of a person. */
  readonly confirmed?: Confirmed;
  /**
   * What counts. Where the matrix leaves something to a person's word, that word; else the matrix, unless the person says less:
   * nobody's word makes up for what the matrix shows to be missing.
   */
  readonly counts: Shown["answer"];
}

/** Points of 100: a half for the checklist, 30 for sound rows, 10 for tested contacts, 10 for the proof. Rounded down. */
export interface Score {
  readonly points: number;
  /** Shares from 0 to 1; a part with nothing to judge is left out, and its weight goes to the others. */
  readonly parts: Readonly<Partial<Record<keyof typeof WEIGHTS, number>>>;
}

export const WEIGHTS = { checklist: 50, rows: 30, contacts: 10, proof: 10 } as const;

export interface Readiness {
  readonly answers: readonly Answered[];
  readonly open: LeftOpen;
  readonly score: Score;
}

/** Whether a matrix is ready to be signed: the pre-start checklist, what is still open, and a score that follows from both. */
export function readinessOf(facts: Facts): Readiness {
  const all = known(facts);
  const answers = STATEMENTS.map((statement) => answerOf(all, statement));
  const open = leftOpen(all);
  return { answers, open, score: scoreOf(all, answers, open) };
}

/** Whether a named person's word is wanted for it. */
export const confirmable = ({ applies, matrix }: Answered): boolean => applies && (matrix.answer === "unknown" || matrix.beyond !== undefined);

const RANK: Readonly<Record<Shown["answer"], number>> = { yes: 3, partly: 2, unknown: 1, no: 0 };

function answerOf(all: Known, statement: (typeof STATEMENTS)[number]): Answered {
  const { document, register } = all;
  const matrix = JUDGES[statement.id](all);
  const last = (document.confirmations ?? []).filter((one) => one.statement === statement.id).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1);
  const confirmed: Confirmed | undefined = last && {
    id: last.id, answer: last.answer, by: register.people.get(last.by)?.name ?? last.by, on: last.on,
    ...(last.evidence === undefined ? {} : { evidence: last.evidence }), ...(last.note === undefined ? {} : { note: last.note }),
  };
  const counts = confirmed === undefined || (matrix.beyond === undefined && RANK[confirmed.answer] >= RANK[matrix.answer]) ? matrix.answer : confirmed.answer;
  return { statement, applies: all.delivery || !("delivery" in statement), matrix, counts, ...(confirmed === undefined ? {} : { confirmed }) };
}

const POINTS: Readonly<Record<Shown["answer"], number>> = { yes: 1, partly: 0.5, no: 0, unknown: 0 };

function scoreOf({ document, rows, facts: { at, proof } }: Known, answers: readonly Answered[], open: LeftOpen): Score {
  const asked = answers.filter(({ applies }) => applies);
  const wrong = new Set([...open.errors.map(({ at: { kind, id } }) => (kind === "activity" ? id : undefined)), ...open.contested.map(({ id }) => id), ...open.unadapted.map(({ id }) => id)]);
  const reach = (document.directory?.contacts ?? []).filter((one) => one.person !== undefined && one.shared !== true);
  const parts: Score["parts"] = {
    checklist: asked.reduce((sum, { counts }) => sum + POINTS[counts], 0) / asked.length,
    rows: rows.length === 0 ? 0 : rows.filter(({ id }) => !wrong.has(id)).length / rows.length,
    ...(reach.length === 0 ? {} : { contacts: reach.filter((one) => !isStale(one, at)).length / reach.length }),
    ...(proof === undefined || (document.events ?? []).length === 0 ? {} : { proof: open.counterexamples.length > 0 ? 0 : open.weak.length > 0 || proof.verdict === "INCOMPLETE" ? 0.5 : 1 }),
  };
  const counted = Object.keys(parts) as (keyof typeof WEIGHTS)[];
  const weight = counted.reduce((sum, part) => sum + WEIGHTS[part], 0);
  return { points: Math.floor((counted.reduce((sum, part) => sum + WEIGHTS[part] * (parts[part] ?? 0), 0) / weight) * 100 + 1e-9), parts };
}
