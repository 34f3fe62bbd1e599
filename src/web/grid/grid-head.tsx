import { ArrowDown, ArrowUp, ChevronDown, Funnel } from "lucide-react";
import { memo, type PointerEvent } from "react";
import { say } from "../words.ts";
import style from "./grid-head.module.css";
import type { Look } from "./look.ts";
import type { Layout } from "./window.ts";

interface Props {
  readonly layout: Layout;
  readonly left: number;
  readonly right: number;
  readonly look: Look;
  /** Column with the focus. */
  readonly at: number;
  readonly onMenu: (column: number, place: HTMLElement) => void;
  readonly onWidth: (key: string, width: number) => void;
}

const NARROWEST = 56;

/** Names of the columns; in the RACI view the parties stand above their roles. */
export const GridHead = memo(function GridHead({ layout, left, right, look, at, onMenu, onWidth }: Props) {
  const { columns, lefts } = layout;
  const raci = look.view === "raci";
  const drawn = columns.map((column, place) => ({ column, place })).filter(({ place }) => place === 0 || place === at || (place >= left && place < right));
  const groups: { readonly party: string; readonly side: string; readonly from: number; until: number }[] = [];
  if (raci)
    columns.forEach((column, place) => {
      if (column.kind !== "role") return;
      const last = groups.at(-1);
      if (last && last.party === column.party && last.until === place) last.until = place + 1;
      else groups.push({ party: column.party, side: column.side, from: place, until: place + 1 });
    });
  const resize = (event: PointerEvent<HTMLElement>, key: string, before: number) => {
    event.preventDefault();
    event.stopPropagation();
    const start = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => onWidth(key, Math.max(NARROWEST, before + moved.clientX - start));
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
    };
  };
  return (
    <div role="rowgroup" className={style.head} style={{ width: lefts.at(-1) }} data-raci={raci || undefined}>
      {raci ? (
        <div role="row" className={style.parties} aria-rowindex={1}>
          <div role="columnheader" aria-colindex={1} className={style.corner}>
            <span className="unseen">{say("matrix.activity")}</span>
          </div>
          {groups.map(({ party, side, from, until }) => (
            <div key={`${party}${from}`} role="columnheader" aria-colindex={from + 1} aria-colspan={until - from} className={style.party} data-side={side} style={{ left: lefts[from], width: (lefts[until] ?? 0) - (lefts[from] ?? 0) }}>
              <span style={{ insetInlineStart: (lefts[1] ?? 0) + 8 }}>{party}</span>
            </div>
          ))}
        </div>
      ) : null}
      <div role="row" className={style.names} aria-rowindex={raci ? 2 : 1}>
        {drawn.map(({ column, place }) => {
          const sorted = look.sort?.column === column.key ? look.sort : undefined;
          const filtered = (look.filters[column.key] ?? "") !== "";
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={sorted ? (sorted.down ? "descending" : "ascending") : undefined}
              className={place === 0 ? style.first : column.kind === "role" ? style.role : style.name}
              style={place === 0 ? { width: lefts[1] } : { left: lefts[place], width: column.width }}
              data-head={place}
              data-at={place === at || undefined}
              title={column.title}
            >
              <span className={style.words}>{column.title}</span>
              {sorted ? sorted.down ? <ArrowDown aria-hidden size={13} /> : <ArrowUp aria-hidden size={13} /> : null}
              {filtered ? <Funnel aria-hidden size={12} /> : null}
              <button type="button" tabIndex={-1} className={style.menu} aria-label={say("grid.column.menu", { title: column.title })} onPointerDown={(event) => event.stopPropagation()} onClick={(event) => onMenu(place, event.currentTarget)}>
                <ChevronDown aria-hidden size={14} />
              </button>
              <span aria-hidden className={style.edge} onPointerDown={(event) => resize(event, column.key, column.width)} />
            </div>
          );
        })}
      </div>
    </div>
  );
});
