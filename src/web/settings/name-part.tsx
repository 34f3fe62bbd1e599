import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { Part } from "../account/part.tsx";
import { rename, type WorkspaceAbout } from "../shell/account.ts";
import { say } from "../words.ts";
import { Said } from "./said.tsx";

/** How the workspace is called. */
export function NamePart({ workspace, mayEdit }: { readonly workspace: WorkspaceAbout; readonly mayEdit: boolean }) {
  const [name, setName] = useState(workspace.name);
  const [said, setSaid] = useState<string>();
  const sending = useSending();
  const router = useRouter();
  if (!mayEdit)
    return (
      <Part title={say("settings.name.title")} lead={say("settings.name.reading")}>
        <p>
          <b>{workspace.name}</b>
        </p>
      </Part>
    );
  const save = (): void => {
    setSaid(undefined);
    void sending
      .send(() => rename(workspace.id, name.trim()))
      .then(async (done) => {
        if (!done) return;
        setSaid(say("settings.name.saved"));
        // The switch above shows it, too.
        await router.invalidate();
      });
  };
  return (
    <Part title={say("settings.name.title")}>
      <SendForm sending={sending} action={say("settings.name.save")} needed={{ name }} onSend={save}>
        <Field place="name" label={say("settings.name")} value={name} onChange={setName} sending={sending} why={say("settings.name.why")} />
      </SendForm>
      <Said words={said} />
    </Part>
  );
}
