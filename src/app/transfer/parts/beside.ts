import { agreementOf, proposalsOf } from "#db/agreement.ts";
import { commentsOf } from "#db/comment.ts";
import { authorsOf } from "#db/history-log.ts";
import { evidenceOf } from "#db/evidence.ts";
import type { ExportPart } from "../part.ts";

const AT_ONCE = 500;

/** All pieces of a list. */
async function* each<T extends { readonly place: string; readonly id: string }>(ask: (behind: T | undefined) => Promise<readonly T[]>): AsyncGenerator<T> {
  for (let last: T | undefined; ; ) {
    const piece: readonly T[] = await ask(last);
    yield* piece;
    last = piece.at(-1);
    if (piece.length < AT_ONCE) return;
  }
}

async function* list(name: string, items: AsyncIterable<object>): AsyncGenerator<string> {
  yield `,\n"${name}": [`;
  let first = true;
  for await (const item of items) {
    yield `${first ? "" : ","}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield "]";
}

/** What lies beside the rows, as far as the exporter may see it. Its people are of the old workspace: import leaves it in the file. */
export const beside: ExportPart = {
  name: "beside.json",
  about: "comments, evidence, proposals and what each party agreed to, as the exporter may see them",
  async *write({ db, account, workspace }) {
    yield `{\n"agreement": ${JSON.stringify(await agreementOf(db, account, workspace))},\n"names": ${JSON.stringify((await authorsOf(db, account, workspace)).map(({ account: actor, ...one }) => ({ actor, ...one })))}`;
    yield* list("comments", each((behind) => commentsOf(db, account, workspace, undefined, behind, AT_ONCE)));
    yield* list("evidence", each((behind) => evidenceOf(db, account, workspace, undefined, behind, AT_ONCE)));
    yield* list("proposals", each((behind) => proposalsOf(db, account, workspace, {}, behind, AT_ONCE)));
    yield "\n}\n";
  },
};
