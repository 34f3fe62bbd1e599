import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const ALL = statement("rule.all", `select nullif(party, '') as party, domains, made_at as since from remit.sign_in_rule where workspace_id = remit.entered() order by made_at`);
const KEPT_OUT = statement("rule.kept-out", "select account, name, party from remit.members() where not auth.has_two(account, $1) order by name, account");
const DEMAND = statement("rule.demand", "select remit.demand_second_factor($1, $2)");
const LIFT = statement("rule.lift", "select remit.lift_second_factor() as done");
const SHOWN = statement("rule.shown", "select auth.shown_two($1, $2) as shown");
const LACKS = statement("rule.lacks", "select remit.lacks_factor($1, $2) as lacks");
const BARRED = statement("rule.barred", "select workspace_id as workspace from remit.barred_from($1)");
const HAS = statement("rule.has", "select auth.has_two($1, array[]::text[]) as has");

/** A party that demands two factors of everybody in the workspace. */
export interface SignInRule {
  readonly party: string | null;
  /** Domains whose single sign-on counts as two factors. */
  readonly domains: readonly string[];
  readonly since: Date;
}

export const signInRules = (db: Database, actor: string, workspace: string): Promise<SignInRule[]> => db.once<SignInRule>(actor, workspace, ALL);
/** Members who have no two factors to show. @param domains whose single sign-on counts. */
export const keptOut = (db: Database, actor: string, workspace: string, domains: readonly string[]): Promise<{ account: string; name: string; party: string | null }[]> => db.once(actor, workspace, KEPT_OUT, [domains]);
/** Denied while the session of whoever demands it would be kept out by it. */
export const demandSecondFactor = (db: Database, actor: string, workspace: string, session: Buffer, domains: readonly string[]) => unlessDenied(db.once(actor, workspace, DEMAND, [session, domains]));
/** One's own party's demand; what the other side demands stays. */
export const liftSecondFactor = (db: Database, actor: string, workspace: string) => unlessDenied(db.once<{ done: boolean }>(actor, workspace, LIFT).then(([row]) => row?.done === true));

/** Whether a session was signed in by two factors. */
export async function shownTwo(db: Database, session: Buffer, domains: readonly string[] = []): Promise<boolean> {
  const [row] = await db.run<{ shown: boolean }>(SHOWN, [session, domains]);
  return row?.shown === true;
}
/** Whether a member is kept out by a rule alone. @param proof SHA-256 of a session or key. */
export async function lacksFactor(db: Database, proof: Buffer, workspace: string): Promise<boolean> {
  const [row] = await db.run<{ lacks: boolean }>(LACKS, [proof, workspace]);
  return row?.lacks === true;
}
/** One's workspaces that this session does not open. */
export const barredFrom = async (db: Database, session: Buffer): Promise<ReadonlySet<string>> => new Set((await db.run<{ workspace: string }>(BARRED, [session])).map(({ workspace }) => workspace));
/** Whether an account has a second factor or a passkey. */
export async function hasTwo(db: Database, account: string): Promise<boolean> {
  const [row] = await db.run<{ has: boolean }>(HAS, [account]);
  return row?.has === true;
}
