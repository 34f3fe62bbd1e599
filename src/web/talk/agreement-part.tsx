import { Check, Flag, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { ReasonForm } from "./reason-form.tsx";
import style from "./row-beside.module.css";
import { takeStand } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { partyName, useEntitled } from "./who.ts";

/** What each party thinks of a row, and one's own word on it. */
export function AgreementPart({ row }: { readonly row: string }) {
  const { workspace, store, beside } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { agreement } = useBeside();
  const { party, mayDecide } = useEntitled();
  const { busy, trouble, act } = useDeed();
  const [contesting, setContesting] = useState(false);
  if (!agreement) return null;
  const { deciding, stands, agreed } = agreement;
  const of = (side: string) => stands.find((each) => each.activity === row && each.party === side);
  const mine = party === null ? undefined : of(party);
  const settled = mine?.stand === "agreed" && mine.current;
  const take = async (stand: "agreed" | "contested" | "none", reason: string | null = null): Promise<void> => {
    if (await act(() => takeStand(workspace.id, { rows: [row], stand, reason, seen: store.revision?.() ?? agreement.revision }))) setContesting(false);
    beside.look("agreement", 0);
  };
  return (
    <section className={style.part} aria-label={say("stand.title")}>
      <h3>{say("stand.title")}</h3>
      <ul className={style.stands}>
        {deciding.map((side) => {
          const stand = of(side);
          const state = stand === undefined ? "none" : stand.stand === "contested" ? "contested" : stand.current ? "agreed" : "old";
          return (
            <li key={side} data-state={state}>
              {state === "agreed" ? <Check aria-hidden size={14} /> : state === "contested" ? <Flag aria-hidden size={14} /> : <i aria-hidden />}
              {say(`stand.says.${state}`, { party: partyName(matrix, side), reason: stand?.reason ?? "" })}
            </li>
          );
        })}
      </ul>
      {deciding.length < 2 ? <p className={style.hint}>{deciding[0] === undefined ? say("agree.nobody") : say("agree.alone", { party: partyName(matrix, deciding[0]) })}</p> : null}
      {agreed.includes(row) ? <p className={style.hint}>{say("stand.locked")}</p> : null}
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {mayDecide && party !== null ? (
        contesting ? (
          <ReasonForm label={say("stand.why")} go={say("stand.contest")} busy={busy} onSay={(reason) => void take("contested", reason)} onClose={() => setContesting(false)} />
        ) : (
          <div className={style.deeds}>
            {settled ? null : (
              <Button className={`${buttons.button} ${buttons.main}`} isDisabled={busy} onPress={() => void take("agreed")}>
                <Check aria-hidden />
                {say("stand.agree", { party: partyName(matrix, party) })}
              </Button>
            )}
            {mine?.stand === "contested" ? null : (
              <Button className={buttons.button ?? ""} isDisabled={busy} onPress={() => setContesting(true)}>
                <Flag aria-hidden />
                {say("stand.contest")}
              </Button>
            )}
            {mine && !agreed.includes(row) ? (
              <Button className={`${buttons.button} ${buttons.quiet}`} isDisabled={busy} onPress={() => void take("none")}>
                <Undo2 aria-hidden />
                {say("stand.back")}
              </Button>
            ) : null}
          </div>
        )
      ) : null}
    </section>
  );
}
