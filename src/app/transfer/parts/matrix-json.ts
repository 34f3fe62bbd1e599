import { canonicalText } from "#core/model/canonical.ts";
import type { ExportPart } from "../part.ts";

/** The matrix in the form its digest is made of; import reads this one. */
export const matrixJson: ExportPart = {
  name: "matrix.json",
  about: "the matrix as canonical JSON (RFC 8785)",
  async *write({ drafts, account, workspace, revision }) {
    yield canonicalText((await drafts.read(account, workspace, revision)).document);
  },
};
