import { useCallback, useSyncExternalStore } from "react";

const MOVED = "remit-hash";

function subscribe(changed: () => void): () => void {
  for (const event of ["hashchange", "popstate", MOVED]) window.addEventListener(event, changed);
  return () => {
    for (const event of ["hashchange", "popstate", MOVED]) window.removeEventListener(event, changed);
  };
}

/** A choice of a page that is in its address (`#details`), so that it can be sent on and survives a reload. */
export function useHashFlag(name: string): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => location.hash === `#${name}`);
  const set = useCallback(
    (to: boolean): void => {
      history.replaceState(history.state, "", `${location.pathname}${location.search}${to ? `#${name}` : ""}`);
      window.dispatchEvent(new Event(MOVED));
    },
    [name],
  );
  return [on, set];
}
