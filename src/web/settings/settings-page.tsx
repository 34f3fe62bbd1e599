import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { WebhooksPart } from "../webhooks/webhooks-part.tsx";
import { say } from "../words.ts";
import { ExportPart } from "../transfer/export-part.tsx";
import { ErasePart } from "../person/erase-part.tsx";
import { ImportedPart } from "../transfer/imported-part.tsx";
import { DeletePart } from "./delete-part.tsx";
import { HistoryPart } from "./history-part.tsx";
import { KeysPart } from "./keys-part.tsx";
import { NamePart } from "./name-part.tsx";
import { ProvidersPart } from "./providers-part.tsx";
import { RulesPart } from "./rules-part.tsx";
import style from "./settings-page.module.css";

/** What holds for a workspace as a whole, each part saved by itself. The server decides; the page only offers what it will not refuse. */
export function SettingsPage() {
  const { workspace, store } = useHere();
  const { parties } = useSnapshot(store).document;
  const mayEdit = workspace.role === "owner" || workspace.role === "editor";
  return (
    <div className={style.page}>
      <header>
        <h1>{say("settings.title")}</h1>
        <p>{say("settings.lead")}</p>
      </header>
      <NamePart workspace={workspace} mayEdit={mayEdit} />
      <KeysPart mayEdit={mayEdit} />
      {workspace.role === "owner" ? <WebhooksPart workspace={workspace.id} party={parties.find(({ id }) => id === workspace.party)?.name} /> : null}
      {workspace.role === "owner" ? (
        <>
          <RulesPart />
          <ProvidersPart />
        </>
      ) : null}
      <HistoryPart workspace={workspace.id} />
      {workspace.role === "owner" ? (
        <>
          <ExportPart workspace={workspace.id} />
          <ImportedPart workspace={workspace.id} />
          <ErasePart workspace={workspace} />
          <DeletePart workspace={workspace} />
        </>
      ) : null}
    </div>
  );
}
