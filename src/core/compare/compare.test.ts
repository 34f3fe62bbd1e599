import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDocument } from "#formats/remit-sheet/any-document.test-world.ts";
import { harbour } from "#formats/remit-sheet/harbour.test-world.ts";
import { drawn } from "../lint/sketch.ts";
import { COLLECTIONS, type MatrixDocument } from "../model/document.ts";
import { applyBatch } from "../model/edit-batch.ts";
import { applyEdits } from "../model/edit.ts";
import { itemsOf, KINDS, withItems, type Item } from "../model/items.ts";
import { alikePairs, chosen, score } from "./alike.ts";
import { asEdits } from "./as-edits.ts";
import { compare } from "./compare.ts";
import { isNothing } from "./comparison.ts";
import { words } from "./likeness.ts";
import { moved } from "./order.ts";
import { same } from "./same.ts";

const copied = <T>(value: T): T => structuredClone(value);

/** A matrix and what somebody made of it: items gone, moved, renamed, and taken from another. */
const changedDocument: fc.Arbitrary<readonly [MatrixDocument, MatrixDocument]> = fc.tuple(anyDocument, anyDocument, fc.array(fc.nat(), { minLength: 4, maxLength: 12 })).map(([a, other, dice]) => {
  let b = a;
  for (const [at, die] of dice.entries()) {
    const kind = KINDS[die % KINDS.length] ?? "activity";
    const from = at % 2 === 0 ? "activity" : kind;
    const list = itemsOf(b, from);
    const one = list[die % Math.max(1, list.length)];
    const more = itemsOf(other, from).filter(({ id }) => !list.some((item) => item.id === id));
    if (die % 5 === 0 && one) b = withItems(b, from, list.filter((item) => item !== one));
    else if (die % 5 === 1 && one) b = withItems(b, from, [one, ...list.filter((item) => item !== one)]);
    else if (die % 5 === 2 && one) b = withItems(b, from, list.map((item) => (item === one ? { ...item, note: `${die}` } : item)));
    else if (die % 5 === 3 && one) b = withItems(b, from, list.map((item) => (item === one ? { ...item, id: `n-${die}` } : item)));
    else if (more.length > 0) b = withItems(b, from, [...list, ...more]);
  }
  return [a, b];
});

