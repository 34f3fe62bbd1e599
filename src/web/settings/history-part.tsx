import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { CopiedLine } from "./copied-line.tsx";
import { historyFile, historyKey } from "./history-key.ts";
import style from "./settings-page.module.css";

/** The history to take away, and how to prove it. */
export function HistoryPart({ workspace }: { readonly workspace: string }) {
  const [key, setKey] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    historyKey(workspace).then(setKey, (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [workspace]);
  return (
    <Part title={say("settings.history.title")} lead={say("settings.history.lead")}>
      <p className={style.deeds}>
        <a className={buttons.button} href={historyFile(workspace)} download={`history-${workspace}.json`}>
          <Download aria-hidden />
          {say("settings.history.get")}
        </a>
      </p>
      {key === undefined ? (
        <p role={trouble === undefined ? "status" : "alert"}>{trouble === undefined ? say("working.reading") : `${say("settings.history.key.trouble")}: ${trouble}`}</p>
      ) : (
        <>
          <CopiedLine label={say("settings.history.line")} text={`./remit verify history-${workspace}.json --key ${key}`} copy={say("settings.history.line.copy")} />
          <CopiedLine label={say("settings.history.key")} text={key} copy={say("settings.history.key.copy")} why={say("settings.history.key.why")} />
        </>
      )}
    </Part>
  );
}
