import type { Question } from "#core/minute-test/question.ts";
import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const MAKE = statement("minute-test.make", "select remit.make_minute_test($1, $2, $3, $4, $5, $6) as made");
const END = statement("minute-test.end", "select remit.end_minute_test($1, $2) as ended");
const LIST = statement("minute-test.list", `
select test_id as id, label, questions, revision::int as revision, made_by as "by", made_at as made, expires_at as until, ended_at is not null as ended, begun_at as begun, done_at as done
from remit.minute_test where workspace_id = remit.entered() order by made_at desc, test_id limit 200`);
const ANSWERS = statement("minute-test.answers", `
select test_id as test, place, choice, (extract(epoch from answered_at - shown_at) * 1000)::int as took from remit.minute_answer
where workspace_id = remit.entered() and answered_at is not null and test_id = any($1) order by test_id, place`);
const OF = statement("minute-test.of-link", `select workspace_id as workspace, workspace_name as "workspaceName", maker_name as "makerName", until, questions, begun, done, answered from remit.minute_test_of($1)`);
const NEXT = statement("minute-test.next", "select place, question, questions, (extract(epoch from clock_timestamp() - shown) * 1000)::int as gone from remit.next_minute_question($1)");
const ANSWER = statement("minute-test.answer", "select remit.answer_minute_question($1, $2, $3) as taken");

/** A test somebody was asked to take. */
export interface MinuteTest {
  readonly id: string;
  readonly label: string;
  readonly questions: readonly Question[];
  readonly revision: number;
  readonly by: string;
  readonly made: Date;
  readonly until: Date;
  readonly ended: boolean;
  readonly begun: Date | null;
  readonly done: Date | null;
}
export interface MinuteAnswer {
  readonly test: string;
  readonly place: number;
  readonly choice: string | null;
  /** Milliseconds between being shown the question and answering it. */
  readonly took: number;
}
/** What a link is about, while it lives. */
export interface MinuteTestByLink {
  readonly workspace: string;
  readonly workspaceName: string;
  readonly makerName: string | null;
  readonly until: Date;
  readonly questions: number;
  readonly begun: boolean;
  readonly done: boolean;
  readonly answered: number;
}
/** A question as whoever answers it sees it. */
export interface AskedQuestion {
  readonly place: number;
  readonly question: Pick<Question, "kind" | "says" | "choices">;
  readonly questions: number;
  /** Milliseconds since it was first shown. */
  readonly gone: number;
}

/** @param token SHA-256 of what stands in the link. */
export const makeMinuteTest = (db: Database, actor: string, workspace: string, { id, token, label, questions, revision, until }: { readonly id: string; readonly token: Buffer; readonly label: string; readonly questions: readonly Question[]; readonly revision: number; readonly until: Date }) =>
  unlessDenied(db.once<{ made: boolean }>(actor, workspace, MAKE, [id, token, label, JSON.stringify(questions), revision, until]).then(([row]) => row?.made === true));
/** Takes the link back, and with `forget` what was answered by it, too. */
export const endMinuteTest = (db: Database, actor: string, workspace: string, id: string, forget: boolean) => unlessDenied(db.once<{ ended: boolean }>(actor, workspace, END, [id, forget]).then(([row]) => row?.ended === true));

/** Newest first, for those who may edit. */
export const minuteTestsOf = (db: Database, actor: string, workspace: string): Promise<MinuteTest[]> => db.once<MinuteTest>(actor, workspace, LIST);
export const minuteAnswersOf = (db: Database, actor: string, workspace: string, tests: readonly string[]): Promise<MinuteAnswer[]> => db.once<MinuteAnswer>(actor, workspace, ANSWERS, [tests]);

export async function minuteTestByLink(db: Database, token: Buffer): Promise<MinuteTestByLink | undefined> {
  const [row] = await db.run<MinuteTestByLink>(OF, [token]);
  return row;
}
/** The question that waits; its time begins with the first look. */
export async function nextMinuteQuestion(db: Database, token: Buffer): Promise<AskedQuestion | undefined> {
  const [row] = await db.run<AskedQuestion>(NEXT, [token]);
  return row;
}
/** @returns whether it was open, was shown, and the choice is one of it. */
export async function answerMinuteQuestion(db: Database, token: Buffer, place: number, choice: string | null): Promise<boolean> {
  const [row] = await db.run<{ taken: boolean }>(ANSWER, [token, place, choice]);
  return row?.taken === true;
}
