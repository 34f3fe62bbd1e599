import type { MatrixDocument } from "#core/model/document.ts";
import { ComparisonView } from "../compare/comparison-view.tsx";

/** What differs between two matrices, the riskiest first, for one alone, and row by row. */
export const Compared = (given: { readonly before: MatrixDocument; readonly after: MatrixDocument; readonly labels: { readonly before: string; readonly after: string } }) => <ComparisonView {...given} />;
