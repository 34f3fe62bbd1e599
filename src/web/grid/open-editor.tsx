import type { RefObject } from "react";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import type { DraftStore } from "../draft/store.ts";
import { SHORT, written } from "./cell-edits.ts";
import { CellEditor } from "./cell-editor.tsx";
import type { Outcome } from "./outcome.ts";
import { commit } from "./perform.ts";
import { rowAt, type Scene } from "./scene.ts";
import type { Spot } from "./selection.ts";
import type { Editing, Taker } from "./use-editing.ts";

/** Where the cell that is being written stands now. */
function spotOf({ arrangement, layout }: Scene, { row, column }: Editing): Spot | undefined {
  const line = arrangement.lineOf.get(row);
  const place = layout.columns.findIndex(({ key }) => key === column);
  return line === undefined || place < 0 ? undefined : { line, column: place };
}

/** The editor over its cell. What is typed is written into that cell wherever it has moved to. */
export function OpenEditor({ editing, scene, latest, store, scroller, lineHeight, taker, carryOut, onEnd, onCancel }: {
  readonly editing: Editing;
  readonly scene: Scene;
  readonly latest: RefObject<Scene>;
  readonly store: DraftStore;
  readonly scroller: HTMLElement | null;
  readonly lineHeight: number;
  readonly taker: RefObject<Taker | undefined>;
  readonly carryOut: (outcome: Outcome) => void;
  readonly onEnd: (editing: Editing) => void;
  readonly onCancel: () => void;
}) {
  const { layout } = scene;
  const spot = spotOf(scene, editing);
  const row = spot && rowAt(scene, spot.line);
  const column = spot && layout.columns[spot.column];
  if (!spot || !row || !column) return null;
  const top = spot.line * lineHeight;
  return (
    <CellEditor
      key={`${row.id} ${column.key}`}
      column={column}
      title={row.title}
      text={editing.text}
      over={editing.over}
      caret={editing.caret}
      taker={taker}
      place={{
        x: (spot.column < layout.frozen ? (scroller?.scrollLeft ?? 0) : 0) + (layout.lefts[spot.column] ?? 0),
        y: top - 1, width: column.width, height: lineHeight + 2,
        up: top - (scroller?.scrollTop ?? 0) > (scroller?.clientHeight ?? 0) * 0.55,
      }}
      onCheck={(text) => {
        const read = text.length > SHORT ? written(row, column, text) : undefined;
        return read instanceof Unreadable ? read.why : "";
      }}
      onCommit={(text, then) => {
        const outcome = commit(latest.current, text, then, spotOf(latest.current, editing));
        if (outcome instanceof Unreadable) return outcome;
        onEnd(editing);
        if (then !== "stay") carryOut(outcome);
        else if (outcome.edits) store.edit(outcome.edits, outcome.what ?? "");
        return undefined;
      }}
      onCancel={() => {
        onEnd(editing);
        onCancel();
      }}
    />
  );
}
