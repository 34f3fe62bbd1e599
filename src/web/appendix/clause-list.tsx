import { ArrowDown, ArrowUp, ListPlus, Trash2 } from "lucide-react";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { filled, valuesOf, type FilledClause } from "#core/clauses/filled.ts";
import { PLACEHOLDERS } from "#core/clauses/placeholders.ts";
import type { Clause } from "#core/model/clause.ts";
import { idFrom } from "#core/model/id.ts";
import { CLAUSES } from "#library/clauses.ts";
import buttons from "../parts/controls.module.css";
import { Adder } from "../registers/adder.tsx";
import { InlineText } from "../registers/inline-text.tsx";
import { findingsAt, ItemFindings } from "../registers/item-findings.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { say } from "../words.ts";
import style from "./appendix-page.module.css";

/** The clauses in their order: each edited where it stands, with how it reads beneath. */
export function ClauseList({ pen }: { readonly pen: Pen }) {
  const { document, mayWrite } = pen;
  const clauses = document.clauses ?? [];
  const values = useMemo(() => valuesOf(document), [document]);
  const found = useMemo(() => findingsAt(pen.findings), [pen.findings]);
  const missing = CLAUSES.filter(({ id }) => !clauses.some((clause) => clause.id === id));
  const add = (title: string): void => pen.write([{ do: "add", kind: "clause", item: { id: idFrom(title, new Set(clauses.map(({ id }) => id))), title, text: say("appendix.clause.new") } }], say("appendix.clause.edit"));
  const addUsual = (): void => pen.write(missing.map((item) => ({ do: "add", kind: "clause", item })), say("appendix.clauses.usual", { n: missing.length }), say("appendix.clauses.added", { n: missing.length }));
  return (
    <>
      {clauses.length === 0 ? <p className={style.none}>{say("appendix.clauses.none")}</p> : null}
      <ol className={style.clauses}>
        {clauses.map((clause, i) => (
          <li key={clause.id}>
            <div className={style.head}>
              <InlineText label={say("appendix.clause.title", { n: i + 1 })} value={clause.title} onWrite={(title) => pen.write([{ do: "set", at: { kind: "clause", id: clause.id }, field: "title", value: title }], say("appendix.clause.edit"))} mayWrite={mayWrite} required strong />
              {mayWrite ? <Deeds clause={clause} i={i} clauses={clauses} pen={pen} /> : null}
            </div>
            {mayWrite ? <InlineText label={say("appendix.clause.text", { title: clause.title })} value={clause.text} onWrite={(text) => pen.write([{ do: "set", at: { kind: "clause", id: clause.id }, field: "text", value: text }], say("appendix.clause.edit"))} mayWrite lines={4} required /> : null}
            <Reads clause={filled(clause, values)} />
            <ItemFindings findings={found.get(`clause/${clause.id}`)} pen={pen} />
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <div className={style.more}>
          {missing.length > 0 ? (
            <Button className={`${buttons.button} ${clauses.length === 0 ? buttons.main : ""}`} onPress={addUsual}>
              <ListPlus aria-hidden />
              {say("appendix.clauses.usual", { n: missing.length })}
            </Button>
          ) : null}
          <Adder label={say("appendix.clause.add")} hint={say("appendix.clause.add.hint")} onAdd={add} />
          <Words values={values} />
        </div>
      ) : null}
    </>
  );
}

function Deeds({ clause: { id, title }, i, clauses, pen }: { readonly clause: Clause; readonly i: number; readonly clauses: readonly Clause[]; readonly pen: Pen }) {
  const move = (before: string | undefined): void => pen.write([{ do: "move", kind: "clause", id, ...(before === undefined ? {} : { before }) }], say("appendix.clause.move"));
  const button = `${buttons.button} ${buttons.quiet} ${buttons.icon}`;
  return (
    <span className={style.deeds}>
      <Button className={button} aria-label={say("appendix.clause.up", { title })} isDisabled={i === 0} onPress={() => move(clauses[i - 1]?.id)}>
        <ArrowUp aria-hidden />
      </Button>
      <Button className={button} aria-label={say("appendix.clause.down", { title })} isDisabled={i === clauses.length - 1} onPress={() => move(clauses[i + 2]?.id)}>
        <ArrowDown aria-hidden />
      </Button>
      <Button className={button} aria-label={say("appendix.clause.remove", { title })} onPress={() => pen.write([{ do: "remove", kind: "clause", id }], say("appendix.clause.remove", { title }), say("appendix.clause.removed", { title }))}>
        <Trash2 aria-hidden />
      </Button>
    </span>
  );
}

const Reads = ({ clause: { pieces } }: { readonly clause: FilledClause }) => (
  <p className={style.reads}>
    <small>{say("appendix.clause.reads")}</small>{" "}
    {pieces.map(({ is, text }, i) => (is === "words" ? <span key={i}>{text}</span> : <mark key={i} data-is={is}>{text}</mark>))}
  </p>
);

/** Every word in braces there is, and what it would be here. */
const Words = ({ values }: { readonly values: ReadonlyMap<string, string> }) => (
  <details className={style.words}>
    <summary>{say("appendix.words")}</summary>
    <dl>
      {Object.entries(PLACEHOLDERS).map(([word, { asks }]) => (
        <div key={word}>
          <dt>
            <code>{`{${word}}`}</code>
          </dt>
          <dd>{values.get(word) ?? <em>{`${say("appendix.words.open")}: ${asks}`}</em>}</dd>
        </div>
      ))}
    </dl>
  </details>
);
