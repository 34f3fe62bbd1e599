import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { Fields } from "#appendix/fields.ts";
import { Unfit } from "../child.ts";
import { refuseHarm } from "./harmless.ts";
import { unpacked } from "./unpack.ts";

/** A template of one's own with the fields of an appendix put in. @throws Unfit */
export function fillTemplate(bytes: Uint8Array, name: string, fields: Fields): Buffer {
  const parts = unpacked(bytes, name);
  refuseHarm(parts, name);
  // Only what was looked at goes on: the filler never sees the zip itself.
  const zip = new PizZip();
  for (const [path, content] of parts) zip.file(path, content, { binary: true });
  const unknown = new Set<string>();
  let asked = 0;
  try {
    const template = new Docxtemplater(zip, {
      paragraphLoop: true, linebreaks: true, errorLogging: false,
      parser: (tag) => {
        asked++;
        return { get: (_, { scopeList }) => valueOf(tag.trim(), scopeList as readonly Fields[]) };
      },
      nullGetter: (part: { readonly value?: string }) => {
        unknown.add(part.value ?? "");
        return "";
      },
    });
    template.render(fields);
    if (asked === 0) throw new Unfit(`the template \`${name}\` asks for no field, so nothing of the matrix would stand in it`, "write fields like {title} into it; docs/appendix.md lists them");
    if (unknown.size > 0) throw new Unfit(`the template \`${name}\` asks for ${[...unknown].slice(0, 5).map((tag) => `\`{${tag}}\``).join(", ")}, which an appendix does not have there`, "docs/appendix.md lists the fields, and which stand inside which list");
    return template.toBuffer({ compression: "DEFLATE" });
  } catch (thrown) {
    if (thrown instanceof Unfit) throw thrown;
    throw new Unfit(`the template \`${name}\` cannot be filled: ${reasons(thrown).slice(0, 3).join("; ")}`, "every {#list} needs its {/list}, and every { its }");
  }
}

/** A field by its name, looked for from the innermost list outwards; only what an appendix has itself. */
function valueOf(tag: string, scopes: readonly Fields[]): Fields[string] | undefined {
  for (const scope of scopes.toReversed()) if (typeof scope === "object" && scope !== null && Object.hasOwn(scope, tag)) return scope[tag];
  return undefined;
}

interface Broken {
  readonly message?: string;
  readonly properties?: { readonly explanation?: string; readonly file?: string; readonly errors?: readonly Broken[] };
}
const reasons = (thrown: unknown): readonly string[] => {
  const { message = "no reason given", properties } = thrown as Broken;
  const { errors, explanation, file } = properties ?? {};
  return errors !== undefined && errors.length > 0 ? errors.flatMap(reasons) : [`${explanation ?? message}${file === undefined ? "" : `, in \`${file}\``}`];
};
