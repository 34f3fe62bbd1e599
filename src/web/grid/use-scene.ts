import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { DraftStore, Snapshot } from "../draft/store.ts";
import { castOf, columnsOf, sameCast, type Cast } from "./columns.ts";
import { Arranger, type Arranging } from "./lines.ts";
import { arrangingOf, type Look } from "./look.ts";
import { marksOf, type Marks } from "./marks.ts";
import { followed, type Scene } from "./scene.ts";
import { at, type Selection } from "./selection.ts";
import { layoutOf } from "./window.ts";

/** What a store and a look make of each other; kept from one render to the next as far as nothing changed. */
class Memory {
  readonly #arranger = new Arranger();
  #how: Arranging | undefined;
  #cast: { readonly cast: Cast; readonly of: Snapshot["document"] } | undefined;
  #stale: { readonly document: Snapshot["document"]; readonly how: Arranging; readonly marks: Marks; readonly rows: number } | undefined;
  #marks: { readonly marks: Marks; readonly of: Snapshot["findings"] } | undefined;

  cast(document: Snapshot["document"], store: DraftStore): Cast {
    if (!this.#cast || !sameCast(this.#cast.of, document)) this.#cast = { of: document, cast: castOf(document, () => store.snapshot().document) };
    return this.#cast.cast;
  }
  marks(findings: Snapshot["findings"]): Marks {
    if (this.#marks?.of !== findings) this.#marks = { of: findings, marks: marksOf(findings, this.#marks?.marks) };
    return this.#marks.marks;
  }
  arrangement(document: Snapshot["document"], cast: Cast, look: Look) {
    this.#how = arrangingOf(look, this.#how);
    return this.#arranger.of(document, [...cast.all, ...cast.roles], this.#how);
  }
  /** How many rows would come or go if the filters were asked anew. */
  stale(document: Snapshot["document"], cast: Cast, look: Look, marks: Marks): number {
    const how = this.#how;
    if (!how) return 0;
    const known = this.#stale;
    if (!known || known.document !== document || known.how !== how || known.marks !== marks) this.#stale = { document, how, marks, rows: this.#arranger.stale(document, [...cast.all, ...cast.roles], how, look.only ? marks : undefined) };
    return this.#stale?.rows ?? 0;
  }
}

/**
 * The scene of a grid: the draft, the look at it, and the selection, which follows its cell when lines or columns move.
 * @param room width of the grid in pixels.
 * @param beside whether a panel stands beside it.
 */
export function useScene(store: DraftStore, look: Look, room = Number.POSITIVE_INFINITY, beside = false) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const [memory] = useState(() => new Memory());
  const [selection, setSelection] = useState<Selection>(at({ line: 0, column: 0 }));
  const { document, findings, saving } = snapshot;
  const cast = memory.cast(document, store);
  const marks = memory.marks(findings);
  const shown = look.shown[look.view];
  const freeze = look.freeze[look.view];
  const layout = useMemo(() => layoutOf(columnsOf(cast, look.view, shown, look.widths), freeze, room, beside), [cast, look.view, shown, look.widths, freeze, room, beside]);
  const arrangement = memory.arrangement(document, cast, look);
  const [before, setBefore] = useState({ arrangement, layout });
  let chosen = selection;
  if (before.arrangement !== arrangement || before.layout !== layout) {
    chosen = followed(selection, before, { arrangement, layout });
    setBefore({ arrangement, layout });
    setSelection(chosen);
  }
  const page = useRef(10);
  const scene: Scene = { document, cast, layout, arrangement, look, selection: chosen, marks, page: page.current, writable: saving.at !== "reading" };
  const stale = memory.stale(document, cast, look, marks);
  return { snapshot, scene, setSelection, page, stale };
}
