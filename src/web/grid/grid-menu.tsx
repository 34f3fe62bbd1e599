import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { Command } from "./keys.ts";
import type { Look } from "./look.ts";
import { withColumn } from "./look.ts";
import { chosenRange, columnAt, rowsIn, type Scene } from "./scene.ts";

/** What one can do with the chosen rows and with a column; by the right button, the menu key, or the sign in the header. */
export function GridMenu({ scene, column: place, beside, rows, onCommand, onLook, onFilter, onClose }: {
  readonly scene: Scene;
  readonly column: number;
  readonly beside: HTMLElement;
  /** Whether the menu also speaks of the rows. */
  readonly rows: boolean;
  readonly onCommand: (command: Command) => void;
  readonly onLook: (look: Look) => void;
  readonly onFilter: (column: string) => void;
  readonly onClose: () => void;
}) {
  const { look, writable } = scene;
  const column = columnAt(scene, place);
  const chosen = rowsIn(scene, chosenRange(scene)).length;
  const act = (key: string): void => {
    onClose();
    if (!column) return;
    const row: Readonly<Record<string, Command>> = { add: { do: "add" }, duplicate: { do: "duplicate" }, delete: { do: "delete-rows" }, up: { do: "move", way: "up" }, down: { do: "move", way: "down" }, panel: { do: "panel" } };
    const command = row[key];
    if (command) onCommand(command);
    else if (key === "sort-up" || key === "sort-down") onLook({ ...look, sort: { column: column.key, down: key === "sort-down" } });
    else if (key === "sort-off") onLook({ ...look, sort: undefined });
    else if (key === "filter") onFilter(column.key);
    else if (key === "filter-off") onLook({ ...look, filters: without(look.filters, column.key) });
    else if (key === "hide") onLook(withColumn(look, column.key, false));
  };
  const item = (id: string, text: string, keys?: string) => (
    <MenuItem key={id} id={id} textValue={text} className={controls.item}>
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
            {writable ? [item("add", say("grid.row.add"), "Ins"), item("duplicate", say("grid.row.duplicate"), "Ctrl ⇧ D"), item("up", say("grid.row.up"), "Alt ↑"), item("down", say("grid.row.down"), "Alt ↓"), item("delete", say("grid.row.delete", { n: chosen }), "Ctrl Del")] : null}
          </MenuSection>
        ) : null}
        {column ? (
          <MenuSection>
            <Header className={controls.itemsHead}>{column.title}</Header>
            {item("sort-up", say("grid.sort.up"))}
            {item("sort-down", say("grid.sort.down"))}
            {look.sort ? item("sort-off", say("grid.sort.off")) : null}
            {item("filter", say("grid.filter"))}
            {look.filters[column.key] ? item("filter-off", say("grid.filter.off")) : null}
            {column.kind === "title" ? null : item("hide", say("grid.hide"))}
          </MenuSection>
        ) : null}
      </Menu>
    </Popover>
  );
}

export const without = (filters: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(filters).filter(([one]) => one !== key));
