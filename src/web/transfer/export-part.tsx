import { PackageOpen } from "lucide-react";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import settings from "../settings/settings-page.module.css";
import { say } from "../words.ts";
import { exportFile } from "./transfer.ts";

/** All of a workspace as one file. */
export const ExportPart = ({ workspace }: { readonly workspace: string }) => (
  <Part title={say("export.all.title")} lead={say("export.all.lead")}>
    <p className={settings.deeds}>
      <a className={buttons.button} href={exportFile(workspace)} download>
        <PackageOpen aria-hidden />
        {say("export.all.go")}
      </a>
    </p>
  </Part>
);
