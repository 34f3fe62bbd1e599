import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

let printing = false;
const listeners = new Set<() => void>();
const set = (now: boolean): void => {
  printing = now;
  for (const listener of listeners) listener();
};

// Paper shows everything at once: whoever shortens or windows a list asks here, and must have drawn
// the whole before the browser takes its picture.
window.addEventListener("beforeprint", () => flushSync(() => set(true)));
window.addEventListener("afterprint", () => set(false));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether the page is being put on paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => printing);
