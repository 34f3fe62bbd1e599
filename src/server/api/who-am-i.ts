import { actorOf, canReturn, hasPassword } from "#db/account.ts";
import type { Database } from "#db/database.ts";
import { barredFrom, hasTwo } from "#db/sign-in-rule.ts";
import { workspacesOf, type WorkspaceOfMine } from "#db/workspace.ts";

export const shown = ({ since, ...workspace }: WorkspaceOfMine, barred = false) => ({ ...workspace, since: since.toISOString(), barred });

/** What a page is told of whoever holds the session. @throws when nobody does. */
export async function whoAmI(db: Database, session: Buffer) {
  const actor = await actorOf(db, session);
  if (!actor) throw new Error("a session was made and is not there");
  const { account, name, email, secondFactor } = actor;
  const [workspaces, barred] = [await workspacesOf(db, account), await barredFrom(db, session)];
  return { account, name, email, password: await hasPassword(db, account), returns: await canReturn(db, account), secondFactor, twoFactors: await hasTwo(db, account), workspaces: workspaces.map((each) => shown(each, barred.has(each.id))) };
}
