import type { Contents } from "./contents.ts";
import { lock } from "./lock.ts";
import { escaped, jsonBlock } from "./markup.ts";
import { paper } from "./paper.ts";
import { about } from "./about-markup.ts";

/** Where a built template takes what belongs to one card. No name can hold such a mark: its signs are written out. */
const MARK = /<!--card:(title|about|paper|unscripted|contents|locked)-->/g;

/**
 * One HTML file that answers *who* by itself, from a template that `scripts/break-glass.mjs` built.
 * With a passphrase nothing of the matrix can be read in it.
 */
export async function breakGlassFile(template: string, contents: Contents, passphrase?: string): Promise<string> {
  const locked = passphrase === undefined ? undefined : await lock(JSON.stringify(contents), passphrase);
  const filling: Readonly<Record<string, string>> = {
    title: locked ? "Break-glass file" : `${escaped(contents.document.title)}: break-glass file`,
    about: locked ? "" : about(contents).text,
    unscripted: locked ? "This browser runs no scripts, and a locked file cannot be opened without them." : "This browser runs no scripts, so the file cannot be asked about another time. What follows holds without them.",
    paper: locked ? "" : paper(contents).text,
    contents: locked ? "" : jsonBlock(contents),
    locked: locked ? jsonBlock(locked) : "",
  };
  return template.replace(MARK, (_, mark: string) => filling[mark] ?? "");
}
