import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const ALL = statement("evidence.all", `
select evidence_id as id, activity_id as activity, title, link, note, to_char(produced_on, 'YYYY-MM-DD') as "producedOn", party_only as "partyOnly", added_by as "addedBy", added_for as "addedFor", added_at as added, remit.moment(added_at) as place
from remit.evidence where workspace_id = remit.entered() and ($1::text is null or activity_id = $1) and ($2::timestamptz is null or (added_at, evidence_id) < ($2, $3::uuid))
order by added_at desc, evidence_id desc limit $4`);
const ADD = statement("evidence.add", "select remit.add_evidence($1, $2, $3, $4, $5, $6, $7)");
const REMOVE = statement("evidence.remove", "select remit.remove_evidence($1)");

/** Something that shows an activity was done, and where it lies. */
export interface Evidence {
  readonly id: string;
  readonly activity: string;
  readonly title: string;
  readonly link: string | null;
  readonly note: string | null;
  /** YYYY-MM-DD. */
  readonly producedOn: string;
  /** The one party that sees it. */
  readonly partyOnly: string | null;
  readonly addedBy: string;
  readonly addedFor: string | null;
  readonly added: Date;
  /** The same to the microsecond. */
  readonly place: string;
}

export interface NewEvidence extends Pick<Evidence, "id" | "activity" | "title" | "link" | "note" | "producedOn"> {
  /** For one's own party's eyes only. */
  readonly own: boolean;
}

/** What one may see, newest first. */
export const evidenceOf = (db: Database, actor: string, workspace: string, activity: string | undefined, before: { readonly place: string; readonly id: string } | undefined, most: number): Promise<Evidence[]> =>
  db.once<Evidence>(actor, workspace, ALL, [activity ?? null, before?.place ?? null, before?.id ?? null, most]);
export const addEvidence = (db: Database, actor: string, workspace: string, { id, activity, title, link, note, producedOn, own }: NewEvidence) => unlessDenied(db.once(actor, workspace, ADD, [id, activity, title, link, note, producedOn, own]));
export const removeEvidence = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once(actor, workspace, REMOVE, [id]));
