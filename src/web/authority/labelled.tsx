import type { ReactNode } from "react";
import { wordOf, type Field } from "./kinds.ts";
import style from "./authority.module.css";

/** Writes one or more fields of the item; `undefined` takes one out. */
export type Write = (fields: Readonly<Record<string, unknown>>, word: string) => void;

/** An object with some fields written; those given as undefined are taken out. */
export const merged = (item: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries({ ...item, ...fields }).filter(([, value]) => value !== undefined));

/** A field under its name. A tick carries its own. */
export function Labelled({ field, children }: { readonly field: Field; readonly children: ReactNode }) {
  return (
    <div className={style.field} data-wide={field.wide || undefined}>
      <span aria-hidden>{field.as === "tick" ? "" : wordOf(field)}</span>
      {children}
    </div>
  );
}
