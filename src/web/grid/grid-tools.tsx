import { Check, Columns3, Library, ListChecks, Plus, Redo2, RotateCw, Search, TriangleAlert, Undo2 } from "lucide-react";
import { memo, type RefObject } from "react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { count, SEVERITIES, type Finding } from "#core/lint/finding.ts";
import type { DraftStore } from "../draft/store.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import controls from "../parts/controls.module.css";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import { ColumnFilter } from "./column-filter.tsx";
import { columnsOf, type Cast } from "./columns.ts";
import style from "./grid-tools.module.css";
import { GROUPINGS, type Grouping } from "./groupers.ts";
import { asked, isFiltered, withColumn, type Look } from "./look.ts";
import { PanelButton } from "./panel-button.tsx";
import type { Scene } from "./scene.ts";

/** A filter somebody has asked to write: a new object asks again. */
export interface Filtering {
  readonly column: string;
  readonly by: "words" | "ticks";
}

interface Props {
  readonly store: DraftStore;
  readonly findings: readonly Finding[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly cast: Cast;
  readonly look: Look;
  readonly staged: boolean;
  readonly writable: boolean;
  readonly latest: RefObject<Scene>;
  /** The column whose filter is being written, and how. */
  readonly filtering: Filtering | undefined;
  readonly onLook: (look: Look) => void;
  readonly onAdd: () => void;
  readonly onFind: () => void;
  readonly onPanel: ((part?: "fields" | "talk") => void) | undefined;
  /** Whether all about a row stands beside the grid. */
  readonly opened: boolean;
  readonly onClose: (() => void) | undefined;
  /** Open remarks and proposals at the row one is at; nothing where one is at none. */
  readonly waiting: number | undefined;
  readonly onList: (() => void) | undefined;
  readonly listed: boolean;
  readonly onLibrary: (() => void) | undefined;
  /** A filter is written: the focus goes to the rows. */
  readonly onDone: () => void;
  /** Rows that would come or go if the filters were asked anew. */
  readonly stale: number;
}

/** Drawn apart from the rows: no key and no turn of the wheel touches it. View, grouping, filters, columns, undo, and how many findings there are. */
export const GridTools = memo(function GridTools({ store, findings, canUndo, canRedo, cast, look, staged, writable, latest, filtering, onLook, onAdd, onFind, onPanel, opened, onClose, waiting, onList, listed, onLibrary, onDone, stale }: Props) {
  const counts = count(findings);
  const shown = new Set(columnsOf(cast, look.view, look.shown[look.view]).map(({ key }) => key));
  const filters = [...cast.all, ...cast.roles].filter(({ key }) => isFiltered(look, key) || (key === filtering?.column && look.filters[key] !== undefined));
  const groups = GROUPINGS.filter((group) => group !== "stage" || staged);
  const toggle = (key: string) => onLook(withColumn(look, key, !shown.has(key)));
  const item = (key: string, title: string) => (
    <MenuItem key={key} id={key} textValue={title} className={controls.item} isDisabled={key === "title"}>
      {shown.has(key) ? <Check aria-hidden /> : <span className={style.blank} />}
      <span>{title}</span>
    </MenuItem>
  );
  return (
    <div role="toolbar" aria-label={say("grid.tools")} className={style.bar}>
      <div className={style.tools}>
        <ToggleButtonGroup className={controls.segments} aria-label={say("matrix.view")} selectionMode="single" disallowEmptySelection selectedKeys={[look.view]} onSelectionChange={(keys) => onLook({ ...look, view: keys.has("raci") ? "raci" : "lanes" })}>
          <ToggleButton id="lanes">{say("matrix.lanes")}</ToggleButton>
          <ToggleButton id="raci">{say("matrix.raci")}</ToggleButton>
        </ToggleButtonGroup>
        <ChoiceList label={say("grid.group")} choices={groups.map((value) => ({ value, label: say(`grid.group.${value}`) }))} chosen={look.group} onChoose={(value) => onLook({ ...look, group: (value ?? "none") as Grouping })} />
        <div className={`${controls.search} ${style.search}`} data-empty={look.search === "" || undefined}>
          <Search aria-hidden />
          <input type="search" aria-label={say("grid.search")} placeholder={say("grid.search")} value={look.search} onChange={(event) => onLook({ ...look, search: event.target.value, always: NONE })} />
        </div>
        <ToggleButton className={`${controls.button} ${style.only}`} aria-label={say("grid.only-findings")} isSelected={look.only !== undefined} onChange={(only) => onLook({ ...look, only: only ? new Set(latest.current.marks.keys()) : undefined, always: NONE })}>
          <TriangleAlert aria-hidden className={style.narrow} />
          <span className={style.words}>{say("grid.only-findings")}</span>
        </ToggleButton>
        <MenuTrigger>
          <Button className={controls.button} aria-label={say("grid.columns")}>
            <Columns3 aria-hidden />
            <span className={style.wide}>{say("grid.columns")}</span>
          </Button>
          <Popover className={controls.popover}>
            <Menu className={`${controls.items} ${style.columns}`} selectionMode="none" shouldCloseOnSelect={false} onAction={(key) => toggle(String(key))}>
              <MenuSection>
                <Header className={controls.itemsHead}>{say("grid.columns.fields")}</Header>
                {cast.all.map(({ key, title }) => item(key, title))}
              </MenuSection>
              {look.view === "raci" ? (
                <MenuSection>
                  <Header className={controls.itemsHead}>{say("grid.columns.roles")}</Header>
                  {cast.roles.map(({ key, title }) => item(key, title))}
                </MenuSection>
              ) : null}
            </Menu>
          </Popover>
        </MenuTrigger>
        <span className={style.gap} />
        {onPanel ? <PanelButton waiting={waiting} opened={opened} onOpen={onPanel} onClose={onClose} /> : null}
        {onList ? (
          <ToggleButton className={`${controls.button} ${style.counts}`} isSelected={listed} onChange={onList}>
            <span className="unseen">{say("grid.list")}: </span>
            {SEVERITIES.every((severity) => counts[severity] === 0) ? (
              <>
                <ListChecks aria-hidden />
                <span className="unseen">{say("state.clean")}</span>
              </>
            ) : (
              SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
                <span key={severity}>
                  <SeveritySign severity={severity} size={14} />
                  {counts[severity]}
                  <span className="unseen"> {say(`severity.${severity}s`, { n: counts[severity] })}, </span>
                </span>
              ))
            )}
          </ToggleButton>
        ) : null}
        <Button className={`${controls.button} ${controls.quiet} ${controls.icon}`} aria-label={say("grid.find")} onPress={onFind}>
          <Search aria-hidden />
        </Button>
        {writable ? (
          <>
            <Button className={`${controls.button} ${controls.quiet} ${controls.icon}`} aria-label={say("undo")} isDisabled={!canUndo} onPress={() => store.undo()}>
              <Undo2 aria-hidden />
            </Button>
            <Button className={`${controls.button} ${controls.quiet} ${controls.icon}`} aria-label={say("redo")} isDisabled={!canRedo} onPress={() => store.redo()}>
              <Redo2 aria-hidden />
            </Button>
            {onLibrary ? (
              <Button className={`${controls.button} ${controls.quiet} ${controls.icon}`} aria-label={say("library.title")} onPress={onLibrary}>
                <Library aria-hidden />
              </Button>
            ) : null}
            <Button className={`${controls.button} ${controls.main}`} aria-label={say("grid.add")} onPress={onAdd}>
              <Plus aria-hidden />
              <span className={style.wide}>{say("grid.add")}</span>
            </Button>
          </>
        ) : null}
      </div>
      {filters.length > 0 || stale > 0 ? (
        <div className={style.asked}>
          {filters.map((column) => (
            <ColumnFilter key={column.key} column={column} look={look} rows={latest.current.document.activities} asking={filtering?.column === column.key ? filtering : undefined} onLook={onLook} onDone={onDone} />
          ))}
          {stale > 0 ? (
            <Button className={`${controls.button} ${style.again}`} onPress={() => onLook(asked(look, new Set(latest.current.marks.keys())))}>
              <RotateCw aria-hidden />
              {say("grid.again", { n: stale })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
});

/** Asked anew, the filters look at every row: what was made a moment ago no longer stays in sight. */
const NONE: ReadonlySet<string> = new Set();
