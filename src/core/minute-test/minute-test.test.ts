import fc from "fast-check";
import { describe, expect, test } from "vitest";
import demo from "#library/demo.json" with { type: "json" };
import { template } from "#library/templates.ts";
import { drawn, type Sketch } from "../lint/sketch.ts";
import type { MatrixDocument } from "../model/document.ts";
import { drawQuestions } from "./draw-questions.ts";
import { KINDS, LENGTH, WRONG, type Kind, type Question } from "./question.ts";
import { LIMIT, scored, SLOW, weakOf } from "./score.ts";

const EXAMPLE = demo as unknown as MatrixDocument;
const DELIVERY = template("delivery");
const OTHERS = { title: "Others", cells: { "Purchasing Manager (client)": "C", "Network Engineer (provider)": "C", "Service Engineer (vendor)": "I", "General Counsel (client)": "I" } };
const all = (sketch: Sketch, kind: Kind): readonly Question[] => drawQuestions(drawn({ ...sketch, rows: [...(sketch.rows ?? []), OTHERS] }), 1, 50).filter((one) => one.kind === kind);
const CELLS = { "Security Lead (client)": "A", "SOC Analyst (provider)": "R", "Managing Director (client)": "I" };

describe("questions", () => {
  test("are drawn from who performs, who approves, who is next and whom one calls", () => {
    expect(new Set(drawQuestions(DELIVERY, 7).map(({ kind }) => kind))).toEqual(new Set(KINDS));
    expect(drawQuestions(EXAMPLE, 7)).toHaveLength(LENGTH.usual);
  });

  test("have one right choice among wrong ones, all told apart", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(EXAMPLE, DELIVERY), (seed, document) => {
        for (const { choices, right, says } of drawQuestions(document, seed, LENGTH.most)) {
          expect(choices.filter(({ id }) => id === right)).toHaveLength(1);
          expect(choices.length).toBeGreaterThanOrEqual(1 + WRONG.least);
          expect(choices.length).toBeLessThanOrEqual(1 + WRONG.most);
          expect(new Set(choices.map((one) => one.says)).size).toBe(choices.length);
          expect(says).toMatch(/\?$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("no wrong choice is right by another reading of the row", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const { kind, about, choices, right } of drawQuestions(EXAMPLE, seed, LENGTH.most)) {
          const row = EXAMPLE.activities.find(({ id }) => id === about.id);
          if (row === undefined) continue;
          const with_ = (letter: string) => row.assignments.filter((one) => one.letter === letter).map(({ role }) => role as string);
          const wrong = choices.map(({ id }) => id).filter((id) => id !== right);
          if (kind === "performs") expect([right, ...wrong.filter((id) => with_("R").includes(id))]).toEqual(with_("R"));
          if (kind === "approves") expect(wrong.filter((id) => with_("A").includes(id) || row.approvers?.includes(id) === true || row.acceptor === id)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the same seed draws the same, another seed others", () => {
    expect(drawQuestions(EXAMPLE, 5)).toEqual(drawQuestions(EXAMPLE, 5));
    expect(drawQuestions(EXAMPLE, 5)).not.toEqual(drawQuestions(EXAMPLE, 6));
  });

  test("no row is asked about twice while there are others", () => {
    const places = drawQuestions(EXAMPLE, 3, LENGTH.most).map(({ about }) => `${about.kind} ${about.id}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe("who performs", () => {
  test.each<[string, number, Sketch]>([
    ["is asked of a row with one performer", 1, { rows: [{ title: "Watch alerts", cells: CELLS }] }],
    ["is not asked where two perform", 0, { rows: [{ title: "Watch alerts", cells: { ...CELLS, "Managing Director (client)": "R" } }] }],
    ["is not asked where it depends", 0, { rows: [{ title: "Watch alerts", cells: { ...CELLS, "SOC Analyst (provider)": "R if affected" } }] }],
    ["is not asked where the work is split", 0, { rows: [{ title: "Watch alerts", cells: CELLS, split: { parts: [] } }] }],
    ["is not asked of a title two rows have", 0, { rows: [{ title: "Watch alerts", cells: CELLS }, { title: "watch  alerts", cells: CELLS }] }],
  ])("%s", (_, questions, sketch) => expect(all(sketch, "performs")).toHaveLength(questions));

  test("is not asked where too few other roles are there", () => {
    expect(drawQuestions(drawn({ rows: [{ title: "Watch alerts", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } }] }), 1)).toEqual([]);
  });

  test("somebody who holds the right post under another name is no wrong choice", () => {
    const people = { "Pia Roe": ["SOC Analyst (provider)", "Network Engineer (provider)"] };
    for (let seed = 0; seed < 20; seed++)
      for (const { kind, about, choices } of drawQuestions(drawn({ rows: [{ title: "Watch alerts", cells: CELLS }, OTHERS], people }), seed, 50))
        if (kind === "performs" && about.name === "Watch alerts") expect(choices.map(({ id }) => id)).not.toContain("network-engineer");
  });
});

describe("who approves", () => {
  test("is whoever accepts, else the one approver, else who is accountable", () => {
    const right = (more: object) => all({ rows: [{ title: "Watch alerts", cells: CELLS, ...more }] }, "approves")[0]?.right;
    expect(right({})).toBe("security-lead");
    expect(right({ approvers: ["general-counsel"] })).toBe("general-counsel");
    expect(right({ approvers: ["general-counsel"], acceptor: "purchasing-manager" })).toBe("purchasing-manager");
    expect(right({ approvers: ["general-counsel", "purchasing-manager"] })).toBeUndefined();
  });
});

describe("who is next", () => {
  test("is whom the row hands over to", () => {
    expect(all({ rows: [{ title: "Watch alerts", cells: CELLS, handOff: { to: "network-engineer" } }] }, "next")[0]).toMatchObject({ right: "network-engineer", about: { kind: "activity", id: "a1" } });
    expect(all({ rows: [{ title: "Watch alerts", cells: CELLS, handOff: { to: "soc-analyst" } }] }, "next")).toEqual([]);
  });
  test("is the owner of the next stage", () => {
    const stages = [{ id: "p", name: "Procurement", owner: "purchasing-manager" }, { id: "d", name: "Delivery", owner: "service-engineer" }, { id: "i", name: "Installation", owner: "service-engineer" }];
    expect(all({ matrix: { stages } }, "next").map(({ about, right }) => [about.id, right])).toEqual([["p", "service-engineer"]]);
  });
});

describe("whom one calls", () => {
  const matrix = (roles: string[]) => ({
    events: [{ id: "r", name: "Ransomware" }], severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
    escalationPaths: [{ id: "p", name: "All", steps: [{ after: "PT0M", roles }, { after: "PT15M", roles: ["security-lead"] }] }],
  });
  test("is asked where the way of calls begins with one role", () => {
    const [question] = all({ rows: [{ title: "Watch alerts", cells: CELLS }], matrix: matrix(["soc-analyst"]) }, "calls");
    expect(question).toMatchObject({ right: "soc-analyst", says: "Ransomware, S1 critical: whom do you call first?" });
    expect(question?.choices.map(({ id }) => id)).toContain("security-lead");
    expect(all({ rows: [{ title: "Watch alerts", cells: CELLS }], matrix: matrix(["soc-analyst", "network-engineer"]) }, "calls")).toEqual([]);
  });
});

describe("the score", () => {
  const questions = drawQuestions(EXAMPLE, 1, 5);
  const right = (place: number, took = 5_000) => ({ place, choice: questions[place]?.right ?? "", took });
  test("counts right and wrong, and says what was weak and why", () => {
    const other = questions[1]?.choices.find(({ id }) => id !== questions[1]?.right)?.id ?? "";
    const told = scored(questions, [right(0), { place: 1, choice: other, took: 4_000 }, right(2, SLOW + 1), { place: 3, choice: null, took: 9_000 }]);
    expect(told.told.map(({ result, slow }) => [result, slow])).toEqual([["right", false], ["wrong", false], ["right", true], ["passed", false], ["open", false]]);
    expect(told).toMatchObject({ right: 2, answered: 4, of: 5, middle: 5_000 });
    expect(told.weak.map(({ about, missed, slow }) => [about.id, missed, slow])).toEqual(expect.arrayContaining([[questions[1]?.about.id, 1, 0], [questions[2]?.about.id, 0, 1], [questions[3]?.about.id, 1, 0]]));
    expect(told.weak).toHaveLength(3);
    expect(told.weak.at(-1)?.slow).toBe(1);
  });
  test("what comes after a minute was not known, twenty seconds to the millisecond are quick", () => {
    expect(scored(questions, [right(0, LIMIT + 1)]).told[0]).toMatchObject({ result: "late" });
    expect(scored(questions, [right(0, LIMIT)]).told[0]).toMatchObject({ result: "right", slow: true });
    expect(scored(questions, [right(0, SLOW)]).weak).toEqual([]);
  });
  test("over several tests the most missed stands first, and says of how many", () => {
    const wrong = { place: 0, choice: "nobody", took: 1_000 };
    const told = [...scored(questions, [wrong, right(1, SLOW + 1)]).told, ...scored(questions, [wrong]).told, ...scored(questions, [right(0)]).told];
    expect(weakOf(told)).toMatchObject([{ about: { id: questions[0]?.about.id }, missed: 2, slow: 0, asked: 3 }, { missed: 0, slow: 1, asked: 1 }]);
  });
  test("nothing is said before the first answer", () => expect(scored(questions, [])).toMatchObject({ right: 0, answered: 0, middle: undefined, weak: [] }));
});
