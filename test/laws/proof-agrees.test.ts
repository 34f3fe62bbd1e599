import { expect, test, vi } from "vitest";
import { prove } from "../../src/core/prove/prove.ts";
import { inWords } from "../worlds/in-words.ts";
import { differences, unfounded, untold } from "./compare-proof.ts";
import { companyOf, dice, everyCompany, stretchOf, type Company } from "./random-company.ts";

vi.setConfig({ testTimeout: 600_000 });

const proofOf = (company: Company, absent: number) => prove(inWords(company.said), { ...stretchOf(company, 2), absent });

test("an obligation fails in a proof exactly when the slow twin finds nobody, for every set of up to two missing people", () => {
  everyCompany(450, (company, seed) => differences(inWords(company.said), proofOf(company, 2), dice(seed), 1, 3)[0]);
});

test("every counterexample fails at its first instant, and not with one person less missing", () => {
  everyCompany(250, (company) => unfounded(inWords(company.said), proofOf(company, 1))[0]);
});

test("a declared absence of several people, or of their mail, is a counterexample whenever it breaks what holds without it", () => {
  everyCompany(300, (company, seed) => untold(inWords(company.said), proofOf(company, 0), dice(seed))[0]);
});

test("the made-up companies are worth proving: some obligations hold, some fail, some only with people missing", () => {
  const verdicts = new Set<string>();
  for (let seed = 0; seed < 60; seed++) for (const { obligation: { property }, judgements } of proofOf(companyOf(seed), 2).examined) for (const { missing } of judgements) verdicts.add(`${property} ${missing}`);
  for (const property of ["P1", "P2", "P3", "P4", "P5", "P6"]) for (const missing of [0, 1, 2]) expect([...verdicts]).toContain(`${property} ${missing}`);
});
