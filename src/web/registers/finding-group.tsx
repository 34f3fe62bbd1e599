import { ArrowRight, Wrench } from "lucide-react";
import { memo, useState } from "react";
import { Button } from "react-aria-components";
import type { Finding, Fix } from "#core/lint/finding.ts";
import type { Group, Keyed } from "../findings/sift.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import style from "./findings-page.module.css";

/** Findings of a rule shown at first, and how many more with each press. */
const AT_FIRST = 4;
const MORE = 50;

interface Props {
  readonly group: Group;
  readonly mayWrite: boolean;
  /** The only group on the page. */
  readonly alone: boolean;
  readonly onOpen: (finding: Finding) => void;
  /** `key` is of the one finding that goes with it. */
  readonly onFix: (fixes: readonly Fix[], what: string, key?: string) => void;
  readonly onAccept: (keyed: Keyed) => void;
}

/** One rule: why it matters and what to do, said once, then every place where it is broken. */
export const FindingGroup = memo(function FindingGroup({ group, mayWrite, alone, onOpen, onFix, onAccept }: Props) {
  const { rule, severity, text, members } = group;
  const [asked, setAsked] = useState(0);
  const printing = usePrinting();
  const room = (alone ? MORE : AT_FIRST) + asked;
  const shown = printing || members.length <= room + 1 ? members : members.slice(0, room);
  const fixes = members.flatMap(({ finding }) => finding.fix ?? []);
  return (
    <section className={style.group} aria-labelledby={`found-${rule}`}>
      <header>
        <SeveritySign severity={severity} size={17} />
        <h2 id={`found-${rule}`}>
          <span className="unseen">{say(`severity.${severity}`)}: </span>
          {text.headline}
        </h2>
        <span className={style.count}>{members.length}</span>
      </header>
      <div className={style.why}>
        <p>
          <Quoted text={text.because} />
        </p>
        <p>
          <Quoted text={text.remedy} />
        </p>
        {mayWrite && fixes.length > 1 ? (
          <Button className={`${buttons.button} ${style.fix}`} onPress={() => onFix(fixes, say("dash.fix-all", { n: fixes.length, rule: text.headline }))}>
            <Wrench aria-hidden />
            {say("fix.all", { n: fixes.length })}
          </Button>
        ) : null}
      </div>
      <ul>
        {shown.map((keyed) => (
          <Line key={keyed.key} keyed={keyed} mayWrite={mayWrite} onOpen={onOpen} onFix={onFix} onAccept={onAccept} />
        ))}
      </ul>
      {shown.length < members.length ? (
        <Button className={`${buttons.button} ${buttons.quiet} ${style.more}`} onPress={() => setAsked(asked + MORE)}>
          {say("findings.more", { n: Math.min(MORE, members.length - shown.length) })}
        </Button>
      ) : null}
    </section>
  );
});

function Line({ keyed, mayWrite, onOpen, onFix, onAccept }: Pick<Props, "mayWrite" | "onOpen" | "onFix" | "onAccept"> & { readonly keyed: Keyed }) {
  const { finding, role, area } = keyed;
  const { message, title, fix, at } = finding;
  const place = [message.includes(title) || at.kind === "matrix" ? undefined : title, role, area].filter((part) => part !== undefined);
  return (
    <li data-finding={keyed.key} tabIndex={-1}>
      <div>
        <p className={style.message}>
          <Quoted text={message} />
        </p>
        {place.length > 0 ? <p className={style.at}>{place.join(" · ")}</p> : null}
      </div>
      <div className={style.ways}>
        {fix && mayWrite ? (
          <Button className={`${buttons.button} ${style.fix}`} onPress={() => onFix([fix], say("dash.fixed", { label: fix.label }), keyed.key)}>
            <Wrench aria-hidden />
            {fix.label}
          </Button>
        ) : null}
        {mayWrite ? (
          <Button className={`${buttons.button} ${buttons.quiet}`} aria-label={say("dash.accept.of", { message })} onPress={() => onAccept(keyed)}>
            {say("accept")}…
          </Button>
        ) : null}
        {at.kind === "matrix" ? null : (
          <Button className={`${buttons.button} ${buttons.quiet}`} aria-label={say("dash.go.to", { message })} onPress={() => onOpen(finding)}>
            {say("dash.go")}
            <ArrowRight aria-hidden />
          </Button>
        )}
      </div>
    </li>
  );
}
