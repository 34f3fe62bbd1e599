import { authorityMap } from "#core/authority-map/authority-map.ts";
import { checklist } from "#core/authority-map/checklist.ts";
import { drawMap } from "#core/authority-map/draw-map.ts";
import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { write } from "./files.ts";
import { open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";
import { shown } from "./shown.ts";

/** The incident authority map of a matrix: what it answers, and what people confirmed. */
export async function authority(file: string, { format, output }: { readonly format: string; readonly output?: string }): Promise<number> {
  if (!["text", "md", "csv", "json"].includes(format)) throw new Unusable(`there is no format \`${format}\` for a map`, "choose text, md, csv or json");
  const { document } = await open(file);
  const map = authorityMap(document);
  const text = format === "json" ? jsonText({ ...map, digests: { matrix: matrixDigest(document), directory: directoryDigest(document) } })
    : format === "csv" ? (await import("#formats/csv/write-checklist.ts")).writeChecklistCsv(checklist(map))
    : format === "md" ? (await import("#formats/md/write-authority-map.ts")).writeAuthorityMap(map, document.title)
    : `${drawMap(shown(map), output === undefined ? paintFor(process.stdout) : undefined)}\n`;
  write(output, text);
  return 0;
}
