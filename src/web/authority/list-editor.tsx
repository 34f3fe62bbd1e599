import { ArrowUp, Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import buttons from "../parts/controls.module.css";
import { say, type WordId } from "../words.ts";
import { wordOf, type Field } from "./kinds.ts";
import { Labelled, merged, type Write } from "./labelled.tsx";
import style from "./authority.module.css";

interface Props {
  readonly field: Extract<Field, { as: "list" }>;
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly name: string;
  readonly mayWrite: boolean;
  readonly onChange: (items: readonly Readonly<Record<string, unknown>>[], what: string) => void;
  /** The editor of one field of one item. */
  readonly draw: (field: Field, item: Readonly<Record<string, unknown>>, name: string, write: Write) => ReactNode;
}

/** Steps or layers, in their order. */
export function ListEditor({ field, items, name, mayWrite, onChange, draw }: Props) {
  const word = wordOf(field);
  return (
    <div className={style.list}>
      <ol>
        {items.map((item, i) => {
          const title = say(`authority.item.${field.key}` as WordId, { n: i + 1 });
          const here = `${title}, ${name}`;
          return (
            <li key={i}>
              <div className={style.stepHead}>
                <b>{title}</b>
                {mayWrite && i > 0 ? (
                  <button type="button" className={style.small} aria-label={say("authority.item.up", { item: here })} onClick={() => onChange(items.toSpliced(i, 1).toSpliced(i - 1, 0, item), word)}>
                    <ArrowUp aria-hidden size={14} />
                  </button>
                ) : null}
                {mayWrite ? (
                  <button type="button" className={style.small} aria-label={say("authority.item.remove", { item: here })} onClick={() => onChange(items.toSpliced(i, 1), word)}>
                    <Trash2 aria-hidden size={14} />
                  </button>
                ) : null}
              </div>
              <div className={style.fields}>
                {field.fields.map((one) => (
                  <Labelled key={one.key} field={one}>
                    {draw(one, item, here, (fields, what) => onChange(items.toSpliced(i, 1, merged(item, fields)), what))}
                  </Labelled>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
      {mayWrite ? (
        <button type="button" className={buttons.button} onClick={() => onChange([...items, nextOf(field, items)], word)}>
          <Plus aria-hidden />
          {say(`authority.item.add.${field.key}` as WordId)}
        </button>
      ) : null}
    </div>
  );
}

/** A new step begins where the last one did; it is set from there. */
const nextOf = ({ first }: Props["field"], items: Props["items"]): Readonly<Record<string, unknown>> => {
  const after = items.at(-1)?.["after"];
  return typeof after === "string" && "after" in first ? { ...first, after } : first;
};
