import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "#core/lint/linter.ts";
import type { Finding } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import { drawn } from "#core/lint/sketch.ts";
import { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { itemsOf } from "#core/model/items.ts";
import { EXAMPLE_DAY } from "../../scripts/rule-page.ts";
import { catalogueSource, pagesOf, ruleIdsIn } from "../../scripts/rules.ts";
import { catalogue } from "./catalogue.ts";

const folder = readdirSync(import.meta.dirname);
const pages = new URL("../../docs/rules/", import.meta.url);
const bad = (rule: Rule): readonly Finding[] => lint(drawn(rule.avoid), [rule], EXAMPLE_DAY);
const namesOf = (document: MatrixDocument): string[] =>
  [document.title, ...[document.activities.map(({ title }) => title), ...[document.roles, document.people, document.parties, document.scope, document.areas, document.stages, document.calendars].map((list) => (list ?? []).map(({ name }) => name))].flat()];

describe("the catalogue", () => {
  it("has at least sixty rules", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(60);
  });

  it("lists every rule of the folder under its file name, in order", () => {
    expect(catalogue.map(({ id }) => id)).toEqual(ruleIdsIn(folder));
  });

  it("is what the generator writes", () => {
    expect(readFileSync(new URL("catalogue.ts", import.meta.url), "utf8")).toBe(catalogueSource(ruleIdsIn(folder)));
  });

  it("has a page for every rule, and no page besides", () => {
    const wanted = pagesOf(catalogue);
    expect(existsSync(pages) ? readdirSync(pages).sort() : []).toEqual([...wanted.keys()].sort());
    for (const [name, text] of wanted) expect(readFileSync(new URL(name, pages), "utf8"), `docs/rules/${name} is old: npm run rules`).toBe(text);
  });

  it("has no two rules with one headline", () => {
    const headlines = catalogue.map(({ summary }) => summary);
    expect(headlines).toEqual([...new Set(headlines)]);
  });
});

describe("a sheet that says nothing of events, paths and rights", () => {
  /** Every rule that speaks only of what a sheet of letters cannot hold, by what its bad example is made of. */
  const PARTS = ["events", "severities", "escalationPaths", "decisionRights", "preAuthorisations", "clocks", "informLists", "rotations", "correlatedAbsences", "directory"] as const;
  const authority = catalogue.filter((rule) => PARTS.some((part) => rule.avoid.matrix?.[part] !== undefined));
  const rows = Array.from({ length: 40 }, (_, i) => ({ title: `Contain incident ${i + 1}`, cells: { "SOC Analyst (provider)": "R", "Security Lead": "A", "Legal Counsel": "C" } }));

  it("is not asked for them, thirty times over", () => {
    expect(authority.length).toBeGreaterThanOrEqual(50);
    const sheet = drawn({ rows, people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] } });
    expect(lint(sheet, authority, EXAMPLE_DAY).map(({ rule }) => rule)).toEqual([]);
  });
});

describe.each(catalogue.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it("draws examples that are matrices", () => {
    expect(MatrixDocument.safeParse(drawn(rule.avoid)).error?.issues).toBeUndefined();
    expect(MatrixDocument.safeParse(drawn(rule.prefer)).error?.issues).toBeUndefined();
  });

  it("finds its own bad example", () => {
    expect(bad(rule)).not.toEqual([]);
  });

  it("is content with its good example", () => {
    expect(lint(drawn(rule.prefer), [rule], EXAMPLE_DAY)).toEqual([]);
  });

  it("says why, what to do and where the demand comes from", () => {
    for (const text of [rule.because, rule.remedy]) expect(text).toMatch(/^\p{Lu}.{15,}[.!]$/u);
    expect(rule.summary).toMatch(/^[\p{Lu}`].{8,100}[^.]$/u);
    expect(rule.source).toMatch(/\S{2}/);
  });

  it("speaks in sentences that begin small and end without a stop", () => {
    const document = drawn(rule.avoid);
    for (const { message } of bad(rule)) {
      const begins = /^[\p{Ll}\d`]/u.test(message) || namesOf(document).some((name) => message.startsWith(name));
      expect(begins, message).toBe(true);
      expect(message).not.toMatch(/\.$|\s$|undefined|\[object|NaN|  /);
      expect(message.length).toBeLessThan(280);
    }
  });

  it("points at places that exist", () => {
    const document = drawn(rule.avoid);
    for (const { at } of bad(rule)) if (at.kind !== "matrix") expect(itemsOf(document, at.kind).map(({ id }) => id)).toContain(at.id);
  });

  it("offers only fixes that mend", () => {
    const document = drawn(rule.avoid);
    for (const finding of bad(rule)) {
      if (!finding.fix) continue;
      expect(finding.fix.label).toMatch(/^\p{Lu}.*[^.]$/u);
      const mended = lint(applyEdits(document, finding.fix.edits), [rule], EXAMPLE_DAY);
      expect(mended.filter(({ at, message }) => message === finding.message && at.id === finding.at.id && at.field === finding.at.field)).toEqual([]);
    }
  });
});
