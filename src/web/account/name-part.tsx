import { useState } from "react";
import { say } from "../words.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { rename, type Own } from "./own-account.ts";
import { Part } from "./part.tsx";

export interface PartProps {
  readonly own: Own;
  readonly onDone: (said: string) => void;
}

/** A part where a second factor is set up. */
export interface EnrolProps extends PartProps {
  /** Somebody came to do just that. */
  readonly begun: boolean;
  readonly onEnrolled: () => void;
}

/** One's name. */
export function NamePart({ own, onDone }: PartProps) {
  const [name, setName] = useState(own.name);
  const sending = useSending();
  return (
    <Part title={say("account.who")}>
      <SendForm sending={sending} action={say("account.save")} needed={{ name }} onSend={() => void sending.send(() => rename(name.trim())).then((done) => done && onDone(say("account.saved")))}>
        <Field place="name" label={say("account.name")} value={name} onChange={setName} sending={sending} autoComplete="name" why={say("account.name.why")} />
      </SendForm>
    </Part>
  );
}
