import { useEffect, useRef, type RefObject } from "react";
import type { Arrangement } from "./lines.ts";
import { chosenParts, type Scene } from "./scene.ts";
import type { Range } from "./selection.ts";

/** Tells which rows are chosen, in all ranges together, whenever that changes. */
export function useChosenRows(latest: RefObject<Scene>, chosen: readonly Range[], arrangement: Arrangement, onRows: ((rows: readonly string[]) => void) | undefined): void {
  const told = useRef("");
  useEffect(() => {
    if (!onRows) return;
    const rows = chosenParts(latest.current).map(({ row }) => row.id as string);
    // In one range the ends say it all.
    const key = chosen.length > 1 ? rows.join(" ") : `${rows.length} ${rows[0] ?? ""} ${rows.at(-1) ?? ""}`;
    if (told.current === key) return;
    told.current = key;
    onRows(rows);
  }, [latest, chosen, arrangement, onRows]);
}
