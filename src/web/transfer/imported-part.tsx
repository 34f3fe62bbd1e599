import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { Part } from "../account/part.tsx";
import { dayOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { CopiedLine } from "../settings/copied-line.tsx";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import settings from "../settings/settings-page.module.css";
import { say } from "../words.ts";
import { cameFrom, historyBefore, type About } from "./transfer.ts";
import style from "./transfer.module.css";

/** Where an imported workspace came from, its sealed history, and who belonged to it there. Nothing for any other. */
export function ImportedPart({ workspace }: { readonly workspace: string }) {
  const { store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    // What cannot be asked just now is not missing: the rest of the page says so already.
    cameFrom(workspace).then((said) => setAbout(said.import), () => undefined);
  }, [workspace]);
  if (about === null) return null;
  const { from, members, signedBy, ownKey, leftOut } = about;
  return (
    <Part title={say("imported.title")} lead={say("imported.lead", { name: from.name, revision: from.revision, day: dayOf(from.exported) })}>
      <p className={settings.deeds}>
        <a className={buttons.button} href={historyBefore(workspace)} download={`history-before-${workspace}.json`}>
          <Download aria-hidden />
          {say("imported.history")}
        </a>
      </p>
      <CopiedLine label={say("settings.history.line")} text={`./remit verify history-before-${workspace}.json --key ${signedBy}`} copy={say("settings.history.line.copy")} why={say(ownKey ? "imported.own-key" : "imported.other-key")} />
      {leftOut.length === 0 ? null : <p>{say("imported.left-out", { parts: leftOut.join(", ") })}</p>}
      {members.length === 0 ? null : (
        <details className={style.former}>
          <summary>{say("imported.members", { n: members.length })}</summary>
          <p>
            {say("imported.members.why")} <Link to="/w/$workspace/members" params={{ workspace }}>{say("imported.members.go")}</Link>
          </p>
          <ul>
            {members.map(({ name, role, party, email }, i) => (
              <li key={i}>
                <b>{name}</b>
                <span>{[say(`member.${role}`), matrix.parties.find(({ id }) => id === party)?.name ?? party, email].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}
