import { useSyncExternalStore } from "react";

/** Whether the window answers a media query, followed as it changes. */
function watcher(media: string): () => boolean {
  const query = window.matchMedia(media);
  const subscribe = (changed: () => void): (() => void) => {
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
}

/** Whether list and matrix have no room beside each other. */
export const useNarrow = watcher("(max-width: 1100px)");

const usePhone = watcher("(max-width: 560px)");

/** Height of a line of the matrix in CSS pixels: on a phone titles take two lines. */
export const useLineHeight = (): number => (usePhone() ? 46 : 34);
