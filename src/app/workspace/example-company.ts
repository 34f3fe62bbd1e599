import type { MatrixDocument } from "#core/model/document.ts";
import demo from "#library/demo.json" with { type: "json" };

/** The filled example: a company, its provider, and the usual defects of a real matrix. */
export const exampleCompany = (): MatrixDocument => demo as unknown as MatrixDocument;
