import { createContext, use, useSyncExternalStore } from "react";
import type { DraftStore } from "../draft/store.ts";
import type { LiveProof } from "../proof/live-proof.ts";
import type { Beside, BesideSnapshot } from "../talk/beside.ts";
import type { Me, WorkspaceAbout } from "./account.ts";

export interface Open {
  readonly me: Me;
  readonly workspace: WorkspaceAbout;
  readonly store: DraftStore;
  readonly beside: Beside;
  readonly proof: LiveProof;
}

export const Here = createContext<Open | undefined>(undefined);

/** The open workspace, on every page inside it. */
export function useHere(): Open {
  const open = use(Here);
  if (!open) throw new Error("this page belongs into a workspace");
  return open;
}

/** What lies beside the matrix of the open workspace. */
export function useBeside(): BesideSnapshot {
  const { beside } = useHere();
  return useSyncExternalStore(beside.subscribe, beside.snapshot);
}
