import { memo } from "react";
import type { Finding, Fix } from "#core/lint/finding.ts";
import type { Saving } from "../draft/store.ts";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import style from "./grid-foot.module.css";

/** Drawn anew only when it has something else to say. Below the grid: what was just done, or what is wrong at the chosen cell; how much is chosen; whether it is saved. */
export const GridFoot = memo(function GridFoot({ lanes, passing, all, writable, saving, cells, notice, finding, fix, onKeys, agreed }: { readonly lanes: boolean; readonly passing: number; readonly all: number; readonly writable: boolean; readonly saving: Saving; readonly cells: number; readonly notice: string; readonly finding: Finding | undefined; readonly fix: Fix | undefined; readonly onKeys: () => void; readonly agreed: number }) {
  return (
    <footer className={style.foot}>
      <p role="status" className={style.said}>
        {notice === "" ? null : <Quoted text={notice} />}
      </p>
      {notice === "" && finding ? (
        <p className={style.finding}>
          <SeveritySign severity={finding.severity} size={14} />
          <span className={style.message}>
            <Quoted text={finding.message} />
          </span>
          {fix && writable ? (
            <span className={style.fix}>
              <kbd>Alt ↵</kbd> {fix.label}
            </span>
          ) : (
            <span className={style.fix}>
              <kbd>F1</kbd> {say("grid.why")}
            </span>
          )}
        </p>
      ) : null}
      <p id="grid-keys" className={notice === "" && !finding ? style.hint : "unseen"}>
        {say(!writable ? "grid.hint.reading" : lanes ? "grid.hint.lanes" : "grid.hint", { key: lanes ? "C P S" : "R A C I", enter: "Enter", view: "V", keys: "?" })}
      </p>
      <button type="button" className={style.keys} onClick={onKeys}>
        <kbd>?</kbd> {say("grid.keys")}
      </button>
      <span className={style.size}>
        {cells > 1 ? `${say("grid.cells", { n: cells })} · ` : ""}
        {passing < all ? say("grid.rows-of", { n: passing, all }) : say("grid.rows", { n: all })}
        {agreed > 0 ? ` · ${say("grid.agreed", { n: agreed })}` : ""}
      </span>
      <span className={style.saving} data-at={saving.at}>
        {sayingOf(saving)}
      </span>
    </footer>
  );
});

function sayingOf(saving: Saving): string {
  switch (saving.at) {
    case "saved": return say("saving.saved");
    case "saving": return say("saving.saving", { n: saving.unsent });
    case "waiting": return say("saving.waiting", { n: saving.unsent, why: saving.why });
    case "reading": return say("saving.reading");
  }
}
