import { MatrixWorkbench } from "../grid/workbench.tsx";
import { useHere } from "./here.ts";
import style from "./matrix-page.module.css";

/** The matrix, as large as the window allows. */
export function MatrixPage() {
  return (
    <div className={style.page}>
      <MatrixWorkbench store={useHere().store} />
    </div>
  );
}
