import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

export const PUT_MAIL = statement("mail.put", "select auth.put_mail($1) as mail");
const TAKE = statement("mail.take", "select mail, sealed, tries from auth.take_mail()");
const SENT = statement("mail.sent", "select auth.mail_sent($1)");
const FAILED = statement("mail.failed", "select auth.mail_failed($1, $2, $3)");

/** A letter on its way, still sealed; whoever took it has two minutes. */
export interface TakenMail {
  readonly mail: string;
  readonly sealed: Buffer;
  /** This one counted. */
  readonly tries: number;
}

export const putMail = (db: Database, sealed: Buffer): Promise<unknown> => db.run(PUT_MAIL, [sealed]);
export async function takeMail(db: Database): Promise<TakenMail | undefined> {
  const [row] = await db.run<TakenMail>(TAKE);
  return row;
}
export const mailSent = (db: Database, mail: string): Promise<unknown> => db.run(SENT, [mail]);
/** @param again when it is tried next; without it, never. */
export const mailFailed = (db: Database, mail: string, fault: string, again?: Date): Promise<unknown> => db.run(FAILED, [mail, fault, again ?? null]);
