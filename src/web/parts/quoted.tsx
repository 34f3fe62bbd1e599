import { Fragment } from "react";
import style from "./quoted.module.css";

/** A sentence whose user words stand in backticks: they are set apart, the backticks left out. */
export function Quoted({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // An odd number of backticks is no quotation but somebody's own character.
  if (parts.length < 3 || parts.length % 2 === 0) return text;
  return parts.map((part, index) => (index % 2 === 1 ? <q key={index} className={style.quoted}>{part}</q> : <Fragment key={index}>{part}</Fragment>));
}
