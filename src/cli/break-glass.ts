import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { contentsOf, LONGEST_DAYS, type Contents } from "#breakglass/contents.ts";
import { breakGlassFile } from "#breakglass/file.ts";
import { SHORTEST_PASSPHRASE } from "#breakglass/lock.ts";
import { readText, write } from "./files.ts";
import { instantGiven } from "./instant.ts";
import { open } from "./open.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

/** What card and file have in common. */
export interface CardOptions {
  readonly output?: string;
  readonly validDays: string;
  readonly from?: string;
  readonly party?: string;
}

interface BreakGlassOptions extends CardOptions {
  readonly passphraseFile?: string;
}

/** What a card of a matrix file carries. */
export async function contentsIn(file: string, { validDays, from, party }: CardOptions): Promise<Contents> {
  const days = Number(validDays);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) throw new Unusable(`\`--valid-days ${validDays}\` is no number of days`, `choose 1 to ${LONGEST_DAYS}`);
  const { document } = await open(file);
  if (party !== undefined && !document.parties.some(({ id }) => id === party)) throw new Unusable(`the matrix has no party \`${party}\``, `it has ${document.parties.map(({ id }) => `\`${id}\``).join(", ")}`);
  const begins = from === undefined ? undefined : instantGiven("--from", from);
  return contentsOf(document, { at: instantGiven("--at", undefined), from: begins, days, party, version: `the file ${file === "-" ? "from standard input" : basename(file)}`, timeZones: process.versions["tz"] ?? "unknown" });
}

/** Writes the break-glass card: one HTML file that answers *who* without a network. */
export async function breakGlass(file: string, options: BreakGlassOptions): Promise<number> {
  const passphrase = passphraseOf(options.passphraseFile);
  const contents = await contentsIn(file, options);
  const template = readFileSync(new URL("./break-glass.html", import.meta.url), "utf8");
  write(options.output, await breakGlassFile(template, contents, passphrase));
  if (options.output !== undefined && options.output !== "-") say(`${options.output}: holds until ${contents.until}${passphrase === undefined ? ", readable by whoever has it" : ", locked with the passphrase"}; matrix ${contents.digests.matrix.slice(0, 16)}\n`);
  return 0;
}

function passphraseOf(file: string | undefined): string | undefined {
  const given = file === undefined ? process.env["REMIT_BREAK_GLASS_PASSPHRASE"] : readText(file).replace(/\r?\n[^]*$/, "");
  if (given === undefined || (file === undefined && given === "")) return undefined;
  if ([...given.trim()].length < SHORTEST_PASSPHRASE) throw new Unusable(`the passphrase has fewer than ${SHORTEST_PASSPHRASE} characters`, "whoever finds the file can try as often as they like: take four words or more");
  return given;
}
