import { Fingerprint } from "lucide-react";
import { Button } from "react-aria-components";
import type { Me } from "#contract/workspace.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./entrance-card.module.css";
import { useSending } from "./form.tsx";
import { byPasskey, canPasskey } from "./passkeys.ts";

/** Signs in without an address and without a password. Only where the browser can. */
export function PasskeyButton({ onEntered }: { readonly onEntered: (me: Me) => void }) {
  const sending = useSending();
  if (!canPasskey()) return null;
  return (
    <div className={style.way}>
      <Button className={`${buttons.button} ${buttons.large}`} isDisabled={sending.busy} onPress={() => void sending.send(async () => onEntered(await byPasskey()))}>
        <Fingerprint aria-hidden />
        {say("enter.passkey")}
      </Button>
      {sending.refusal ? (
        <p role="alert" className={style.trouble}>
          {sending.refusal.message}
        </p>
      ) : null}
    </div>
  );
}
