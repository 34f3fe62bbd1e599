import { useCallback } from "react";
import { useListing, type KnownList } from "../state/use-listing.ts";
import { guestsOf, type Guest } from "./visits.ts";

/** The guests of a workspace, newest first. */
export const useGuests = (workspace: string): KnownList<Guest> =>
  useListing(useCallback(async (after?: string) => {
    const { guests: found, next } = await guestsOf(workspace, after);
    return { found, next };
  }, [workspace]));
