import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { found, type WorkspaceAbout } from "./account.ts";
import style from "./example-bar.module.css";

/** Says that this is an example, and leaves it behind with one press. */
export function ExampleBar(_: { readonly workspace: WorkspaceAbout }) {
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await found({ name: say("example.own") });
      location.assign(`/w/${id}/import`);
    } catch {
      setBusy(false);
    }
  };
  return (
    <div className={style.bar}>
      <FlaskConical aria-hidden size={16} />
      <p>{say("example.bar")}</p>
      <Button className={`${buttons.button} ${style.go}`} isDisabled={busy} onPress={() => void leave()}>
        {say("example.leave")}
      </Button>
    </div>
  );
}
