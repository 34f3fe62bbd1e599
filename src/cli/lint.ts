import { tame } from "#core/lint/draw-width.ts";
import { count, type Finding } from "#core/lint/finding.ts";
import { drawReport } from "#core/lint/draw.ts";
import { lint as findAll } from "#core/lint/linter.ts";
import { applyEdits } from "#core/model/edit.ts";
import { isDay } from "#core/model/measure.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { listPath } from "#core/model/items.ts";
import { catalogue } from "#rules/catalogue.ts";
import { write } from "./files.ts";
import { isSheet, open, type Opened } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText, say } from "./say.ts";
import { today } from "./today.ts";

export interface LintOptions {
  readonly format: string;
  readonly fix?: boolean;
  readonly output?: string;
  readonly today?: string;
}

interface Linted extends Opened {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** Check matrices (or spreadsheets as they are). Exit 1 when an error is left, 2 when a file is unusable. */
export async function lint(files: readonly string[], options: LintOptions): Promise<number> {
  if (!["text", "json", "sarif", "html"].includes(options.format)) throw new Unusable(`there is no lint format \`${options.format}\``, "choose one of text, json, sarif, html");
  const day = options.today ?? today();
  if (!isDay(day)) throw new Unusable(`\`--today ${day}\` is no day of the calendar`, "write it like 2026-11-21");
  const linted: Linted[] = [];
  for (const file of files) {
    const opened = await open(file);
    const document = options.fix ? await fixed(file, opened, day) : opened.document;
    linted.push({ ...opened, document, file, findings: findAll(document, catalogue, day) });
  }
  write(options.output, await OUTPUT[options.format as keyof typeof OUTPUT](linted, options.output === undefined));
  for (const { file, report } of linted) {
    if (!report) continue;
    const open = report.questions.filter((q) => q.assumed).length;
    if (open + report.unread.length > 0)
      say(`${file}: ${open} open question${open === 1 ? "" : "s"}, ${report.unread.length} cell${report.unread.length === 1 ? "" : "s"} not understood; \`remit import ${file} --report -\` lists them\n`);
  }
  return linted.some(({ findings }) => count(findings).error > 0) ? 1 : 0;
}

/** Apply every certain fix, round after round while one finding's fix uncovers another. */
async function fixed(file: string, { document, text }: Opened, day: string): Promise<MatrixDocument> {
  if (isSheet(file) || text === undefined) throw new Unusable(`\`${file}\` is a spreadsheet, and fixes are written into matrix files`, `first \`remit import ${file} -o FILE.remit.yaml\``);
  let now = document;
  let made = 0;
  for (let round = 0; round < 5; round++) {
    const fixes = findAll(now, catalogue, day).flatMap((finding) => (finding.waived || !finding.fix ? [] : [finding.fix]));
    if (fixes.length === 0) break;
    for (const fix of fixes) {
      try {
        now = applyEdits(now, fix.edits);
        made++;
      } catch {
        // Two fixes touched the same item; the next round sees what is left.
      }
    }
  }
  if (made > 0) {
    const { amendText } = await import("#formats/yaml/amend.ts");
    const after = amendText(text, now);
    write(file === "-" ? undefined : file, after);
  }
  say(`${file}: ${made} fix${made === 1 ? "" : "es"} made\n`);
  return now;
}

const OUTPUT = {
  text: async (linted: readonly Linted[], toTerminal: boolean): Promise<string> => {
    const color = toTerminal ? paintFor(process.stdout) : undefined;
    const width = toTerminal && process.stdout.columns ? process.stdout.columns : 100;
    return linted.map(({ file, document, findings, report }) => `${linted.length > 1 ? `${tame(file)}\n\n` : ""}${drawReport(document, findings, { ...(color ? { color } : {}), width, rules: catalogue, ...(report ? { places: report.places } : {}) })}\n`).join("\n");
  },
  json: async (linted: readonly Linted[]): Promise<string> => {
    const findings = linted.flatMap(({ file, findings: found, report }) =>
      found.map((finding) => {
        const place = report?.places[finding.at.id ?? ""];
        return { ...finding, ...(place === undefined ? {} : { place }), ...(linted.length > 1 ? { file } : {}) };
      }),
    );
    return jsonText({ findings, counts: count(findings) });
  },
  sarif: async (linted: readonly Linted[]): Promise<string> => {
    const [{ writeSarif }, { locator }] = await Promise.all([import("#formats/sarif/write.ts"), import("#formats/yaml/read.ts")]);
    const runs = linted.map(({ file, findings, text }) => {
      const find = text === undefined ? undefined : locator(text);
      return JSON.parse(
        writeSarif(findings, {
          uri: file,
          catalogue,
          version: REMIT_VERSION,
          ...(find ? { locate: (at) => find(at.kind === "matrix" ? [] : listPath(at.kind), at.id, at.field) } : {}),
        }),
      ) as { runs: unknown[] };
    });
    return jsonText({ ...runs[0], runs: runs.flatMap((log) => log.runs) });
  },
  html: async (linted: readonly Linted[]): Promise<string> => {
    const { writeFindingsHtml } = await import("#formats/html/findings.ts");
    if (linted.length > 1) throw new Unusable("an HTML report is about one matrix", "name one file, or make one report each");
    const [{ file, document, findings, report }] = linted as [Linted];
    return writeFindingsHtml(document, findings, { file, catalogue, ...(report ? { places: report.places } : {}) });
  },
};
