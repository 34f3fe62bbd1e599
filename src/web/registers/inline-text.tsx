import { useId, useRef, useState } from "react";
import { PutBackNotice, usePutBack } from "../panel/put-back.tsx";
import { say } from "../words.ts";
import style from "./inline.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  /** Takes the text; says why where it cannot. */
  readonly onWrite: (text: string) => string | undefined | void;
  /** What is typed so far, for whoever has something to say of it; undefined when nothing is being typed. */
  readonly onType?: (text: string | undefined) => void;
  readonly mayWrite: boolean;
  readonly required?: boolean;
  readonly hint?: string;
  readonly strong?: boolean;
  /** Id of a datalist. */
  readonly list?: string;
  readonly type?: "text" | "date";
  readonly lines?: number;
}

/** A text that is edited where it stands: written on Enter or when one leaves it, put back by Escape, which says so. */
export function InlineText({ label, value, onWrite, onType, mayWrite, required = false, hint, strong = false, list, type = "text", lines = 1 }: Props) {
  const id = useId();
  const [text, setText] = useState<string>();
  const [why, setWhy] = useState<string>();
  const put = (now: string | undefined): void => {
    setText(now);
    onType?.(now);
  };
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const back = usePutBack(text, value, (now) => {
    setWhy(undefined);
    put(now);
  });
  if (!mayWrite) return <span className={strong ? style.strong : style.plain}>{value || say("register.nobody")}</span>;
  const written = (typed: string): void => {
    put(typed);
    back.forget();
  };
  const take = (written: string): void => {
    const trimmed = written.trim();
    const refused = trimmed === value.trim() ? undefined : required && trimmed === "" ? say("register.empty-name") : onWrite(trimmed);
    setWhy(refused ?? undefined);
    if (!refused) put(undefined);
  };
  const shared = {
    className: style.input, value: text ?? value, placeholder: hint ?? say("register.nobody"), "aria-label": label, "aria-invalid": why !== undefined || undefined,
    "aria-describedby": why === undefined ? undefined : id, "data-strong": strong || undefined, maxLength: lines > 1 ? 20_000 : 1_000,
  };
  return (
    <span className={style.field}>
      {lines > 1 ? (
        <textarea {...shared} ref={box} rows={lines} onChange={(event) => written(event.target.value)} onBlur={(event) => take(event.target.value)} onKeyDown={(event) => {
          back.onKeyDown(event);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) take(event.currentTarget.value);
        }} />
      ) : (
        <input {...shared} ref={box} type={type} list={list} autoComplete="off" onChange={(event) => written(event.target.value)} onBlur={(event) => take(event.target.value)} onKeyDown={(event) => {
          back.onKeyDown(event);
          if (event.key === "Enter") take(event.currentTarget.value);
        }} />
      )}
      <PutBackNotice back={back} onRestore={() => box.current?.focus()} />
      {why === undefined ? null : (
        <span id={id} role="alert" className={style.why}>
          {why}
        </span>
      )}
    </span>
  );
}
