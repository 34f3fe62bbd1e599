import { useCallback, useLayoutEffect, useState, type RefObject } from "react";
import { usePrinting } from "../state/printing.ts";
import { shownLines, type Shown } from "./shown-lines.ts";

/** The window over a scrolled list, followed as it scrolls; on paper it shows everything. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, lineHeight: number): Shown {
  const printing = usePrinting();
  const [shown, setShown] = useState<Shown>(() => shownLines(0, 900, count, lineHeight));
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = shownLines(element.scrollTop, element.clientHeight, count, lineHeight);
    setShown((before) => (before.first === next.first && before.end === next.end ? before : next));
  }, [scroller, count, lineHeight]);
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
