import { FileUp, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useSending } from "../account/form.tsx";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import settings from "../settings/settings-page.module.css";
import { say } from "../words.ts";
import { drop, keep, type Kept } from "./make.ts";
import style from "./appendix-page.module.css";

const KINDS = { template: { accept: ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document", mb: 5 }, logo: { accept: ".png,.jpg,.jpeg,image/png,image/jpeg", mb: 1 } } as const;

/** What one's party keeps to print on. */
export function PaperPart({ workspace, kept, mayWrite, onChanged }: { readonly workspace: string; readonly kept: readonly Kept[]; readonly mayWrite: boolean; readonly onChanged: () => Promise<void> }) {
  return (
    <Part title={say("appendix.paper")} lead={say("appendix.paper.lead")}>
      {(["template", "logo"] as const).map((kind) => (
        <Sheet key={kind} workspace={workspace} kind={kind} kept={kept.find((one) => one.kind === kind)} mayWrite={mayWrite} onChanged={onChanged} />
      ))}
    </Part>
  );
}

function Sheet({ workspace, kind, kept, mayWrite, onChanged }: { readonly workspace: string; readonly kind: Kept["kind"]; readonly kept: Kept | undefined; readonly mayWrite: boolean; readonly onChanged: () => Promise<void> }) {
  const sending = useSending();
  const [said, setSaid] = useState("");
  const chooser = useRef<HTMLInputElement>(null);
  const { accept, mb } = KINDS[kind];
  const take = (file: File): void => {
    setSaid("");
    if (file.size > mb * 1024 * 1024) return sending.refuse(kind, say("appendix.paper.too-large", { mb }));
    void sending.send(async () => {
      await keep(workspace, kind, file);
      await onChanged();
      setSaid(say("appendix.paper.kept", { name: file.name }));
    });
  };
  const away = (): void => {
    setSaid("");
    void sending.send(async () => {
      await drop(workspace, kind);
      await onChanged();
      setSaid(say("appendix.paper.gone"));
    });
  };
  const remedy = sending.refusal?.problems[0]?.remedy;
  return (
    <div className={style.sheet}>
      <div>
        <b>{say(`appendix.paper.${kind}`)}</b>
        <span>{kept === undefined ? say("appendix.paper.none") : kept.name}</span>
        {kind === "template" ? <small>{say("appendix.paper.template.why")}</small> : null}
      </div>
      {mayWrite ? (
        <span className={style.deeds}>
          <input ref={chooser} type="file" accept={accept} hidden aria-label={say(`appendix.paper.${kind}`)} onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) take(file);
            event.target.value = "";
          }} />
          <Button className={buttons.button} isDisabled={sending.busy} onPress={() => chooser.current?.click()}>
            <FileUp aria-hidden />
            {say(kept === undefined ? "appendix.paper.choose" : "appendix.paper.another")}
          </Button>
          {kept === undefined ? null : (
            <Button className={`${buttons.button} ${buttons.quiet}`} isDisabled={sending.busy} onPress={away}>
              <Trash2 aria-hidden />
              {say("appendix.paper.remove")}
            </Button>
          )}
        </span>
      ) : null}
      <div role="status" className={style.status}>{sending.busy ? say("appendix.paper.trying") : said}</div>
      {sending.refusal ? (
        <p role="alert" className={settings.trouble}>
          {sending.refusal.message}
          {remedy === undefined ? null : <small className={style.remedy}>{remedy}</small>}
        </p>
      ) : null}
    </div>
  );
}
