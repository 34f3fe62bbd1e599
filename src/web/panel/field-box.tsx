import { useId, useRef, useState } from "react";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import { PutBackNotice, usePutBack } from "./put-back.tsx";
import style from "./row-panel.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  /** Takes the text; says why where it cannot. */
  readonly onWrite: (text: string) => string | undefined;
  readonly choices?: readonly string[] | undefined;
  /** Whether only the choices may be written. */
  readonly strict?: boolean;
  readonly rows?: number;
  readonly hint?: string | undefined;
  /** The label is said but not shown. */
  readonly bare?: boolean;
}

/** One field: written when the focus leaves it or Enter is pressed; Escape puts back what stood there, and says so. */
export function FieldBox({ label, value, onWrite, choices, strict = false, rows = 1, hint, bare = false }: Props) {
  const id = useId();
  const [text, setText] = useState<string>();
  const [why, setWhy] = useState("");
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const back = usePutBack(text, value, (now) => {
    setText(now);
    setWhy("");
  });
  const take = (written: string): void => {
    if (written.trim() === value.trim()) {
      setText(undefined);
      setWhy("");
      return;
    }
    const refused = onWrite(written.trim());
    setWhy(refused ?? "");
    if (refused === undefined) setText(undefined);
  };
  const type = (typed: string): void => {
    setText(typed);
    back.forget();
  };
  const shared = { id, value: text ?? value, placeholder: hint, "aria-invalid": why !== "" || undefined, "aria-describedby": why === "" ? undefined : `${id}-why`, className: style.input } as const;
  return (
    <div className={style.field}>
      <label htmlFor={id} className={bare ? "unseen" : undefined}>
        {label}
      </label>
      {strict && choices ? (
        <select {...shared} onChange={(event) => take(event.target.value)}>
          <option value="">{say("panel.empty")}</option>
          {value !== "" && !choices.includes(value) ? <option>{value}</option> : null}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : rows > 1 ? (
        <textarea {...shared} ref={box} rows={Math.min(8, Math.max(rows, (text ?? value).split("\n").length))} onChange={(event) => type(event.target.value)} onBlur={(event) => take(event.target.value)} onKeyDown={(event) => {
          back.onKeyDown(event);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) take(event.currentTarget.value);
        }} />
      ) : (
        <input {...shared} ref={box} autoComplete="off" onChange={(event) => type(event.target.value)} onBlur={(event) => take(event.target.value)} onKeyDown={(event) => {
          back.onKeyDown(event);
          if (event.key === "Enter") take(event.currentTarget.value);
        }} />
      )}
      <PutBackNotice back={back} onRestore={() => box.current?.focus()} />
      {why === "" ? null : (
        <p id={`${id}-why`} role="alert" className={style.why}>
          <Quoted text={why} />
        </p>
      )}
    </div>
  );
}
