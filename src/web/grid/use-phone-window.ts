import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from "react";
import { usePrinting } from "../state/printing.ts";
import type { Line } from "./lines.ts";

/** Heights in CSS pixels: a card with the room below it, and the heading of a group. */
const CARD = 96;
const HEADING = 58;
/** Pixels drawn beyond each edge. */
const BEYOND = 600;

/** Where each line stands from the top; the last entry is the whole height. */
export function topsOf(lines: readonly Line[]): readonly number[] {
  const tops = [0];
  for (const { kind } of lines) tops.push((tops.at(-1) ?? 0) + (kind === "group" ? HEADING : CARD));
  return tops;
}

/** The lines between two heights, by halving; the end is not included. */
export function linesBetween(tops: readonly number[], from: number, until: number): { readonly first: number; readonly end: number } {
  const firstBelow = (height: number): number => {
    let [low, high] = [0, tops.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle + 1] ?? 0) <= height) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const end = firstBelow(until);
  return { first: firstBelow(from), end: Math.min(end + 1, tops.length - 1) };
}

/** The cards in sight, followed as the list scrolls; on paper all of them. */
export function usePhoneWindow(scroller: RefObject<HTMLElement | null>, lines: readonly Line[]) {
  const printing = usePrinting();
  const tops = useMemo(() => topsOf(lines), [lines]);
  const now = useCallback(() => {
    const element = scroller.current;
    const top = element?.scrollTop ?? 0;
    return linesBetween(tops, top - BEYOND, top + (element?.clientHeight ?? 900) + BEYOND);
  }, [scroller, tops]);
  const [shown, setShown] = useState(now);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const next = now();
      setShown((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, now]);
  const { first, end } = printing ? { first: 0, end: lines.length } : { first: Math.min(shown.first, lines.length), end: Math.min(shown.end, lines.length) };
  return { first, end, tops };
}
