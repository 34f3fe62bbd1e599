import { useRef, type MouseEvent, type PointerEvent, type RefObject } from "react";
import { extentOf, type Scene } from "./scene.ts";
import { at, column, extended, rows, within, type Selection, type Spot } from "./selection.ts";
import { MARGIN } from "./window.ts";

/** Pixels at an edge of the grid in which a drag scrolls it. */
const EDGE = 26;

interface Asked {
  readonly choose: (selection: Selection) => void;
  readonly drag: (selection: Selection) => void;
  readonly edit: () => void;
  readonly fold: () => void;
  readonly explain: () => void;
}

/** What a pointer asks of the grid: press to choose, drag or Shift to choose more, press twice to edit. */
export function usePointer(scroller: RefObject<HTMLElement | null>, latest: RefObject<Scene>, lineHeight: number, asked: Asked) {
  const dragging = useRef(false);

  const spotOf = (target: EventTarget | null): { readonly spot: Spot; readonly margin: boolean } | undefined => {
    if (!(target instanceof Element)) return undefined;
    const line = target.closest<HTMLElement>("[data-line]")?.dataset["line"];
    if (line === undefined) return undefined;
    const margin = target.closest("[data-margin]") !== null;
    const place = target.closest<HTMLElement>("[data-column]")?.dataset["column"];
    return { spot: { line: Number(line), column: Number(place ?? 0) }, margin };
  };

  const choose = (event: PointerEvent | MouseEvent): void => {
    const { selection } = latest.current;
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-head]")?.dataset["head"] : undefined;
    if (head !== undefined) {
      const place = Number(head);
      return asked.choose(event.shiftKey ? column(selection.anchor.column, place, selection.head.line) : column(place, place, selection.head.line));
    }
    const found = spotOf(event.target);
    if (!found) return;
    const { spot, margin } = found;
    if (margin) asked.choose(event.shiftKey ? rows(selection.anchor.line, spot.line) : rows(spot.line, spot.line));
    else asked.choose(event.shiftKey ? extended({ anchor: selection.anchor, head: spot }, spot) : at(spot));
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      const target = event.target instanceof Element ? event.target : undefined;
      if (!target || target.closest("[data-editor], button, input")) return;
      // A finger scrolls; it chooses when it is lifted again.
      if (event.pointerType !== "mouse") return;
      if (event.button === 2) {
        const found = spotOf(event.target);
        if (found && !target.closest("[data-chosen]")) asked.choose(at(found.spot));
        return;
      }
      if (event.button !== 0) return;
      if (target.closest("[data-sign]")) {
        choose(event);
        asked.explain();
        return;
      }
      if (target.closest("[data-fold]")) {
        choose(event);
        asked.fold();
        return;
      }
      choose(event);
      dragging.current = target.closest("[data-line]") !== null;
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      const element = scroller.current;
      if (!dragging.current || !element) return;
      if ((event.buttons & 1) === 0) return void (dragging.current = false);
      const scene = latest.current;
      const box = element.getBoundingClientRect();
      const head = element.querySelector<HTMLElement>('[role="rowgroup"]')?.offsetHeight ?? 0;
      if (event.clientY > box.bottom - EDGE) element.scrollTop += lineHeight;
      else if (event.clientY < box.top + head + EDGE / 2) element.scrollTop -= lineHeight;
      if (event.clientX > box.right - EDGE) element.scrollLeft += 40;
      else if (event.clientX < box.left + (scene.layout.lefts[1] ?? 0) + EDGE / 2 && event.clientX > box.left + MARGIN + EDGE) element.scrollLeft -= 40;
      const line = Math.floor((event.clientY - box.top - head + element.scrollTop) / lineHeight);
      const x = event.clientX - box.left;
      const frozen = scene.layout.lefts[1] ?? 0;
      const inner = x + element.scrollLeft;
      const place = x < frozen ? 0 : Math.max(1, scene.layout.lefts.findLastIndex((left) => left <= inner));
      const spot = within({ line, column: place }, extentOf(scene));
      const now = scene.selection.head;
      if (spot.line !== now.line || spot.column !== now.column) asked.drag(extended(scene.selection, spot));
    },
    onPointerUp(): void {
      dragging.current = false;
    },
    onClick(event: MouseEvent<HTMLElement>): void {
      const kind = (event.nativeEvent as globalThis.PointerEvent).pointerType;
      if (kind === "mouse" || kind === "" || (event.target instanceof Element && event.target.closest("[data-editor], button, input"))) return;
      choose(event);
      if (event.target instanceof Element && event.target.closest("[data-sign]")) asked.explain();
      else if (event.target instanceof Element && event.target.closest("[data-fold]")) asked.fold();
    },
    onDoubleClick(event: MouseEvent<HTMLElement>): void {
      const target = event.target instanceof Element ? event.target : undefined;
      if (!target || target.closest("[data-editor], button, input, [data-head], [data-margin]") || !target.closest("[data-line]")) return;
      const line = latest.current.arrangement.lines[latest.current.selection.head.line];
      if (line?.kind === "group") asked.fold();
      else asked.edit();
    },
  };
}
