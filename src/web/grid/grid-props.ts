import type { DraftStore } from "../draft/store.ts";
import type { RowSign } from "./row-sign.tsx";
import type { Look } from "./look.ts";

/** What a page gives the grid. */
export interface MatrixGridProps {
  readonly store: DraftStore;
  /** How the grid looks when it opens; the address of the page may say. */
  readonly look?: Look;
  readonly onLook?: (look: Look) => void;
  /** The chosen rows, by id, whenever they change: for the panel beside the grid. */
  readonly onRows?: (rows: readonly string[]) => void;
  /** Somebody asked for all fields of the chosen rows. */
  readonly onPanel?: (part?: "fields" | "talk") => void;
  /** Whether the panel is open. */
  readonly opened?: boolean;
  readonly onClose?: () => void;
  /** Where to go: a row, and a column's key where one is meant. A new object goes there again. */
  readonly go?: { readonly row: string; readonly column?: string } | undefined;
  /** Somebody asked for the list of findings; without it the grid has no such button. */
  readonly onList?: () => void;
  readonly listed?: boolean;
  /** Whether something stands beside the grid and takes of its room. */
  readonly beside?: boolean;
  /** Somebody asked for the library of activities; without it the grid has no such button. */
  readonly onLibrary?: () => void;
  /** What stands beside rows, by id. */
  readonly signs?: ReadonlyMap<string, RowSign>;
}

/** What either shape of it gets: the look is always known. */
export type SurfaceProps = Omit<MatrixGridProps, "look" | "onLook"> & { readonly look: Look; readonly onLook: (look: Look) => void };
