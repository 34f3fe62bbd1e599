import { useRouter } from "@tanstack/react-router";
import { LogOut, UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { GuestsPart } from "../guests/guests-part.tsx";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { EndDialog } from "./end-dialog.tsx";
import { mayManage, partiesToName } from "./entitled.ts";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberLine } from "./member-line.tsx";
import { change, end, takeBack, type Change, type Member } from "./membership.ts";
import style from "./members-page.module.css";
import { MyParty } from "./my-party.tsx";
import { PartyMembers } from "./party-members.tsx";
import { useMembership } from "./use-membership.ts";

/** Who belongs to this workspace, for which party they speak, and who is asked in. */
export function MembersPage() {
  const { me, workspace, store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { membership, trouble, said, act, read } = useMembership(workspace.id);
  const router = useRouter();
  const [inviting, setInviting] = useState(false);
  const [ending, setEnding] = useState<Member>();
  if (!membership) return <div className={style.page}>{trouble === undefined ? <p role="status">{say("working.reading")}</p> : <p role="alert">{`${say("members.trouble")}: ${trouble}`}</p>}</div>;
  const { members, invitations } = membership;
  const mine: Member | undefined = members.find(({ account }) => account === me.account);
  const own = mine?.role === "owner" ? mine : undefined;
  const alter = async (member: Member, to: Change): Promise<void> => {
    const done = await act(() => change(workspace.id, member.account, to), say("members.changed", { name: member.name }));
    // What one may do here oneself is known to the whole frame.
    if (done && member.account === me.account) await router.invalidate();
  };
  const open = invitations.filter(({ state }) => state === "open");
  const free = own ? partiesToName(matrix.parties, own, members) : [];
  // The other organisation first, while nobody of it is here and nobody is asked.
  const lacking = free.find(({ id }) => id !== own?.party && !members.some(({ party }) => party === id) && !open.some(({ party }) => party === id));
  const line = (member: Member) => (
    <MemberLine
      key={member.account} member={member} mine={member.account === me.account} mayManage={own !== undefined && mayManage(own, member)}
      parties={own ? partiesToName(matrix.parties, own, members, member) : []} people={(matrix.people ?? []).filter(({ party }) => party === member.party)}
      onChange={(to) => void alter(member, to)} onEnd={() => setEnding(member)}
    />
  );
  const nowhere = members.filter(({ party }) => !matrix.parties.some(({ id }) => id === party));
  return (
    <div className={style.page}>
      <header className={style.head}>
        <div>
          <h1>{say("members.title")}</h1>
          <p>{say("members.lead")}</p>
        </div>
        {own ? (
          <Button className={`${buttons.button} ${buttons.main}`} onPress={() => setInviting(true)}>
            <UserPlus aria-hidden />
            {say("invite.open")}
          </Button>
        ) : null}
      </header>
      {own ? null : <p className={style.reading}>{say("members.reading")}</p>}
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {trouble}
        </p>
      )}
      <p role="status" className={said === undefined ? "unseen" : style.said}>
        {said ?? ""}
      </p>
      {own && own.party === null && matrix.parties.length > 0 ? <MyParty parties={free} onChoose={(party) => void alter(own, { role: own.role, party, person: null })} /> : null}
      {matrix.parties.map((party) => (
        <PartyMembers key={party.id} party={party} theirs={own !== undefined && own.party !== null && own.party !== party.id && members.some((each) => each.party === party.id)}>
          {members.filter((member) => member.party === party.id).map(line)}
        </PartyMembers>
      ))}
      {nowhere.length === 0 ? null : (
        <PartyMembers party={undefined} theirs={false}>
          {nowhere.map(line)}
        </PartyMembers>
      )}
      {own ? <Invitations invitations={open} parties={matrix.parties} onTakeBack={({ id }) => void act(() => takeBack(workspace.id, id), say("invite.taken"))} /> : null}
      {mine && (mine.role === "owner" || mine.role === "editor") ? <GuestsPart workspace={workspace.id} own={matrix.parties.find(({ id }) => id === mine.party)} parties={matrix.parties} /> : null}
      {mine ? (
        <p className={style.leave}>
          <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => setEnding(mine)}>
            <LogOut aria-hidden />
            {say("members.leave")}
          </Button>
        </p>
      ) : null}
      {inviting && own ? <InviteDialog workspace={workspace.id} parties={free} proposed={lacking?.id} onMade={() => void read()} onClose={() => setInviting(false)} /> : null}
      {ending ? (
        <EndDialog
          {...(ending.account === me.account ? {} : { name: ending.name })} workspace={workspace.name} onClose={() => setEnding(undefined)}
          onEnd={() => void act(() => end(workspace.id, ending.account), say("members.ended", { name: ending.name })).then((done) => done && ending.account === me.account && location.replace("/w"))}
        />
      ) : null}
    </div>
  );
}
