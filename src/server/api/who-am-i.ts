import { actorOf, canReturn, hasPassword } from "#db/account.ts";
import type { Database } from "#db/database.ts";
import { workspacesOf, type WorkspaceOfMine } from "#db/workspace.ts";

export const shown = ({ since, ...workspace }: WorkspaceOfMine) => ({ ...workspace, since: since.toISOString() });

/** What a page is told of whoever holds the session. @throws when nobody does. */
export async function whoAmI(db: Database, session: Buffer) {
  const actor = await actorOf(db, session);
  if (!actor) throw new Error("a session was made and is not there");
  const { account, name, email, secondFactor } = actor;
  return { account, name, email, password: await hasPassword(db, account), returns: await canReturn(db, account), secondFactor, workspaces: (await workspacesOf(db, account)).map(shown) };
}
