import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./find-bar.module.css";
import { rowAt, type Scene } from "./scene.ts";
import type { Spot } from "./selection.ts";

/** Beyond so many places a search says "many" by their number alone; finding more would hold up typing. */
const MOST = 5_000;

/** Every cell in sight that holds the words, in reading order. */
export function placesOf(scene: Pick<Scene, "document" | "arrangement" | "layout">, words: string): Spot[] {
  const wanted = words.trim().toLowerCase();
  const places: Spot[] = [];
  if (wanted === "") return places;
  for (let line = 0; line < scene.arrangement.lines.length && places.length < MOST; line++) {
    const row = rowAt(scene, line);
    if (!row) continue;
    scene.layout.columns.forEach((column, place) => {
      if (column.show(row).toLowerCase().includes(wanted)) places.push({ line, column: place });
    });
  }
  return places;
}

/** Finds words in the cells: Enter to the next, Shift+Enter back, Escape to the cell that was found. */
export function FindBar({ scene, onGo, onClose }: { readonly scene: Scene; readonly onGo: (spot: Spot) => void; readonly onClose: () => void }) {
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { document, arrangement, layout, selection } = scene;
  const places = useMemo(() => placesOf({ document, arrangement, layout }, words), [document, arrangement, layout, words]);
  const { line, column } = selection.head;
  const here = places.findIndex((spot) => spot.line === line && spot.column === column);
  useLayoutEffect(() => field.current?.focus(), []);
  const step = (back: boolean, stay = false): void => {
    if (places.length === 0) return;
    const ahead = places.findIndex((spot) => spot.line > line || (spot.line === line && (stay ? spot.column >= column : spot.column > column)));
    const behind = places.findLastIndex((spot) => spot.line < line || (spot.line === line && spot.column < column));
    const spot = places.at(back ? behind : ahead < 0 ? 0 : ahead);
    if (spot) onGo(spot);
  };
  return (
    <search className={style.bar} onKeyDown={(event) => {
      event.stopPropagation();
      if (event.key === "Escape") onClose();
      else if (event.key === "Enter" && event.target === field.current) step(event.shiftKey, here < 0);
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f") field.current?.select();
      else return;
      event.preventDefault();
    }}>
      <input ref={field} type="search" aria-label={say("grid.find.label")} placeholder={say("grid.find")} value={words} onChange={(event) => setWords(event.target.value)} />
      <span role="status" className={style.count}>
        {words.trim() === "" ? "" : places.length === 0 ? say("grid.find.none") : say("grid.find.count", { at: here < 0 ? "–" : here + 1, n: places.length >= MOST ? `${MOST}+` : places.length })}
      </span>
      <button type="button" className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("grid.find.previous")} disabled={places.length === 0} onClick={() => step(true)}>
        <ChevronUp aria-hidden />
      </button>
      <button type="button" className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("grid.find.next")} disabled={places.length === 0} onClick={() => step(false)}>
        <ChevronDown aria-hidden />
      </button>
      <button type="button" className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("chosen.close")} onClick={onClose}>
        <X aria-hidden />
      </button>
    </search>
  );
}
