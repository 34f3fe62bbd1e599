import { useEffect, useState, useSyncExternalStore } from "react";
import type { DraftStore, Snapshot } from "../draft/store.ts";
import { LiveProof, withProof } from "../proof/live-proof.ts";
import { Beside } from "../talk/beside.ts";
import { SyncedStore } from "../draft/synced-store.ts";
import { browserUnsent } from "../draft/unsent.ts";
import { httpWire, SignedOut, Unreachable } from "../draft/wire.ts";
import { backgroundChecker } from "../work/background-checker.ts";
import type { WorkspaceAbout } from "./account.ts";

export type Opening = { readonly at: "opening" } | { readonly at: "trouble"; readonly words: string } | { readonly at: "open"; readonly store: DraftStore; readonly beside: Beside; readonly proof: LiveProof };

/** The reader's day, as the rules ask for it. */
const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
};

/** Opens the draft of a workspace and follows it for as long as its pages are shown; tries again while the server is gone. */
export function useDraft({ id, role, party }: WorkspaceAbout, account: string, signedOut: () => void): Opening {
  const [opening, setOpening] = useState<Opening>({ at: "opening" });
  useEffect(() => {
    let gone = false;
    let store: SyncedStore | undefined;
    let beside: Beside | undefined;
    let unfollow = (): void => undefined;
    const proof = new LiveProof(() => new Worker(new URL("../proof/worker.ts", import.meta.url), { type: "module" }));
    const checker = withProof(backgroundChecker(() => new Worker(new URL("../work/check-worker.ts", import.meta.url), { type: "module" }), today()), proof);
    const open = async (): Promise<void> => {
      for (let pause = 300; !gone; pause = Math.min(pause * 2, 5_000)) {
        try {
          // What waits in this browser is sent by whoever typed it, and by nobody who signs in after them.
          const wire = httpWire(id);
          const made = await SyncedStore.open({ wire, unsent: browserUnsent(`${id}:${account}`), checker, mayEdit: role === "owner" || role === "editor", signedOut });
          if (gone) return made.close();
          store = made;
          const lying = new Beside(id, account, party, role === "guest");
          beside = lying;
          const unfollowDraft = made.subscribe(() => {
            lying.follow(made.snapshot().document);
            proof.follow(made.snapshot().document);
          });
          const unfollowBeside = lying.subscribe(() => proof.know(lying.snapshot().contacts));
          unfollow = () => {
            unfollowDraft();
            unfollowBeside();
          };
          proof.follow(made.snapshot().document);
          wire.news = (event, data) => lying.heard(event, data);
          return setOpening({ at: "open", store: made, beside: lying, proof });
        } catch (thrown) {
          if (!(thrown instanceof Unreachable)) {
            if (thrown instanceof SignedOut) return signedOut();
            return setOpening({ at: "trouble", words: "this workspace is not there, or it is not yours to see" });
          }
          setOpening({ at: "trouble", words: thrown.message });
          await new Promise((settle) => setTimeout(settle, pause));
        }
      }
    };
    void open();
    return () => {
      gone = true;
      unfollow();
      beside?.close();
      proof.close();
      if (store) store.close();
      else checker.close();
    };
  }, [id, role, party, account, signedOut]);
  return opening;
}

export const useSnapshot = (store: DraftStore): Snapshot => useSyncExternalStore(store.subscribe, store.snapshot);
