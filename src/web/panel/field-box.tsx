import { useId, useState } from "react";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
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

/** One field: written when the focus leaves it or Enter is pressed, and left as it was by Escape. */
export function FieldBox({ label, value, onWrite, choices, strict = false, rows = 1, hint, bare = false }: Props) {
  const id = useId();
  const [text, setText] = useState<string>();
  const [why, setWhy] = useState("");
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
        <textarea {...shared} rows={Math.min(8, Math.max(rows, (text ?? value).split("\n").length))} onChange={(event) => setText(event.target.value)} onBlur={(event) => take(event.target.value)} onKeyDown={(event) => {
          if (event.key === "Escape") setText(undefined);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) take(event.currentTarget.value);
        }} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => setText(event.target.value)} onBlur={(event) => take(event.target.value)} onKeyDown={(event) => {
          if (event.key === "Escape") setText(undefined);
          if (event.key === "Enter") take(event.currentTarget.value);
        }} />
      )}
      {why === "" ? null : (
        <p id={`${id}-why`} role="alert" className={style.why}>
          <Quoted text={why} />
        </p>
      )}
    </div>
  );
}
