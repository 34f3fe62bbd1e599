import type { Commit } from "./commit.ts";
import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const DECIDING = statement("agreement.deciding", "select party from remit.deciding_here() as party order by party");
const AGREED = statement("agreement.agreed", "select activity from remit.agreed_here() as activity order by activity");
const STANDS = statement("agreement.stands", `
select s.activity_id as activity, s.party, s.stand, s.reason, s.taken_by as "by", s.taken_at as at, s.row_hash = sha256(convert_to(i.body::text, 'UTF8')) as current
from remit.row_stand s join remit.draft_item i on i.workspace_id = s.workspace_id and i.kind = 'activity' and i.item_id = s.activity_id
where s.workspace_id = remit.entered() order by s.activity_id, s.party`);
const TAKE = statement("agreement.take-stand", "select revision::int as revision, at from remit.take_stand($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
const PROPOSALS = statement("proposal.all", `
select proposal_id as id, base::int as base, what, edits, activities, reason, party, made_by as by, made_at as made, counters, state, accepted_by as "acceptedBy", answer, answered_by as "answeredBy", answered_for as "answeredFor", answered_at as answered, remit.moment(made_at) as place
from remit.proposal where workspace_id = remit.entered() and ($1::text is null or state = $1) and ($2::text is null or $2 = any (activities)) and ($3::timestamptz is null or (made_at, proposal_id) < ($3, $4::uuid))
order by made_at desc, proposal_id desc limit $5`);
const PROPOSAL = statement("proposal.one", `
select proposal_id as id, base::int as base, what, edits, activities, reason, party, made_by as by, made_at as made, counters, state, accepted_by as "acceptedBy", answer, answered_by as "answeredBy", answered_for as "answeredFor", answered_at as answered, remit.moment(made_at) as place
from remit.proposal where workspace_id = remit.entered() and proposal_id = $1`);
const PROPOSE = statement("proposal.make", "select remit.propose($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)::int as revision");
const CLOSE = statement("proposal.close", "select remit.close_proposal($1, $2, $3, $4, $5, $6)::int as revision");
const ACCEPT = statement("proposal.accept", "select revision::int as revision, at, made from remit.accept_proposal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");

/** What a party said of a row. */
export interface Stand {
  readonly activity: string;
  readonly party: string;
  readonly stand: "agreed" | "contested";
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
  /** The row still stands as it did then. */
  readonly current: boolean;
}

export interface Agreement {
  /** Parties with somebody who decides for them here. */
  readonly deciding: readonly string[];
  readonly stands: readonly Stand[];
  /** Rows every deciding party agreed to as they stand. */
  readonly agreed: readonly string[];
}

export interface Proposal {
  readonly id: string;
  readonly base: number;
  readonly what: string;
  readonly edits: readonly unknown[];
  readonly activities: readonly string[];
  readonly reason: string | null;
  readonly party: string;
  readonly by: string;
  readonly made: Date;
  /** The same to the microsecond. */
  readonly place: string;
  readonly counters: string | null;
  readonly state: "open" | "accepted" | "declined" | "withdrawn" | "countered";
  readonly acceptedBy: readonly string[];
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredFor: string | null;
  readonly answered: Date | null;
}

/** An act as the history says it. Hex. */
export interface Said {
  readonly edit: string;
  readonly what: string;
  readonly salt: string;
  readonly payloadHash: string;
}

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");

export const agreementOf = (db: Database, actor: string, workspace: string): Promise<Agreement> =>
  db.inWorkspace(actor, workspace, async (run) => ({
    deciding: (await run<{ party: string }>(DECIDING)).map(({ party }) => party),
    stands: await run<Stand>(STANDS),
    agreed: (await run<{ activity: string }>(AGREED)).map(({ activity }) => activity),
  }), "one snapshot");
export const agreedRowsOf = async (db: Database, actor: string, workspace: string): Promise<ReadonlySet<string>> => new Set((await db.once<{ activity: string }>(actor, workspace, AGREED)).map(({ activity }) => activity));

/**
 * What a party says of rows. Agreeing takes the mark of the template off them: the one change that goes with it.
 * @param seen the revision the rows were read at: one that changed since refuses them all.
 */
export const takeStand = (db: Database, actor: string, workspace: string, rows: readonly string[], stand: Stand["stand"] | "none", reason: string | null, seen: number, { edit, what, edits, puts, sealed }: Pick<Commit, "edit" | "what" | "edits" | "puts" | "sealed">) =>
  unlessDenied(db.once<{ revision: number; at: Date }>(actor, workspace, TAKE, [rows, stand, reason, seen, edit, what, JSON.stringify(edits), JSON.stringify(puts), bytes(sealed.salt), bytes(sealed.payloadHash)]).then(([row]) => row));

/** Newest first. */
export const proposalsOf = (db: Database, actor: string, workspace: string, about: { readonly state?: Proposal["state"] | undefined; readonly activity?: string | undefined }, before: { readonly place: string; readonly id: string } | undefined, most: number): Promise<Proposal[]> =>
  db.once<Proposal>(actor, workspace, PROPOSALS, [about.state ?? null, about.activity ?? null, before?.place ?? null, before?.id ?? null, most]);
export const proposalOf = (db: Database, actor: string, workspace: string, id: string): Promise<Proposal | undefined> => db.once<Proposal>(actor, workspace, PROPOSAL, [id]).then(([row]) => row);

export const propose = (db: Database, actor: string, workspace: string, { base, what, edits, activities, reason, counters }: Pick<Proposal, "base" | "what" | "edits" | "activities" | "reason" | "counters">, said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, PROPOSE, [said.edit, base, JSON.stringify(edits), activities, reason, counters, what, said.what, bytes(said.salt), bytes(said.payloadHash)]).then(([row]) => row?.revision ?? 0));

/** Withdraws a proposal of one's own side, or declines one of another. */
export const closeProposal = (db: Database, actor: string, workspace: string, id: string, reason: string | null, said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, CLOSE, [id, reason, said.edit, said.what, bytes(said.salt), bytes(said.payloadHash)]).then(([row]) => row?.revision ?? 0));

/**
 * Accepts a proposal for one's party; with the last party's yes the change is made.
 * @param seen the revision the rows were read at.
 * @param yes how the history says it where others still have to accept.
 */
export const acceptProposal = (db: Database, actor: string, workspace: string, id: string, seen: number, { edit, what, edits, undo, puts, gone, matrix, sealed }: Commit, yes: Pick<Said, "salt" | "payloadHash">) =>
  unlessDenied(
    db
      .once<{ revision: number; at: Date; made: boolean }>(actor, workspace, ACCEPT, [
        id, seen, edit, what, JSON.stringify(edits), JSON.stringify(undo), JSON.stringify(puts.filter(({ was }) => was === null)), JSON.stringify(puts.filter(({ was }) => was !== null)), JSON.stringify(gone),
        matrix === undefined ? null : JSON.stringify(matrix), bytes(sealed.salt), bytes(sealed.payloadHash), bytes(yes.salt), bytes(yes.payloadHash),
      ])
      .then(([row]) => row),
  );
