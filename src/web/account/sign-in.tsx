import { LogIn } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Me } from "#contract/workspace.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { CodeStep } from "./code-step.tsx";
import style from "./entrance-card.module.css";
import { byCode, byPassword, isHalf } from "./entering.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { LinkWanted } from "./link-wanted.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProviderButton } from "./provider-button.tsx";

interface Props {
  readonly lead?: string;
  /** Whose account it must be. */
  readonly email?: string;
  readonly onEntered: (me: Me) => void;
}

/** Address and password, the code where one is wanted, or a link by e-mail. */
export function SignIn({ lead, email: given = "", onEntered }: Props) {
  const [step, setStep] = useState<"password" | "code" | "link">("password");
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState("");
  const sending = useSending();
  if (step === "code") return <CodeStep onCode={async (code, backup) => onEntered(await byCode(code, backup))} onAgain={() => setStep("password")} />;
  if (step === "link") return <LinkWanted email={email} onEmail={setEmail} onBack={() => setStep("password")} />;
  const enter = async (): Promise<void> => {
    const entered = await byPassword(email.trim(), password);
    setPassword("");
    if (isHalf(entered)) setStep("code");
    else onEntered(entered);
  };
  return (
    <>
      {lead === undefined ? null : <p className={style.lead}>{lead}</p>}
      <SendForm sending={sending} action={say("enter.go")} icon={<LogIn aria-hidden />} large needed={{ email, password }} onSend={() => void sending.send(enter)}>
        <Field place="email" label={say("enter.email")} value={email} onChange={setEmail} sending={sending} type="email" autoComplete="username" autoFocus={given === ""} />
        <Field place="password" label={say("enter.password")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" autoFocus={given !== ""} />
      </SendForm>
      <ProviderButton email={email} />
      <PasskeyButton onEntered={onEntered} />
      <p className={style.other}>
        <Button className={buttons.link} onPress={() => setStep("link")}>
          {say("enter.link.ask")}
        </Button>
      </p>
    </>
  );
}
