import { useSyncExternalStore } from "react";
import { Toast } from "../parts/toast.tsx";
import { dismissDone, done, onDone } from "./done.ts";

const nothing = (): void => undefined;

/** What was done a moment ago, on this page or on the one before it. */
export function DoneNotice() {
  const said = useSyncExternalStore(onDone, done);
  return <Toast notice={said && { text: said.words, number: said.number, back: undefined, unseen: false }} onUndo={nothing} onTakeBack={nothing} onDismiss={dismissDone} />;
}
