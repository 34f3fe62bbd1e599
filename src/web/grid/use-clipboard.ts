import type { ClipboardEvent, RefObject } from "react";
import { say } from "../words.ts";
import { blockFrom, writeBlock, writeTable } from "./clipboard.ts";
import { copyChosen, cutChosen, pasteBlock } from "./exchange.ts";
import type { Outcome } from "./outcome.ts";
import { cellsIn, chosenRanges, type Scene } from "./scene.ts";

/** An editor or a field in front of the grid keeps the clipboard to itself. */
const foreign = ({ target }: ClipboardEvent): boolean => target instanceof Element && target.closest("[data-editor], input, textarea") !== null;

/** What copying, cutting and pasting ask of the grid. */
export function useClipboard(latest: RefObject<Scene>, carryOut: (outcome: Outcome) => void) {
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    if (foreign(event)) return;
    event.preventDefault();
    const scene = latest.current;
    const block = copyChosen(scene);
    if (!block) return carryOut({ said: say("grid.said.copy-ranges") });
    event.clipboardData.setData("text/plain", writeBlock(block));
    event.clipboardData.setData("text/html", writeTable(block));
    carryOut(cut && scene.writable ? cutChosen(scene) : { said: say("grid.said.copied", { n: cellsIn(scene.arrangement, chosenRanges(scene)) }) });
  };
  return {
    onCopy: (event: ClipboardEvent) => copy(event, false),
    onCut: (event: ClipboardEvent) => copy(event, true),
    onPaste: (event: ClipboardEvent): void => {
      if (foreign(event)) return;
      event.preventDefault();
      const block = blockFrom({ plain: event.clipboardData.getData("text/plain"), html: event.clipboardData.getData("text/html") }, (html) => new DOMParser().parseFromString(html, "text/html"));
      if (block) carryOut(pasteBlock(latest.current, block));
    },
  };
}
