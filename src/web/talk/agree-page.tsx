import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import style from "./agree-page.module.css";
import { threadsOf } from "./discussion.tsx";
import { OpenRows } from "./open-rows.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { Thread } from "./thread.tsx";
import { partyName, useEntitled } from "./who.ts";

/** How long a declined proposal is still shown to who made it. In milliseconds. */
const LATELY = 14 * 86_400_000;

/** How much of the matrix is agreed, and everything that waits for somebody's word. */
export function AgreePage() {
  const { me, workspace, store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { agreement, proposals, declined, comments, read } = useBeside();
  const { party, mayDecide } = useEntitled();
  const titles = useMemo(() => new Map(matrix.activities.map(({ id, title }) => [id as string, title])), [matrix]);
  const threads = useMemo(() => threadsOf(comments).filter(([first]) => first?.resolved === null), [comments]);
  if (!agreement || !read) return <div className={style.page}><p role="status">{say("working.reading")}</p></div>;
  const { deciding, stands } = agreement;
  const rows = matrix.activities.length;
  const agreed = agreement.agreed.filter((row) => titles.has(row)).length;
  const contested = [...new Set(stands.filter(({ stand, party: side, activity }) => stand === "contested" && deciding.includes(side) && titles.has(activity)).map(({ activity }) => activity))];
  const waiting = proposals.filter((each) => each.party !== party && !each.acceptedBy.includes(party ?? ""));
  const asked = [...proposals.filter((each) => !waiting.includes(each)), ...declined.filter((each) => each.party === party && Date.now() - Date.parse(each.answered ?? each.made) < LATELY)];
  const mine = threads.filter((said) => said.some(({ mentions, removed }) => !removed && mentions.includes(me.account)));
  const others = threads.filter((said) => !mine.includes(said));
  const about = (said: (typeof threads)[number]): string => {
    const title = titles.get(said[0]?.item ?? "");
    return title === undefined ? say("talk.about.gone") : say("talk.about", { title });
  };
  const row = (id: string) => (
    <Link to="/w/$workspace/matrix" params={{ workspace: workspace.id }} search={{ row: id } as never}>
      {titles.get(id) ?? id}
    </Link>
  );
  const why = !["owner", "editor", "approver"].includes(workspace.role) ? "agree.no-role" : party === null ? "agree.no-party" : !mayDecide ? "agree.unproved" : undefined;
  return (
    <div className={style.page}>
      <header className={style.head}>
        <h1>{say("agree.title")}</h1>
        <p>{say("agree.lead")}</p>
      </header>
      <div className={style.sum}>
        <b>{say("agree.sum", { agreed, rows })}</b>
        {contested.length > 0 ? <span>{say("agree.contested", { n: contested.length })}</span> : null}
        <progress max={Math.max(rows, 1)} value={agreed} aria-label={say("agree.progress")} />
      </div>
      {why === undefined ? null : <p className={style.note}>{say(why)}</p>}
      {deciding.length >= 2 ? null : <p className={style.note}>{deciding[0] === undefined ? say("agree.nobody") : say("agree.alone", { party: partyName(matrix, deciding[0]) })}</p>}
      <section className={style.part}>
        <h2>{say("agree.waiting")}</h2>
        {waiting.length + mine.length === 0 ? <p className={style.none}>{say("agree.waiting.none")}</p> : null}
        {waiting.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} titled />
        ))}
        {mine.map((said) => (
          <Thread key={said[0]?.id} said={said} about={`${say("agree.mine")} ${about(said)}`} />
        ))}
      </section>
      {contested.length === 0 ? null : (
        <section className={style.part}>
          <h2>{say("agree.contested.rows")}</h2>
          <ul className={style.contested}>
            {contested.map((id) => (
              <li key={id}>
                {row(id)}
                {stands
                  .filter(({ activity, stand }) => activity === id && stand === "contested")
                  .map((stand) => (
                    <span key={stand.party}>{say("stand.says.contested", { party: partyName(matrix, stand.party), reason: stand.reason ?? "" })}</span>
                  ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {party !== null && mayDecide ? <OpenRows party={party} agreement={agreement} link={row} /> : null}
      {asked.length === 0 ? null : (
        <section className={style.part}>
          <h2>{say("agree.asked")}</h2>
          {asked.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} titled />
          ))}
        </section>
      )}
      <section className={style.part}>
        <h2>{say("agree.threads")}</h2>
        {others.length === 0 ? <p className={style.none}>{say("agree.threads.none")}</p> : null}
        {others.map((said) => (
          <Thread key={said[0]?.id} said={said} about={about(said)} />
        ))}
      </section>
    </div>
  );
}
