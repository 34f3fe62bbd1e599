import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";

const PERSON = statement("swap.person", "select remit.entered_person() as person");
const OPEN = statement("swap.open", `
select request_id as id, rotation, starts, ends, out_person as out, in_person as in, asked_by as "by", asked_at as asked from remit.swap_request
where workspace_id = remit.entered() and answer is null and ends > now() order by starts, request_id limit 500`);
const ADDRESSES = statement("swap.addresses", "select email from remit.addresses_of($1)");
const HERE = statement("swap.persons-here", "select person from remit.persons_here()");
const ASK = statement("swap.ask", "select remit.ask_swap($1, $2, $3, $4, $5)");
const ANSWER = statement("swap.answer", "select remit.answer_swap($1, $2) as taken");

/** A turn somebody asks another to take, not answered yet. */
export interface SwapRequest {
  readonly id: string;
  readonly rotation: string;
  readonly starts: Date;
  readonly ends: Date;
  readonly out: string;
  readonly in: string;
  readonly by: string;
  readonly asked: Date;
}

/** The person of the matrix a member is. */
export const personOf = async (db: Database, actor: string, workspace: string): Promise<string | null> => (await db.once<{ person: string | null }>(actor, workspace, PERSON))[0]?.person ?? null;
/** The persons of the matrix that members are named as. */
export const personsHere = async (db: Database, actor: string, workspace: string): Promise<string[]> => (await db.once<{ person: string }>(actor, workspace, HERE)).map(({ person }) => person);
export const openSwaps = (db: Database, actor: string, workspace: string): Promise<SwapRequest[]> => db.once<SwapRequest>(actor, workspace, OPEN);
/** @param letter to whoever is asked, at each address of theirs */
export const askSwap = (db: Database, actor: string, workspace: string, { id, rotation, starts, ends, in: other }: Pick<SwapRequest, "id" | "rotation" | "starts" | "ends" | "in">, letter?: (to: string) => Buffer) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      await run(ASK, [id, rotation, starts, ends, other]);
      if (letter) for (const { email } of await run<{ email: string }>(ADDRESSES, [other])) await run(PUT_MAIL, [letter(email)]);
    }),
  );
/** @returns whether it was this actor's to answer, and open. */
export const answerSwap = (db: Database, actor: string, workspace: string, id: string, answer: "yes" | "no" | "withdrawn") => unlessDenied(db.once<{ taken: boolean }>(actor, workspace, ANSWER, [id, answer]).then(([row]) => row?.taken === true));
