import { expect, test } from "vitest";
import { writeChecklistCsv } from "#formats/csv/write-checklist.ts";
import { writeAuthorityMap } from "#formats/md/write-authority-map.ts";
import demo from "#library/demo.json" with { type: "json" };
import type { MatrixDocument } from "../model/document.ts";
import { authorityMap, confirmable } from "./authority-map.ts";
import { checklist } from "./checklist.ts";
import { OPENING, REFLECTION, STAGES, STATEMENTS } from "./statements.ts";

const EXAMPLE = demo as unknown as MatrixDocument;
const EMPTY: MatrixDocument = { remit: 1, title: "Empty", parties: [], roles: [], activities: [] };
const answer = (document: MatrixDocument, id: string) => [...authorityMap(document).stages.flatMap(({ answers }) => answers), ...authorityMap(document).reflection].find(({ statement }) => statement.id === id);

test("there are six stages of four statements, four questions to answer at once and four to begin with", () => {
  expect(Object.keys(STAGES)).toHaveLength(6);
  for (const stage of Object.keys(STAGES)) expect(STATEMENTS.filter((one) => one.stage === stage)).toHaveLength(4);
  expect([REFLECTION.length, OPENING.length]).toEqual([4, 4]);
  const ids = [...STATEMENTS, ...REFLECTION, ...OPENING].map(({ id }) => id);
  expect(new Set(ids).size).toBe(32);
});

test("an empty matrix answers nothing, and says what is missing", () => {
  const map = authorityMap(EMPTY);
  expect(map.score).toEqual({ matrix: 0, counted: 0, of: 24 });
  for (const { matrix } of map.stages.flatMap(({ answers }) => answers)) expect(matrix).toMatchObject({ answer: "no", places: [] });
});

test("every answer but no names its place, and the place exists", () => {
  const map = authorityMap(EXAMPLE);
  const ids = new Set(JSON.stringify(EXAMPLE).match(/"id":"[^"]+"/g)?.map((text) => text.slice(6, -1)));
  for (const { matrix } of [...map.stages.flatMap(({ answers }) => answers), ...map.reflection, ...map.opening])
    if (matrix.answer === "yes") {
      expect(matrix.places.length).toBeGreaterThan(0);
      for (const { id } of matrix.places) expect(ids).toContain(id);
    }
});

test("who may contain is a right with somebody behind it; an empty post is partly, a row alone is partly", () => {
  expect(answer(EXAMPLE, "containment-1")?.matrix.answer).toBe("yes");
  const { rotations: __, ...steady } = EXAMPLE;
  const vacant: MatrixDocument = { ...steady, roles: EXAMPLE.roles.map(({ holders: _, ...role }) => role) };
  expect(answer(vacant, "containment-1")?.matrix).toMatchObject({ answer: "partly", says: expect.stringContaining("nobody holds") });
  const { decisionRights: _, ...rightless } = EXAMPLE;
  expect(answer(rightless, "containment-1")?.matrix).toMatchObject({ answer: "partly", places: [{ kind: "activity", id: "contain" }] });
});

const confirmed = (statement: string, given: "yes" | "partly" | "no" | "unknown", on = "2026-11-01", id = "c1") => ({ id, statement, answer: given, by: "nadia-osei", on });

test("what the matrix does not show counts as a named person says, the latest word of several", () => {
  const document: MatrixDocument = { ...EXAMPLE, confirmations: [confirmed("containment-2", "yes", "2026-11-02", "c2"), confirmed("containment-2", "no", "2026-10-01")] };
  expect(answer(document, "containment-2")).toMatchObject({ counts: "yes", matrix: { answer: "no" }, confirmed: { by: "Nadia Osei", on: "2026-11-02" } });
  const { matrix } = authorityMap(EXAMPLE).score;
  expect(authorityMap(document).score).toMatchObject({ matrix, counted: matrix + 1 });
});

test("partly counts half, unknown nothing, and nobody's word makes an authority", () => {
  const of = (statement: string, given: "partly" | "unknown" | "yes") => authorityMap({ ...EXAMPLE, confirmations: [confirmed(statement, given)] }).score.counted;
  const { counted } = authorityMap(EXAMPLE).score;
  expect(of("containment-2", "partly")).toBe(counted + 0.5);
  expect(answer(EXAMPLE, "detection-1")?.matrix.answer).toBe("yes");
  expect(of("detection-1", "unknown")).toBe(counted - 1);
  expect(of("investigation-1", "yes")).toBe(counted);
  expect(STATEMENTS.filter((one) => !confirmable(one)).map(({ id }) => id)).toContain("containment-1");
});

test("the six questions are answered for every event type, from rights that are limited to it too", () => {
  const { events } = authorityMap({ ...EXAMPLE, decisionRights: [...(EXAMPLE.decisionRights ?? []).filter(({ verb }) => verb !== "report.write"), { id: "r", verb: "report.write", role: "incident-lead", events: ["ransomware"] }] });
  expect(events).toHaveLength(EXAMPLE.events?.length ?? 0);
  expect(events.every(({ answers }) => answers.length === 6)).toBe(true);
  const report = (event: string) => events.find((one) => one.event.id === event)?.answers.find(({ id }) => id === "report")?.shown.answer;
  expect([report("ransomware"), report("vpn-down")]).toEqual(["yes", "no"]);
});

test("as a checklist nothing a person wrote runs in a spreadsheet or becomes markup", () => {
  const document: MatrixDocument = { ...EXAMPLE, confirmations: [{ ...confirmed("containment-2", "yes"), evidence: "=1+1 | <b>" }], events: [{ id: "e", name: "=cmd()" }] };
  const map = authorityMap(document);
  expect(writeChecklistCsv(checklist(map))).toContain("'=cmd()");
  expect(writeAuthorityMap(map, "T")).toContain("=1+1 \\| &lt;b&gt;");
  expect(checklist(map)).toHaveLength(1 + 32 + 6);
});
