import { test, vi } from "vitest";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import { prove, type Proof } from "../../src/core/prove/prove.ts";
import { Memory } from "../../src/core/who/memory.ts";
import { inWords, type InWords } from "../worlds/in-words.ts";
import { companyOf, dice, everyCompany, stretchOf } from "./random-company.ts";

vi.setConfig({ testTimeout: 600_000 });

/** A document after an edit: every item that says what it said before is the very same object. */
function edited(before: MatrixDocument, after: MatrixDocument): MatrixDocument {
  const kept = (old: unknown, now: unknown): unknown => {
    if (JSON.stringify(old) === JSON.stringify(now)) return old;
    if (Array.isArray(now) && Array.isArray(old)) return now.map((item: { id?: string }, i) => kept(old.find((one: { id?: string }) => one.id === item.id) ?? old[i], item));
    if (typeof now === "object" && now !== null && typeof old === "object" && old !== null && !("id" in now)) return Object.fromEntries(Object.entries(now).map(([key, value]) => [key, kept((old as Record<string, unknown>)[key], value)]));
    return now;
  };
  return kept(before, after) as MatrixDocument;
}

/** A company with one line of its words taken from another company, or left out. */
function withEdit(said: InWords, seed: number): InWords {
  const roll = dice(seed);
  const other = companyOf(roll(1_000_000)).said as unknown as Record<string, Record<string, string>>;
  const lists = Object.keys(said).filter((list) => list !== "besides");
  const list = lists[roll(lists.length)] as keyof InWords;
  const lines = { ...(said[list] as Record<string, string>) };
  const ids = Object.keys(lines);
  const id = ids[roll(ids.length)];
  const theirs = Object.values(other[list] ?? {});
  if (id !== undefined && list !== "people" && list !== "roles" && list !== "severities" && list !== "events" && roll(4) === 0) delete lines[id];
  else if (theirs.length > 0) lines[id ?? `${list}1`] = theirs[roll(theirs.length)] as string;
  return { ...said, [list]: lines };
}

const told = ({ verdict, counterexamples, examined, assumptions, incomplete }: Proof): string =>
  JSON.stringify([verdict, counterexamples, assumptions, incomplete, examined.map(({ obligation: { property, verb, asks, about }, swept, judgements }) => [property, verb, asks, about.event.id, about.severity.id, swept.from, swept.state.length, Array.from(swept.state, (state) => judgements[state]?.sets)])]);

test("a proof that remembers earlier proofs says what a fresh one says, after any edits", () => {
  everyCompany(100, (company, seed) => {
    const memory = new Memory();
    const horizon = { ...stretchOf(company, 2), absent: 1 };
    let document = inWords(company.said);
    let { said } = company;
    prove(document, horizon, memory);
    for (let i = 0; i < 5; i++) {
      said = withEdit(said, seed + i);
      document = edited(document, inWords(said));
      const [remembered, fresh] = [told(prove(document, horizon, memory)), told(prove(inWords(said), horizon))];
      if (remembered !== fresh) return `after edit ${i + 1}\n${firstDifference(remembered, fresh)}`;
    }
    return undefined;
  });
});

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 200), at + 200)}\n${b.slice(Math.max(0, at - 200), at + 200)}`;
}
