import { ShieldAlert, ShieldCheck, UserMinus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Party, Person } from "#core/model/party.ts";
import { dayOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { InlineChoice } from "../registers/inline-choice.tsx";
import { say } from "../words.ts";
import { ROLES, type Change, type Member } from "./membership.ts";
import style from "./members-page.module.css";

interface Props {
  readonly member: Member;
  readonly mine: boolean;
  readonly mayManage: boolean;
  /** Parties they may be named for. */
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly onChange: (change: Change) => void;
  readonly onEnd: () => void;
}

/** One member: who, what they may do, who they are in the matrix, and how sure that is. */
export function MemberLine({ member, mine, mayManage, parties, people, onChange, onEnd }: Props) {
  const { name, email, role, party, person, proved, secondFactor, since } = member;
  const standing: Change = { role, party, person };
  const named = people.find(({ id }) => id === person);
  return (
    <li className={style.member}>
      <div className={style.who}>
        <b>
          {name}
          {mine ? <i>{say("members.you")}</i> : null}
        </b>
        <span>{email ?? (mine ? say("members.no-email") : "")}</span>
        <small>{say("members.since", { day: dayOf(since) })}</small>
      </div>
      <div className={style.standing}>
        <div className={style.choices}>
          <Captioned words={say("members.role")}>
            <InlineChoice label={say("members.role.of", { name })} value={role} choices={ROLES.map((value) => ({ value, label: say(`member.${value}`) }))} mayWrite={mayManage} strong onChoose={(value) => onChange({ ...standing, role: value as Member["role"] })} />
          </Captioned>
          {mayManage ? (
            <Captioned words={say("members.party")}>
              <InlineChoice label={say("members.party.of", { name })} value={party ?? undefined} choices={parties.map(({ id, name }) => ({ value: id, label: name }))} mayWrite none={say("members.party.none")} onChoose={(value) => onChange({ role, party: value ?? null, person: null })} />
            </Captioned>
          ) : null}
          {party !== null && (mayManage || named) ? (
            <Captioned words={say("members.person")}>
              <InlineChoice label={say("members.person.of", { name })} value={person ?? undefined} choices={people.map(({ id, name }) => ({ value: id, label: name }))} mayWrite={mayManage} none={say("members.person.none")} onChoose={(value) => onChange({ ...standing, person: value ?? null })} />
            </Captioned>
          ) : null}
        </div>
        <p className={style.why}>{say(`member.${role}.why`)}</p>
        {proved ? null : (
          <p className={style.unproved}>
            <ShieldAlert aria-hidden size={15} />
            {say(mine ? "members.unproved.you" : "members.unproved")}
          </p>
        )}
      </div>
      <p className={style.factor} data-on={secondFactor || undefined}>
        {secondFactor ? <ShieldCheck aria-hidden size={15} /> : null}
        {say(secondFactor ? "members.factor.on" : "members.factor.off")}
      </p>
      {mayManage && !mine ? (
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("members.end.of", { name })} onPress={onEnd}>
          <UserMinus aria-hidden />
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}

/** What stands beneath is called so. */
const Captioned = ({ words, children }: { readonly words: string; readonly children: ReactNode }) => (
  <div className={style.captioned}>
    <small>{words}</small>
    {children}
  </div>
);
