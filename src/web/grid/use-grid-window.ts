import { useCallback, useLayoutEffect, useState, type RefObject } from "react";
import { usePrinting } from "../state/printing.ts";
import { extentOf, type Scene } from "./scene.ts";
import type { Spot } from "./selection.ts";
import { scrollTo, windowOf, type Window } from "./window.ts";

/**
 * The part of the grid that is drawn, followed as it scrolls. `reveal` scrolls a cell into sight and moves the
 * window at once: a key pressed in the meantime must find the cell there.
 */
export function useGridWindow(scroller: RefObject<HTMLElement | null>, latest: RefObject<Scene>, lineHeight: number, headHeight: number, page: RefObject<number>) {
  const printing = usePrinting();
  const seen = useCallback(() => {
    const element = scroller.current;
    return element ? { top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: element.clientHeight } : { top: 0, left: 0, width: window.innerWidth, height: window.innerHeight };
  }, [scroller]);
  const now = useCallback((): Window => windowOf(latest.current.layout, extentOf(latest.current).lines, lineHeight, seen()), [latest, lineHeight, seen]);
  const [shown, setShown] = useState<Window>(now);
  const follow = useCallback(() => {
    const next = now();
    setShown((before) => (before.first === next.first && before.end === next.end && before.left === next.left && before.right === next.right ? before : next));
  }, [now]);
  const reveal = useCallback(
    (spot: Spot) => {
      const element = scroller.current;
      if (!element) return;
      const { top, left } = scrollTo(latest.current.layout, lineHeight, headHeight, spot, seen());
      if (top !== element.scrollTop) element.scrollTop = top;
      if (left !== element.scrollLeft) element.scrollLeft = left;
      follow();
    },
    [scroller, latest, lineHeight, headHeight, seen, follow],
  );
  const { layout, arrangement } = latest.current;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      page.current = Math.max(1, Math.floor((element.clientHeight - headHeight) / lineHeight) - 1);
      follow();
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller, follow, layout, arrangement, headHeight, lineHeight, page]);
  const count = arrangement.lines.length;
  const wide = layout.columns.length;
  const clipped = { first: Math.min(shown.first, count), end: Math.min(shown.end, count), left: Math.min(Math.max(shown.left, layout.frozen), wide), right: Math.min(shown.right, wide) };
  return { shown: printing ? { first: 0, end: count, left: layout.frozen, right: wide } : clipped, follow, reveal };
}
