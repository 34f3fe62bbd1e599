import { useMemo, useState } from "react";
import { itemsOf, type Item } from "#core/model/items.ts";
import { findingsAt } from "../registers/item-findings.tsx";
import { RemovalDialog } from "../registers/removal-dialog.tsx";
import { ZONES, zones } from "../registers/zones.ts";
import type { Pen } from "../registers/use-pen.ts";
import { say } from "../words.ts";
import { ItemAdder } from "./item-adder.tsx";
import { ItemLine } from "./item-line.tsx";
import { KINDS, type Kind } from "./kind-names.ts";
import { FORMS, titleOf, wordOf } from "./kinds.ts";
import style from "./authority.module.css";

interface Props {
  readonly pen: Pen;
  readonly part: Kind;
  /** An item to open. */
  readonly item: string | undefined;
  readonly onPart: (part: Kind) => void;
}

/** Everything that says who may decide, one kind at a time. */
export function DecideView({ pen, part, item, onPart }: Props) {
  const { document, findings } = pen;
  const [leaving, setLeaving] = useState<Item>();
  const found = useMemo(() => findingsAt(findings), [findings]);
  const items = itemsOf(document, part);
  return (
    <div className={style.decide}>
      <nav className={style.parts} aria-label={say("authority.parts")}>
        {KINDS.map((kind) => {
          const list = itemsOf(document, kind);
          const wrong = list.some(({ id }) => found.get(`${kind}/${id}`)?.some(({ severity }) => severity === "error"));
          return (
            <button key={kind} type="button" aria-current={kind === part ? "true" : undefined} data-wrong={wrong || undefined} onClick={() => onPart(kind)}>
              {say(`authority.part.${kind}`)} <em>{list.length}</em>
            </button>
          );
        })}
      </nav>
      <section className={style.section} aria-labelledby="authority-part">
        <header>
          <h2 id="authority-part">{say(`authority.part.${part}`)}</h2>
          <p>{say(`authority.lead.${part}`)}</p>
        </header>
        {items.length === 0 ? <p className={style.none}>{say("authority.none")}</p> : (
          <>
            <div className={style.heads} aria-hidden>
              {FORMS[part].front.map((field) => <span key={field.key}>{wordOf(field)}</span>)}
            </div>
            <ul className={style.items} aria-labelledby="authority-part">
              {items.map((one) => (
                <ItemLine key={one.id} kind={part} item={one} pen={pen} findings={found.get(`${part}/${one.id}`)} wanted={one.id === item} onLeave={() => setLeaving(one)} />
              ))}
            </ul>
          </>
        )}
        {pen.mayWrite ? <ItemAdder key={part} kind={part} pen={pen} /> : null}
      </section>
      <datalist id={ZONES}>{zones().map((zone) => <option key={zone} value={zone} />)}</datalist>
      {leaving ? (
        <RemovalDialog
          kind={part} id={leaving.id} name={titleOf(document, part, leaving)} pen={pen}
          others={["event", "severity", "calendar", "path"].includes(part) ? items.filter(({ id }) => id !== leaving.id).map((one) => ({ value: one.id, label: titleOf(document, part, one) })) : []} onClose={() => setLeaving(undefined)}
        />
      ) : null}
    </div>
  );
}
