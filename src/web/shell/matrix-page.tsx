import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import type { Look } from "../grid/look.ts";
import { lookOf, wordsOf, type LookWords } from "../grid/look-address.ts";
import { MatrixWorkbench } from "../grid/workbench.tsx";
import { useBeside, useHere } from "./here.ts";
import style from "./matrix-page.module.css";

const RowBeside = lazy(() => import("../talk/row-beside.tsx"));

const route = getRouteApi("/signed-in/w/$workspace/matrix");

/** The matrix, as large as the window allows; its address says how it is looked at. */
export function MatrixPage() {
  const words = route.useSearch() as LookWords;
  const go = route.useNavigate();
  // Read once: from then on the grid leads and the address follows.
  const [first] = useState(() => lookOf(words));
  const onLook = useCallback((look: Look) => void go({ search: wordsOf(look) as never, replace: true }), [go]);
  const { store, beside } = useHere();
  const { signs } = useBeside();
  const onAt = useCallback((row: string | undefined) => beside.at("matrix", row ?? null), [beside]);
  useEffect(() => beside.at("matrix", null), [beside]);
  const lying = useCallback(
    (row: string, where: "above" | "below") => (
      <Suspense fallback={null}>
        <RowBeside key={row} row={row} where={where} />
      </Suspense>
    ),
    [],
  );
  return (
    <div className={style.page}>
      <MatrixWorkbench store={store} signs={signs} onAt={onAt} lying={lying} look={first} onLook={onLook} start={words.row === undefined ? undefined : { row: words.row }} />
    </div>
  );
}
