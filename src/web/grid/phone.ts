import { useSyncExternalStore } from "react";

const query = window.matchMedia("(max-width: 560px)");
const subscribe = (changed: () => void): (() => void) => {
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether the window is as narrow as a phone's: there rows are read and not written. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
