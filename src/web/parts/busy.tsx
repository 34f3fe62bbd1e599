import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Step } from "../work/order.ts";
import { say } from "../words.ts";
import buttons from "./controls.module.css";
import style from "./toast.module.css";

/** Most fixes and answers are there sooner than this. */
const PATIENCE = 400;

/** Work beside a matrix that stays in sight: what is being done, and the way to stop it. */
export function Busy({ step, onCancel }: { readonly step: Step; readonly onCancel: () => void }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={style.place}>
      {late ? (
        <div className={style.toast}>
          <span>{say(`working.${step}`)}</span>
          <Button className={`${buttons.button} ${style.undo}`} onPress={onCancel}>
            {say("cancel")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
