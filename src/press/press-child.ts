import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import { cardOf } from "#breakglass/card.ts";
import type { Contents } from "#breakglass/contents.ts";
import { minuteOf } from "#core/time/minute.ts";

/** What is set, out of what: `inputs[sheet]` is JSON; the rest are values beside it. */
interface Sheet {
  readonly sheet: "card" | "appendix";
  readonly inputs: Readonly<Record<string, string>>;
  /** In seconds since 1970. */
  readonly made: number;
  /** Pictures by the name the sheet calls them, in base64. They never lie on the disk. */
  readonly files?: Readonly<Record<string, string>>;
}
/** What stands on a card is worked out here too: a year of turns may be long. */
interface CardOrder {
  readonly sheet: "card";
  readonly contents: Contents;
  readonly size: string;
}

function cardSheet({ contents, size }: CardOrder): Sheet {
  const card = cardOf(contents);
  const qr = renderSVG(`remit:matrix:sha256:${card.digest}?until=${contents.until}`, { ecc: "M", border: 0 });
  return { sheet: "card", inputs: { size, card: JSON.stringify({ ...card, lacking: false }), qr }, made: minuteOf(contents.made) * 60 };
}

// A process of its own: writing a year of turns and setting type are long calls that nothing inside could interrupt.
const order = JSON.parse(readFileSync(0, "utf8")) as Sheet | CardOrder;
const { sheet, inputs, made, files = {} } = "contents" in order ? cardSheet(order) : order;
const seek = createRequire(import.meta.url);
const font = (family: string, ...files: readonly string[]): Buffer[] => files.map((file) => readFileSync(join(dirname(seek.resolve(`@expo-google-fonts/${family}/package.json`)), file)));
const own = process.env["REMIT_FONTS"];
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [
    {
      fontBlobs: [
        ...font("inter", "400Regular/Inter_400Regular.ttf", "700Bold/Inter_700Bold.ttf"),
        ...font("noto-sans-arabic", "400Regular/NotoSansArabic_400Regular.ttf", "700Bold/NotoSansArabic_700Bold.ttf"),
        ...font("noto-sans-hebrew", "400Regular/NotoSansHebrew_400Regular.ttf", "700Bold/NotoSansHebrew_700Bold.ttf"),
        ...font("noto-sans-devanagari", "400Regular/NotoSansDevanagari_400Regular.ttf", "700Bold/NotoSansDevanagari_700Bold.ttf"),
      ],
    },
    ...(own === undefined ? [] : [{ fontPaths: [own] }]),
  ],
});
for (const [name, content] of Object.entries(files)) compiler.mapShadow(join(import.meta.dirname, name), Buffer.from(content, "base64"));
const main = readFileSync(join(import.meta.dirname, sheet === "card" ? "card.typ" : "appendix.typ"), "utf8");

/** Signs that no font here has, as the compiler names them where it refuses to set boxes for them. */
const unseen = (thrown: unknown): readonly string[] =>
  [...(thrown instanceof Error ? thrown.message : "").matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gu)]
    .flatMap(([, text]) => [...(text ?? "").replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))])
    .filter((sign) => sign > "\u007f");

// What is on the sheet goes in as values, never as source: no name can be an instruction.
function set(words: string, tagged: boolean): Buffer {
  const done = compiler.compile({ mainFileContent: main, inputs: { ...inputs, [sheet]: words } });
  if (done.result === null) throw new Error(JSON.stringify(done.takeError()?.shortDiagnostics ?? "no reason given"));
  return compiler.pdf(done.result, { ...(tagged ? { pdfStandard: "ua-1" } : {}), creationTimestamp: made });
}

/** A sign nobody can print stands as a question mark, and the sheet says so: better than none. */
function setSomehow(words: string, tries = 3, tagged = true): Buffer {
  try {
    return set(words, tagged);
  } catch (thrown) {
    // On some machines the compiler is an older one, which writes no tags.
    if (tagged && String(thrown).includes("PdfStandard")) return setSomehow(words, tries, false);
    const signs = unseen(thrown);
    if (signs.length === 0 || tries === 0) throw thrown;
    const without = signs.reduce((text, sign) => text.replaceAll(sign, "?"), words);
    return setSomehow(JSON.stringify({ ...(JSON.parse(without) as object), lacking: true }), tries - 1, tagged);
  }
}

try {
  process.stdout.write(setSomehow(inputs[sheet] ?? ""));
} catch (thrown) {
  process.stderr.write(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
}
