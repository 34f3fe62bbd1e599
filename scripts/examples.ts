import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { writeYaml } from "#formats/yaml/write.ts";
import { ADAPTATIONS } from "./adaptations.ts";
import { adapted } from "./adapted.ts";

/** The filled example company, written by hand; the page opens it with one click. */
export const DEMO = "examples/alder-foods.remit.yaml";
export const DEMO_MODULE = "src/library/demo.json";

/** Each generated file and what has to be in it. */
export function generatedExamples(): Map<string, string> {
  const files = new Map(ADAPTATIONS.map((answers) => [`examples/${answers.template}.remit.yaml`, writeYaml(adapted(answers))]));
  files.set(DEMO_MODULE, `${JSON.stringify(parse(readFileSync(DEMO, "utf8")))}\n`);
  return files;
}

if (import.meta.main)
  for (const [file, text] of generatedExamples()) {
    const changed = !existsSync(file) || readFileSync(file, "utf8") !== text;
    if (changed) writeFileSync(file, text);
    console.log(`${changed ? "wrote" : "kept "} ${file}`);
  }
