import { minuteAnswersOf, minuteTestsOf } from "#db/minute-test.ts";
import type { ExportPart } from "../part.ts";

/** One-minute tests with what was answered, as far as the exporter may see them. Their links are of the old workspace: import leaves them in the file. */
export const minuteTests: ExportPart = {
  name: "minute-tests.json",
  about: "one-minute tests: the questions as they were asked, what was answered, and how long it took",
  async *write({ db, account, workspace }) {
    const tests = await minuteTestsOf(db, account, workspace);
    const answers = Map.groupBy(await minuteAnswersOf(db, account, workspace, tests.map(({ id }) => id)), ({ test }) => test);
    yield JSON.stringify(tests.map(({ by: _, ...test }) => ({ ...test, answers: (answers.get(test.id) ?? []).map(({ test: __, ...answer }) => answer) })), null, 2);
  },
};
