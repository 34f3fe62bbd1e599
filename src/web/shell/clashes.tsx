import { X } from "lucide-react";
import { Button } from "react-aria-components";
import type { Clash } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./clashes.module.css";

/** Edits of one's own that were not taken, each until it is read. */
export function Clashes({ clashes, onDismiss }: { readonly clashes: readonly Clash[]; readonly onDismiss: (clash: Clash) => void }) {
  if (clashes.length === 0) return null;
  return (
    <div role="alert" className={style.place}>
      {clashes.slice(-3).map((clash, index) => (
        <div key={index} className={style.clash}>
          <p>
            <b>{say("clash.mine", { what: clash.what })}</b>
            <span>{say(clash.theirs.own ? "clash.own" : "clash.theirs", { what: clash.theirs.what })}</span>
          </p>
          <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("clash.dismiss")} onPress={() => onDismiss(clash)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}