describe("a comparison", () => {
  test("of a matrix with itself, or with its copy, is nothing", () => {
    fc.assert(fc.property(anyDocument, (a) => {
      expect(isNothing(compare(a, a))).toBe(true);
      expect(isNothing(compare(a, copied(a)))).toBe(true);
    }));
  });

  test("as edits makes the newer matrix of the older one, one by one and at once, whatever the two are", () => {
    fc.assert(fc.property(fc.oneof(changedDocument, fc.tuple(anyDocument, anyDocument), fc.tuple(fc.constant(harbour), anyDocument), fc.tuple(anyDocument, fc.constant(harbour))), ([a, b]) => {
      const edits = asEdits(compare(a, b));
      expect(same(applyEdits(a, edits), b)).toBe(true);
      expect(same(applyBatch(a, edits).document, b)).toBe(true);
      // No list is simply replaced by another.
      const lists: readonly string[] = Object.values(COLLECTIONS);
      for (const edit of edits) if (edit.do === "set-matrix" && lists.includes(edit.field)) expect(edit.value === null || same(edit.value, [])).toBe(true);
    }), { numRuns: 500 });
  });

  test("is nothing only where the two are the same", () => {
    fc.assert(fc.property(changedDocument, ([a, b]) => {
      const withoutEmpty = (doc: MatrixDocument): unknown => Object.fromEntries(Object.entries(doc).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
      expect(isNothing(compare(a, b))).toBe(same(withoutEmpty(a), withoutEmpty(b)));
    }));
  });

  test("leaves both matrices as they were, and says each item once", () => {
    fc.assert(fc.property(changedDocument, ([a, b]) => {
      const before = copied([a, b]);
      const { lists } = compare(a, b);
      expect([a, b]).toEqual(before);
      for (const { kind, changed, added, removed, splits, alike } of lists) {
        const parts = splits.reduce((sum, { into }) => sum + into.length, 0);
        const stayed = changed.filter(({ split }) => !split).length;
        expect(stayed + parts + added.length + alike).toBe(itemsOf(b, kind).length);
        expect(stayed + splits.length + removed.length + alike).toBe(itemsOf(a, kind).length);
      }
    }));
  });
});

const PARTS = { "SOC (provider)": "R", "CISO (client)": "A", "IT (client)": "C" };
const rows = (...titles: readonly (readonly [string, Readonly<Record<string, string>>?])[]): MatrixDocument => drawn({ rows: titles.map(([title, cells = PARTS]) => ({ title, cells })) });
const renumbered = (doc: MatrixDocument): MatrixDocument => ({ ...doc, activities: doc.activities.map((row, i) => ({ ...row, id: `new-${i}` })) });
const activities = (a: MatrixDocument, b: MatrixDocument) => compare(a, b).lists.find(({ kind }) => kind === "activity");
const titles = (items: readonly Item[]): unknown[] => items.map(({ title }) => title);

describe("rows are recognised", () => {
  const many = rows(["Patch servers"], ["Restore backups", { "SOC (provider)": "R", "CISO (client)": "A" }], ["Review firewall rules"], ["Triage alerts"]);

  test("under new ids, by what they say: nothing is told but the ids", () => {
    const comparison = compare(many, renumbered(many));
    expect(comparison.lists).toEqual([]);
    expect(comparison.newIds.get("activity")?.size).toBe(4);
  });

  test("under new ids and another title, by their letters and fields", () => {
    const later = renumbered({ ...many, activities: many.activities.map((row, i) => (i === 1 ? { ...row, title: "Bring data back" } : row)) });
    const longer = (doc: MatrixDocument): MatrixDocument => ({ ...doc, activities: doc.activities.map((row, i) => ({ ...row, goal: `goal ${i}`, criticality: "high" })) });
    expect(activities(longer(many), longer(later))).toMatchObject({ changed: [{ by: "content", fields: [{ field: "title", before: "Restore backups", after: "Bring data back" }] }], added: [], removed: [] });
  });

  test("though their ids were dealt anew, since an id is believed only where the row bears it out", () => {
    const shifted = { ...many, activities: [{ ...many.activities[3], id: "r0" }, ...many.activities.slice(0, 3).map((row, i) => ({ ...row, id: `r${i + 1}` }))] } as MatrixDocument;
    const before = { ...many, activities: many.activities.map((row, i) => ({ ...row, id: `r${i}` })) };
    const list = activities(before, shifted);
    expect(list?.changed.map(({ after, moved: away }) => [after["title"], away])).toEqual([["Triage alerts", true]]);
    expect([list?.added, list?.removed]).toEqual([[], []]);
  });

  test("by their ids alone where all else is new", () => {
    const later = { ...many, activities: many.activities.map((row, i) => (i === 0 ? { ...row, title: "Something else", assignments: [] } : row)) };
    expect(activities(many, later)?.changed).toMatchObject([{ by: "id" }]);
  });

  test("where they went, with the fewest moves: one row taken to the end moves one row", () => {
    const [first, ...others] = many.activities;
    const list = activities(many, { ...many, activities: [...others, first] } as MatrixDocument);
    expect(list?.changed.map(({ after, moved: away }) => [after["title"], away])).toEqual([["Patch servers", true]]);
  });

  test("cell by cell: which role had which letter, and has which", () => {
    const [role] = many.roles;
    const later = { ...many, activities: many.activities.map((row, i) => (i === 0 ? { ...row, assignments: row.assignments.map((one) => (one.role === role?.id ? { ...one, letter: "I" as const } : one)) } : row)) };
    expect(activities(many, later)?.changed[0]?.fields[0]?.cells).toEqual([{ role: role?.id, before: [{ letter: "R" }], after: [{ letter: "I" }] }]);
  });

  test("with roles that have new ids: only the roles' ids are new, not the letters", () => {
    const [role] = many.roles;
    const later = JSON.parse(JSON.stringify(many).replaceAll(`"${role?.id}"`, `"other"`)) as MatrixDocument;
    const comparison = compare(many, later);
    expect(comparison.lists).toEqual([]);
    expect(comparison.newIds).toEqual(new Map([["role", new Map([[role?.id, "other"]])]]));
  });
});

describe("a row that became two", () => {
  const one = rows(["Patch servers"], ["Triage alerts"]);
  test("is recognised by titles that extend its own", () => {
    const list = activities(one, rows(["Patch Windows servers"], ["Patch Linux servers"], ["Triage alerts"]));
    expect(list?.splits.map(({ before, into }) => [before["title"], titles(into)])).toEqual([["Patch servers", ["Patch Windows servers", "Patch Linux servers"]]]);
    expect([list?.added, list?.removed]).toEqual([[], []]);
  });
  test("is recognised by cells that cover its own between them", () => {
    const list = activities(rows(["Restore backups"]), rows(["Restore backups", { "SOC (provider)": "R" }], ["Approve to restore", { "CISO (client)": "A", "IT (client)": "C" }]));
    expect(list?.splits.map(({ into }) => titles(into))).toEqual([["Restore backups", "Approve to restore"]]);
    expect(list?.changed.every(({ split }) => split)).toBe(true);
  });
  test("is none where the row lives on as it was and a longer one is new beside it", () => {
    const list = activities(one, rows(["Patch servers"], ["Patch Linux servers"], ["Triage alerts"]));
    expect(list?.splits).toEqual([]);
    expect(titles(list?.added ?? [])).toEqual(["Patch Linux servers"]);
  });
});

test("the most alike are found as if every row had been held against every other", () => {
  const known = fc.record({ title: fc.array(fc.constantFrom("patch", "server", "restore", "backup", "alert", "review", "linux"), { maxLength: 4 }).map((list) => list.join(" ")), facts: fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { maxLength: 6 }).map((list) => new Set(list)) });
  const list = fc.array(known, { maxLength: 20 });
  fc.assert(fc.property(list, list, (before, after) => {
    const features = (items: typeof before) => items.map(({ title, facts }) => ({ words: words(title), facts }));
    const twin = chosen(features(before).flatMap((a, i) => features(after).flatMap((b, j) => (score(a, b) > 0 ? [{ before: i, after: j, score: score(a, b) }] : []))));
    expect(alikePairs(before, after)).toEqual(twin);
  }), { numRuns: 500 });
});

