import { CloudAlert, CloudCheck, CloudUpload, Eye } from "lucide-react";
import type { Saving } from "../draft/store.ts";
import { say } from "../words.ts";
import style from "./saving-sign.module.css";

/** Whether what stands on the screen is safe. Read out only when it becomes unsafe or safe again. */
export function SavingSign({ saving }: { readonly saving: Saving }) {
  const words =
    saving.at === "waiting" ? say("saving.waiting", { n: saving.unsent, why: saving.why }) : saving.at === "saving" ? say("saving.saving", { n: saving.unsent }) : saving.at === "reading" ? say("saving.reading") : say("saving.saved");
  const Icon = saving.at === "waiting" ? CloudAlert : saving.at === "saving" ? CloudUpload : saving.at === "reading" ? Eye : CloudCheck;
  return (
    <p className={style.sign} data-at={saving.at} data-saving={saving.at} title={saving.at === "waiting" ? say("saving.waiting.why") : words}>
      <Icon aria-hidden size={16} />
      <span role="status">{saving.at === "saving" ? "" : words}</span>
      {saving.at === "saving" ? <span aria-hidden>{words}</span> : null}
    </p>
  );
}
