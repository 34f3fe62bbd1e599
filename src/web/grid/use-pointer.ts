import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject } from "react";
import { pulledTo } from "./fill.ts";
import { chosenRange, extentOf, type Scene } from "./scene.ts";
import { at, beside, column, extended, rows, within, type Range, type Rectangle, type Selection, type Spot } from "./selection.ts";
import { frozenWidth, MARGIN } from "./window.ts";

/** Pixels at an edge of the grid in which a drag scrolls it. */
const EDGE = 26;

interface Asked {
  /** The fill handle is over a range; and let go there. */
  readonly pull: (to: Range | undefined) => void;
  readonly fill: (to: Range) => void;
  readonly choose: (selection: Selection) => void;
  readonly drag: (selection: Selection) => void;
  /** Takes what is being typed; false where it cannot be taken, and the press must wait. */
  readonly settle: () => boolean;
  readonly edit: (caret: { readonly in: string; readonly at: number } | undefined) => void;
  readonly fold: () => void;
  readonly explain: () => void;
}

/** What a pointer asks of the grid: press to choose, drag or Shift to choose more, Ctrl for another range, press twice to edit; pull the handle to fill. */
export function usePointer(scroller: RefObject<HTMLElement | null>, latest: RefObject<Scene>, lineHeight: number, asked: Asked) {
  const dragging = useRef<"choose" | "fill">(undefined);

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
    const strong = event.ctrlKey || event.metaKey;
    const take = (next: Rectangle, grown: Rectangle): void => asked.choose(event.shiftKey ? { ...grown, ...(selection.more ? { more: selection.more } : {}) } : strong ? beside(selection, next) : next);
    if (head !== undefined) {
      const place = Number(head);
      return take(column(place, place, selection.head.line), column(selection.anchor.column, place, selection.head.line));
    }
    const found = spotOf(event.target);
    if (!found) return;
    const { spot, margin } = found;
    if (margin) take(rows(spot.line, spot.line), rows(selection.anchor.line, spot.line));
    else take(at(spot), { anchor: selection.anchor, head: spot });
  };

  /** Where the fill handle has come to. */
  const pulled = useRef<Range>(undefined);
  const ended = (): void => {
    if (dragging.current === "fill" && pulled.current) asked.fill(pulled.current);
    dragging.current = pulled.current = undefined;
  };

  const held = useRef(false);

  return {
    onPointerDownCapture(event: PointerEvent<HTMLElement>): void {
      if (event.target instanceof Element && event.target.closest("[data-editor]")) return;
      held.current = !asked.settle();
      if (held.current) event.stopPropagation();
    },
    // The focus stays in the editor that holds the press back.
    onMouseDownCapture(event: MouseEvent<HTMLElement>): void {
      if (held.current && event.target instanceof Element && !event.target.closest("[data-editor]")) event.preventDefault();
    },
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
      if (target.closest("[data-fill]")) {
        // Neither the focus nor a text is to move.
        event.preventDefault();
        // Let go beyond the edge of the grid, it is let go all the same.
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = "fill";
        return;
      }
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
      dragging.current = target.closest("[data-line]") !== null ? "choose" : undefined;
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      const element = scroller.current;
      if (!dragging.current || !element) return;
      if ((event.buttons & 1) === 0) return ended();
      const scene = latest.current;
      const box = element.getBoundingClientRect();
      const head = element.querySelector<HTMLElement>('[role="rowgroup"]')?.offsetHeight ?? 0;
      if (event.clientY > box.bottom - EDGE) element.scrollTop += lineHeight;
      else if (event.clientY < box.top + head + EDGE / 2) element.scrollTop -= lineHeight;
      if (event.clientX > box.right - EDGE) element.scrollLeft += 40;
      else if (event.clientX < box.left + frozenWidth(scene.layout) + EDGE / 2 && event.clientX > box.left + MARGIN + EDGE) element.scrollLeft -= 40;
      const line = Math.floor((event.clientY - box.top - head + element.scrollTop) / lineHeight);
      const x = event.clientX - box.left;
      const inner = x < frozenWidth(scene.layout) ? x : x + element.scrollLeft;
      const place = Math.max(0, scene.layout.lefts.findLastIndex((left) => left <= inner));
      const spot = within({ line, column: place }, extentOf(scene));
      if (dragging.current === "fill") return asked.pull((pulled.current = pulledTo(chosenRange(scene), spot)));
      const now = scene.selection.head;
      if (spot.line !== now.line || spot.column !== now.column) asked.drag(extended(scene.selection, spot));
    },
    onPointerUp: ended,
    onKeyDownCapture(event: KeyboardEvent): void {
      if (event.key !== "Escape" || dragging.current !== "fill") return;
      // What was pulled is let go of, and nothing else that Escape would end.
      event.stopPropagation();
      dragging.current = pulled.current = undefined;
      asked.pull(undefined);
    },
    onClick(event: MouseEvent<HTMLElement>): void {
      if (held.current) return;
      const kind = (event.nativeEvent as globalThis.PointerEvent).pointerType;
      if (kind === "mouse" || kind === "" || (event.target instanceof Element && event.target.closest("[data-editor], button, input"))) return;
      choose(event);
      if (event.target instanceof Element && event.target.closest("[data-sign]")) asked.explain();
      else if (event.target instanceof Element && event.target.closest("[data-fold]")) asked.fold();
    },
    onDoubleClick(event: MouseEvent<HTMLElement>): void {
      const target = event.target instanceof Element ? event.target : undefined;
      if (!target || held.current || target.closest("[data-editor], button, input, [data-head], [data-margin]") || !target.closest("[data-line]")) return;
      const line = latest.current.arrangement.lines[latest.current.selection.head.line];
      if (line?.kind === "group") asked.fold();
      else asked.edit(textUnder(event));
    },
  };
}

/** The text under the pointer and the place in it. */
function textUnder({ clientX, clientY }: MouseEvent): { readonly in: string; readonly at: number } | undefined {
  // Not every browser can say.
  const found = "caretPositionFromPoint" in document ? document.caretPositionFromPoint(clientX, clientY) : null;
  return found?.offsetNode instanceof Text ? { in: found.offsetNode.data, at: found.offset } : undefined;
}
