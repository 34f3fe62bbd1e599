import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import type { Finding } from "#core/lint/finding.ts";
import { say } from "../words.ts";
import { ExplainBox } from "./explain-box.tsx";
import { fillTo } from "./fill.ts";
import { FindBar } from "./find-bar.tsx";
import { GridFoot } from "./grid-foot.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridLines } from "./grid-lines.tsx";
import { GridMenu } from "./grid-menu.tsx";
import style from "./grid-surface.module.css";
import type { SurfaceProps } from "./grid-props.ts";
import { GridTools, type Filtering } from "./grid-tools.tsx";
import { commandOf, type Command } from "./keys.ts";
import { byCell } from "./marks.ts";
import { withWidth } from "./look.ts";
import type { Outcome, Report } from "./outcome.ts";
import { PasteReport } from "./paste-report.tsx";
import { OpenEditor } from "./open-editor.tsx";
import { perform } from "./perform.ts";
import type { RowSign } from "./row-sign.tsx";
import { cellsIn, columnAt, extentOf, rowAt, writtenSpot } from "./scene.ts";
import { at, rangesOf, type Range } from "./selection.ts";
import { useChosenRows } from "./use-chosen-rows.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useEditing } from "./use-editing.ts";
import { useGridWindow } from "./use-grid-window.ts";
import { useRoom } from "./use-room.ts";
import { usePointer } from "./use-pointer.ts";
import { useScene } from "./use-scene.ts";
import { fitOnPaper } from "./window.ts";

/** Open remarks and proposals at a row. */
const waitingAt = (sign: RowSign | undefined): number => (sign ? sign.talk + sign.proposals : 0);

const KeysDialog = lazy(() => import("./keys-dialog.tsx"));

/** Height of a line, of the header of the lanes, and of that of the RACI view, in CSS pixels; the style sheets know them too. */
export const LINE = 34;
const HEAD = { lanes: 36, raci: 88 } as const;

