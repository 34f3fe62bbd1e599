import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Finding } from "#core/lint/finding.ts";
import type { LeftOpen } from "#core/readiness/left-open.ts";
import { whereOf, type Where } from "#core/readiness/facts.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { sayDay } from "../state/calendar-day.ts";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import { WhereLink } from "./where-link.tsx";
import style from "./readiness.module.css";

interface Line {
  readonly key: string;
  readonly where: Where;
  readonly words: ReactNode;
  readonly beside?: string;
}

const AT_FIRST = 8;

const said = (findings: readonly Finding[]): readonly Line[] => findings.map((one) => ({ key: `${one.rule} ${one.at.id} ${one.message}`, where: whereOf(one), words: <Quoted text={one.message} /> }));

/** Everything that is still open, list by list. */
export function OpenLists({ open }: { readonly open: LeftOpen }) {
  const lists: readonly (readonly [keyof LeftOpen, readonly Line[]])[] = [
    ["errors", said(open.errors)],
    ["counterexamples", said(open.counterexamples)],
    ["contested", open.contested.map((one) => ({ key: `${one.id} ${one.party}`, where: one, words: one.name, beside: say("readiness.contested.by", { party: one.party, reason: one.reason ?? "" }) }))],
    ["unadapted", open.unadapted.map((one) => ({ key: one.id ?? "", where: one, words: one.name }))],
    ["untested", open.untested.map((one) => ({ key: one.id ?? "", where: one, words: `${one.name}, ${say(`people.contact.${one.contact}`).toLowerCase()}`, beside: one.freshness === "never" ? say("readiness.never") : say("readiness.old", { day: sayDay((one.verifiedAt ?? "").slice(0, 10)) }) }))],
    ["waivers", open.waivers.map((one) => ({ key: `${one.rule} ${one.id}`, where: one, words: one.name, beside: `${say("readiness.waiver.by", { name: one.by, day: sayDay(one.until), reason: one.reason })}${one.state === "holds" ? "" : ` (${say(`readiness.waiver.${one.state}`)})`}` }))],
    ["weak", said(open.weak)],
  ];
  return <div className={style.lists}>{lists.map(([name, lines]) => (lines.length === 0 ? null : <List key={name} name={name} lines={lines} />))}</div>;
}

function List({ name, lines }: { readonly name: keyof LeftOpen; readonly lines: readonly Line[] }) {
  const [all, setAll] = useState(false);
  const whole = usePrinting() || all;
  return (
    <section className={style.part} id={`open-${name}`} tabIndex={-1} aria-label={say(`readiness.${name}`)}>
      <header><h2>{say(`readiness.${name}`)}</h2><em>{lines.length}</em></header>
      <ul className={style.lines}>
        {lines.slice(0, whole ? lines.length : AT_FIRST).map(({ key, where, words, beside }) => (
          <li key={key}>
            <WhereLink where={where}>{words}</WhereLink>
            {beside === undefined ? null : <small>{beside}</small>}
          </li>
        ))}
      </ul>
      {whole || lines.length <= AT_FIRST ? null : <Button className={`${buttons.link} ${style.all}`} onPress={() => setAll(true)}>{say("readiness.all", { n: lines.length })}</Button>}
    </section>
  );
}
