import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { dayOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { CopiedLine } from "./copied-line.tsx";
import { firstRequest, type MadeKey } from "./keys.ts";
import style from "./settings-page.module.css";

/** A key, shown this once. It stands on the page and not in a dialog, which a press beside it would close for ever. */
export function NewKey({ made: { name, key, until }, workspace, onKept }: { readonly made: MadeKey & { readonly name: string }; readonly workspace: string; readonly onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The dialog that had the focus is gone, and this is what comes next.
  useEffect(() => {
    const later = setTimeout(() => heading.current?.focus(), 50);
    return () => clearTimeout(later);
  }, []);
  return (
    <div className={style.fresh}>
      <h3 ref={heading} tabIndex={-1}>
        {say("api-key.made.title", { name })}
      </h3>
      <p>{say("api-key.made.why", { day: dayOf(until) })}</p>
      <CopiedLine label={say("api-key.made.key")} text={key} copy={say("api-key.made.copy")} main />
      <CopiedLine label={say("api-key.made.try")} text={firstRequest(location.origin, workspace, key)} copy={say("api-key.made.try.copy")} />
      <p className={style.deeds}>
        <Button className={buttons.button} onPress={onKept}>
          {say("api-key.made.done")}
        </Button>
      </p>
    </div>
  );
}
