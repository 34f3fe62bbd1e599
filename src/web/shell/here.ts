import { createContext, use } from "react";
import type { DraftStore } from "../draft/store.ts";
import type { Me, WorkspaceAbout } from "./account.ts";

export interface Open {
  readonly me: Me;
  readonly workspace: WorkspaceAbout;
  readonly store: DraftStore;
}

export const Here = createContext<Open | undefined>(undefined);

/** The open workspace, on every page inside it. */
export function useHere(): Open {
  const open = use(Here);
  if (!open) throw new Error("this page belongs into a workspace");
  return open;
}
