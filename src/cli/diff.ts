import { comparisonAsJson } from "#core/compare/as-json.ts";
import { compare } from "#core/compare/compare.ts";
import { isNothing, type Comparison } from "#core/compare/comparison.ts";
import { drawComparison, markdownComparison } from "#core/compare/draw.ts";
import { everybody, type Whom } from "#core/compare/for-whom.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { stateOf } from "#formats/merge.ts";
import { readBytes, write } from "./files.ts";
import { importSheet } from "./import-sheet.ts";
import { isSheet, open } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText, say } from "./say.ts";

export interface DiffOptions {
  readonly format: string;
  readonly for?: string;
  readonly output?: string;
}

const FORMATS = ["text", "json", "md"];

/** What differs between two matrices; exit 0 when nothing does, 1 when something does. */
export async function diff(a: string, b: string, { format, for: wanted, output }: DiffOptions): Promise<number> {
  if (!FORMATS.includes(format)) throw new Unusable(`there is no format \`${format}\` for a comparison`, `choose one of ${FORMATS.join(", ")}`);
  if (a === "-" && b === "-") throw new Unusable("only one of the two can be standard input", "name a file for the other");
  const [before, after] = await both(a, b);
  const comparison = compare(before, after);
  const whom = wanted === undefined ? undefined : named(comparison, wanted);
  const labels = { before: a, after: b, ...(whom ? { whom } : {}) };
  write(output, format === "json" ? jsonText(comparisonAsJson(comparison, whom)) : format === "md" ? markdownComparison(comparison, labels) : `${drawComparison(comparison, labels, output === undefined ? paintFor(process.stdout) : undefined)}\n`);
  return isNothing(comparison) ? 0 : 1;
}

/** Two matrices; beside a matrix file a sheet is read as a newer state of it, and speaks only of what a sheet can say. */
async function both(a: string, b: string): Promise<readonly [MatrixDocument, MatrixDocument]> {
  if (isSheet(a) === isSheet(b)) return [(await open(a)).document, (await open(b)).document];
  const [sheet, file] = isSheet(a) ? [a, b] : [b, a];
  const { document: known } = await open(file);
  const { document: incoming, report } = await importSheet(readBytes(sheet), sheet, {}, known);
  const read = stateOf(known, incoming, report);
  say(`${sheet} is read as another state of ${file}: what a sheet cannot say is taken as it stands there\n`);
  return isSheet(a) ? [read, known] : [known, read];
}

/** A role, party or person by id or by name. */
function named(comparison: Comparison, wanted: string): Whom & { readonly name: string } {
  const all = everybody(comparison);
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();
  const [, kind, rest] = /^(role|party|person):(.*)$/s.exec(wanted) ?? [];
  const sought = all.filter((one) => kind === undefined || one.kind === kind);
  const text = rest ?? wanted;
  const exact = sought.filter(({ id }) => id === text);
  const own = (one: Whom): string => plain(nameOf(comparison, one));
  const found = exact.length > 0 ? exact : sought.filter((one) => own(one) === plain(text) || plain(one.name) === plain(text));
  const [only, other] = found;
  if (only && !other) return only;
  if (only) throw new Unusable(`\`${wanted}\` is the name of several`, `say which: ${found.map((one) => `\`${one.kind}:${one.id}\``).join(", ")}`);
  const near = sought.filter((one) => plain(one.name).includes(plain(text)) && text.trim() !== "").slice(0, 8);
  throw new Unusable(`no role, party or person is called \`${wanted}\``, near.length > 0 ? `perhaps ${near.map((one) => `\`${one.id}\` (${one.name})`).join(", ")}` : `there are ${sought.slice(0, 12).map(({ id }) => `\`${id}\``).join(", ")}${sought.length > 12 ? " and others" : ""}`);
}

function nameOf({ before, after }: Comparison, { kind, id }: Whom): string {
  const lists = kind === "role" ? [after.roles, before.roles] : kind === "party" ? [after.parties, before.parties] : [after.people ?? [], before.people ?? []];
  return lists.flat().find((one) => one.id === id)?.name ?? id;
}
