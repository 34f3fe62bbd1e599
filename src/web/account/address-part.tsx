import { useState } from "react";
import { say } from "../words.ts";
import { SendForm, useSending } from "./form.tsx";
import type { PartProps } from "./name-part.tsx";
import { confirmAddress } from "./own-account.ts";
import { Part } from "./part.tsx";

/** What the link to a new address carries behind `#`; a link that is only opened does nothing. */
const tokenOf = (hash: string): string | undefined => /^#address=([\w-]{20,200})$/.exec(hash)?.[1];

/** Shown to whoever followed the link that was sent to their first or their new address. */
export function AddressPart({ onDone }: Pick<PartProps, "onDone">) {
  const [token, setToken] = useState(() => tokenOf(location.hash));
  const sending = useSending();
  if (token === undefined) return null;
  const confirm = async (): Promise<void> => {
    if (!(await sending.send(() => confirmAddress(token)))) return;
    // A used link need not stand in the history.
    history.replaceState(history.state, "", location.pathname + location.search);
    setToken(undefined);
    onDone(say("account.email.confirmed"));
  };
  return (
    <Part title={say("account.email.confirm.title")} lead={say("account.email.confirm.lead")}>
      <SendForm sending={sending} action={say("account.email.confirm.go")} needed={{}} onSend={() => void confirm()} />
    </Part>
  );
}
