import { FileText, FileType, TriangleAlert } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { appendixOf } from "#appendix/appendix.ts";
import { useSending } from "../account/form.tsx";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import { RegisterFrame } from "../registers/register-frame.tsx";
import { usePen } from "../registers/use-pen.ts";
import settings from "../settings/settings-page.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { ClauseList } from "./clause-list.tsx";
import { fetchAppendix, readStationery, type Format, type Kept } from "./make.ts";
import { PaperPart } from "./paper-part.tsx";
import style from "./appendix-page.module.css";

/** Makes the contract appendix of the draft, and edits the clauses it ends with. */
export function AppendixPage() {
  const { workspace, store } = useHere();
  const pen = usePen(store);
  const { saving } = useSnapshot(store);
  const [names, setNames] = useState(true);
  const [own, setOwn] = useState(true);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [done, setDone] = useState("");
  const making = useSending();
  const look = useCallback(async () => setKept(await readStationery(workspace.id)), [workspace.id]);
  useEffect(() => void look().catch(() => undefined), [look]);
  // What the first page will warn of; the fingerprint is the server's to say.
  const { cautions } = useMemo(() => appendixOf(pen.document, { digest: "", personal: true, at: "1970-01-01" }), [pen.document]);
  const make = (format: Format): void => {
    setDone("");
    void making.send(async () => setDone(say("appendix.made", { file: await fetchAppendix(workspace.id, pen.document.title, { format, names, own: own && kept.length > 0 }) })));
  };
  return (
    <div className={style.page}>
      <RegisterFrame title={say("appendix.title")} lead={say("appendix.lead")} pen={pen}>
        <Part title={say("appendix.make")} lead={say("appendix.make.lead")}>
          {pen.document.activities.length === 0 ? <p className={settings.none}>{say("appendix.empty")}</p> : null}
          {saving.at === "saving" || saving.at === "waiting" ? <p className={settings.none}>{say("appendix.unsent")}</p> : null}
          {cautions.length > 0 ? (
            <ul className={style.cautions}>
              {cautions.map((caution) => (
                <li key={caution}>
                  <TriangleAlert aria-hidden size={16} />
                  {caution}
                </li>
              ))}
            </ul>
          ) : null}
          <label className={settings.tick}>
            <input type="checkbox" checked={names} onChange={(event) => setNames(event.target.checked)} />
            <span>
              {say("appendix.names")}
              <small>{say("appendix.names.why")}</small>
            </span>
          </label>
          {kept.length > 0 ? (
            <label className={settings.tick}>
              <input type="checkbox" checked={own} onChange={(event) => setOwn(event.target.checked)} />
              <span>
                {say("appendix.own")}
                <small>{say("appendix.own.why")}</small>
              </span>
            </label>
          ) : null}
          {making.refusal ? (
            <p role="alert" className={settings.trouble}>
              {making.refusal.message}
            </p>
          ) : null}
          <div className={settings.deeds}>
            <Button className={`${buttons.button} ${buttons.main}`} isDisabled={making.busy} onPress={() => make("docx")}>
              <FileText aria-hidden />
              {say("appendix.docx")}
            </Button>
            <Button className={buttons.button} isDisabled={making.busy} onPress={() => make("pdf")}>
              <FileType aria-hidden />
              {say("appendix.pdf")}
            </Button>
            <span role="status">{making.busy ? say("appendix.making") : done}</span>
          </div>
        </Part>
        <Part title={say("appendix.clauses")} lead={say("appendix.clauses.lead")}>
          <ClauseList pen={pen} />
        </Part>
        <PaperPart workspace={workspace.id} kept={kept} mayWrite={workspace.role === "owner" || workspace.role === "editor"} onChanged={look} />
      </RegisterFrame>
    </div>
  );
}
