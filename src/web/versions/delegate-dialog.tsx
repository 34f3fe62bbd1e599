import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { delegate, type Seat, type Version } from "./versions.ts";
import style from "./versions.module.css";

/** Hands a signature on to somebody else of the same party. */
export function DelegateDialog({ version, seat, matrix, onDone, onClose }: { readonly version: Version; readonly seat: Seat; readonly matrix: MatrixDocument; readonly onDone: () => Promise<void>; readonly onClose: () => void }) {
  const { workspace } = useHere();
  const sending = useSending();
  const [to, setTo] = useState("");
  const taken = new Set(version.seats.flatMap(({ person, delegate: other }) => [person, other]));
  const others = (matrix.people ?? []).filter(({ id, party }) => party === seat.party && !taken.has(id));
  return (
    <DialogBox title={say("versions.delegate.title", { name: seat.name })} onClose={onClose}>
      <p className={box.lead}>{say(others.length === 0 ? "versions.delegate.nobody" : "versions.delegate.lead", { party: seat.partyName })}</p>
      <SendForm sending={sending} action={say("versions.delegate.go")} needed={{ to }} onSend={() => void sending.send(async () => {
        await delegate(workspace.id, version.number, seat.person, to);
        await onDone();
        onClose();
      })} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <select className={style.choose} aria-label={say("versions.delegate.to")} value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{say("versions.delegate.to")}</option>
          {others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </SendForm>
    </DialogBox>
  );
}