/** The grid itself: what keys, pointer and clipboard ask becomes a command, a command an outcome, and that is carried out here. */
export function GridSurface({ store, look, onLook, onRows, onPanel, go, onList, listed = false, beside = false, opened = false, onClose, onLibrary, signs }: SurfaceProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const { snapshot, scene, setSelection, page, stale } = useScene(store, look, room, beside);
  const latest = useRef(scene);
  latest.current = scene;
  const headHeight = HEAD[look.view];
  const { shown, follow, reveal } = useGridWindow(scroller, latest, LINE, headHeight, page);
  const { editing, begin, end, settle, taker } = useEditing(latest);
  const [menu, setMenu] = useState<{ readonly column: number; readonly beside: HTMLElement; readonly rows: boolean }>();
  const [explained, setExplained] = useState<{ readonly beside: DOMRect; readonly focused: boolean }>();
  const [keys, setKeys] = useState(false);
  const [searching, setSearching] = useState(false);
  const [filtering, setFiltering] = useState<Filtering>();
  const [notice, setNotice] = useState("");
  const [report, setReport] = useState<Report>();
  const [filling, setFilling] = useState<Range>();
  const grab = useRef(false);
  const inside = useRef(false);
  const leaving = useRef(false);
  const { layout, arrangement, selection, document: matrix } = scene;
  const { head } = selection;
  const chosen = useMemo(() => rangesOf(selection, extentOf({ arrangement, layout })), [selection, arrangement, layout]);

  const cells = useMemo(() => cellsIn(arrangement, chosen), [arrangement, chosen]);

  const cellOf = () => scroller.current?.querySelector<HTMLElement>("[data-focus]");
  // After every drawing: the focus follows the chosen cell, and comes back where a change took its cell away.
  useLayoutEffect(() => {
    if (!grab.current && !(inside.current && document.activeElement === document.body)) return;
    grab.current = false;
    // An open editor keeps the keys for itself.
    if (!scroller.current?.querySelector("[data-editor]")) cellOf()?.focus({ preventScroll: true });
  });

  const carryOut = useCallback(
    (outcome: Outcome): void => {
      flushSync(() => {
        if (outcome.edits && outcome.edits.length > 0) store.edit(outcome.edits, outcome.what ?? "");
        if (outcome.look) onLook(outcome.look);
        if (outcome.selection) {
          setSelection(outcome.selection);
          reveal(outcome.selection.head);
        }
        setNotice(outcome.said ?? "");
        // Looking about keeps what was said of a paste in sight; the next thing that is done takes it away.
        if (outcome.report || outcome.edits || outcome.call === "undo" || outcome.call === "redo" || outcome.call === "escape") setReport(outcome.report);
        setFilling(undefined);
        setExplained(undefined);
        grab.current = true;
        if (outcome.call === "find") {
          grab.current = false;
          setSearching(true);
        } else if (outcome.call === "undo" || outcome.call === "redo") {
          const { canUndo, canRedo } = store.snapshot();
          if (outcome.call === "undo" ? canUndo : canRedo) {
            store[outcome.call]();
            setNotice(say(outcome.call === "undo" ? "grid.said.undone" : "grid.said.redone"));
          }
        } else if (outcome.call === "escape") setSelection((now) => at(now.head));
      });
      // The report takes room from below, where the paste may just have been.
      if (outcome.report && outcome.selection) reveal(outcome.selection.head);
      if (outcome.to !== undefined) {
        const line = latest.current.arrangement.lineOf.get(outcome.to);
        if (line !== undefined)
          flushSync(() => {
            setSelection(at({ line, column: 0 }));
            reveal({ line, column: 0 });
            grab.current = true;
          });
      }
      if (outcome.editing) {
        reveal(outcome.editing.spot ?? latest.current.selection.head);
        grab.current = false;
        begin(outcome.editing);
      }
      if (outcome.call === "panel" || outcome.call === "talk") onPanel?.(outcome.call === "talk" ? "talk" : "fields");
      else if (outcome.call === "explain") explain(true);
      else if (outcome.call === "keys") setKeys(true);
    },
    // What it calls is fixed for the life of a store.
    [store, onLook, onPanel, reveal, setSelection, begin],
  );
  const run = useCallback((command: Command) => carryOut(perform(command, latest.current)), [carryOut]);

  const add = useCallback(() => run({ do: "add" }), [run]);
  const showKeys = useCallback(() => setKeys(true), []);
  const find = useCallback(() => setSearching(true), []);
  const toRows = useCallback(() => cellOf()?.focus({ preventScroll: true }), []);
  const openMenu = useCallback((column: number, beside: HTMLElement) => setMenu({ column, beside, rows: false }), []);
  const setWidth = useCallback((key: string, width: number) => {
    onLook(withWidth(latest.current.look, key, width));
  }, [onLook]);
  const explain = (focused: boolean): void => {
    const cell = cellOf();
    if (cell) setExplained({ beside: cell.getBoundingClientRect(), focused });
  };
  const pointer = usePointer(scroller, latest, LINE, {
    settle,
    choose: (next) => carryOut({ selection: next }),
    drag: (next) => {
      setSelection(next);
      reveal(next.head);
    },
    pull: setFilling,
    fill: (to) => carryOut(fillTo(latest.current, to)),
    edit: (caret) => {
      const outcome = perform({ do: "edit" }, latest.current);
      carryOut(outcome.editing ? { ...outcome, editing: { ...outcome.editing, caret } } : outcome);
    },
    fold: () => run({ do: "fold", open: undefined }),
    explain: () => explain(false),
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof Element && event.target.closest("[data-editor], button, input")) return;
    const column = columnAt(scene, head.column);
    // A range that ends on the heading of a group is written like any other.
    const command = commandOf(event, { on: writtenSpot(scene) === undefined ? "group" : column?.kind === "role" || column?.kind === "lane" ? column.kind : "other" });
    // After Escape the Tab key leaves the grid, so that nobody is caught in it.
    if (!command || (command.do === "next" && leaving.current)) return;
    const outcome = perform(command, latest.current);
    leaving.current = command.do === "escape";
    if (outcome.call === "leave") return;
    event.preventDefault();
    if (outcome.call !== "menu" && outcome.call !== "column-menu") return carryOut(outcome);
    const cell = cellOf();
    if (cell) setMenu({ column: head.column, beside: cell, rows: outcome.call === "menu" });
  };

  const clipboard = useClipboard(latest, carryOut);

  // A column that was frozen or hidden took its cell along, and the menu finds nobody to give the focus back to.
  useEffect(() => {
    if (!menu) return;
    return () => void requestAnimationFrame(() => requestAnimationFrame(() => {
      if (document.activeElement === document.body) cellOf()?.focus({ preventScroll: true });
    }));
  }, [menu]);
  const still = look.freeze[look.view];
  useEffect(() => {
    if (latest.current.layout.columns.findIndex(({ key }) => key === still) >= latest.current.layout.frozen) setNotice(say("grid.said.freeze", { n: latest.current.layout.frozen }));
  }, [still]);

  const wanted = useRef<typeof go>(undefined);
  useEffect(() => {
    if (!go || wanted.current === go) return;
    const line = arrangement.lineOf.get(go.row);
    if (line === undefined) {
      if (matrix.activities.some(({ id }) => id === go.row)) onLook({ ...look, folded: new Set(), always: new Set([...look.always, go.row]) });
      else wanted.current = go;
      return;
    }
    wanted.current = go;
    const column = Math.max(0, layout.columns.findIndex(({ key }) => key === go.column));
    // Not while React is at work: the focus must have moved before the next key.
    queueMicrotask(() => carryOut({ selection: at({ line, column }) }));
  }, [go, arrangement, layout, matrix, look, onLook, carryOut]);

  useChosenRows(latest, chosen, arrangement, onRows);
  const row = rowAt(scene, head.line);
  const here: readonly Finding[] = row ? (byCell(scene.marks.get(row.id), row, layout.columns).get(columnAt(scene, head.column)?.key ?? "") ?? []) : [];
  const atRow = row ? (scene.marks.get(row.id) ?? []) : [];
  const { lines, columns } = extentOf(scene);
  const agreed = useMemo(() => [...(signs?.values() ?? [])].filter(({ stand }) => stand === "agreed").length, [signs]);
  return (
    <section className={style.grid} aria-label={say("grid.label")} style={{ "--fit": fitOnPaper(layout) } as CSSProperties}>
      <p className={style.onPaper}>{say("grid.on-paper")}</p>
      <GridTools store={store} findings={snapshot.findings} canUndo={snapshot.canUndo} canRedo={snapshot.canRedo} cast={scene.cast} look={look} staged={(matrix.stages ?? []).length > 0} writable={scene.writable} latest={latest} filtering={filtering} onLook={onLook} onAdd={add} onFind={find} onPanel={onPanel} opened={opened} onClose={onClose} waiting={row ? waitingAt(signs?.get(row.id)) : undefined} onList={onList} listed={listed} onLibrary={onLibrary} onDone={toRows} stale={stale} />
      <div className={style.frame}>
        {searching ? (
          <FindBar scene={scene} onGo={(spot) => { setSelection(at(spot)); reveal(spot); }} onClose={() => { setSearching(false); grab.current = true; }} />
        ) : null}
        <div
          ref={scroller}
          role="treegrid"
          aria-label={say("matrix.title")}
          aria-rowcount={lines + (look.view === "raci" ? 2 : 1)}
          aria-colcount={columns}
          aria-multiselectable
          aria-readonly={scene.writable ? undefined : true}
          aria-describedby="grid-keys"
          className={style.scroller}
          onScroll={follow}
          onKeyDown={onKeyDown}
          {...clipboard}
          onFocus={() => void (inside.current = true)}
          onBlur={(event) => void (inside.current = event.currentTarget.contains(event.relatedTarget))}
          onContextMenu={(event) => {
            const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
            if (!cell) return;
            event.preventDefault();
            if (taker.current) return;
            setMenu({ column: Number(cell.dataset["column"]), beside: cell, rows: true });
          }}
          {...pointer}
        >
          <GridHead layout={layout} left={shown.left} right={shown.right} look={look} at={head.column} onMenu={openMenu} onWidth={setWidth} />
          <GridLines signs={signs} scene={scene} shown={shown} lineHeight={LINE} headLines={look.view === "raci" ? 2 : 1} filling={filling}>
            {editing ? <OpenEditor editing={editing} scene={scene} latest={latest} store={store} scroller={scroller.current} lineHeight={LINE} taker={taker} carryOut={carryOut} onEnd={end} onCancel={() => void (grab.current = true)} /> : null}
          </GridLines>
          {lines === 0 ? (
            <div className={style.empty}>
              <p>{matrix.activities.length === 0 ? say("grid.empty") : say("grid.none")}</p>
              <p>{matrix.activities.length === 0 ? say("grid.empty.how") : say("grid.none.how", { n: matrix.activities.length })}</p>
            </div>
          ) : null}
        </div>
      </div>
      {report ? <PasteReport key={`${report.added} ${report.refused.length} ${report.refused[0]?.text ?? ""}`} report={report} onUndo={() => run({ do: "undo" })} onSize={() => reveal(latest.current.selection.head)} onClose={() => { setReport(undefined); grab.current = true; }} /> : null}
      <GridFoot agreed={agreed} lanes={look.view === "lanes"} passing={arrangement.passing} all={matrix.activities.length} writable={scene.writable} saving={snapshot.saving} cells={cells} onKeys={showKeys} notice={notice} finding={here[0] ?? atRow[0]} fix={[...here, ...atRow].find(({ fix }) => fix)?.fix} />
      {menu ? <GridMenu talks={signs !== undefined} scene={scene} column={menu.column} beside={menu.beside} rows={menu.rows} onCommand={run} onLook={onLook} onFilter={(key, by) => { setFiltering({ column: key, by }); onLook({ ...look, filters: { ...look.filters, [key]: look.filters[key] ?? "" } }); }} onClose={() => { setMenu(undefined); grab.current = true; }} /> : null}
      {keys ? (
        <Suspense fallback={null}>
          <KeysDialog onClose={() => { setKeys(false); grab.current = true; }} />
        </Suspense>
      ) : null}
      {explained && atRow.length > 0 ? (
        <ExplainBox
          findings={here.length > 0 ? here : atRow}
          beside={explained.beside}
          focused={explained.focused}
          onFix={scene.writable ? (fix) => carryOut({ edits: fix.edits, what: say("grid.what.fix", { label: fix.label }), said: say("grid.said.fixed", { label: fix.label }) }) : undefined}
          onClose={(back) => {
            setExplained(undefined);
            grab.current = back;
          }}
        />
      ) : null}
    </section>
  );
}
