import type { Member } from "./membership.ts";

type Standing = Pick<Member, "account" | "role" | "party">;

/** Whether one may change somebody's role and person, or end their membership. The server decides; the page only offers what it will not refuse. */
export const mayManage = (me: Standing, other: Standing): boolean => me.role === "owner" && (other.account === me.account || other.party === null || me.party === null || other.party === me.party);

/** The parties one may let somebody speak for: one's own, and those that nobody else owns for yet. */
export const partiesToName = <P extends { readonly id: string }>(parties: readonly P[], me: Standing, members: readonly Standing[], other?: Standing): readonly P[] =>
  parties.filter(({ id }) => id === me.party || id === other?.party || !members.some(({ account, party, role }) => party === id && role === "owner" && account !== other?.account));
