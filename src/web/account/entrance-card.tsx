import { useEffect, type ReactNode } from "react";
import style from "./entrance-card.module.css";

/** The one card in the middle of the page through which one comes in. */
export function EntranceCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Remit`;
  }, [title]);
  return (
    <main className={style.page}>
      <div className={style.card}>
        <a href="/" className={style.brand}>
          <span aria-hidden>R</span> Remit
        </a>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
