import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** The Typst compiler used directly: a static source with the same texts and tables, tagged, in the same fonts. */
const seek = createRequire(import.meta.url);
const font = (family: string, ...files: readonly string[]): Buffer[] => files.map((file) => readFileSync(join(dirname(seek.resolve(`@expo-google-fonts/${family}/package.json`)), file)));
const compiler = NodeCompiler.create({
  fontArgs: [{
    fontBlobs: [
      ...font("inter", "400Regular/Inter_400Regular.ttf", "700Bold/Inter_700Bold.ttf"), ...font("noto-sans-arabic", "400Regular/NotoSansArabic_400Regular.ttf", "700Bold/NotoSansArabic_700Bold.ttf"),
      ...font("noto-sans-hebrew", "400Regular/NotoSansHebrew_400Regular.ttf", "700Bold/NotoSansHebrew_700Bold.ttf"), ...font("noto-sans-devanagari", "400Regular/NotoSansDevanagari_400Regular.ttf", "700Bold/NotoSansDevanagari_700Bold.ttf"),
    ],
  }],
});
const done = compiler.compile({ mainFileContent: readFileSync(0, "utf8") });
if (done.result === null) throw new Error(JSON.stringify(done.takeError()?.shortDiagnostics));
process.stdout.write(compiler.pdf(done.result, { pdfStandard: "ua-1", creationTimestamp: 0 }));
