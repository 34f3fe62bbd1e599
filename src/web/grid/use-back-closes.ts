import { useEffect } from "react";

/**
 * The way back closes what lies over the page, as on every phone: an entry of its own in the history for as long as it
 * is open. Closed in another way, it takes that entry along.
 */
export function useBackCloses(open: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!open) return;
    const mark = { ...(history.state as object | null), sheet: true };
    history.pushState(mark, "");
    const closed = (): void => {
      if (!isSheet(history.state)) onClose();
    };
    window.addEventListener("popstate", closed);
    return () => {
      window.removeEventListener("popstate", closed);
      // Somewhere else by now: that page is not to be left.
      if (isSheet(history.state)) history.back();
    };
  }, [open, onClose]);
}

const isSheet = (state: unknown): boolean => typeof state === "object" && state !== null && "sheet" in state;
