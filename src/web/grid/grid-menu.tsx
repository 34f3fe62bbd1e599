import { useMemo } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import { tickable } from "./column-values.ts";
import type { Command } from "./keys.ts";
import type { Look } from "./look.ts";
import { isFiltered, withColumn, withFreeze, withoutFilter, withWidth } from "./look.ts";
import { chosenParts, columnAt, type Scene } from "./scene.ts";

/** Pixels by which a column grows or shrinks at a time. */
const STEP = 40;

/** What one can do with the chosen rows and with a column; by the right button, the menu key, or the sign in the header. */
export function GridMenu({ talks, scene, column: place, beside, rows, onCommand, onLook, onFilter, onClose }: {
  /** Whether there is anything said of rows. */
  readonly talks: boolean;
  readonly scene: Scene;
  readonly column: number;
  readonly beside: HTMLElement;
  /** Whether the menu also speaks of the rows. */
  readonly rows: boolean;
  readonly onCommand: (command: Command) => void;
  readonly onLook: (look: Look) => void;
  readonly onFilter: (column: string, by: "words" | "ticks") => void;
  readonly onClose: () => void;
}) {
  const { look, writable } = scene;
  const column = columnAt(scene, place);
  const chosen = chosenParts(scene).length;
  const rowsOfAll = scene.document.activities;
  const ticks = useMemo(() => column !== undefined && tickable(column, rowsOfAll) !== undefined, [column, rowsOfAll]);
  // The title alone always stands still: its menu speaks of freezing only to end it.
  const frozen = look.freeze[look.view] !== undefined && (place === 0 || look.freeze[look.view] === column?.key);
  const act = (key: string): void => {
    // A column is often made wider more than once: the menu stays for that.
    if (key !== "wider" && key !== "narrower") onClose();
    if (!column) return;
    const row: Readonly<Record<string, Command>> = { add: { do: "add" }, duplicate: { do: "duplicate" }, delete: { do: "delete-rows" }, up: { do: "move", way: "up" }, down: { do: "move", way: "down" }, panel: { do: "panel" }, talk: { do: "talk" } };
    const command = row[key];
    if (command) onCommand(command);
    else if (key === "sort-up" || key === "sort-down") onLook({ ...look, sort: { column: column.key, down: key === "sort-down" } });
    else if (key === "sort-off") onLook({ ...look, sort: undefined });
    else if (key === "filter" || key === "ticks") onFilter(column.key, key === "filter" ? "words" : "ticks");
    else if (key === "filter-off") onLook(withoutFilter(look, column.key));
    else if (key === "hide") onLook(withColumn(look, column.key, false));
    else if (key === "freeze" || key === "freeze-off") onLook(withFreeze(look, key === "freeze" ? column.key : undefined));
    else if (key === "wider" || key === "narrower") onLook(withWidth(look, column.key, column.width + (key === "wider" ? STEP : -STEP)));
  };
  const item = (id: string, text: string, keys?: string) => (
    <MenuItem key={id} id={id} textValue={text} shouldCloseOnSelect={id !== "wider" && id !== "narrower"} className={controls.item}>
      <span>{text}</span>
      {keys ? <small>{keys}</small> : null}
    </MenuItem>
  );
  return (
    <Popover isOpen triggerRef={{ current: beside }} placement="bottom start" className={controls.popover} onOpenChange={(open) => !open && onClose()}>
      <Menu className={controls.items} aria-label={say("grid.menu")} autoFocus="first" onAction={(key) => act(String(key))}>
        {rows && chosen > 0 ? (
          <MenuSection>
            <Header className={controls.itemsHead}>{say("grid.menu.row")}</Header>
            {item("panel", say("grid.row.panel"), "Ctrl ↵")}
            {talks ? item("talk", say("grid.row.talk"), "⇧ F2") : null}
            {writable ? [item("add", say("grid.row.add"), "Ins"), item("duplicate", say("grid.row.duplicate"), "Ctrl ⇧ D"), item("up", say("grid.row.up"), "Alt ⇧ ↑"), item("down", say("grid.row.down"), "Alt ⇧ ↓"), item("delete", say("grid.row.delete", { n: chosen }), "Ctrl Del")] : null}
          </MenuSection>
        ) : null}
        {column ? (
          <MenuSection>
            <Header className={controls.itemsHead}>{column.title}</Header>
            {item("sort-up", say("grid.sort.up"))}
            {item("sort-down", say("grid.sort.down"))}
            {look.sort ? item("sort-off", say("grid.sort.off")) : null}
            {item("filter", say("grid.filter"))}
            {ticks ? item("ticks", say("grid.tick")) : null}
            {isFiltered(look, column.key) ? item("filter-off", say("grid.filter.off")) : null}
            {place === 0 && !frozen ? null : item(frozen ? "freeze-off" : "freeze", say(frozen ? "grid.freeze.off" : "grid.freeze"))}
            {item("wider", say("grid.wider"))}
            {item("narrower", say("grid.narrower"))}
            {column.kind === "title" ? null : item("hide", say("grid.hide"))}
          </MenuSection>
        ) : null}
      </Menu>
    </Popover>
  );
}
