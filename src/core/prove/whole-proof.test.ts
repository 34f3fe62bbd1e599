import { expect, test } from "vitest";
import { HARBOUR } from "../../../test/worlds/harbour.ts";
import { inWords } from "../../../test/worlds/in-words.ts";
import type { MatrixDocument } from "../model/document.ts";
import { DAY, instantOf, minuteOf } from "../time/minute.ts";
import { zoneOf } from "../time/zone.ts";
import { Memory } from "../who/memory.ts";
import { findingsOf } from "./as-findings.ts";
import { drawProof } from "./draw-proof.ts";
import { heatOf } from "./heat.ts";
import { prove, withRepairs } from "./prove.ts";

const document = inWords(HARBOUR);
const from = minuteOf("2026-11-23T00:00Z");
const DIGESTS = { matrix: "aaaaaaaaaaaaaaaa", directory: "bbbbbbbbbbbbbbbb", timeZones: "test" };

test.each<[string, number, MatrixDocument]>([["nobody missing", 0, document], ["anybody missing", 1, document], ["a matrix without cases", 1, { ...document, events: [] }]])("a fortnight of the harbour, %s", async (name, absent, matrix) => {
  const memory = new Memory();
  const proof = prove(matrix, { from, until: from + 16 * DAY, absent }, memory);
  const counterexamples = withRepairs(matrix, proof, memory, 30);
  const zone = zoneOf("Europe/Lisbon");
  if (zone === undefined) throw new Error("Lisbon has a clock");
  const { week, weeks } = heatOf(proof.examined, from, from + 16 * DAY, zone);
  const told = [
    drawProof(matrix, { ...proof, counterexamples }, DIGESTS, (tone, text) => `<${tone}>${text}</>`),
    JSON.stringify(counterexamples.filter((_, i) => i % 5 === 0), null, 1),
    ...findingsOf(matrix, counterexamples, "2026-11-23").map((finding) => JSON.stringify(finding)),
    Array.from({ length: 7 }, (_, day) => week.slice(day * 24, day * 24 + 24).map(({ missing }) => missing).join("")).join("\n"),
    week.map(({ obligation, at }) => `${instantOf(at)} ${obligation?.property ?? "-"} ${obligation?.asks ?? ""}`).join("\n"),
    ...weeks.map(({ monday, hours }) => `${instantOf(monday)} ${hours.map((hour) => hour?.missing ?? ".").join("")}`),
  ].join("\n\n");
  await expect(`${told}\n`).toMatchFileSnapshot(`../../../test/worlds/told/prove ${name}.txt`);
});
