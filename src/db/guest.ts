import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";

const GUESTS = statement("guest.all", `
select id, name, email, purpose, party, maker, made, until, first_used as "firstUsed", last_used as "lastUsed", state, may_end as "mayEnd", place
from remit.guests($1::timestamptz, $2, $3)`);
const MAKE = statement("guest.make", "select remit.make_guest($1, $2, $3, $4, $5, $6) as id");
const END = statement("guest.end", "select remit.end_guest($1) as gone");
const OFFER = statement("guest.offer", `select workspace, workspace_name as "workspaceName", name, purpose, party, inviter, until from remit.guest_of($1)`);
const FOLLOW = statement("guest.follow-link", "select workspace, until from remit.follow_guest_link($1, $2)");
const ENTER = statement("guest.enter", "select guest, name, purpose, party, until, revision::int as revision from remit.enter_as_guest($1, $2)");
const LEAVE = statement("guest.leave", "select remit.leave_as_guest($1, $2)");

/** What a guest is here for: to read, or to read and comment. */
export type GuestPurpose = "read" | "comment";

export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly purpose: GuestPurpose;
  readonly party: string | null;
  /** Whoever asked them in. */
  readonly maker: string | null;
  readonly made: Date;
  readonly until: Date;
  readonly firstUsed: Date | null;
  /** To the minute. */
  readonly lastUsed: Date | null;
  /** `left`: whoever made the link may make none any more. */
  readonly state: "open" | "revoked" | "late" | "left";
  /** Whether whoever asks may end the visit. */
  readonly mayEnd: boolean;
  /** Where it stands in the list. */
  readonly place: string;
}

export interface NewGuest {
  /** SHA-256 of what stands in the link. */
  readonly token: Buffer;
  readonly name: string;
  readonly email?: string;
  readonly purpose: GuestPurpose;
  readonly party?: string;
  readonly until: Date;
  /** The letter with the link, encrypted; it goes out if and only if the guest is made. */
  readonly mail?: Buffer;
}

/** A guest inside the workspace their link is for. */
export interface Visiting {
  readonly guest: string;
  readonly name: string;
  readonly purpose: GuestPurpose;
  readonly party: string | null;
  readonly until: Date;
  readonly revision: number;
}

/** Newest first; nothing for whoever asks no guests in. @param below the last one that was seen. */
export const guestsOf = (db: Database, actor: string, workspace: string, most: number, below?: { readonly place: string; readonly id: string }): Promise<Guest[]> =>
  db.once<Guest>(actor, workspace, GUESTS, [below?.place ?? null, below?.id ?? null, most]);

/** The guest and the letter, both or neither. @returns the guest's id. */
export const makeGuest = (db: Database, actor: string, workspace: string, { token, name, email, purpose, party, until, mail }: NewGuest) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const [row] = await run<{ id: string }>(MAKE, [token, name, email ?? null, purpose, party ?? null, until]);
      if (mail) await run(PUT_MAIL, [mail]);
      return row?.id ?? "";
    }),
  );
export const endGuest = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once<{ gone: boolean }>(actor, workspace, END, [id]).then(([row]) => row?.gone === true));

export async function guestOffer(db: Database, token: Buffer): Promise<{ readonly workspace: string; readonly workspaceName: string; readonly name: string; readonly purpose: GuestPurpose; readonly party: string | null; readonly inviter: string | null; readonly until: Date } | undefined> {
  const [row] = await db.run<{ workspace: string; workspaceName: string; name: string; purpose: GuestPurpose; party: string | null; inviter: string | null; until: Date }>(OFFER, [token]);
  return row;
}
/** Lets a browser in. @param session SHA-256 of what its cookie holds. */
export const followGuestLink = (db: Database, token: Buffer, session: Buffer) => unlessDenied(db.run<{ workspace: string; until: Date }>(FOLLOW, [token, session]).then(([row]) => row));

export async function enterAsGuest(db: Database, session: Buffer, workspace: string): Promise<Visiting | undefined> {
  const [row] = await db.run<Visiting>(ENTER, [session, workspace]);
  return row;
}
export const leaveAsGuest = (db: Database, session: Buffer, workspace: string): Promise<unknown> => db.run(LEAVE, [session, workspace]);
