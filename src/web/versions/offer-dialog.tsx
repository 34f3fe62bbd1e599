import { useNavigate } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { offer, type Versions } from "./versions.ts";
import style from "./versions.module.css";
import { useVersions } from "./versions-store.ts";

/** Freezes the draft as it stands, for everybody who has to sign. */
export function OfferDialog({ draft: { missing, revision: read }, onClose }: { readonly draft: Versions["draft"]; readonly onClose: () => void }) {
  const { workspace, store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const known = useVersions();
  const go = useNavigate();
  const sending = useSending();
  const freeze = async (): Promise<void> => {
    const { number } = await offer(workspace.id, store.revision?.() ?? read);
    await known.read();
    onClose();
    void go({ to: "/w/$workspace/versions/$number", params: { workspace: workspace.id, number: String(number) } });
  };
  return (
    <DialogBox title={say("versions.offer.title")} onClose={onClose}>
      <p className={box.lead}>{say("versions.offer.lead", { rows: matrix.activities.length })}</p>
      <dl className={style.facts}>
        <dt>{say("versions.valid")}</dt>
        <dd>{matrix.validFrom === undefined ? say("versions.from.signed") : say("versions.from", { day: sayDay(matrix.validFrom) })} {matrix.validUntil === undefined ? say("versions.until.none") : say("versions.until", { day: sayDay(matrix.validUntil) })}</dd>
      </dl>
      {missing.length === 0 ? null : <p role="alert" className={style.trouble}>{say("versions.offer.missing", { names: missing.join(", ") })}</p>}
      <SendForm sending={sending} action={say("versions.offer.go")} needed={{}} onSend={() => void sending.send(freeze)} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>} />
    </DialogBox>
  );
}
