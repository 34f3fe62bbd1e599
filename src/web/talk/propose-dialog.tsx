import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Clash } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { useBeside, useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import style from "./row-beside.module.css";
import { propose } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { nameOf, useEntitled } from "./who.ts";

/** Makes a proposal of an edit that agreed rows did not take. */
export default function ProposeDialog({ clash, onDone, onClose }: { readonly clash: Clash; readonly onDone: () => void; readonly onClose: () => void }) {
  const { workspace, beside, store } = useHere();
  const lying = useBeside();
  const { party } = useEntitled();
  const { busy, trouble, act } = useDeed();
  const [reason, setReason] = useState("");
  const rows = useMemo(() => new Set(clash.agreed), [clash]);
  // An open proposal of the other side about the same rows: this one answers it.
  const theirs = lying.proposals.find((each) => each.party !== party && each.activities.some((row) => rows.has(row)));
  const send = async (): Promise<void> => {
    const made = await act(() =>
      propose(workspace.id, { base: store.revision?.() ?? lying.agreement?.revision ?? 0, what: clash.what, edits: clash.mine, reason: reason.trim() === "" ? null : reason.trim(), ...(theirs ? { counters: theirs.id } : {}) }),
    );
    beside.look("agreement", 0);
    if (made) onDone();
  };
  return (
    <DialogBox title={say("proposal.make.title")} onClose={onClose}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say("proposal.make.lead", { what: clash.what })}</p>
        {theirs ? <p className={style.hint}>{say("proposal.make.counters", { name: nameOf(lying, theirs.by), what: theirs.what })}</p> : null}
        <label>
          <span>{say("proposal.make.reason")}</span>
          <textarea rows={3} autoFocus maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
        <div className={style.deeds}>
          <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={busy}>
            {say("proposal.make")}
          </Button>
          <Button className={`${buttons.button} ${buttons.quiet}`} onPress={onClose}>
            {say("cancel")}
          </Button>
        </div>
      </form>
    </DialogBox>
  );
}
