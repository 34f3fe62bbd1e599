import { useSyncExternalStore } from "react";

const query = window.matchMedia("(max-width: 1100px)");
const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether list and matrix have no room beside each other. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
