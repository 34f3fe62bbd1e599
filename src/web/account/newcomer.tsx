import { useState } from "react";
import { say } from "../words.ts";
import { SaidNo } from "./asking.ts";
import type { Offer } from "./entering.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { ProviderButton } from "./provider-button.tsx";

interface Props {
  readonly offer: Offer;
  readonly onAccept: (newcomer: { readonly name: string; readonly email?: string; readonly password: string }) => Promise<void>;
  /** The address has an account already. */
  readonly onKnown: (email: string) => void;
}

/** Makes an account and accepts with it. */
export function Newcomer({ offer, onAccept, onKnown }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState(offer.email ?? "");
  const [password, setPassword] = useState("");
  const sending = useSending();
  const send = async (): Promise<void> => {
    try {
      await onAccept({ name: name.trim(), password, ...(offer.email === null ? { email: email.trim() } : {}) });
    } catch (thrown) {
      if (thrown instanceof SaidNo && thrown.code === "sign-in-first") return onKnown(email.trim());
      throw thrown;
    }
  };
  return (
    <>
      <h2>{say("invitation.new")}</h2>
      <SendForm sending={sending} action={say("invitation.new.go")} large needed={{ name, email, password }} onSend={() => void sending.send(send)}>
        <Field place="name" label={say("enter.name")} value={name} onChange={setName} sending={sending} autoComplete="name" autoFocus />
        <Field place="email" label={say("enter.email")} value={email} onChange={setEmail} sending={sending} type="email" autoComplete="username" fixed={offer.email !== null} {...(offer.email === null ? {} : { why: say("invitation.email.fixed") })} />
        <Field place="password" label={say("enter.password")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="new-password" why={say("password.rule")} />
      </SendForm>
      <ProviderButton email={email} />
    </>
  );
}
