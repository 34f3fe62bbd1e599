import { useEffect, useMemo, useSyncExternalStore } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import { Listing, type Piece } from "./listing.ts";

export interface KnownList<T> {
  readonly found: readonly T[] | undefined;
  readonly trouble: string | undefined;
  /** Whether there are older ones. */
  readonly more: boolean;
  read(): Promise<void>;
  readMore(): Promise<void>;
}

/** Follows a long list, newest first; read again when one comes back to the page. @param ask the same one from picture to picture. */
export function useListing<T>(ask: (after?: string) => Promise<Piece<T>>): KnownList<T> {
  const listing = useMemo(() => new Listing(ask), [ask]);
  const { found, more, thrown } = useSyncExternalStore(listing.subscribe, listing.snapshot);
  useEffect(() => {
    const look = (): void => void (document.visibilityState === "visible" && listing.read());
    void listing.read();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [listing]);
  useEffect(() => {
    if (thrown instanceof SaidNo && thrown.status === 401) toEntrance();
  }, [thrown]);
  if (thrown !== undefined && !(thrown instanceof SaidNo)) throw thrown;
  return { found, more, trouble: thrown instanceof SaidNo && thrown.status !== 401 ? thrown.message : undefined, read: listing.read, readMore: listing.readMore };
}
