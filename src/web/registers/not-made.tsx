import { X } from "lucide-react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import style from "./findings-page.module.css";
import type { Outcome } from "./fix-batch.ts";

/** Which repairs of a batch could not be made, and why. */
export function NotMadeList({ outcome: { all, notMade }, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) {
  return (
    <section role="alert" className={style.notMade}>
      <header>
        <p>
          <b>{say("dash.not-made", { made: all - notMade.length, all })}</b> {say("dash.not-made.lead")}
        </p>
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("register.close")} onPress={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <ul>
        {notMade.map(({ label, why }, i) => (
          <li key={i}>
            <b>{label}</b>: <Quoted text={why} />
          </li>
        ))}
      </ul>
    </section>
  );
}
