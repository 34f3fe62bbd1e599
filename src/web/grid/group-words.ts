import type { WordId } from "../words.ts";
import type { Grouping } from "./groupers.ts";

/** What the rows that belong to no group stand under. */
export const UNNAMED: Readonly<Record<Grouping, WordId>> = {
  area: "matrix.no-area", stage: "grid.no-stage", lane: "lane.nobody", party: "grid.no-party", role: "grid.no-party", criticality: "grid.no-criticality", none: "matrix.no-area",
};
