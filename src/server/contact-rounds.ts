import { askPeople, stalePeople, type Messenger } from "#app/contacts/ask.ts";
import type { Drafts } from "#app/draft/drafts.ts";
import { Refused } from "#app/refusal.ts";
import { namesIn } from "#db/comment.ts";
import { takeContactSchedule } from "#db/contact-check.ts";
import type { Database } from "#db/database.ts";
import { placeNamed } from "#db/member.ts";

/** Parties that are asked in one round at most; the others' turn comes with the next look. */
const AT_ONCE = 50;

/** Asks the people of every party whose turn it is, by letter, whose numbers are not verified any more. @returns how many. */
export async function askRounds(db: Database, drafts: Drafts, messenger: Messenger, now = Date.now()): Promise<number> {
  if (!messenger.mails) return 0;
  let asked = 0;
  for (let n = 0; n < AT_ONCE; n++) {
    const due = await takeContactSchedule(db);
    if (!due) break;
    const { workspace, account, party } = due;
    try {
      const { document } = await drafts.read(account, workspace);
      const [[maker], place] = await Promise.all([namesIn(db, account, workspace, [account]), placeNamed(db, account, workspace, undefined, null)]);
      const people = stalePeople(document, party, Math.floor(now / 60_000));
      asked += (await askPeople(db, drafts, messenger, { account, name: maker?.name ?? "Somebody", workspace, workspaceName: place.workspace }, people, true)).length;
    } catch (thrown) {
      // Whoever set it up may not ask any more: then nobody is asked until somebody else does.
      if (!(thrown instanceof Refused)) throw thrown;
    }
  }
  return asked;
}
