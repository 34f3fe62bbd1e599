import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import type { WorkspaceAbout } from "../shell/account.ts";
import { say } from "../words.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import style from "./settings-page.module.css";

/** The end of a workspace. */
export function DeletePart({ workspace }: { readonly workspace: WorkspaceAbout }) {
  const [asking, setAsking] = useState(false);
  return (
    <Part title={say("settings.delete.title")} lead={say("settings.delete.lead")}>
      <p className={style.deeds}>
        <Button className={`${buttons.button} ${style.grave}`} onPress={() => setAsking(true)}>
          <Trash2 aria-hidden />
          {say("settings.delete.open")}
        </Button>
      </p>
      {asking ? <DeleteDialog workspace={workspace} onClose={() => setAsking(false)} /> : null}
    </Part>
  );
}
