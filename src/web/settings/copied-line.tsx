import { useId } from "react";
import { CopyButton } from "../account/copy-button.tsx";
import style from "./settings-page.module.css";

interface Props {
  readonly label: string;
  readonly text: string;
  /** What the button says. */
  readonly copy: string;
  readonly why?: string;
  readonly main?: boolean;
}

/** A text that is taken elsewhere letter by letter: in full, to select with one press, with a button to copy it. */
export function CopiedLine({ label, text, copy, why, main = false }: Props) {
  const named = useId();
  return (
    <div className={style.line} role="group" aria-labelledby={named}>
      <span id={named}>{label}</span>
      <code>{text}</code>
      {why === undefined ? null : <p>{why}</p>}
      <div>
        <CopyButton text={text} words={copy} main={main} />
      </div>
    </div>
  );
}
