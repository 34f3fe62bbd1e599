import { useMemo } from "react";
import type { MatrixDocument } from "#core/model/document.ts";
import { changedRows, countOf } from "#core/version/changed-rows.ts";
import { say } from "../words.ts";
import style from "./versions.module.css";

/** What differs between two matrices. The one place where a fuller comparison of two documents is shown. */
export function Compared({ before, after }: { readonly before: MatrixDocument; readonly after: MatrixDocument }) {
  const found = useMemo(() => changedRows(before, after), [before, after]);
  const { added, removed, changed, others } = found;
  if (countOf(found) + others === 0) return <p className={style.none}>{say("versions.compared.same")}</p>;
  return (
    <ul className={style.compared}>
      {changed.map((title, i) => <li key={`c${i}`}>{say("versions.compared.changed", { title })}</li>)}
      {added.map((title, i) => <li key={`a${i}`}>{say("versions.compared.added", { title })}</li>)}
      {removed.map((title, i) => <li key={`r${i}`}>{say("versions.compared.removed", { title })}</li>)}
      {others > 0 ? <li>{say("versions.compared.others", { n: others })}</li> : null}
    </ul>
  );
}
