import { randomInt } from "node:crypto";
import { drawQuestions } from "#core/minute-test/draw-questions.ts";
import { LENGTH } from "#core/minute-test/question.ts";
import type { Database } from "#db/database.ts";
import { makeMinuteTest } from "#db/minute-test.ts";
import type { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";

/** So long a link may be answered, in milliseconds. */
const LIVES = 14 * 86_400_000;

export interface WantedTest {
  /** Given by the sender: made once. */
  readonly id: string;
  /** For whom. */
  readonly label: string;
  readonly length: number;
}

/**
 * Draws questions from the draft as it stands, and freezes them behind a link.
 * @param token SHA-256 of what stands in the link.
 * @throws Refused: may-not; unfit where the matrix answers too little in exactly one way
 */
export async function makeTest(db: Database, drafts: Drafts, account: string, workspace: string, { id, label, length }: WantedTest, token: Buffer): Promise<{ readonly questions: number; readonly until: Date }> {
  const { document, revision } = await drafts.read(account, workspace);
  const questions = drawQuestions(document, randomInt(2 ** 31), length);
  if (questions.length < LENGTH.least) throw new Refused({ code: "unfit", problems: [{ place: "the matrix", message: `it answers ${questions.length === 0 ? "no question" : `only ${questions.length}`} in exactly one way: give rows one performer, somebody who approves, and a hand-off, or name more roles` }] });
  const until = new Date(Date.now() + LIVES);
  const done = await makeMinuteTest(db, account, workspace, { id, token, label, questions, revision, until });
  if (!done.ok) throw new Refused(done.denied === "may-not" ? { code: "may-not", what: "send a one-minute test" } : done.denied === "in-the-way" ? { code: "unfit", problems: [{ place: "the tests", message: "there are a thousand already: take old ones away first" }] } : { code: "not-found" });
  if (!done.value) throw new Refused({ code: "closed" });
  return { questions: questions.length, until };
}