test("what moved is the least that explains the new order", () => {
  const fewest = (sequence: readonly number[]): number => {
    let best = sequence.length;
    for (let set = 0; set < 1 << sequence.length; set++) {
      const kept = sequence.filter((_, i) => set & (1 << i));
      if (kept.every((value, i) => i === 0 || (kept[i - 1] as number) < value)) best = Math.min(best, sequence.length - kept.length);
    }
    return best;
  };
  fc.assert(fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 9 }), (sequence) => {
    const away = moved(sequence);
    expect(away.size).toBe(fewest(sequence));
    const kept = sequence.filter((_, i) => !away.has(i));
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  }));
});

test("thousands of rows that nothing tells apart at once are no millions of looks", () => {
  const many = (from: number): MatrixDocument => ({ ...harbour, activities: Array.from({ length: 5_000 }, (_, i) => ({ id: `${from}-${i}`, title: `Review rule ${from + i}`, assignments: [{ role: "soc", letter: "R" }], note: "same" })) }) as unknown as MatrixDocument;
  const began = performance.now();
  compare(many(0), many(10_000));
  const same = many(0);
  compare({ ...same, activities: same.activities.map((row) => ({ ...row, title: "Same" })) }, { ...same, activities: same.activities.map((row, i) => ({ ...row, id: `n-${i}`, title: "Same" })) });
  expect(performance.now() - began).toBeLessThan(3_000);
});
