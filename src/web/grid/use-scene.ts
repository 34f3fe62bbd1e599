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
}

/** The scene of a grid: the draft, the look at it, and the selection, which follows its cell when lines or columns move. */
export function useScene(store: DraftStore, look: Look) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const [memory] = useState(() => new Memory());
  const [selection, setSelection] = useState<Selection>(at({ line: 0, column: 0 }));
  const { document, findings, saving } = snapshot;
  const cast = memory.cast(document, store);
  const marks = memory.marks(findings);
  const shown = look.shown[look.view];
  const layout = useMemo(() => layoutOf(columnsOf(cast, look.view, shown, look.widths)), [cast, look.view, shown, look.widths]);
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
  return { snapshot, scene, setSelection, page };
}
