import { Link } from "@tanstack/react-router";
import { ArrowRight, Eraser, Undo2 } from "lucide-react";
import { Button } from "react-aria-components";
import { browserName } from "../account/browser-name.ts";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./history-page.module.css";
import type { Entry } from "./log.ts";

const clock = (at: string): string => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

function sayOrigin({ from }: Entry): string {
  const where = { here: say("log.at.here"), window: say("log.at.window"), key: from.key === null ? say("log.at.key") : say("log.at.key.named", { name: from.key }), unknown: from.agent || from.address ? "" : say("log.at.unknown") }[from.kind];
  const { browser, system } = browserName(from.agent);
  const device = browser === undefined ? system : system === undefined ? browser : say("sessions.on", { browser, system });
  return [where, device, from.address || undefined].filter(Boolean).join(" · ");
}

/** So many changes are told at once; an entry of thousands would hide the others. */
const AT_FIRST = 4;

function Changes({ changes, workspace }: { readonly changes: Entry["changes"]; readonly workspace: string }) {
  return (
    <ul className={style.changes}>
      {changes.map(({ item, name, field, change, before, after }, i) => (
        <li key={i}>
          <span className={style.place}>
            {item?.kind === "activity" && change !== "removed" ? (
              <Link to="/w/$workspace/matrix" params={{ workspace }} search={{ row: item.id }}>
                {name}
              </Link>
            ) : (
              name
            )}
            {field === undefined ? null : `, ${field}`}
          </span>
          {change === "set" ? (
            <span className={style.values}>
              {before === undefined ? <i>{say("log.nothing")}</i> : <del>{before}</del>}
              <ArrowRight aria-label={say("log.became")} size={13} />
              {after === undefined ? <i>{say("log.nothing")}</i> : <ins>{after}</ins>}
            </span>
          ) : (
            <span className={style.values}>{say(`log.${change}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** More than this would hide the other entries. */
const LONG = 280;

function Words({ what }: { readonly what: string }) {
  if (what.length <= LONG) return <p>{what}</p>;
  return (
    <>
      <p>{`${what.slice(0, LONG).replace(/\s+\S*$/, "")} …`}</p>
      <details className={style.rest}>
        <summary>{say("log.whole")}</summary>
        <p>{what}</p>
      </details>
    </>
  );
}

interface Props {
  readonly entry: Entry;
  readonly workspace: string;
  /** The side of the party it was written for. */
  readonly side: string | undefined;
  readonly mayEdit: boolean;
  readonly trouble: string | undefined;
  readonly onTakeBack: () => void;
  /** For owners, where the words may go. */
  readonly onErase: (() => void) | undefined;
}

/** One entry: who, for whom, what with what stood there before, when, and from where. */
export function HistoryEntry({ entry, workspace, side, mayEdit, trouble, onTakeBack, onErase }: Props) {
  const { revision, at, who, party, what, changes, count, undoes, undoneBy, erased } = entry;
  return (
    <li className={style.entry} id={`r${revision}`}>
      <time dateTime={at} title={momentOf(at)}>
        {clock(at)}
      </time>
      <div className={style.story}>
        <p className={style.who}>
          <b>{who.own ? say("log.you", { name: who.name ?? "" }) : (who.name ?? say("log.erased-account"))}</b>
          {party === null ? null : (
            <span className={style.for} data-side={side}>
              {say("log.for", { party: party.name })}
            </span>
          )}
        </p>
        {erased ? <p className={style.erased}>{say("log.erased")}</p> : <Words what={what} />}
        {changes.length === 0 ? null : <Changes changes={changes.slice(0, AT_FIRST)} workspace={workspace} />}
        {changes.length > AT_FIRST ? (
          <details className={style.rest}>
            <summary>{say("log.rest", { n: count - AT_FIRST })}</summary>
            <Changes changes={changes.slice(AT_FIRST)} workspace={workspace} />
            {count > changes.length ? <p>{say("log.more-changes", { n: count - changes.length })}</p> : null}
          </details>
        ) : null}
        <p className={style.small}>
          <span>{say("log.number", { revision })}</span>
          <span>{sayOrigin(entry)}</span>
          {undoes === null ? null : (
            <a href={`#r${undoes}`}>{say("log.undoes", { revision: undoes })}</a>
          )}
          {undoneBy === null ? null : <span>{say("log.undone", { revision: undoneBy })}</span>}
          {onErase ? (
            <Button className={style.erase} aria-label={say("log.erase.of", { revision })} onPress={onErase}>
              <Eraser aria-hidden size={13} />
              {say("log.erase")}
            </Button>
          ) : null}
        </p>
        {trouble === undefined ? null : (
          <p role="alert" className={style.trouble}>
            {trouble}
          </p>
        )}
      </div>
      {entry.takeBack && mayEdit ? (
        <Button className={buttons.button} aria-label={say(undoes === null ? "log.take-back.of" : "log.do-again.of", { what })} onPress={onTakeBack}>
          <Undo2 aria-hidden />
          {say(undoes === null ? "log.take-back" : "log.do-again")}
        </Button>
      ) : null}
    </li>
  );
}
