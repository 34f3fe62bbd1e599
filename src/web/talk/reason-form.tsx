import { useId, useState, type KeyboardEvent } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./row-beside.module.css";

interface Props {
  readonly label: string;
  readonly go: string;
  readonly busy: boolean;
  readonly onSay: (reason: string) => void;
  readonly onClose: () => void;
}

/** A deed that wants a reason. Escape closes it while nothing is written, Control and Enter send it. */
export function ReasonForm({ label, go, busy, onSay, onClose }: Props) {
  const [reason, setReason] = useState("");
  const id = useId();
  const send = (): void => {
    if (reason.trim() !== "" && !busy) onSay(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    // What was written is not thrown away by a key.
    else if (event.key === "Escape") reason.trim() === "" && onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={style.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} autoFocus maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className={style.deeds}>
        <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={busy || reason.trim() === ""}>
          {go}
        </Button>
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={onClose}>
          {say("cancel")}
        </Button>
      </div>
    </form>
  );
}
