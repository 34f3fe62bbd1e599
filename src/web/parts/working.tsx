import { useEffect, useState } from "react";
import { Button, ProgressBar } from "react-aria-components";
import type { Step } from "../work/order.ts";
import { say } from "../words.ts";
import buttons from "./controls.module.css";
import style from "./working.module.css";

/** Work that takes shorter than this is not worth a flash on the screen. */
const PATIENCE = 180;

/** What is being done, that it can be stopped, and that nothing is changed meanwhile. */
export function Working({ name, step, onCancel }: { readonly name: string; readonly step: Step; readonly onCancel: () => void }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return <main id="content" />;
  return (
    <main id="content" className={style.page} tabIndex={-1}>
      <h1>{say("working.title", { name })}</h1>
      <ProgressBar isIndeterminate aria-label={say(`working.${step}`)} className={style.progress}>
        <span>{say(`working.${step}`)}</span>
        <span className={style.bar} aria-hidden />
      </ProgressBar>
      <p>{say("working.limit")}</p>
      <p>
        {say("local")}. {say("failed.data")}
      </p>
      <Button autoFocus className={buttons.button} onPress={onCancel}>
        {say("cancel")}
      </Button>
    </main>
  );
}
