import { readFileSync } from "node:fs";
import type { Fields } from "#appendix/fields.ts";
import type { Paper } from "#appendix/paper.ts";
import { Unfit, UNFIT } from "./child.ts";

/** What is written: an appendix as it usually looks, or a template that somebody brought. Bytes in base64. */
type Order = { readonly paper: Paper; readonly logo?: string; readonly logoName?: string } | { readonly template: string; readonly name: string; readonly fields: Fields };

// A process of its own: a template is somebody else's, and writing is one long call.
const order = JSON.parse(readFileSync(0, "utf8")) as Order;
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

async function written(): Promise<Buffer> {
  if ("template" in order) return (await import("./docx/fill.ts")).fillTemplate(bytes(order.template), order.name, order.fields);
  const [{ writeDocx }, { logoOf }] = await Promise.all([import("./docx/write.ts"), import("./logo.ts")]);
  return writeDocx(order.paper, order.logo === undefined ? undefined : logoOf(bytes(order.logo), order.logoName ?? "logo"));
}

try {
  process.stdout.write(await written());
} catch (thrown) {
  if (thrown instanceof Unfit) {
    process.stderr.write(JSON.stringify({ message: thrown.message, remedy: thrown.remedy }));
    process.exitCode = UNFIT;
  } else {
    process.stderr.write(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 1;
  }
}
