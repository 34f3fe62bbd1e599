import { useNavigate, useSearch } from "@tanstack/react-router";
import { ShieldAlert } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "react-aria-components";
import { sideOf } from "#core/model/lane.ts";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { HistoryEntry } from "./history-entry.tsx";
import { HistoryFilters } from "./history-filters.tsx";
import style from "./history-page.module.css";
import { checkedSieve, eraseWords, takeBack, type Entry, type Sieve } from "./log.ts";
import { ProofBox, useHistoryState } from "./proof-box.tsx";
import { useHistory } from "./use-history.ts";

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** Entries under the day they were made on, where the reader is. */
function byDay(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  return [...Map.groupBy(entries, ({ at }) => DAY.format(new Date(at)))];
}

/** A number that grows with every new matrix. */
function useSeen(matrix: object): number {
  const seen = useRef({ matrix, times: 0 });
  if (seen.current.matrix !== matrix) seen.current = { matrix, times: seen.current.times + 1 };
  return seen.current.times;
}

/** What happened in this workspace, by whom and for whom; one's own can be taken back from here. */
export function HistoryPage() {
  const { workspace, store } = useHere();
  const { document: matrix, saving } = useSnapshot(store);
  const sieve = checkedSieve(useSearch({ strict: false }));
  const go = useNavigate();
  const [erasing, setErasing] = useState<Entry>();
  const history = useHistory(workspace.id, sieve, store.page, useSeen(matrix));
  const { state, trouble: unread } = useHistoryState(workspace.id, history.entries?.[0]?.revision);
  const [said, setSaid] = useState<string>();
  const [refused, setRefused] = useState<{ readonly revision: number; readonly words: string }>();
  const narrow = (next: Sieve): void => void go({ to: "/w/$workspace/history", params: { workspace: workspace.id }, search: next, replace: true });
  const undo = async ({ revision, what }: Entry): Promise<void> => {
    setRefused(undefined);
    setSaid(undefined);
    try {
      await takeBack(workspace.id, revision, store.page);
      setSaid(say("log.taken-back", { what }));
      history.again();
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setRefused({ revision, words: thrown.message });
    }
  };
  const erase = async ({ revision }: Entry): Promise<void> => {
    setErasing(undefined);
    setRefused(undefined);
    try {
      await eraseWords(workspace.id, revision);
      setSaid(say("log.erase.done", { revision }));
      history.again();
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setRefused({ revision, words: thrown.message });
    }
  };
  const mayErase = (entry: Entry): boolean => workspace.role === "owner" && !entry.erased && (entry.party === null || entry.party.id === workspace.party);
  const { entries } = history;
  const sides = new Map(matrix.parties.map(({ id, kind }) => [id as string, sideOf(kind)]));
  return (
    <div className={style.page}>
      <header>
        <h1>{say("log.title")}</h1>
        <p>{say("log.lead")}</p>
      </header>
      {state?.broken == null ? null : (
        <div role="alert" className={style.broken}>
          <ShieldAlert aria-hidden />
          <p>
            <b>{say("log.broken", { revision: state.broken })}</b> {say("log.broken.why")}
          </p>
        </div>
      )}
      <details className={style.proof}>
        <summary>{say("log.verify")}</summary>
        <div>
          <p>{say("settings.history.lead")}</p>
          <ProofBox workspace={workspace.id} state={state} trouble={unread} />
        </div>
      </details>
      <HistoryFilters sieve={sieve} matrix={matrix} people={history.people} onChange={narrow} />
      <p role="status" className={said === undefined ? "unseen" : style.said}>
        {said ?? ""}
      </p>
      {history.trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {`${say("history.trouble")}: ${history.trouble}`}
        </p>
      )}
      {entries === undefined ? (
        history.trouble === undefined ? <p role="status">{say("history.reading")}</p> : null
      ) : entries.length === 0 && !history.more ? (
        <p className={style.none}>{say(Object.keys(sieve).length === 0 ? "log.empty" : "log.none")}</p>
      ) : (
        byDay(entries).map(([day, some]) => (
          <section key={day} aria-label={day}>
            <h2 className={style.day}>{day}</h2>
            <ol className={style.entries}>
              {some.map((entry) => (
                <HistoryEntry
                  key={entry.revision} entry={entry} workspace={workspace.id} side={entry.party === null ? undefined : sides.get(entry.party.id)} mayEdit={saving.at !== "reading"}
                  trouble={refused?.revision === entry.revision ? refused.words : undefined} onTakeBack={() => void undo(entry)}
                  onErase={mayErase(entry) ? () => setErasing(entry) : undefined}
                />
              ))}
            </ol>
          </section>
        ))
      )}
      {erasing ? (
        <DialogBox title={say("log.erase.title", { revision: erasing.revision })} onClose={() => setErasing(undefined)}>
          <p className={box.lead}>{say("log.erase.why")}</p>
          <div className={box.actions}>
            <Button className={`${buttons.button} ${buttons.main}`} onPress={() => void erase(erasing)}>
              {say("log.erase")}
            </Button>
            <Button autoFocus className={buttons.button} onPress={() => setErasing(undefined)}>
              {say("cancel")}
            </Button>
          </div>
        </DialogBox>
      ) : null}
      {history.more ? (
        <p className={style.further}>
          <Button className={buttons.button} isDisabled={history.busy} onPress={history.goOn}>
            {say(history.busy ? "history.reading" : "log.further")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
