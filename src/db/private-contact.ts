import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

export const KEEP_PRIVATE = statement("private-contact.keep", "select remit.keep_private($1)");
const MINE = statement("private-contact.mine", `
select k.contact_id as contact, k.value from remit.private_contact k
join remit.draft_item i on i.workspace_id = k.workspace_id and i.kind = 'contact' and i.item_id = k.contact_id and i.body @> '{"private": true}'
where k.workspace_id = remit.entered() order by k.contact_id`);

/** A number or address that only one party sees. */
export interface PrivateContact {
  readonly contact: string;
  readonly value: string;
}

/** Keeps values for a party; refused for one that others speak for. */
export const keepPrivate = (db: Database, actor: string, workspace: string, values: readonly (PrivateContact & { readonly party: string | undefined; readonly whose?: string })[]) => unlessDenied(db.once(actor, workspace, KEEP_PRIVATE, [JSON.stringify(values)]));

/** What the actor's own party keeps to itself. */
export const privateContactsOf = (db: Database, actor: string, workspace: string): Promise<PrivateContact[]> => db.once<PrivateContact>(actor, workspace, MINE);
