import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { catalogue } from "#rules/catalogue.ts";
import type { ExportFormat, Written } from "./order.ts";

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

declare const REMIT_VERSION: string;

/**
 * The matrix, or its findings, as a file. Each writer is loaded when it is first wanted.
 * @param name what the findings are about, as the reports name it.
 */
export async function writeFile(document: MatrixDocument, findings: readonly Finding[], format: ExportFormat, name: string): Promise<Written> {
  switch (format) {
    case "xlsx": {
      const { writeMatrixXlsx } = await import("#formats/xlsx/write.ts");
      const bytes = new Uint8Array(await writeMatrixXlsx(document, findings, { catalogue }));
      return { bytes, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: ".xlsx" };
    }
    case "csv": {
      const { writeCsv } = await import("#formats/csv/write.ts");
      return { bytes: utf8(writeCsv(document)), mediaType: "text/csv", ending: ".csv" };
    }
    case "md": {
      const { writeMarkdown } = await import("#formats/md/write.ts");
      return { bytes: utf8(writeMarkdown(document)), mediaType: "text/markdown", ending: ".md" };
    }
    case "html": {
      const { writeHtml } = await import("#formats/html/write.ts");
      return { bytes: utf8(writeHtml(document, findings)), mediaType: "text/html", ending: ".html" };
    }
    case "json":
      return { bytes: utf8(`${JSON.stringify(document, null, 2)}\n`), mediaType: "application/json", ending: ".remit.json" };
    case "yaml": {
      const { writeYaml } = await import("#formats/yaml/write.ts");
      return { bytes: utf8(writeYaml(document)), mediaType: "application/yaml", ending: ".remit.yaml" };
    }
    case "report": {
      const { writeFindingsHtml } = await import("#formats/html/findings.ts");
      return { bytes: utf8(writeFindingsHtml(document, findings, { file: name, catalogue })), mediaType: "text/html", ending: ".findings.html" };
    }
    case "sarif": {
      const { writeSarif } = await import("#formats/sarif/write.ts");
      return { bytes: utf8(writeSarif(findings, { uri: name, catalogue, version: REMIT_VERSION })), mediaType: "application/sarif+json", ending: ".sarif" };
    }
  }
}
