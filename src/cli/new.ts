import { TEMPLATES, template } from "#library/templates.ts";
import { nearest } from "#core/model/read.ts";
import { writeYaml } from "#formats/yaml/write.ts";
import { write } from "./files.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

export interface NewOptions {
  readonly template?: string;
  readonly client?: string;
  readonly provider?: string;
  readonly title?: string;
  readonly output?: string;
}

/** A new matrix file from a template; without one, the list of templates. */
export function fresh({ template: id, client, provider, title, output }: NewOptions): number {
  if (id === undefined) {
    const width = Math.max(...TEMPLATES.map((t) => t.id.length));
    process.stdout.write(`Templates for \`remit new --template NAME -o FILE\`:\n\n${TEMPLATES.map((t) => `  ${t.id.padEnd(width)}  ${t.description}`).join("\n")}\n`);
    return 0;
  }
  const known = TEMPLATES.find((t) => t.id === id);
  if (!known) {
    const ids = TEMPLATES.map((t) => t.id);
    const near = nearest(id, ids);
    throw new Unusable(`there is no template \`${id}\``, near ? `did you mean \`${near}\`?` : `choose one of ${ids.map((i) => `\`${i}\``).join(", ")}`);
  }
  const document = template(known.id, { ...(client ? { client } : {}), ...(provider ? { provider } : {}), ...(title ? { title } : {}) });
  write(output, writeYaml(document));
  if (output) say(`${output}: ${document.activities.length} rows, none of them adapted yet; next: remit lint ${output}\n`);
  return 0;
}
