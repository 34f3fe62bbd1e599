import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

const TAKE = statement("notice.take", `select account, email, notice, workspace, workspace_name as "workspaceName", news, title, n_rows as rows, who, party_name as party from remit.take_notices()`);
const TOLD = statement("notice.told", "select remit.notices_told($1, $2, $3) as told");
const WANTS = statement("notice.wants", "select auth.wants_letters($1) as wants");
const WISH = statement("notice.wish", "select auth.wish_letters($1, $2)");

/** What somebody is told with their next letter. */
export interface Notice {
  readonly account: string;
  readonly email: string;
  readonly notice: string;
  readonly workspace: string;
  readonly workspaceName: string;
  /** Of a proposal: made for them to answer, or theirs answered. */
  readonly news: "made" | "accepted" | "declined" | "countered";
  /** Of the first row it changes; nothing where that row is gone. */
  readonly title: string | null;
  /** How many rows it changes. */
  readonly rows: number;
  readonly who: string | null;
  /** The name of the party that made or answered it. */
  readonly party: string | null;
}

/** All that one person is told now; whoever took it has two minutes. Nothing for those who got a letter a moment ago. */
export const takeNotices = (db: Database): Promise<Notice[]> => db.run<Notice>(TAKE);
/** Puts their letter into the outbox, and what it tells away; `false` where another server did. */
export const noticesTold = async (db: Database, account: string, notices: readonly string[], letter: Buffer): Promise<boolean> => (await db.run<{ told: boolean }>(TOLD, [account, notices, letter]))[0]?.told === true;

/** Whether somebody wants letters about what happens in their workspaces. */
export const wantsLetters = async (db: Database, account: string): Promise<boolean> => (await db.run<{ wants: boolean }>(WANTS, [account]))[0]?.wants === true;
export const wishLetters = (db: Database, account: string, letters: boolean): Promise<unknown> => db.run(WISH, [account, letters]);
