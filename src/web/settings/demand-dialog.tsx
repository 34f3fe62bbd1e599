import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import style from "./settings-page.module.css";
import type { Look } from "./sign-in-rules.ts";

interface Props {
  readonly look: Look;
  /** How a party is called. */
  readonly nameOf: (party: string | null) => string;
  readonly onDemand: () => Promise<void>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before a second factor is demanded: who has none, and is out the moment it is. */
export function DemandDialog({ look: { keptOut, you }, nameOf, onDemand, onDone, onClose }: Props) {
  const sending = useSending();
  const cancel = (
    <Button autoFocus className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  return (
    <DialogBox title={say("rules.sure.title")} onClose={onClose}>
      {keptOut.length === 0 ? (
        <p className={box.lead}>{say("rules.sure.nobody")}</p>
      ) : (
        <>
          <p>{say("rules.sure.out", { n: keptOut.length })}</p>
          <ul className={style.out}>
            {keptOut.map(({ account, name, party }) => (
              <li key={account}>
                <b>{name}</b> <span>{nameOf(party)}</span>
              </li>
            ))}
          </ul>
          <p className={box.lead}>{say("rules.sure.back")}</p>
        </>
      )}
      <p className={box.lead}>{say("rules.sure.others")}</p>
      {you ? (
        <>
          <p role="alert" className={style.trouble}>
            {say("rules.first")}
          </p>
          <p className={box.actions}>{cancel}</p>
        </>
      ) : (
        <SendForm sending={sending} action={say("rules.demand")} needed={{}} onSend={() => void sending.send(onDemand).then((done) => done && onDone())} beside={cancel} />
      )}
    </DialogBox>
  );
}
