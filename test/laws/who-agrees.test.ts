import { expect, test, vi } from "vitest";
import { World } from "../../src/core/who/world.ts";
import { inWords } from "../worlds/in-words.ts";
import { both, boundaries, questionFor } from "./compare.ts";
import { companyOf, dice, everyCompany, stretchOf, type Company } from "./random-company.ts";

vi.setConfig({ testTimeout: 600_000 });

/** What the core and the slow twin say differently to some questions about a company. */
function disagreement(company: Company, seed: number, questions: number): string | undefined {
  const document = inWords(company.said);
  const { from, until } = stretchOf(company, 3);
  const world = new World(document, from - 1_440, until + 1_440);
  const bounds = boundaries(document, from, until);
  const roll = dice(seed + 1);
  for (let i = 0; i < questions; i++) {
    const question = questionFor(document, roll, from, until, bounds);
    const { core, slow } = both(document, world, question);
    if (JSON.stringify(core) !== JSON.stringify(slow)) return `${JSON.stringify(question)}\ncore ${JSON.stringify(core)}\nslow ${JSON.stringify(slow)}`;
  }
  return undefined;
}

test("who says what its slow twin says, minute by minute, around every bound", () => {
  everyCompany(900, (company, seed) => disagreement(company, seed, 4));
});

test("the made-up companies are worth asking: most answers have a contact, many a backup, a stand-in, a decider, a gap", () => {
  const seen = { contact: 0, backup: 0, standIn: 0, decider: 0, delegate: 0, beforehand: 0, undecided: 0, late: 0, circle: 0, untold: 0 };
  for (let seed = 0; seed < 300; seed++) {
    const company = companyOf(seed);
    const document = inWords(company.said);
    const { from, until } = stretchOf(company, 3);
    const { slow } = both(document, new World(document, from - 1_440, until + 1_440), questionFor(document, dice(seed), from, until, boundaries(document, from, until)));
    if (slow.contact !== "") seen.contact++;
    if (slow.backup !== "") seen.backup++;
    if (slow.contact.includes(" for ")) seen.standIn++;
    if (slow.decide.some((one) => one.includes(" by right "))) seen.decider++;
    if (slow.decide.some((one) => one.includes(" by delegation "))) seen.delegate++;
    if (slow.decide.some((one) => one.includes(" by pre-authorisation "))) seen.beforehand++;
    if (slow.gaps.some((one) => one.startsWith("undecided"))) seen.undecided++;
    if (slow.gaps.includes("contact-late")) seen.late++;
    if (slow.gaps.includes("path-circle")) seen.circle++;
    if (slow.gaps.some((one) => one.startsWith("inform-unreachable"))) seen.untold++;
  }
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(2);
});
