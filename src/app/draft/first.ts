import { randomUUID } from "node:crypto";
import { FORMAT, type MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import type { Commit } from "#db/commit.ts";
import { assembled } from "./assemble.ts";
import { changeTo } from "./change.ts";
import { edited, refuseUnfit } from "./fit.ts";
import { sealedWords } from "./sealed-words.ts";

/**
 * The edit that puts a whole document into a workspace of which nothing is there but its name.
 * @throws Refused where it is none.
 */
export function firstEdit(name: string, document: MatrixDocument, what: string): Commit {
  const empty = assembled({ revision: 0, matrix: { body: { remit: FORMAT, title: name }, was: 0 }, items: [] });
  const edits: readonly Edit[] = [{ do: "replace", document }];
  const { document: after, back: undo } = edited(empty.document, edits);
  const change = changeTo(empty, after);
  refuseUnfit(after, change);
  return { edit: randomUUID(), what, edits, undo, sealed: sealedWords(what, edits), ...change };
}
