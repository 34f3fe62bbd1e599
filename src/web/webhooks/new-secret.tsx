import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { CopiedLine } from "../settings/copied-line.tsx";
import settings from "../settings/settings-page.module.css";
import { say } from "../words.ts";

/** A secret, shown this once: on the page, since a press beside a dialog would close it for ever. */
export function NewSecret({ secret: { name, secret, rotated }, onKept }: { readonly secret: { readonly name: string; readonly secret: string; readonly rotated: boolean }; readonly onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The dialog that had the focus is gone, and this is what comes next.
  useEffect(() => {
    const later = setTimeout(() => heading.current?.focus(), 50);
    return () => clearTimeout(later);
  }, []);
  return (
    <div className={settings.fresh}>
      <h3 ref={heading} tabIndex={-1}>
        {say("webhook.secret.title", { name })}
      </h3>
      <p>{rotated ? `${say("webhook.secret.why")} ${say("webhook.secret.rotated")}` : say("webhook.secret.why")}</p>
      <CopiedLine label={say("webhook.secret.text")} text={secret} copy={say("webhook.secret.copy")} main />
      <p className={settings.deeds}>
        <Button className={buttons.button} onPress={onKept}>
          {say("webhook.secret.done")}
        </Button>
      </p>
    </div>
  );
}
