import { ChevronRight, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import type { Finding } from "#core/lint/finding.ts";
import type { Edit } from "#core/model/edit.ts";
import type { Item } from "#core/model/items.ts";
import { ItemFindings } from "../registers/item-findings.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { say } from "../words.ts";
import { FieldEditor } from "./field-editor.tsx";
import type { Kind } from "./kind-names.ts";
import { FORMS, titleOf } from "./kinds.ts";
import { Labelled, type Write } from "./labelled.tsx";
import { sayLimits } from "./limits.ts";
import style from "./authority.module.css";

interface Props {
  readonly kind: Kind;
  readonly item: Item;
  readonly pen: Pen;
  readonly findings: readonly Finding[] | undefined;
  readonly onLeave: () => void;
  /** Asked for by a link: open, and in sight. */
  readonly wanted: boolean;
}

/** One item: what matters most in the line, the rest unfolded beneath it. */
export function ItemLine({ kind, item, pen, findings, onLeave, wanted }: Props) {
  const [open, setOpen] = useState(wanted);
  const details = useId();
  const name = titleOf(pen.document, kind, item);
  const limits = sayLimits(pen.document, kind, item);
  const { front, rest } = FORMS[kind];
  const write: Write = (fields, word) => pen.write(Object.entries(fields).map(([field, value]): Edit => ({ do: "set", at: { kind, id: item.id }, field, value: value ?? null })), say("register.set", { field: word, name }));
  const editor = (field: (typeof front)[number]) => (
    <Labelled key={field.key} field={field}>
      <FieldEditor field={field} item={item} name={name} document={pen.document} mayWrite={pen.mayWrite} write={write} />
    </Labelled>
  );
  return (
    <li className={style.item} data-open={open || undefined} data-deny={item["deny"] === true || undefined} id={`${kind}-${item.id}`} ref={(line) => void (wanted && line?.scrollIntoView({ block: "center" }))}>
      {rest.length === 0 ? <span /> : (
        <button type="button" className={style.fold} aria-expanded={open} aria-controls={details} aria-label={say("authority.more", { name })} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden size={15} />
        </button>
      )}
      <div className={style.front}>{front.map(editor)}</div>
      {pen.mayWrite ? (
        <button type="button" className={style.remove} aria-label={say("register.remove.of", { name })} onClick={onLeave}>
          <Trash2 aria-hidden size={15} />
        </button>
      ) : <span />}
      {item["deny"] === true ? <p className={style.denied}>{say("authority.f.deny")}</p> : null}
      {limits === "" || open ? null : <p className={style.limits}>{say("authority.limit", { limits })}</p>}
      <div className={style.said}><ItemFindings findings={findings} pen={pen} /></div>
      <div id={details} hidden={!open} className={style.details}>{open ? <div className={style.fields}>{rest.map(editor)}</div> : null}</div>
    </li>
  );
}
