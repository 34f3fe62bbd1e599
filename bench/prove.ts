import { readFileSync } from "node:fs";
import { readYaml } from "../src/formats/yaml/read.ts";
import { applyEdit, type Edit } from "../src/core/model/edit.ts";
import type { MatrixDocument } from "../src/core/model/document.ts";
import type { Examined } from "../src/core/prove/examine.ts";
import { horizonFrom } from "../src/core/prove/horizon.ts";
import { prove } from "../src/core/prove/prove.ts";
import { minuteOf } from "../src/core/time/minute.ts";
import { boundaryAfter } from "../src/core/time/spans.ts";
import { Memory } from "../src/core/who/memory.ts";
import { duel, judge, type Target } from "./harness.ts";
import { bruteForce } from "./prove-brute.ts";
import { company, FROM, PEOPLE, type Company } from "./prove-world.ts";

const QUARTER = 15;
const pairs: (readonly number[])[] = [[]];
for (let a = 0; a < PEOPLE; a++) {
  pairs.push([a]);
  for (let b = a + 1; b < PEOPLE; b++) pairs.push([a, b]);
}
const horizon = horizonFrom(FROM, 2);
const quarters = Math.floor((horizon.until - horizon.from) / QUARTER);
const all = 48 * quarters * pairs.length;

/** Every check of some quarters of an hour, in both ways; throws where they differ. */
function compare(world: Company, slots: readonly number[]): number {
  const check = bruteForce(world);
  const { examined } = prove(world.document, horizon);
  const by = new Map<string, Examined>(examined.map((one) => [`${one.obligation.property} ${one.obligation.about.event.id} ${one.obligation.about.severity.id}`, one]));
  let failing = 0;
  for (let cell = 0; cell < 48; cell++) {
    const [contact, backup, decision] = ["P1", "P2", "P3"].map((property) => by.get(`${property} e${cell >> 2} s${cell % 4}`) as Examined);
    for (const slot of slots) {
      const at = FROM + slot * QUARTER;
      const states = [contact, backup, decision].map((one) => one?.judgements[one.swept.state[boundaryAfter(one.swept.from, at) - 1] as number]);
      for (const missing of pairs) {
        const slow = check(cell, at, missing);
        states.forEach((judgement, i) => {
          if (judgement?.fails(new Set(missing)) !== slow[i]) throw new Error(`P${i + 1} of cell ${cell}, quarter ${slot}, missing ${missing.join(" and ") || "nobody"}: brute force says ${slow[i] ? "fails" : "holds"}`);
          if (slow[i]) failing++;
        });
      }
    }
  }
  return failing;
}

const SLOTS = 12;
const run = (world: Company): number => {
  const check = bruteForce(world);
  let failing = 0;
  for (let cell = 0; cell < 48; cell++) for (let slot = 0; slot < SLOTS; slot++) for (const missing of pairs) for (const bad of check(cell, FROM + slot * 977 * QUARTER, missing)) if (bad) failing++;
  return failing;
};

const targets: Target[] = [];
for (const [name, world, limit] of [["absence merely removes people", company(false), 5_000], ["substitutes, quorums and delegations", company(true), 200]] as const) {
  const slots = Array.from({ length: 24 }, (_, i) => (i * 1_583) % quarters);
  console.log(`\n${name}: ${compare(world, slots).toLocaleString("en")} failing of ${(48 * 24 * pairs.length * 3).toLocaleString("en")} checks on a slice, brute force and proof the same`);
  const times = await duel(`${name}: ${(all / 1e9).toFixed(2)}e9 questions`, [
    { name: "brute force, per question", run: () => run(world), inner: 48 * SLOTS * pairs.length },
    { name: "prove, whole", run: () => prove(world.document, horizon).counterexamples.length },
  ], 3);
  targets.push({ what: `prove against brute force, ${name}`, ratio: ((times.get("brute force, per question") ?? 0) * all) / (times.get("prove, whole") ?? 1), limit, unit: "x", atLeast: true });
}

// What somebody types into the example company, each followed by a proof.
const read = readYaml(readFileSync(new URL("../examples/alder-foods.remit.yaml", import.meta.url), "utf8"));
if (!read.ok) throw new Error("the example cannot be read");
let document: MatrixDocument = read.document;
const memory = new Memory();
const soon = horizonFrom(minuteOf("2026-11-22T00:00Z"));
prove(document, soon, memory);
const people = document.people ?? [];
const edits: readonly ((n: number) => Edit)[] = [
  (n) => ({ do: "set", at: { kind: "person", id: people[n % people.length]?.id ?? "" }, field: "dutyHours", value: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: `${14 + (n % 9)}:30` }] }),
  (n) => ({ do: "set", at: { kind: "activity", id: document.activities[n % document.activities.length]?.id ?? "" }, field: "title", value: `Title ${n}` }),
  (n) => ({ do: "set", at: { kind: "role", id: document.roles[n % document.roles.length]?.id ?? "" }, field: "holders", value: [people[n % people.length]?.id, people[(n + 3) % people.length]?.id] }),
  (n) => ({ do: "set", at: { kind: "decision-right", id: document.decisionRights?.[n % document.decisionRights.length]?.id ?? "" }, field: "role", value: document.roles[n % document.roles.length]?.id }),
];
let typed = 0;
const retyped = await duel(`${people.length} people, ${document.events?.length ?? 0} events x ${document.severities?.length ?? 0} severities, 13 months, anybody missing`, [
  {
    name: "proof after an edit", inner: 20,
    run: () => {
      for (let i = 0; i < 20; i++, typed++) {
        document = applyEdit(document, (edits[typed % edits.length] as (n: number) => Edit)(typed));
        prove(document, soon, memory);
      }
    },
  },
], 9);
targets.push({ what: "proof after an edit", ratio: retyped.get("proof after an edit") ?? Number.NaN, limit: 16, unit: "ms" });
process.exitCode = judge(targets) ? 0 : 1;
