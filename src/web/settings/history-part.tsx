import { Part } from "../account/part.tsx";
import { ProofBox, useHistoryState } from "../history/proof-box.tsx";
import { say } from "../words.ts";

/** The history to take away, and how to prove it. */
export function HistoryPart({ workspace }: { readonly workspace: string }) {
  const { state, trouble } = useHistoryState(workspace);
  return (
    <Part title={say("settings.history.title")} lead={say("settings.history.lead")}>
      <ProofBox workspace={workspace} state={state} trouble={trouble} />
    </Part>
  );
}
