import { writeYaml } from "#formats/yaml/write.ts";
import type { ExportPart } from "../part.ts";

/** The matrix for people, for git and for `remit lint`. */
export const matrixYaml: ExportPart = {
  name: "matrix.remit.yaml",
  about: "the same matrix for people: `remit lint matrix.remit.yaml` checks it",
  async *write({ drafts, account, workspace, revision }) {
    yield writeYaml((await drafts.read(account, workspace, revision)).document);
  },
};
