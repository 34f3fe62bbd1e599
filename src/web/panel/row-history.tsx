import { useEffect, useState } from "react";
import type { DraftStore, Happened } from "../draft/store.ts";
import { say } from "../words.ts";
import style from "./row-history.module.css";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** What happened to a row, from the log; asked for only when somebody opens it. */
export function RowHistory({ store, row }: { readonly store: DraftStore; readonly row: string }) {
  const [open, setOpen] = useState(false);
  const [entries, setEntries] = useState<readonly Happened[]>();
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    setEntries(undefined);
    if (!open) return;
    let gone = false;
    setTrouble(false);
    store.history?.("activity", row).then(
      (found) => gone || setEntries(found),
      () => gone || setTrouble(true),
    );
    return () => {
      gone = true;
    };
  }, [store, row, open]);
  if (!store.history) return null;
  return (
    <details className={style.history} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("history.title")}</summary>
      {trouble ? (
        <p role="alert">{say("history.trouble")}</p>
      ) : entries === undefined ? (
        <p role="status">{say("history.reading")}</p>
      ) : entries.length === 0 ? (
        <p>{say("history.none")}</p>
      ) : (
        <>
        <ol>
          {entries.map(({ revision, at, what }) => (
            <li key={revision}>
              <span>{what}</span>
              <time dateTime={at}>{WHEN.format(new Date(at))}</time>
            </li>
          ))}
        </ol>
        {store.page === undefined ? null : <a href={`history?kind=activity&id=${encodeURIComponent(row)}`}>{say("log.of-row")}</a>}
        </>
      )}
    </details>
  );
}
