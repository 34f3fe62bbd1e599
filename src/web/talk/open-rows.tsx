import { Check } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { sayDuration } from "#core/model/measure.ts";
import { namesOf } from "#formats/remit-sheet/names.ts";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say, type WordId } from "../words.ts";
import style from "./agree-page.module.css";
import { takeStand, type Agreement } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { partyName } from "./who.ts";

/** Who takes part in a row, by letter. */
const LETTERS = ["R", "A", "C", "I"] as const;

const WORDS: Readonly<Record<(typeof LETTERS)[number], WordId>> = { R: "matrix.responsible", A: "matrix.accountable", C: "grid.consulted", I: "grid.informed" };
/** So many titles are read once more before one agrees. */
const NAMED = 6;

/** Rows one's own side has not agreed to as they stand, with what one would agree to: nothing is ticked until somebody ticks it. */
export function OpenRows({ party, agreement, link }: { readonly party: string; readonly agreement: Agreement; readonly link: (row: string) => ReactNode }) {
  const { workspace, store, beside } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { busy, trouble, act } = useDeed();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string>();
  const name = partyName(matrix, party);
  const stands = Map.groupBy(agreement.stands, ({ activity }) => activity);
  const rows = matrix.activities.flatMap((row) => {
    const { id, title } = row;
    const of = stands.get(id) ?? [];
    const mine = of.find((stand) => stand.party === party);
    if (mine?.stand === "contested" || (mine?.stand === "agreed" && mine.current)) return [];
    const theirs = of.filter((stand) => stand.party !== party && stand.stand === "agreed" && stand.current).map((stand) => partyName(matrix, stand.party));
    return [{ id: id as string, title, row, why: mine ? say("agree.changed") : theirs.length > 0 ? say("agree.theirs", { parties: theirs.join(", ") }) : say("agree.new") }];
  });
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const names = useMemo(() => namesOf(matrix), [matrix]);
  const agree = async (): Promise<void> => {
    const wanted = chosen.map(({ id }) => id);
    setAsking(false);
    setSaid(undefined);
    if (await act(() => takeStand(workspace.id, { rows: wanted, stand: "agreed", seen: store.revision?.() ?? agreement.revision }))) {
      setSaid(say("agree.done", { party: name, n: wanted.length }));
      setTicked(new Set());
    }
    beside.look("agreement", 0);
  };
  const flip = (id: string): void => setTicked((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
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
              <input type="checkbox" checked={chosen.length === rows.length} ref={(box) => void (box && (box.indeterminate = chosen.length > 0 && chosen.length < rows.length))} onChange={() => setTicked(chosen.length === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))} /> {say("agree.choose.all", { n: rows.length })}
            </label>
            <Button className={`${buttons.button} ${buttons.main}`} isDisabled={busy || chosen.length === 0} onPress={() => setAsking(true)}>
              <Check aria-hidden />
              {chosen.length === 0 ? say("agree.tick", { party: name }) : say("agree.all", { n: chosen.length, party: name })}
            </Button>
          </div>
          <ul className={style.rows}>
            {rows.map(({ id, title, why, row }) => (
              <li key={id}>
                <input type="checkbox" aria-label={say("agree.choose", { title })} checked={ticked.has(id)} onChange={() => flip(id)} />
                <div>
                  {link(id)}
                  <dl>
                    {LETTERS.map((letter) => {
                      const held = row.assignments.filter((one) => one.letter === letter).map(({ role, condition }) => `${names.say("role", role)}${condition ? ` (${condition})` : ""}`);
                      return held.length === 0 && (letter === "C" || letter === "I") ? null : (
                        <div key={letter}>
                          <dt>
                            <abbr title={say(WORDS[letter])}>{letter}</abbr>
                          </dt>
                          <dd data-none={held.length === 0 || undefined}>{held.length === 0 ? say("matrix.nobody") : held.join(", ")}</dd>
                        </div>
                      );
                    })}
                    <div>
                      <dt>{say("matrix.sla")}</dt>
                      <dd data-none={row.sla === undefined || undefined}>{row.sla === undefined ? say("agree.no-deadline") : row.sla.map(({ measure, target, negotiated }) => `${measure.replace("-", " ")} ${sayDuration(target)}${negotiated ? "" : ` (${say("matrix.sample-sla")})`}`).join(", ")}</dd>
                    </div>
                  </dl>
                </div>
                <small>{why}</small>
              </li>
            ))}
          </ul>
          {asking ? (
            <DialogBox title={say("agree.sure", { n: chosen.length, party: name })} onClose={() => setAsking(false)}>
              <p className={box.lead}>{say("agree.sure.why", { n: chosen.length, party: name })}</p>
              <ul className={style.sure}>
                {chosen.slice(0, NAMED).map(({ id, title }) => (
                  <li key={id}>{title}</li>
                ))}
                {chosen.length > NAMED ? <li>{say("agree.sure.more", { n: chosen.length - NAMED })}</li> : null}
              </ul>
              <div className={box.actions}>
                <Button className={`${buttons.button} ${buttons.main}`} onPress={() => void agree()}>
                  {say("agree.all", { n: chosen.length, party: name })}
                </Button>
                <Button autoFocus className={buttons.button ?? ""} onPress={() => setAsking(false)}>
                  {say("cancel")}
                </Button>
              </div>
            </DialogBox>
          ) : null}
        </>
      )}
    </section>
  );
}
