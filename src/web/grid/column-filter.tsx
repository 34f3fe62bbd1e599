import { Check, ChevronDown, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import type { Activity } from "#core/model/activity.ts";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import { tickable } from "./column-values.ts";
import type { Column } from "./columns.ts";
import style from "./grid-tools.module.css";
import { withoutFilter, withTicks, type Look } from "./look.ts";

const NONE: ReadonlySet<string> = new Set();

/** What an empty cell of a column is called: where a role is missing, nobody is there. */
const sayValue = (column: Column, value: string): string => (value !== "" ? value : say(column.kind === "holders" || column.key === "secondary" ? "grid.tick.nobody" : "grid.tick.blank"));

/** What is asked of one column: words its cells hold, or values ticked in a list. */
export function ColumnFilter({ column, look, rows, asking, onLook, onDone }: {
  readonly column: Column;
  readonly look: Look;
  readonly rows: readonly Activity[];
  /** What somebody has just asked to write; a new object asks again. */
  readonly asking: { readonly by: "words" | "ticks" } | undefined;
  readonly onLook: (look: Look) => void;
  readonly onDone: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(asking?.by === "ticks");
  // Counted when the list opens: no key shall wait for it.
  const [values, setValues] = useState(() => tickable(column, rows));
  const show = (now: boolean): void => {
    if (now) setValues(tickable(column, rows));
    setOpen(now);
  };
  useEffect(() => {
    if (asking?.by === "words") field.current?.focus();
    if (asking?.by === "ticks") show(true);
    // Only when it is asked.
  }, [asking]);
  const ticked = look.ticks[column.key] ?? [];
  const { key, title } = column;
  return (
    <div ref={box} className={style.filter}>
      <label>
        <span>{say("grid.filter.of", { title })}</span>
        <input ref={field} value={look.filters[key] ?? ""} onChange={(event) => onLook({ ...look, filters: { ...look.filters, [key]: event.target.value }, always: NONE })} onKeyDown={({ key: pressed }) => (pressed === "Enter" || pressed === "Escape") && onDone()} />
      </label>
      {values ? (
        <MenuTrigger isOpen={open} onOpenChange={(now) => {
          show(now);
          // The list gives the focus back to its button first, or to nobody; from there it goes on to the rows.
          if (!now) requestAnimationFrame(() => requestAnimationFrame(() => (document.activeElement === document.body || box.current?.contains(document.activeElement)) && onDone()));
        }}>
          <Button className={style.ticks} aria-label={say("grid.ticks.of", { title })}>
            <span>{ticked.length === 0 ? say("grid.ticks") : ticked.map((value) => sayValue(column, value)).join(", ")}</span>
            <ChevronDown aria-hidden size={14} />
          </Button>
          <Popover className={controls.popover} placement="bottom start">
            <Menu className={`${controls.items} ${style.columns}`} aria-label={say("grid.ticks.of", { title })} selectionMode="multiple" shouldCloseOnSelect={false} selectedKeys={ticked.map(keyOf)} onSelectionChange={(chosen) => onLook(withTicks(look, key, values.map(({ value }) => value).filter((value) => chosen === "all" || chosen.has(keyOf(value)))))}>
              <MenuSection>
                <Header className={controls.itemsHead}>{say("grid.ticks.only")}</Header>
                {values.map(({ value, rows: count }) => (
                  <MenuItem key={value} id={keyOf(value)} textValue={sayValue(column, value)} className={controls.item}>
                    {ticked.includes(value) ? <Check aria-hidden /> : <span className={style.blank} />}
                    <span>{sayValue(column, value)}</span>
                    <small>{count}</small>
                  </MenuItem>
                ))}
              </MenuSection>
            </Menu>
          </Popover>
        </MenuTrigger>
      ) : null}
      <button type="button" className={style.off} aria-label={say("grid.filter.off")} onClick={() => onLook(withoutFilter(look, key))}>
        <X aria-hidden size={14} />
      </button>
    </div>
  );
}

/** An empty key would be no key. */
const keyOf = (value: string): string => `=${value}`;
