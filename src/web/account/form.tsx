import { Eye, EyeOff } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, FieldError, Form, Input, Label, Text, TextField } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { SaidNo } from "./asking.ts";
import style from "./form.module.css";

export interface Sending {
  readonly busy: boolean;
  readonly refusal: SaidNo | undefined;
  /** What is wrong at a field, in words. */
  at(place: string): string | undefined;
  /** Does it, and keeps what the server refused. Whether it was done. */
  send(work: () => Promise<unknown>): Promise<boolean>;
  /** Says what is wrong before anything is sent. */
  refuse(place: string, message: string): void;
}

/** One form on its way to the server. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SaidNo>();
  return {
    busy,
    refusal,
    at: (place) => refusal?.problems.find((problem) => problem.place === place)?.message,
    refuse: (place, message) => setRefusal(new SaidNo(422, message, "unfit", [{ place, message }])),
    send: async (work) => {
      setBusy(true);
      setRefusal(undefined);
      try {
        await work();
        return true;
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        setRefusal(thrown);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

interface FieldProps {
  /** As the server calls it. */
  readonly place: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly sending: Sending;
  readonly type?: "text" | "email" | "password";
  readonly autoComplete?: string;
  readonly why?: string;
  readonly fixed?: boolean;
  readonly autoFocus?: boolean;
  readonly digits?: boolean;
  readonly hint?: string;
  /** In characters; 200 unless told. */
  readonly longest?: number;
}

/** One line to fill in, with what is wrong with it beneath. */
export function Field({ place, label, value, onChange, sending, type = "text", autoComplete = "off", why, fixed = false, autoFocus = false, digits = false, hint, longest = 200 }: FieldProps) {
  const wrong = sending.at(place);
  const [seen, setSeen] = useState(false);
  const secret = type === "password";
  const input = <Input autoComplete={autoComplete} placeholder={hint ?? ""} {...(digits ? { inputMode: "numeric" as const } : {})} {...(type === "email" || digits || secret ? { spellCheck: "false" as const, autoCapitalize: "none" } : {})} />;
  return (
    <TextField value={value} onChange={onChange} type={secret && seen ? "text" : type} isReadOnly={fixed} autoFocus={autoFocus} isInvalid={wrong !== undefined} maxLength={secret ? 1_000 : longest} className={style.field}>
      <Label>{label}</Label>
      {secret ? (
        <span className={style.secret}>
          {input}
          <Button slot={null} className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say(seen ? "form.hide" : "form.show")} onPress={() => setSeen(!seen)}>
            {seen ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </Button>
        </span>
      ) : (
        input
      )}
      {why === undefined ? null : (
        <Text slot="description" className={style.why}>
          {why}
        </Text>
      )}
      <FieldError className={style.wrong}>{wrong}</FieldError>
    </TextField>
  );
}

interface SendFormProps {
  readonly sending: Sending;
  readonly action: string;
  readonly icon?: ReactNode;
  readonly large?: boolean;
  /** Not the main thing on its page. */
  readonly quiet?: boolean;
  /** What has to be filled in; addresses are looked at before they are sent. */
  readonly needed: Readonly<Record<string, string>>;
  readonly onSend: () => void;
  readonly children?: ReactNode;
  /** Stands beside the button. */
  readonly beside?: ReactNode;
}

/** A form with one button. What is wrong with none of its fields is said above the button. */
export function SendForm({ sending, action, icon, large = false, quiet = false, needed, onSend, children, beside }: SendFormProps) {
  const { refusal } = sending;
  const told = refusal?.problems.some(({ place }) => place in needed) ?? false;
  const form = useRef<HTMLFormElement>(null);
  // Whoever has to mend something is brought to it.
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusal]);
  return (
    <Form
      ref={form}
      validationBehavior="aria"
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (sending.busy) return;
        const empty = Object.keys(needed).find((place) => needed[place]?.trim() === "");
        if (empty !== undefined) return sending.refuse(empty, say("enter.needed"));
        if (needed["email"] !== undefined && !EMAIL.test(needed["email"].trim())) return sending.refuse("email", say("enter.email.odd"));
        onSend();
      }}
    >
      {children}
      {refusal && !told ? (
        <p role="alert" className={style.trouble}>
          {refusal.message}
        </p>
      ) : null}
      <div className={style.deeds}>
        <Button type="submit" className={`${buttons.button} ${quiet ? "" : buttons.main} ${large ? buttons.large : ""}`}>
          {icon}
          {action}
        </Button>
        {beside}
      </div>
    </Form>
  );
}
