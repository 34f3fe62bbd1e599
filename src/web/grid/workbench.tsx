import { Suspense, lazy, useCallback, useState, type ReactNode } from "react";
import { DialogBox } from "../parts/dialog-box.tsx";
import { say } from "../words.ts";
import { FindingsList } from "./findings-list.tsx";
import type { MatrixGridProps } from "./grid-props.ts";
import { MatrixGrid } from "./matrix-grid.tsx";
import type { PanelPart } from "../panel/row-panel.tsx";
import { usePhone } from "./phone.ts";
import { useBackCloses } from "./use-back-closes.ts";
import style from "./workbench.module.css";

const LibraryDialog = lazy(() => import("../matrix/library-dialog.tsx"));
const RowPanel = lazy(async () => ({ default: (await import("../panel/row-panel.tsx")).RowPanel }));

interface Props extends Pick<MatrixGridProps, "store" | "look" | "onLook" | "signs"> {
  readonly start?: { readonly row: string; readonly column?: string } | undefined;
  /** What else the panel shows of a row. */
  readonly lying?: (row: string, where: "above" | "below") => ReactNode;
  /** Which row one is at. */
  readonly onAt?: (row: string | undefined) => void;
}

/** The grid with what stands beside it: all fields of the chosen rows, or the list of findings. */
export function MatrixWorkbench({ store, look, onLook, start, signs, lying, onAt }: Props) {
  const [rows, setRows] = useState<readonly string[]>(start ? [start.row] : []);
  const choose = useCallback(
    (chosen: readonly string[]) => {
      setRows(chosen);
      onAt?.(chosen[0]);
    },
    [onAt],
  );
  // Who follows a link to a row wants to see it, whole.
  const [beside, setBeside] = useState<"panel" | "findings" | undefined>(start ? "panel" : undefined);
  const [go, setGo] = useState(start);
  const [adding, setAdding] = useState(false);
  const openLibrary = useCallback(() => setAdding(true), []);
  const phone = usePhone();
  const [part, setPart] = useState<PanelPart>("fields");
  const openPanel = useCallback((wanted: "fields" | "talk" = "fields") => {
    setPart(wanted);
    setBeside("panel");
  }, []);
  const toggleList = useCallback(() => setBeside((now) => (now === "findings" ? undefined : "findings")), []);
  const close = useCallback(() => setBeside(undefined), []);
  useBackCloses(phone && beside !== undefined, close);
  const panel = (
    <Suspense fallback={null}>
      <RowPanel store={store} rows={rows} lying={lying} part={part} onPart={setPart} onClose={phone ? undefined : close} />
    </Suspense>
  );
  return (
    <div className={style.bench}>
      <MatrixGrid store={store} {...(look ? { look } : {})} {...(onLook ? { onLook } : {})} {...(signs ? { signs } : {})} onRows={choose} onPanel={openPanel} onList={toggleList} onLibrary={openLibrary} opened={beside === "panel"} onClose={close} listed={beside === "findings"} beside={beside !== undefined} go={go} />
      {adding ? (
        <Suspense fallback={null}>
          <LibraryDialog
            document={store.snapshot().document}
            onInsert={(title, edits) => {
              store.edit(edits, say("library.what", { title }));
              setAdding(false);
              const added = edits.findLast((edit) => edit.do === "add" && edit.kind === "activity");
              if (added?.do === "add") setGo({ row: added.item.id });
            }}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      ) : null}
      {beside === undefined ? null : phone ? (
        <DialogBox title={say("panel.title")} onClose={close}>
          {panel}
        </DialogBox>
      ) : (
        <aside className={style.beside} aria-label={say(beside === "panel" ? "panel.title" : "grid.list")}>
          {beside === "panel" ? panel : <FindingsList store={store} onGo={(row, column) => setGo({ row, ...(column === undefined ? {} : { column }) })} onClose={close} />}
        </aside>
      )}
    </div>
  );
}
