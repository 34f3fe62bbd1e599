import { Fingerprint, PenLine } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { DelegateDialog } from "./delegate-dialog.tsx";
import { ProofFields, proofOf, useWays } from "./proof-fields.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { refuse, showPasskey, sign, type Proof, type Seat, type Version } from "./versions.ts";
import style from "./versions.module.css";

/** Signs what stands above: with the sentence one means by it, showing once more who one is. */
export function SignPart({ version, seat, matrix, onDone }: { readonly version: Version; readonly seat: Seat; readonly matrix: MatrixDocument; readonly onDone: () => Promise<void> }) {
  const { workspace } = useHere();
  const ways = useWays();
  const sending = useSending();
  const [intent, setIntent] = useState(say("versions.intent", { n: version.number, party: seat.partyName }));
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [dialog, setDialog] = useState<"refuse" | "delegate">();
  const { number, digest } = version;
  const put = (proof: () => Promise<Proof>) =>
    void sending.send(async () => {
      await sign(workspace.id, number, { person: seat.person, digest, intent }, await proof());
      await onDone();
    });
  return (
    <section className={style.part} aria-labelledby="sign-here">
      <h2 id="sign-here">{say("versions.sign", { name: seat.delegateName ?? seat.name, party: seat.partyName })}</h2>
      <p className={style.none}>{say("versions.sign.claim")}</p>
      {ways === undefined ? <p role="status">{say("working.reading")}</p> : (
        <SendForm
          sending={sending}
          action={say("versions.sign.go")}
          icon={<PenLine aria-hidden />}
          large
          needed={{ intent, ...(ways.password ? { password } : {}) }}
          onSend={() => put(() => proofOf(ways, workspace.id, number, { password, code }))}
          beside={
            <>
              {ways.passkey ? (
                <Button className={`${buttons.button} ${buttons.large}`} isDisabled={sending.busy} onPress={() => put(() => showPasskey(workspace.id, number))}>
                  <Fingerprint aria-hidden />
                  {say("versions.sign.passkey")}
                </Button>
              ) : null}
              <Button className={`${buttons.button} ${buttons.large}`} onPress={() => setDialog("refuse")}>{say("versions.refuse")}</Button>
              {seat.delegate === null ? <Button className={`${buttons.button} ${buttons.quiet} ${buttons.large}`} onPress={() => setDialog("delegate")}>{say("versions.delegate")}</Button> : null}
            </>
          }
        >
          <Field place="intent" label={say("versions.sign.intent")} value={intent} onChange={setIntent} sending={sending} longest={500} />
          <ProofFields ways={ways} sending={sending} password={password} code={code} onPassword={setPassword} onCode={setCode} />
        </SendForm>
      )}
      {dialog === "refuse" ? <RefuseDialog number={number} matrix={matrix} onRefuse={(reason, rows) => refuse(workspace.id, number, seat.person, reason, rows)} onDone={onDone} onClose={() => setDialog(undefined)} /> : null}
      {dialog === "delegate" ? <DelegateDialog version={version} seat={seat} matrix={matrix} onDone={onDone} onClose={() => setDialog(undefined)} /> : null}
    </section>
  );
}
