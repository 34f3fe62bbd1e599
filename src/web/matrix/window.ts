import { useCallback, useLayoutEffect, useState, type RefObject } from "react";
import { usePrinting } from "../state/printing.ts";

/** Height of a line in CSS pixels; the style sheet's `--row`. */
export const LINE_HEIGHT = 34;

/** Lines drawn beyond each edge, so that a quick scroll finds them there. */
const BEYOND = 14;

/** The window moves in steps of this many lines: fewer redraws while scrolling. */
const STRIDE = 8;

export interface Shown {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Which of `count` lines to draw when `top` pixels are scrolled away and `height` pixels show. */
export function shownLines(top: number, height: number, count: number): Shown {
  const first = Math.floor(Math.max(0, top / LINE_HEIGHT - BEYOND) / STRIDE) * STRIDE;
  const end = Math.ceil(((top + height) / LINE_HEIGHT + BEYOND) / STRIDE) * STRIDE;
  return { first: Math.min(first, count), end: Math.min(Math.max(end, first), count) };
}

/** The window over a scrolled list, followed as it scrolls; on paper it shows everything. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number): Shown {
  const printing = usePrinting();
  const [shown, setShown] = useState<Shown>(() => shownLines(0, 900, count));
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = shownLines(element.scrollTop, element.clientHeight, count);
    setShown((before) => (before.first === next.first && before.end === next.end ? before : next));
  }, [scroller, count]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, look]);
  return printing ? { first: 0, end: count } : { first: Math.min(shown.first, count), end: Math.min(shown.end, count) };
}
