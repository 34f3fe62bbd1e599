import { useEffect, useState } from "react";
import { membersOf, type Member } from "../members/membership.ts";
import { useHere } from "../shell/here.ts";

export type Mentionable = Pick<Member, "account" | "name" | "party">;

/** Whom a remark may name: who belongs to the workspace now, but not whoever writes; for one's own side, only that side. */
export const mentionable = (members: readonly Mentionable[], me: string, side: string | null | undefined): readonly Mentionable[] => members.filter(({ account, party }) => account !== me && (side === undefined || party === side));

/** The members one may name, asked for where one writes. Guests do not see who belongs here, and name nobody. */
export function useMentionable(own: boolean): readonly Mentionable[] {
  const { me, workspace } = useHere();
  const [members, setMembers] = useState<readonly Mentionable[]>([]);
  const guest = me.guest !== undefined;
  useEffect(() => {
    let gone = false;
    // A remark is written without them too.
    if (!guest) membersOf(workspace.id).then(({ members: found }) => gone || setMembers(found), () => undefined);
    return () => {
      gone = true;
    };
  }, [workspace.id, guest]);
  return mentionable(members, me.account, own ? workspace.party : undefined);
}
