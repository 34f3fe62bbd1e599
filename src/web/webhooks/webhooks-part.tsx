import { Webhook as Sign } from "lucide-react";
import { useCallback, useState } from "react";
import { Button } from "react-aria-components";
import { SaidNo } from "../account/asking.ts";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import { Said } from "../settings/said.tsx";
import settings from "../settings/settings-page.module.css";
import { useListing } from "../state/use-listing.ts";
import { say } from "../words.ts";
import { webhooksOf, type Secret, type Webhook } from "./hooks.ts";
import { NewSecret } from "./new-secret.tsx";
import { RemoveDialog, SecretDialog } from "./sure-dialogs.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookLine } from "./webhook-line.tsx";

type Asking = { readonly what: "make" } | { readonly what: "change" | "secret" | "remove"; readonly webhook: Webhook };

/** Addresses that are told what happens here, and how that went. For owners. @param party the name of one's own, where one has said it. */
export function WebhooksPart({ workspace, party }: { readonly workspace: string; readonly party: string | undefined }) {
  const { found: hooks, trouble, read } = useListing(useCallback(async () => ({ found: (await webhooksOf(workspace)).webhooks, next: null }), [workspace]));
  const [failed, setFailed] = useState<string>();
  const [said, setSaid] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const [secret, setSecret] = useState<Secret & { readonly name: string; readonly rotated: boolean }>();
  const done = (words?: string): void => {
    setAsking(undefined);
    setFailed(undefined);
    setSaid(words);
    void read();
  };
  /** Does it at once; what was refused is said where the trouble stands. */
  const act = async (work: () => Promise<unknown>, words: string): Promise<void> => {
    setSaid(undefined);
    try {
      await work();
      done(words);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setFailed(thrown.message);
    }
  };
  const close = (): void => setAsking(undefined);
  return (
    <Part title={say("webhook.title")} lead={party === undefined ? say("webhook.lead.no-party") : say("webhook.lead", { party })}>
      {(failed ?? trouble) === undefined ? null : (
        <p role="alert" className={settings.trouble}>
          {failed ?? `${say("webhook.trouble")}: ${trouble}`}
        </p>
      )}
      <Said words={said} />
      {secret ? <NewSecret key={secret.secret} secret={secret} onKept={() => setSecret(undefined)} /> : null}
      {hooks === undefined && trouble === undefined ? <p role="status">{say("working.reading")}</p> : null}
      {hooks?.length === 0 ? <p className={settings.none}>{say("webhook.none")}</p> : <ul className={settings.keys}>{hooks?.map((webhook) => <WebhookLine key={webhook.id} workspace={workspace} webhook={webhook} onAct={act} onAsk={(what) => setAsking({ what, webhook })} />)}</ul>}
      <p className={settings.deeds}>
        <Button className={buttons.button} onPress={() => setAsking({ what: "make" })}>
          <Sign aria-hidden />
          {say("webhook.open")}
        </Button>
      </p>
      {asking?.what === "make" || asking?.what === "change" ? (
        <WebhookDialog
          workspace={workspace} onClose={close} {...(asking.what === "change" ? { webhook: asking.webhook } : {})}
          onMade={(made) => {
            setSecret({ ...made, rotated: false });
            done();
          }}
          onChanged={(name) => done(say("webhook.changed", { name }))}
        />
      ) : null}
      {asking?.what === "secret" ? (
        <SecretDialog
          workspace={workspace} webhook={asking.webhook} onClose={close}
          onDone={(made) => {
            setSecret({ ...made, name: asking.webhook.name, rotated: true });
            done();
          }}
        />
      ) : null}
      {asking?.what === "remove" ? <RemoveDialog workspace={workspace} webhook={asking.webhook} onClose={close} onDone={() => done(say("webhook.removed", { name: asking.webhook.name }))} /> : null}
    </Part>
  );
}
