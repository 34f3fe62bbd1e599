import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";
import type { MemberRole } from "./workspace.ts";

const MEMBERS = statement("member.all", `
select account, name, email, role, party, person, since, proved, auth.has_two(account, array[]::text[]) as "secondFactor", account as id, remit.moment(since) as place
from remit.members() where $1::timestamptz is null or (since, account) > ($1::timestamptz, $2::uuid) order by since, account limit $3`);
const CHANGE = statement("member.change", "select remit.change_member($1, $2, $3, $4)");
const REMOVE = statement("member.remove", "select remit.remove_member($1)");
const INVITATIONS = statement("invitation.all", `
select invitation_id as id, case when made_by = nullif(current_setting('remit.actor', true), '')::uuid or party is not distinct from remit.entered_party() then email end as email, role, party, mailed, made_at as made, expires_at as until,
  case when used_at is not null then 'used' when revoked_at is not null then 'revoked' when expires_at <= now() then 'late' else 'open' end as state, remit.moment(made_at) as place
from remit.invitation where workspace_id = remit.entered() and ($1::timestamptz is null or (made_at, invitation_id) < ($1::timestamptz, $2::uuid)) order by made_at desc, invitation_id desc limit $3`);
const INVITE = statement("invitation.make", "select remit.invite($1, $2, $3, $4, $5, $6, $7) as id");
const NAMED = statement("invitation.place", `
select w.name as workspace, theirs.body ->> 'name' as party, ours.body ->> 'name' as "inviterParty" from remit.workspace w
left join remit.draft_item theirs on theirs.workspace_id = w.workspace_id and theirs.kind = 'party' and theirs.item_id = $1
left join remit.draft_item ours on ours.workspace_id = w.workspace_id and ours.kind = 'party' and ours.item_id = $2
where w.workspace_id = remit.entered()`);
const REVOKE = statement("invitation.revoke", "select remit.revoke_invitation($1) as gone");
const OFFER = statement("invitation.offer", `select workspace, workspace_name as "workspaceName", role, party, party_name as "partyName", email, inviter, expires_at as until, mailed, open from remit.invitation_of($1)`);
const ACCEPT = statement("invitation.accept", "select remit.accept_invitation($1, $2) as workspace");

/** An item of a list and where it stands in it, for whoever asks for what comes behind it. */
export interface Placed {
  readonly id: string;
  /** A moment, to the microsecond. */
  readonly place: string;
}

export interface Member {
  readonly account: string;
  readonly name: string;
  /** Of one's own party, or for an owner. */
  readonly email: string | null;
  readonly role: MemberRole;
  readonly party: string | null;
  readonly person: string | null;
  readonly since: Date;
  /** More than another party's word says who this is. */
  readonly proved: boolean;
  /** An authenticator or a passkey. */
  readonly secondFactor: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly email: string | null;
  readonly role: MemberRole;
  readonly party: string | null;
  readonly mailed: boolean;
  readonly made: Date;
  readonly until: Date;
  readonly state: "open" | "used" | "late" | "revoked";
}

export interface InvitationOffer {
  readonly workspace: string;
  readonly workspaceName: string;
  readonly role: MemberRole;
  readonly party: string | null;
  readonly partyName: string | null;
  readonly email: string | null;
  readonly inviter: string | null;
  readonly until: Date;
  /** It went to the address by e-mail; else the inviter handed it over. */
  readonly mailed: boolean;
  readonly open: boolean;
}

export interface NewInvitation {
  /** SHA-256 of what stands in the link. */
  readonly token: Buffer;
  readonly email?: string;
  readonly role: MemberRole;
  readonly party?: string;
  readonly person?: string;
  readonly until: Date;
  /** The letter with the link, encrypted; it goes out if and only if the invitation is made. */
  readonly mail?: Buffer;
}

/** Longest here first. @param behind the last one that was seen. */
export const membersOf = (db: Database, actor: string, workspace: string, most: number, behind?: Placed): Promise<(Member & Placed)[]> => db.once(actor, workspace, MEMBERS, [behind?.place ?? null, behind?.id ?? null, most]);
/** Newest first; nothing for whoever is no owner. @param behind the last one that was seen. */
export const invitationsOf = (db: Database, actor: string, workspace: string, most: number, behind?: Placed): Promise<(Invitation & Placed)[]> => db.once(actor, workspace, INVITATIONS, [behind?.place ?? null, behind?.id ?? null, most]);

export const changeMember = (db: Database, actor: string, workspace: string, account: string, { role, party, person }: { readonly role: MemberRole; readonly party: string | null; readonly person: string | null }) =>
  unlessDenied(db.once(actor, workspace, CHANGE, [account, role, party, person]));
export const removeMember = (db: Database, actor: string, workspace: string, account: string) => unlessDenied(db.once(actor, workspace, REMOVE, [account]));

/** The invitation and its letter, both or neither. */
export const invite = (db: Database, actor: string, workspace: string, { token, email, role, party, person, until, mail }: NewInvitation) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const [row] = await run<{ id: string }>(INVITE, [token, email ?? null, role, party ?? null, person ?? null, mail !== undefined, until]);
      if (mail) await run(PUT_MAIL, [mail]);
      return row?.id ?? "";
    }),
  );
/** What the workspace, the party somebody is asked in for, and the inviter's are called. */
export async function placeNamed(db: Database, actor: string, workspace: string, party: string | undefined, inviters: string | null): Promise<{ readonly workspace: string; readonly party: string | null; readonly inviterParty: string | null }> {
  const [row] = await db.once<{ workspace: string; party: string | null; inviterParty: string | null }>(actor, workspace, NAMED, [party ?? null, inviters]);
  return row ?? { workspace: "", party: null, inviterParty: null };
}
export const revokeInvitation = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once<{ gone: boolean }>(actor, workspace, REVOKE, [id]));

export async function invitationOf(db: Database, token: Buffer): Promise<InvitationOffer | undefined> {
  const [row] = await db.run<InvitationOffer>(OFFER, [token]);
  return row;
}
/** @returns the workspace one is a member of now. */
export const acceptInvitation = (db: Database, token: Buffer, account: string) => unlessDenied(db.run<{ workspace: string }>(ACCEPT, [token, account]).then(([row]) => row?.workspace ?? ""));
