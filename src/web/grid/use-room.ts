import { useLayoutEffect, useState, type RefObject } from "react";

/** Steps in which the room is told: what stands still need not be counted anew for every pixel of a window that grows. */
const STEP = 80;

/** The width of an element in pixels, rounded down to steps. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(() => window.innerWidth);
  useLayoutEffect(() => {
    const here = element.current;
    if (!here) return;
    const measure = (): void => setRoom(Math.floor(here.clientWidth / STEP) * STEP);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(here);
    return () => watch.disconnect();
  }, [element]);
  return room;
}
