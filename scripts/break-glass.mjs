// The template of the break-glass card: page, style and script in one file, which allows itself nothing else.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const file = (path) => fileURLToPath(new URL(`../src/breakglass/page/${path}`, import.meta.url));
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The template as text, with marks where a card is filled in. */
export async function breakGlassTemplate() {
  const made = await build({ entryPoints: [file("start.ts")], bundle: true, write: false, format: "iife", platform: "browser", target: "es2022", minify: true, legalComments: "none", charset: "ascii", logLevel: "warning" });
  // An HTML parser ends a script at these signs, in whatever string they stand.
  const script = made.outputFiles[0].text.trim().replace(/<(?=\/script|!--|script)/gi, "\\x3c");
  const style = (await transform(readFileSync(file("card.css"), "utf8"), { loader: "css", minify: true })).code.trim();
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
  const parts = { policy, style, script };
  return readFileSync(file("card.html"), "utf8").replace(/<!--build:(\w+)-->/g, (_, part) => parts[part]);
}
