import "./no-eval.ts";
import { Linter } from "#core/lint/linter.ts";
import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyBatch } from "#core/model/edit-batch.ts";
import type { Edit } from "#core/model/edit.ts";
import { catalogue } from "#rules/catalogue.ts";
import type { CheckAnswer, CheckOrder } from "./checking.ts";

/** So many findings travel in one message: the page reads it within a part of a frame. */
const LOAD = 800;

let document: MatrixDocument | undefined;
let linter: Linter | undefined;
let today = "";
let numbers = new Map<Finding, number>();
let next = 0;
let telling = false;
/** Rows the document has when all of it is here. */
let arriving = 0;

const post = (answer: CheckAnswer, transfer: Transferable[] = []): void => self.postMessage(answer, { transfer });

self.addEventListener("message", ({ data }: MessageEvent<CheckOrder>) => {
  if (data.do === "load") {
    ({ document, today } = data);
    arriving = data.rows;
    linter = undefined;
  } else if (data.do === "rows") {
    if (document) document = { ...document, activities: [...document.activities, ...data.rows] };
  } else if (document) {
    const rows = new Set<string>();
    let register = false;
    for (const edit of data.edits) {
      const row = rowOf(edit);
      if (row === undefined) register = true;
      else rows.add(row);
    }
    document = applyBatch(document, data.edits).document;
    // A linter is built for one register; after many rows a fresh one is quicker than following each.
    if (register || rows.size > document.activities.length / 4) linter = undefined;
    else if (linter) {
      const touched = new Map(document.activities.filter(({ id }) => rows.has(id)).map((row) => [row.id as string, row]));
      for (const id of rows) linter.edit(id, touched.get(id));
    }
  }
  if (document && document.activities.length < arriving) return;
  arriving = 0;
  // Edits that wait in the queue are followed first: one answer for all of them.
  if (telling) return;
  telling = true;
  setTimeout(tell);
});

function rowOf(edit: Edit): string | undefined {
  if (edit.do === "assign" || edit.do === "unassign" || edit.do === "letters") return edit.activity;
  if (edit.do === "set") return edit.at.kind === "activity" ? edit.at.id : undefined;
  if (edit.do === "add") return edit.kind === "activity" ? edit.item.id : undefined;
  return edit.do === "remove" && edit.kind === "activity" ? edit.id : undefined;
}

function tell(): void {
  telling = false;
  if (!document) return;
  linter ??= new Linter(document, catalogue, today);
  const findings = linter.findings();
  const known = numbers;
  numbers = new Map();
  const order = new Uint32Array(findings.length);
  const from = next;
  const fresh: Finding[] = [];
  findings.forEach((finding, i) => {
    let number = known.get(finding);
    if (number === undefined) {
      number = next++;
      fresh.push(finding);
    }
    numbers.set(finding, number);
    order[i] = number;
  });
  for (let i = 0; i < fresh.length; i += LOAD) post({ kind: "fresh", from: from + i, findings: fresh.slice(i, i + LOAD) });
  post({ kind: "order", numbers: order }, [order.buffer]);
}
