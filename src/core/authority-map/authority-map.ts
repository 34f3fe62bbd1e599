import type { Confirmation } from "../model/decision.ts";
import type { MatrixDocument } from "../model/document.ts";
import { nameOfPerson, type Found, type Shown } from "./found.ts";
import { eventQuestions, type EventAnswers } from "./event-questions.ts";
import { judge } from "./judge.ts";
import { OPENING, REFLECTION, STAGES, STATEMENTS, type StageName, type Statement } from "./statements.ts";

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
  readonly matrix: Shown;
  /** The latest word of a person. */
  readonly confirmed?: Confirmed;
  /** What counts: for who may decide the matrix; else a person's word where one is given, and the matrix where not. */
  readonly counts: Found | "unknown";
}

/** Points out of so many: one for yes, half for partly. */
export interface Score {
  readonly matrix: number;
  readonly counted: number;
  readonly of: number;
}

export interface AuthorityMap {
  readonly stages: readonly { readonly id: StageName; readonly name: string; readonly answers: readonly Answered[]; readonly score: Score }[];
  readonly reflection: readonly Answered[];
  readonly opening: readonly Answered[];
  readonly score: Score;
  readonly events: readonly EventAnswers[];
}

/** Who may do what in an incident, statement by statement: from the matrix, and from what named people confirmed. */
export function authorityMap(document: MatrixDocument): AuthorityMap {
  const answered = (statement: Statement) => answerOf(document, statement);
  const stages = (Object.keys(STAGES) as StageName[]).map((id) => {
    const answers = STATEMENTS.filter(({ stage }) => stage === id).map(answered);
    return { id, name: STAGES[id], answers, score: scoreOf(answers) };
  });
  return { stages, reflection: REFLECTION.map(answered), opening: OPENING.map(answered), score: scoreOf(stages.flatMap(({ answers }) => answers)), events: eventQuestions(document) };
}

/** Whether a person may confirm it: who may decide is said by the matrix alone, how well it is practised is not. */
export const confirmable = ({ verb, stage }: Statement): boolean => verb === undefined || stage === undefined;

function answerOf(document: MatrixDocument, statement: Statement): Answered {
  const matrix = judge(document, statement);
  const last = (document.confirmations ?? []).filter((one) => one.statement === statement.id).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1);
  const confirmed: Confirmed | undefined = last && {
    id: last.id, answer: last.answer, by: nameOfPerson(document, last.by), on: last.on,
    ...(last.evidence === undefined ? {} : { evidence: last.evidence }), ...(last.note === undefined ? {} : { note: last.note }),
  };
  const counts = confirmed !== undefined && confirmable(statement) && statement.stage !== undefined ? confirmed.answer : matrix.answer;
  return { statement, matrix, counts, ...(confirmed === undefined ? {} : { confirmed }) };
}

const POINTS: Readonly<Record<Answered["counts"], number>> = { yes: 1, partly: 0.5, no: 0, unknown: 0 };

const scoreOf = (answers: readonly Answered[]): Score => ({
  matrix: answers.reduce((sum, { matrix }) => sum + POINTS[matrix.answer], 0),
  counted: answers.reduce((sum, { counts }) => sum + POINTS[counts], 0),
  of: answers.length,
});
