import { useId, type ReactNode } from "react";
import style from "./account-page.module.css";

/** One part of the account page. */
export function Part({ title, lead, children }: { readonly title: string; readonly lead?: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section className={style.part} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {lead === undefined ? null : <p className={style.lead}>{lead}</p>}
      {children}
    </section>
  );
}
