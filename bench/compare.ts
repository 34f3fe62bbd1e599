import { createRequire } from "node:module";
import { compare } from "../src/core/compare/compare.ts";
import type { Comparison } from "../src/core/compare/comparison.ts";
import type { Activity } from "../src/core/model/activity.ts";
import type { MatrixDocument } from "../src/core/model/document.ts";
import { duel, judge } from "./harness.ts";
import { benchMatrix, random } from "./inputs.ts";

// 5,000 rows of 40 columns: a title, twenty roles, and fields. Of the newer version 100 rows are renamed and have new ids,
// 100 others are moved, every twentieth row has another cell, 50 rows are gone and 50 are new.
const ROWS = 5_000;
const draw = random(9);
const chance = (n: number): number => Math.floor(draw() * n);
const titled = (document: MatrixDocument, word: string): MatrixDocument => ({ ...document, activities: document.activities.map((row, i) => ({ ...row, title: `${row.title} ${word}${i}` })) });
const before = titled(benchMatrix(ROWS, 20, 77), "");
const gone = new Set(Array.from({ length: 50 }, () => chance(ROWS)));
let list: Activity[] = before.activities.filter((_, i) => !gone.has(i));
list = list.map((row, i) => {
  if (i % 20 !== 7) return row;
  const role = before.roles[chance(20)]?.id ?? "";
  return chance(2) === 0 ? { ...row, note: `Z${chance(9)}` } : { ...row, assignments: [...row.assignments.filter((one) => one.role !== role), { role, letter: "S" }] };
});
const renamed = new Map<string, string>();
while (renamed.size < 100) {
  const at = chance(list.length);
  const row = list[at];
  if (!row || row.title.startsWith("Renamed")) continue;
  const title = `Renamed ${row.title}`;
  renamed.set(row.title, title);
  list[at] = { ...row, id: `n${at}`, title };
}
const moved = new Set<string>();
while (moved.size < 100) {
  const at = chance(list.length);
  const row = list[at];
  const to = chance(list.length - 1);
  // Two neighbours that change places are one move of either.
  if (!row || Math.abs(to - at) < 2 || row.title.startsWith("Renamed") || moved.has(row.title)) continue;
  list.splice(at, 1);
  list.splice(to, 0, row);
  moved.add(row.title);
}
for (const row of titled(benchMatrix(50, 20, 78), "new ").activities) list.splice(chance(list.length), 0, { ...row, id: `x${row.id}` });
// Copies, so that no string of the one is the same string of the other.
const copied = (document: unknown): MatrixDocument => JSON.parse(JSON.stringify(document)) as MatrixDocument;
const after = copied({ ...before, activities: list });
const elsewhere = copied({ ...after, activities: after.activities.map((row, i) => ({ ...row, id: `n${i}` })) });

const said = (value: unknown): string => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));
const FIELDS = ["area", "criticality", "initiator", "secondary", "escalation", "evidence", "approvers", "sla", "cadence", "scope", "controls", "communication", "note"] as const;
function table(document: MatrixDocument, withIds: boolean): readonly (readonly string[])[] {
  const head = [...(withIds ? ["id"] : []), "title", ...document.roles.map(({ id }) => id as string), ...FIELDS];
  return [head, ...document.activities.map((row) => {
    const cells = new Map<string, string>();
    for (const { role, letter } of row.assignments) cells.set(role, (cells.get(role) ?? "") + letter);
    return [...(withIds ? [row.id as string] : []), row.title, ...document.roles.map(({ id }) => cells.get(id) ?? ""), ...FIELDS.map((field) => said(row[field]))];
  })];
}

interface Daff {
  readonly TableView: new (rows: readonly (readonly string[])[]) => object;
  readonly CompareFlags: new () => { addPrimaryKey(column: string): void; ordered: boolean };
  readonly TableDiff: new (alignment: object, flags: object) => { hilite(output: object): boolean };
  compareTables(a: object, b: object, flags: object): { align(): object };
}
const daff = createRequire(import.meta.url)("daff") as Daff;
const peer = (a: readonly (readonly string[])[], b: readonly (readonly string[])[], key?: string) => (): object => {
  const flags = new daff.CompareFlags();
  if (key !== undefined) flags.addPrimaryKey(key);
  const output = new daff.TableView([]);
  new daff.TableDiff(daff.compareTables(new daff.TableView(a), new daff.TableView(b), flags).align(), flags).hilite(output);
  return output;
};

/** How many of the renamed and of the moved rows are told, and how much is told that nobody did. */
function recognised({ lists }: Comparison): { readonly renames: number; readonly moves: number; readonly wrong: number } {
  const [rows, ...others] = lists;
  const changed = rows?.changed ?? [];
  const renames = changed.filter(({ before: was, after: is }) => renamed.get(String(was["title"])) === is["title"]).length;
  const moves = changed.filter((one) => one.moved && moved.has(String(one.after["title"]))).length;
  const mistaken = changed.filter(({ before: was, after: is }) => was["title"] !== is["title"] && renamed.get(String(was["title"])) !== is["title"]).length;
  return { renames, moves, wrong: mistaken + changed.filter((one) => one.moved).length - moves + Math.abs((rows?.added.length ?? 0) - 50) + Math.abs((rows?.removed.length ?? 0) - gone.size) + others.length };
}
const found = { "with ids": recognised(compare(before, after)), "with new ids": recognised(compare(before, elsewhere)) };
for (const [how, { renames, moves, wrong }] of Object.entries(found)) console.log(`${how}: ${renames} of 100 renamed rows, ${moves} of 100 moved rows recognised; ${wrong} things told that are not so`);

const tables = [[table(before, true), table(after, true)], [table(before, false), table(elsewhere, false)]] as const;
// What was found is held until the next, as a page holds it: else every collection throws away what the engine learned of its shape.
const held: Comparison[] = [];
const ours = (newer: MatrixDocument, place: number) => (): void => void (held[place] = compare(before, newer));
const times = await duel("two versions, 5,000 rows x 40 columns, 100 rows renamed, 100 moved", [
  { name: "daff with ids", run: peer(...tables[0], "id") },
  { name: "ours with ids", run: ours(after, 0) },
  { name: "daff without ids", run: peer(...tables[1]) },
  { name: "ours, all ids new", run: ours(elsewhere, 1) },
], 15);
const at = (name: string): number => times.get(name) ?? Number.NaN;
const good = judge([
  { what: "with ids, against daff", ratio: at("daff with ids") / at("ours with ids"), limit: 9, unit: "x", atLeast: true },
  { what: "without ids, against daff", ratio: at("daff without ids") / at("ours, all ids new"), limit: 50, unit: "x", atLeast: true },
  { what: "renames and moves recognised, of 400", ratio: Object.values(found).reduce((sum, { renames, moves }) => sum + renames + moves, 0), limit: 400, unit: "x", atLeast: true },
  { what: "things told that are not so", ratio: Object.values(found).reduce((sum, { wrong }) => sum + wrong, 0), limit: 0, unit: "x" },
]);
process.exitCode = good ? 0 : 1;
