import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { momentOf } from "../account/moments.ts";
import type { DraftStore, PieceOfHistory } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { saidOfRow } from "./row-said.ts";
import style from "./row-history.module.css";

/** What happened to a row, from the log: edits, and what was said, proposed and answered. */
export function RowHistory({ store, row }: { readonly store: DraftStore; readonly row: string }) {
  const [found, setFound] = useState<PieceOfHistory>();
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    setFound(undefined);
    let gone = false;
    setTrouble(false);
    store.history?.("activity", row).then(
      (piece) => gone || setFound(piece),
      () => gone || setTrouble(true),
    );
    return () => {
      gone = true;
    };
  }, [store, row]);
  if (!store.history) return null;
  const by = (name: string, party: string | null): string => (party === null ? name : say("history.by", { name, party: store.snapshot().document.parties.find(({ id }) => id === party)?.name ?? party }));
  const older = async ({ happened, next }: PieceOfHistory): Promise<void> => {
    try {
      const piece = await store.history?.("activity", row, next ?? undefined);
      // Another row may have been chosen meanwhile.
      if (piece) setFound((now) => (now?.next === next ? { happened: [...happened, ...piece.happened], next: piece.next } : now));
    } catch {
      setTrouble(true);
    }
  };
  return (
    <section className={style.history} aria-label={say("history.title")}>
      {trouble ? (
        <p role="alert">{say("history.trouble")}</p>
      ) : found === undefined ? (
        <p role="status">{say("history.reading")}</p>
      ) : found.happened.length === 0 ? (
        <p>{say("history.none")}</p>
      ) : (
        <>
          <ol>
            {found.happened.map(({ revision, at, what, who, party }) => (
              <li key={revision}>
                <span>{saidOfRow(what)}</span>
                <small>
                  <b>{by(who ?? say("log.erased-account"), party)}</b> <time dateTime={at}>{momentOf(at)}</time>
                </small>
              </li>
            ))}
          </ol>
          {found.next === null ? null : (
            <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => void older(found)}>
              {say("history.more")}
            </Button>
          )}
          {store.page === undefined ? null : <a href={`history?kind=activity&id=${encodeURIComponent(row)}`}>{say("log.of-row")}</a>}
        </>
      )}
    </section>
  );
}
