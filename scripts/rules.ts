import { readdirSync, readFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Rule } from "../src/core/lint/rule.ts";
import { ruleIndex, rulePage } from "./rule-page.ts";

const ROOT = new URL("../", import.meta.url);
const RULES = new URL("src/rules/", ROOT);
const PAGES = new URL("docs/rules/", ROOT);

/** The rule ids of a folder listing, in alphabetical order. */
export const ruleIdsIn = (names: readonly string[]): string[] =>
  names
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "catalogue.ts")
    .map((name) => name.slice(0, -3))
    .sort();

/** `no-accountable` as the name of an import. */
export const importName = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The text of `src/rules/catalogue.ts`. */
export function catalogueSource(ids: readonly string[]): string {
  return [
    "// Written by `npm run rules` from the files of this folder; do not edit.",
    'import type { Rule } from "#core/lint/rule.ts";',
    ...ids.map((id) => `import ${importName(id)} from "./${id}.ts";`),
    "",
    "/** Every rule, by id. */",
    "export const catalogue: readonly Rule[] = [",
    ...ids.map((id) => `  ${importName(id)},`),
    "];",
    "",
  ].join("\n");
}

/** Every page of `docs/rules/`, by file name. */
export const pagesOf = (rules: readonly Rule[]): ReadonlyMap<string, string> => new Map([["README.md", ruleIndex(rules)], ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]);

/** Writes the catalogue and the pages anew, and takes away pages of rules that are gone. */
export async function writeRules(): Promise<number> {
  const ids = ruleIdsIn(readdirSync(RULES));
  const rules = await Promise.all(ids.map(async (id) => ((await import(new URL(`${id}.ts`, RULES).href)) as { readonly default: Rule }).default));
  writeWhenChanged(new URL("catalogue.ts", RULES), catalogueSource(ids));
  mkdirSync(PAGES, { recursive: true });
  const pages = pagesOf(rules);
  for (const name of readdirSync(PAGES)) if (!pages.has(name)) rmSync(new URL(name, PAGES));
  for (const [name, text] of pages) writeWhenChanged(new URL(name, PAGES), text);
  return ids.length;
}

function writeWhenChanged(file: URL, text: string): void {
  let before: string | undefined;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // Not there yet: it is written below.
  }
  if (before !== text) writeFileSync(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`${await writeRules()} rules`);
