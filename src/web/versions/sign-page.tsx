import { Mail, PenLine } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { z } from "@hono/zod-openapi";
import type { SignLinkOffer } from "#contract/version.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { ask } from "../account/asking.ts";
import { EntranceCard } from "../account/entrance-card.tsx";
import card from "../account/entrance-card.module.css";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { isWhole } from "../account/token.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { VersionText } from "./version-text.tsx";
import style from "./versions.module.css";

type Offer = z.infer<typeof SignLinkOffer>;

/** Signing without an account: the link shows the text, the code that is sent elsewhere signs it. Opening does nothing. */
export function SignPage() {
  const [token] = useState(() => location.hash.replace(/^#sign=/, ""));
  const [offer, setOffer] = useState<Offer>();
  const [done, setDone] = useState<"signed" | "refused">();
  const [trouble, setTrouble] = useState<string | undefined>(isWhole(token) ? undefined : say("still.incomplete"));
  useEffect(() => {
    if (isWhole(token)) ask<Offer>("POST", "/signing/look", { token }).then(setOffer, (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [token]);
  if (trouble !== undefined) return <EntranceCard title={say("sign.dead")}><p role="alert" className={card.trouble}>{trouble}</p></EntranceCard>;
  if (!offer) return <EntranceCard title="Remit"><p role="status">{say("still.loading")}</p></EntranceCard>;
  if (done) return <EntranceCard title={say(`sign.done.${done}`)}><p role="status" className={card.lead}>{say("sign.done.lead")}</p></EntranceCard>;
  return <Offered offer={offer} token={token} onDone={setDone} />;
}

function Offered({ offer: { workspace, number, name, party, digest, document: text, address }, token, onDone }: { readonly offer: Offer; readonly token: string; readonly onDone: (how: "signed" | "refused") => void }) {
  const sending = useSending();
  const asking = useSending();
  const matrix = text as unknown as MatrixDocument;
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState("");
  const [intent, setIntent] = useState(say("versions.intent", { n: number, party }));
  const [refusing, setRefusing] = useState(false);
  const plain = code.replace(/\s/g, "");
  useEffect(() => {
    document.title = `${say("sign.title", { n: number })} – Remit`;
  }, [number]);
  return (
    <main className={style.guest}>
      <h1>{say("sign.title", { n: number })}</h1>
      <p>{say("sign.lead", { name, party, workspace })}</p>
      <dl className={style.facts}>
        <dt>{say("versions.digest")}</dt>
        <dd><code>{digest}</code></dd>
      </dl>
      <VersionText matrix={matrix} />
      <section className={style.part}>
        <h2>{say("versions.sign", { name, party })}</h2>
        <p className={style.none}>{say("versions.sign.claim")}</p>
        <p>{say(sent ? "sign.code.sent" : "sign.code.lead", { address })}</p>
        {asking.refusal ? <p role="alert" className={style.trouble}>{asking.refusal.message}</p> : null}
        <p><Button className={`${buttons.button} ${sent ? "" : buttons.main}`} isDisabled={asking.busy} onPress={() => void asking.send(async () => {
          await ask("POST", "/signing/code", { token });
          setSent(true);
        })}><Mail aria-hidden />{say(sent ? "sign.code.again" : "sign.code")}</Button></p>
        {sent ? (
          <SendForm sending={sending} action={say("versions.sign.go")} icon={<PenLine aria-hidden />} large needed={{ intent, code }} onSend={() => void sending.send(async () => {
            await ask("POST", "/signing/sign", { id: crypto.randomUUID(), token, code: plain, digest, intent });
            onDone("signed");
          })} beside={<Button className={`${buttons.button} ${buttons.large}`} isDisabled={plain.length !== 6} onPress={() => setRefusing(true)}>{say("versions.refuse")}</Button>}>
            <Field place="code" label={say("sign.code.field")} digits autoComplete="one-time-code" value={code} onChange={setCode} sending={sending} />
            <Field place="intent" label={say("versions.sign.intent")} value={intent} onChange={setIntent} sending={sending} longest={500} />
          </SendForm>
        ) : null}
      </section>
      {refusing ? <RefuseDialog number={number} matrix={matrix} onRefuse={(reason, rows) => ask("POST", "/signing/refuse", { id: crypto.randomUUID(), token, code: plain, reason, rows })} onDone={async () => onDone("refused")} onClose={() => setRefusing(false)} /> : null}
    </main>
  );
}
