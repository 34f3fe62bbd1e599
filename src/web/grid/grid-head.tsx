import { ArrowDown, ArrowUp, ChevronDown, Funnel } from "lucide-react";
import { memo, type PointerEvent } from "react";
import { say } from "../words.ts";
import type { Column } from "./columns.ts";
import style from "./grid-head.module.css";
import { isFiltered, type Look } from "./look.ts";
import { frozenWidth, MARGIN, type Layout } from "./window.ts";

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

/** Names of the columns; in the RACI view the parties stand above their roles. */
export const GridHead = memo(function GridHead({ layout, left, right, look, at, onMenu, onWidth }: Props) {
  const { columns, lefts, frozen } = layout;
  const raci = look.view === "raci";
  const still = frozenWidth(layout);
  const places = columns.map((_, place) => place).filter((place) => place >= frozen && (place === at || (place >= left && place < right)));
  const name = (place: number) => {
    const column = columns[place];
    return column ? <ColumnName key={column.key} column={column} place={place} left={place < frozen ? undefined : lefts[place]} look={look} at={place === at} onMenu={onMenu} onWidth={onWidth} /> : null;
  };
  const party = ({ party, side, from, until }: Group) => (
    <div key={`${party}${from}`} role="columnheader" aria-colindex={from + 1} aria-colspan={until - from} className={style.party} data-side={side} style={{ left: lefts[from], width: (lefts[until] ?? 0) - (lefts[from] ?? 0) }}>
      <span style={{ insetInlineStart: from < frozen ? 8 : still + 8 }}>{party}</span>
    </div>
  );
  const groups = raci ? groupsOf(layout) : [];
  return (
    <div role="rowgroup" className={style.head} style={{ width: lefts.at(-1) }} data-raci={raci || undefined}>
      {raci ? (
        <div role="row" className={style.parties} aria-rowindex={1}>
          <div role="presentation" className={style.corner} style={{ width: still }}>
            <div role="columnheader" aria-colindex={1} className={style.blank}>
              <span className="unseen">{say("matrix.activity")}</span>
            </div>
            {groups.filter(({ from }) => from < frozen).map(party)}
          </div>
          {groups.filter(({ from }) => from >= frozen).map(party)}
        </div>
      ) : null}
      <div role="row" className={style.names} aria-rowindex={raci ? 2 : 1}>
        <div role="presentation" className={style.frozen} data-wide={frozen > 1 || undefined}>
          {columns.slice(0, frozen).map((_, place) => name(place))}
        </div>
        {places.map(name)}
      </div>
    </div>
  );
});

interface Group {
  readonly party: string;
  readonly side: string;
  readonly from: number;
  until: number;
}

/** The parties above their roles; one whose roles stand still in part only is named on both sides of the edge. */
function groupsOf({ columns, frozen }: Layout): readonly Group[] {
  const groups: Group[] = [];
  columns.forEach((column, place) => {
    if (column.kind !== "role") return;
    const last = groups.at(-1);
    if (last && last.party === column.party && last.until === place && place !== frozen) last.until = place + 1;
    else groups.push({ party: column.party, side: column.side, from: place, until: place + 1 });
  });
  return groups;
}

/** A column's name, with the signs of sorting and filtering, its menu, and the edge that makes it wider. */
function ColumnName({ column, place, left, look, at, onMenu, onWidth }: { readonly column: Column; readonly place: number; readonly left: number | undefined; readonly at: boolean } & Pick<Props, "look" | "onMenu" | "onWidth">) {
  const sorted = look.sort?.column === column.key ? look.sort : undefined;
  const filtered = isFiltered(look, column.key);
  const resize = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const start = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => onWidth(column.key, column.width + moved.clientX - start);
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
    };
  };
  return (
    <div
      role="columnheader"
      aria-colindex={place + 1}
      aria-sort={sorted ? (sorted.down ? "descending" : "ascending") : undefined}
      className={place === 0 ? style.first : column.kind === "role" ? style.role : style.name}
      style={place === 0 ? { width: column.width + MARGIN } : { ...(left === undefined ? {} : { left }), width: column.width }}
      data-head={place}
      data-at={at || undefined}
      title={column.title}
    >
      <span className={style.words}>{column.title}</span>
      {sorted ? sorted.down ? <ArrowDown aria-hidden size={13} /> : <ArrowUp aria-hidden size={13} /> : null}
      {filtered ? <Funnel aria-hidden size={12} /> : null}
      <button type="button" tabIndex={-1} className={style.menu} aria-label={say("grid.column.menu", { title: column.title })} aria-haspopup="menu" onPointerDown={(event) => event.stopPropagation()} onClick={(event) => onMenu(place, event.currentTarget)}>
        <ChevronDown aria-hidden size={14} />
      </button>
      <span aria-hidden className={style.edge} onPointerDown={resize} />
    </div>
  );
}
