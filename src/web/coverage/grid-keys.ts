import { useRef, useState, type KeyboardEvent } from "react";

const MOVES: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** One cell of a table takes part in the tab order, and the arrows move among them. */
export function useGridKeys(rows: number, columns: number, start: readonly [number, number]) {
  const [at, setAt] = useState(start);
  const table = useRef<HTMLTableElement>(null);
  const go = (row: number, column: number): void => {
    setAt([row, column]);
    table.current?.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [row, column] = at;
    const move = MOVES[event.key];
    const to: readonly [number, number] | undefined =
      move ? [Math.min(rows - 1, Math.max(0, row + move[0])), Math.min(columns - 1, Math.max(0, column + move[1]))]
      : event.key === "Home" ? [event.ctrlKey ? 0 : row, 0]
      : event.key === "End" ? [event.ctrlKey ? rows - 1 : row, columns - 1]
      : undefined;
    if (to === undefined) return;
    event.preventDefault();
    go(...to);
  };
  const cell = (row: number, column: number) => ({ "data-cell": `${row},${column}`, tabIndex: at[0] === row && at[1] === column ? 0 : -1, onFocus: () => setAt([row, column]) });
  return { table, onKeyDown, cell };
}
