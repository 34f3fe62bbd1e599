import { FilePlus, Lock, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { sayDay, today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./row-beside.module.css";
import { addEvidence, removeEvidence } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { nameOf, partyName, useEntitled } from "./who.ts";

/** What shows that an activity was done, and where it lies. */
export function EvidencePart({ row }: { readonly row: string }) {
  const { workspace, store, beside, me } = useHere();
  const { document: matrix } = useSnapshot(store);
  const lying = useBeside();
  const { mayShow, mayEdit, party } = useEntitled();
  const { busy, trouble, act } = useDeed();
  const [adding, setAdding] = useState(false);
  const here = lying.evidence.filter(({ activity }) => activity === row);
  const after = async (work: () => Promise<unknown>): Promise<void> => {
    if (await act(work)) setAdding(false);
    beside.look("evidence", 0);
  };
  return (
    <section className={style.part} aria-label={say("evidence.title")}>
      <h3>{say("evidence.title")}</h3>
      {here.length === 0 ? <p className={style.hint}>{say("evidence.none")}</p> : null}
      <ul className={style.evidence}>
        {here.map(({ id, title, link, note, producedOn, addedBy, addedFor, partyOnly }) => (
          <li key={id}>
            <span>
              {link === null ? <b>{title}</b> : <a href={link} target="_blank" rel="noreferrer noopener">{title}</a>}
              <small>
                {say("evidence.by", { name: nameOf(lying, addedBy), day: sayDay(producedOn) })}
                {partyOnly === null ? null : (
                  <em>
                    <Lock aria-hidden size={11} /> {say("talk.own.mark", { party: partyName(matrix, partyOnly) })}
                  </em>
                )}
              </small>
              {note === null ? null : <span>{note}</span>}
            </span>
            {(addedBy === me.account && mayShow) || (mayEdit && addedFor === party) ? (
              <button type="button" aria-label={say("evidence.remove", { title })} disabled={busy} onClick={() => void after(() => removeEvidence(workspace.id, id))}>
                <X aria-hidden size={14} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {!mayShow ? null : adding ? (
        <NewEvidence party={party === null ? undefined : partyName(matrix, party)} busy={busy} onClose={() => setAdding(false)} onAdd={(said) => void after(() => addEvidence(workspace.id, { activity: row, ...said }))} />
      ) : (
        <div className={style.deeds}>
          <Button className={buttons.button ?? ""} onPress={() => setAdding(true)}>
            <FilePlus aria-hidden />
            {say("evidence.add")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface Said {
  readonly title: string;
  readonly link: string | null;
  readonly producedOn: string;
  readonly own: boolean;
}

function NewEvidence({ party, busy, onAdd, onClose }: { readonly party: string | undefined; readonly busy: boolean; readonly onAdd: (said: Said) => void; readonly onClose: () => void }) {
  const [said, setSaid] = useState({ title: "", link: "", producedOn: today(), own: false });
  const set = (to: Partial<typeof said>): void => setSaid({ ...said, ...to });
  return (
    <form
      className={style.form}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        // What was written is not thrown away by a key.
        if (said.title.trim() === "" && said.link.trim() === "") onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (said.title.trim() !== "") onAdd({ ...said, title: said.title.trim(), link: said.link.trim() === "" ? null : said.link.trim() });
      }}
    >
      <label>
        <span>{say("evidence.name")}</span>
        <input required autoFocus maxLength={300} value={said.title} onChange={(event) => set({ title: event.target.value })} />
      </label>
      <label>
        <span>{say("evidence.link")}</span>
        <input type="url" pattern="https?://.+" maxLength={2_000} value={said.link} onChange={(event) => set({ link: event.target.value })} />
      </label>
      <label>
        <span>{say("evidence.on")}</span>
        <input type="date" required max="9999-12-31" value={said.producedOn} onChange={(event) => set({ producedOn: event.target.value })} />
      </label>
      {party === undefined ? null : (
        <label className={style.eyes}>
          <input type="checkbox" checked={said.own} onChange={(event) => set({ own: event.target.checked })} /> <Lock aria-hidden size={12} /> {say("talk.own", { party })}
        </label>
      )}
      <div className={style.deeds}>
        <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={busy}>
          {say("evidence.put")}
        </Button>
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={onClose}>
          {say("cancel")}
        </Button>
      </div>
    </form>
  );
}
