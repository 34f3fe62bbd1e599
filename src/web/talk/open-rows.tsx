import { Check } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import style from "./agree-page.module.css";
import { takeStand, type Agreement } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { partyName } from "./who.ts";

/** Rows one's own side has not agreed to as they stand, to be agreed to one by one or all at once. */
export function OpenRows({ party, agreement, link }: { readonly party: string; readonly agreement: Agreement; readonly link: (row: string) => ReactNode }) {
  const { workspace, store, beside } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { busy, trouble, act } = useDeed();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<string>();
  const name = partyName(matrix, party);
  const stands = Map.groupBy(agreement.stands, ({ activity }) => activity);
  const rows = matrix.activities.flatMap(({ id, title }) => {
    const of = stands.get(id) ?? [];
    const mine = of.find((stand) => stand.party === party);
    if (mine?.stand === "contested" || (mine?.stand === "agreed" && mine.current)) return [];
    const theirs = of.filter((stand) => stand.party !== party && stand.stand === "agreed" && stand.current).map((stand) => partyName(matrix, stand.party));
    return [{ id: id as string, title, why: mine ? say("agree.changed") : theirs.length > 0 ? say("agree.theirs", { parties: theirs.join(", ") }) : say("agree.new") }];
  });
  const chosen = rows.filter(({ id }) => !left.has(id));
  const agree = async (): Promise<void> => {
    const wanted = chosen.map(({ id }) => id);
    setSaid(undefined);
    if (await act(() => takeStand(workspace.id, { rows: wanted, stand: "agreed", seen: store.revision?.() ?? agreement.revision }))) setSaid(say("agree.done", { party: name, n: wanted.length }));
    beside.look("agreement", 0);
  };
  const flip = (id: string): void => setLeft((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  return (
    <section className={style.part}>
      <h2>{say("agree.rows", { party: name })}</h2>
      <p role="status" className={said === undefined ? "unseen" : style.said}>
        {said ?? ""}
      </p>
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {rows.length === 0 ? (
        <p className={style.none}>{say("agree.rows.none", { party: name })}</p>
      ) : (
        <>
          <div className={style.deeds}>
            <label>
              <input type="checkbox" checked={chosen.length === rows.length} ref={(box) => void (box && (box.indeterminate = chosen.length > 0 && chosen.length < rows.length))} onChange={() => setLeft(chosen.length === rows.length ? new Set(rows.map(({ id }) => id)) : new Set())} /> {say("agree.choose.all")}
            </label>
            <Button className={`${buttons.button} ${buttons.main}`} isDisabled={busy || chosen.length === 0} onPress={() => void agree()}>
              <Check aria-hidden />
              {say("agree.all", { n: chosen.length, party: name })}
            </Button>
          </div>
          <ul className={style.rows}>
            {rows.map(({ id, title, why }) => (
              <li key={id}>
                <input type="checkbox" aria-label={say("agree.choose", { title })} checked={!left.has(id)} onChange={() => flip(id)} />
                {link(id)}
                <small>{why}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
