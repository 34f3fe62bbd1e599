import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { BackupCodeList } from "./backup-code-list.tsx";
import { FactorSetup } from "./factor-setup.tsx";
import type { EnrolProps } from "./name-part.tsx";
import { beginFactor, dropFactor, newBackupCodes, type FactorOffer } from "./own-account.ts";
import { Part } from "./part.tsx";
import { Proof } from "./proof.tsx";

type Step = { readonly at: "rest" } | { readonly at: "begin" | "drop" | "renew" } | { readonly at: "confirm"; readonly offer: FactorOffer } | { readonly at: "codes"; readonly codes: readonly string[] };

/** The second factor: set up, confirmed with a first code, taken away, and its backup codes. */
export function FactorPart({ own, begun, onDone, onEnrolled }: EnrolProps) {
  const [step, setStep] = useState<Step>({ at: begun && own.password && !own.secondFactor ? "begin" : "rest" });
  const rest = (): void => setStep({ at: "rest" });
  const on = own.secondFactor;
  return (
    <Part title={say("factor.title")}>
      <p className={style.state} data-on={on || undefined}>
        {on ? <ShieldCheck aria-hidden size={16} /> : null}
        {say(on ? "factor.on" : "factor.off")}
      </p>
      {!on && !own.password ? <p className={style.lead}>{say("factor.password-first")}</p> : null}
      {step.at === "rest" && own.password ? (
        <div className={style.deeds}>
          {on ? (
            <>
              <Button className={buttons.button} onPress={() => setStep({ at: "renew" })}>
                {say("factor.codes.new")}
              </Button>
              <Button className={buttons.button} onPress={() => setStep({ at: "drop" })}>
                {say("factor.off.go")}
              </Button>
            </>
          ) : (
            <Button className={buttons.button} onPress={() => setStep({ at: "begin" })}>
              {say("factor.begin")}
            </Button>
          )}
        </div>
      ) : null}
      {step.at === "begin" ? <Proof lead={say("factor.proof.lead")} action={say("factor.go-on")} onProof={async (password) => setStep({ at: "confirm", offer: await beginFactor(password) })} onCancel={rest} /> : null}
      {step.at === "renew" ? <Proof lead={say("factor.codes.new.why")} action={say("factor.codes.new")} onProof={async (password) => setStep({ at: "codes", codes: (await newBackupCodes(password)).backupCodes })} onCancel={rest} /> : null}
      {step.at === "drop" ? (
        <Proof
          lead={say("factor.off.lead")} action={say("factor.off.go")} onCancel={rest}
          onProof={async (password) => {
            await dropFactor(password);
            rest();
            onDone(say("factor.off"));
          }}
        />
      ) : null}
      {step.at === "confirm" ? (
        <FactorSetup
          offer={step.offer} onCancel={rest}
          onConfirmed={() => {
            setStep({ at: "codes", codes: step.offer.backupCodes });
            onDone(say("factor.on"));
            onEnrolled();
          }}
        />
      ) : null}
      {step.at === "codes" ? <BackupCodeList codes={step.codes} onKept={rest} /> : null}
    </Part>
  );
}
