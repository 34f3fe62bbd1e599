import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Ring } from "#core/drill/scenario.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import { DEEDS, type Deed } from "./sitting.ts";
import style from "./drill.module.css";

interface Props {
  readonly ring: Ring;
  readonly document: MatrixDocument;
  readonly onSaid: (deed: Deed, seconds: number) => void;
}

/** Somebody is called: who, why and how, and what they do. */
export function CallCard({ ring, document, onSaid }: Props) {
  const began = useRef(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    began.current = Date.now();
    heading.current?.focus({ preventScroll: true });
  }, [ring.person, ring.call]);
  const name = (id: string) => document.people?.find((one) => one.id === id)?.name ?? id;
  const decides = ring.verbs.length > 0;
  const words = (deed: Deed) => (deed === "decides" && !decides ? "drill.charge" : (`drill.${deed}` as const));
  return (
    <section className={style.card} aria-labelledby="drill-called">
      <p className={style.minute}>{say("drill.now", { minute: ring.minute })}</p>
      <h2 id="drill-called" ref={heading} tabIndex={-1}>{say("drill.called", { name: name(ring.person) })}</h2>
      <p className={style.why}><Quoted text={ring.as} />{ring.instead === undefined ? null : <>, {say("drill.instead", { name: name(ring.instead) })}</>}</p>
      <dl>
        <div>
          <dt>{say("drill.methods")}</dt>
          <dd>{ring.methods.map(({ id, kind, value }) => <span key={id}>{value === undefined ? say("drill.method.kept", { kind: say(`authority.channel.${kind}`) }) : say("drill.method", { kind: say(`authority.channel.${kind}`), value })}</span>)}</dd>
        </div>
        <div>
          <dt>{say("drill.theirs")}</dt>
          <dd>{decides ? ring.verbs.map((verb) => <span key={verb}>{VERB_WORDS[verb]}</span>) : say("drill.theirs.none")}</dd>
        </div>
      </dl>
      <div className={style.choices} role="group" aria-label={say("drill.what")}>
        {DEEDS.filter((deed) => decides || deed !== "only").map((deed) => (
          <Button key={deed} className={`${buttons.button} ${buttons.large} ${deed === "decides" ? buttons.main : ""}`} onPress={() => onSaid(deed, Math.round((Date.now() - began.current) / 1_000))}>
            {say(words(deed))}
          </Button>
        ))}
      </div>
      <p className={style.hint}>{say("drill.clock")}</p>
    </section>
  );
}
