import "./no-eval.ts";
import { catalogue } from "#rules/catalogue.ts";
import { lint } from "#core/lint/linter.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { mergeInto, stateOf } from "#formats/merge.ts";
import { applyBatches } from "./batches.ts";
import { differences } from "./differences.ts";
import { readFile } from "./read.ts";
import { refusal } from "./refusal.ts";
import { writeFile } from "./write.ts";
import type { Answers, Checked, Message, Order, Step } from "./order.ts";

const post = (message: Message, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });

self.addEventListener("message", ({ data }: MessageEvent<{ number: number; order: Order }>) => {
  const { number, order } = data;
  carryOut(order, (step) => post({ number, kind: "step", step })).then(
    (answer) => post({ number, kind: "done", answer }, "bytes" in answer ? [answer.bytes.buffer] : []),
    (error: unknown) => post({ number, kind: "failed", failure: refusal(error) }),
  );
});

async function carryOut(order: Order, at: (step: Step) => void): Promise<Answers[keyof Answers]> {
  switch (order.do) {
    case "import": {
      at("reading");
      const { document: read, report } = await readFile(order.bytes, order.name, order.choices, order.known);
      at("checking");
      const { document, kept } = applyBatches(read, order.edits);
      return { checked: check(document, order.today), ...(report ? { report } : {}), kept };
    }
    case "example": {
      at("reading");
      const { default: demo } = await import("#library/demo.json");
      at("checking");
      return { checked: check(demo as unknown as MatrixDocument, order.today) };
    }
    case "template": {
      at("reading");
      const { template } = await import("#library/templates.ts");
      at("checking");
      return { checked: check(template(order.id), order.today) };
    }
    case "edit": {
      at("checking");
      const { document, kept } = applyBatches(order.document, order.edits);
      return { checked: check(document, order.today), kept };
    }
    case "compare": {
      at("reading");
      const { document: newer, report } = order.newer ? { document: order.newer, report: order.report } : await readFile(order.bytes, order.name, {}, order.document);
      const { document, changes } = mergeInto(order.document, newer, report);
      return { changes, edits: differences(order.document, document), newer: report ? stateOf(order.document, newer, report) : newer, assumed: report?.questions.filter(({ assumed }) => assumed).length ?? 0 };
    }
    case "export":
      at("writing");
      return writeFile(order.document, order.findings, order.format, order.name);
  }
}

function check(document: MatrixDocument, today: string): Checked {
  const findings = lint(document, catalogue, today);
  const found = new Set(findings.map((finding) => finding.rule));
  const rules = Object.fromEntries(
    catalogue.filter((rule) => found.has(rule.id)).map((rule) => [rule.id, { headline: rule.summary, because: rule.because, remedy: rule.remedy }]),
  );
  return { document, findings, rules };
}
