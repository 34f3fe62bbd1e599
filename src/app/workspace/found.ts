import { randomUUID } from "node:crypto";
import { FORMAT, type MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import { makeWorkspace } from "#db/workspace.ts";
import type { Database } from "#db/database.ts";
import { template } from "#library/templates.ts";
import { exampleCompany } from "./example-company.ts";
import type { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";

/** What a new workspace begins with. */
export type Beginning = { readonly from: "nothing" } | { readonly from: "example" } | { readonly from: "template"; readonly template: string } | { readonly from: "document"; readonly document: unknown };

/**
 * Founds a workspace and puts its first matrix into it.
 * @throws Refused when the document is none, or the template is not there: then no workspace is made.
 */
export async function foundWorkspace(db: Database, drafts: Drafts, actor: string, name: string, beginning: Beginning): Promise<string> {
  const document = firstDocument(name, beginning);
  const workspace = await makeWorkspace(db, actor, name, beginning.from === "example");
  if (document) await drafts.edit(actor, workspace, { id: randomUUID(), base: 0, edits: [{ do: "replace", document }], what: SAID[beginning.from] });
  return workspace;
}

const SAID: Readonly<Record<Beginning["from"], string>> = { nothing: "begin", example: "put the example company in", template: "begin with a template", document: "bring a matrix in" };

function firstDocument(name: string, beginning: Beginning): MatrixDocument | undefined {
  switch (beginning.from) {
    case "nothing":
      return { remit: FORMAT, title: name, parties: [], roles: [], activities: [] };
    case "example":
      return exampleCompany();
    case "template":
      try {
        return { ...template(beginning.template), title: name };
      } catch {
        throw new Refused({ code: "unfit", problems: [{ place: "template", message: `there is no template \`${beginning.template}\`` }] });
      }
    case "document": {
      const read = readDocument(beginning.document);
      if (!read.ok) throw new Refused({ code: "unfit", problems: read.problems.slice(0, 20) });
      return read.document;
    }
  }
}
