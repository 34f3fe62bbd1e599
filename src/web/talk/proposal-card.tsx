import { Check, X } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import style from "./proposal-card.module.css";
import { ReasonForm } from "./reason-form.tsx";
import { rowChanges } from "./row-change.ts";
import { answer, type Proposal } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { nameOf, partyName, useEntitled } from "./who.ts";

interface Props {
  readonly proposal: Proposal;
  /** Names the rows, where the card does not stand in one's panel. */
  readonly titled?: boolean;
}

/** A proposed change with what it makes of the rows, and the answers one may give. */
export function ProposalCard({ proposal, titled = false }: Props) {
  const { workspace, store, beside } = useHere();
  const { document: matrix } = useSnapshot(store);
  const lying = useBeside();
  const { party, mayDecide, mayEdit } = useEntitled();
  const { busy, trouble, act } = useDeed();
  const [declining, setDeclining] = useState(false);
  const open = proposal.state === "open";
  const changes = useMemo(() => (open ? rowChanges(matrix, proposal.edits, proposal.activities) : []), [matrix, proposal, open]);
  const mine = proposal.party === party;
  const yes = proposal.acceptedBy.map((side) => partyName(matrix, side)).join(", ");
  const reply = async (how: "accept" | "decline" | "withdraw", reason: string | null = null): Promise<void> => {
    await act(() => answer(workspace.id, proposal.id, how, reason, store.revision?.() ?? lying.agreement?.revision ?? 0));
    beside.look("agreement", 0);
  };
  return (
    <article className={style.card} data-state={proposal.state} aria-label={proposal.what}>
      <header>
        <b>{say(proposal.counters === null ? "proposal.by" : "proposal.counters", { name: nameOf(lying, proposal.by), party: partyName(matrix, proposal.party) })}</b>
        <time dateTime={proposal.made}>{momentOf(proposal.made)}</time>
      </header>
      {open ? null : <p>{proposal.what}</p>}
      {proposal.reason === null ? null : <p className={style.reason}>{proposal.reason}</p>}
      {changes === undefined ? <p className={style.behind}>{say("proposal.behind")}</p> : null}
      {(changes ?? []).map(({ id, title, kind, fields }) => (
        <div key={id} className={style.change}>
          {titled || (changes ?? []).length > 1 || !proposal.activities.includes(id) ? <h4>{title}</h4> : null}
          {kind === "gone" ? <p>{say("proposal.gone")}</p> : kind === "new" ? <p>{say("proposal.new")}</p> : null}
          <dl>
            {fields.map(({ field, before, after }, i) => (
              <div key={i}>
                <dt>{field}</dt>
                <dd>
                  {kind === "new" ? null : before === "" ? <i>{say("proposal.none")}</i> : <del>{before}</del>}{" "}
                  {after === "" ? <i>{say("proposal.none")}</i> : <ins>{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {proposal.state !== "open" ? (
        <p className={style.waits}>{say(`proposal.state.${proposal.state}`, { name: nameOf(lying, proposal.answeredBy), answer: proposal.answer ?? "" })}</p>
      ) : declining ? (
        <ReasonForm label={say("proposal.why")} go={say("proposal.decline")} busy={busy} onSay={(reason) => void reply("decline", reason)} onClose={() => setDeclining(false)} />
      ) : (
        <footer>
          {!mine && mayDecide && !proposal.acceptedBy.includes(party ?? "") ? (
            <>
              <Button className={`${buttons.button} ${buttons.main}`} isDisabled={busy || changes === undefined} onPress={() => void reply("accept")}>
                <Check aria-hidden />
                {say("proposal.accept")}
              </Button>
              <Button className={buttons.button ?? ""} isDisabled={busy} onPress={() => setDeclining(true)}>
                <X aria-hidden />
                {say("proposal.decline")}
              </Button>
              {mayEdit ? <small>{say("proposal.counter.how")}</small> : null}
            </>
          ) : (
            <>
              <span className={style.waits}>{yes === "" ? say("proposal.waits") : say("proposal.waits.more", { parties: yes })}</span>
              {mine && mayEdit ? (
                <Button className={`${buttons.button} ${buttons.quiet}`} isDisabled={busy} onPress={() => void reply("withdraw")}>
                  {say("proposal.withdraw")}
                </Button>
              ) : null}
            </>
          )}
        </footer>
      )}
    </article>
  );
}
