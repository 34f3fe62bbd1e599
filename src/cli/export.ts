import { extname } from "node:path";
import { canonicalText } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Finding } from "#core/lint/finding.ts";
import { lint } from "#core/lint/linter.ts";
import { catalogue } from "#rules/catalogue.ts";
import { write } from "./files.ts";
import { open } from "./open.ts";
import { Unusable } from "./problem.ts";
import { today } from "./today.ts";
import { jsonText } from "./say.ts";

type Writer = (document: MatrixDocument, findings: readonly Finding[]) => Promise<string | Uint8Array>;

// Each writer loads only when it is asked for.
const WRITERS: Record<string, Writer> = {
  xlsx: async (document, findings) => (await import("#formats/xlsx/write.ts")).writeMatrixXlsx(document, findings, { catalogue }),
  csv: async (document) => (await import("#formats/csv/write.ts")).writeCsv(document),
  md: async (document) => (await import("#formats/md/write.ts")).writeMarkdown(document),
  html: async (document, findings) => (await import("#formats/html/write.ts")).writeHtml(document, findings),
  json: async (document) => jsonText(JSON.parse(canonicalText(document))),
  yaml: async (document) => (await import("#formats/yaml/write.ts")).writeYaml(document),
};
export const EXPORT_FORMATS = Object.keys(WRITERS);

const ENDINGS: Record<string, string> = { ".xlsx": "xlsx", ".csv": "csv", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json", ".yaml": "yaml", ".yml": "yaml" };

/** A matrix in another format; the ending of `-o` decides when `--to` does not. */
export async function exportTo(file: string, { to, output }: { to?: string; output?: string }): Promise<number> {
  const format = to ?? ENDINGS[extname(output ?? "").toLowerCase()];
  const known = `one of ${EXPORT_FORMATS.join(", ")}`;
  if (format === undefined) throw new Unusable("the format is not said", `add \`--to FORMAT\` (${known}), or an \`-o\` file with its ending`);
  const writer = WRITERS[format];
  if (!writer) throw new Unusable(`there is no export format \`${format}\``, `choose ${known}`);
  if (format === "xlsx" && (output === undefined || output === "-") && process.stdout.isTTY) throw new Unusable("an XLSX file would fill the terminal with bytes", "name a file with `-o FILE.xlsx`");
  const { document } = await open(file);
  const written = await writer(document, lint(document, catalogue, today())).catch((thrown: unknown) => {
    throw thrown instanceof RangeError ? new Unusable(`\`${file}\` does not fit: ${thrown.message}`, "export it as CSV, HTML or JSON") : thrown;
  });
  write(output, written);
  return 0;
}
