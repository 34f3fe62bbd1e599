import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import demo from "#library/demo.json" with { type: "json" };
import { detailsOf } from "./paper-details.ts";
import { paperOf } from "./paper.ts";

const company = demo as unknown as MatrixDocument;
const details = (document: MatrixDocument) => detailsOf(document, paperOf(document)).flatMap(({ rows }) => rows);

test("every row of the paper is in the appendix under the same number", () => {
  expect(details(company).map(({ id, number }) => [id, number])).toEqual(paperOf(company).areas.flatMap(({ rows }) => rows).map(({ id, number }) => [id, number]));
});

const plain = drawn({ rows: [{ title: "Patch servers", area: "servers", cells: { "Engineer (provider)": "R", "IT Manager (client)": "R A" } }], matrix: { areas: [{ id: "servers", name: "Servers", secondary: "it-manager" }] } });
const rich: MatrixDocument = {
  ...plain,
  activities: plain.activities.map((row) => ({
    ...row, split: { parts: [{ party: "provider", does: "installs" }, { party: "client", does: "tests" }], validator: "it-manager" }, sla: [{ measure: "restore" as const, target: "PT4H", negotiated: false }],
    cadence: { every: "P1M" }, evidence: [{ artifact: "patch report", producer: "engineer", retention: "P1Y" }],
  })),
};

test("a row says who does which part, by when, how often, with which proof and who stands in", () => {
  const [row] = details(rich);
  expect(row?.says).toEqual({
    split: [`${rich.parties.find(({ id }) => id === "provider")?.name}: installs`, `${rich.parties.find(({ id }) => id === "client")?.name}: tests`, "validated by IT Manager"],
    sla: ["restore: 4 h, sample, not negotiated"], cadence: ["monthly"], evidence: ["patch report (by Engineer; kept 1 year)"], backup: ["IT Manager"],
  });
});

test("nothing said is nothing printed", () => {
  const [row] = details({ ...plain, areas: [{ id: "servers", name: "Servers" }] });
  expect(row?.says).toEqual({ split: [], sla: [], cadence: [], evidence: [], backup: [] });
});
