import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { lint } from "#core/lint/linter.ts";
import { applyEdits } from "#core/model/edit.ts";
import { catalogue } from "#rules/catalogue.ts";
import { acceptance, peopleLike, retraction } from "./acceptance.ts";

const document = drawn({ rows: [{ title: "Isolate a host", cells: { "IT Manager (client)": "A", "Analyst (provider)": "A/R" } }] });
const TODAY = "2026-05-01";
const doubtful = (of: typeof document) => lint(of, catalogue, TODAY).find(({ rule }) => rule === "two-accountable");
const said = { name: "Ana Ortiz", party: "client", reason: "merger until summer", until: "2026-08-01" };

function accepted() {
  const finding = doubtful(document);
  if (!finding) throw new Error("the sketch has no such finding");
  return { finding, after: applyEdits(document, acceptance(document, finding, said)) };
}

test("an accepted finding is kept with name, reason and day, and adds no finding of its own", () => {
  const { after } = accepted();
  expect(doubtful(after)?.waived).toEqual({ by: "Ana Ortiz", reason: said.reason, until: said.until });
  expect(lint(after, catalogue, TODAY).length).toBe(lint(document, catalogue, TODAY).length);
});

test("taken back, the matrix is as before", () => {
  const { finding, after } = accepted();
  const again = applyEdits(after, retraction(after, finding));
  expect(again.people ?? []).toEqual(document.people ?? []);
  expect(doubtful(again)?.waived).toBeUndefined();
});

test("a person with a role stays when the acceptance is taken back", () => {
  const { finding, after } = accepted();
  const busy = { ...after, roles: after.roles.map((role) => (role.id === "it-manager" ? { ...role, holders: ["ana-ortiz"] } : role)) };
  expect(applyEdits(busy, retraction(busy, finding)).people?.map(({ name }) => name)).toEqual(["Ana Ortiz"]);
});

test("accepting again replaces what was said before, and the same name is the same person", () => {
  const { finding, after } = accepted();
  const twice = applyEdits(after, acceptance(after, finding, { ...said, name: "ana ortiz ", until: "2026-12-01" }));
  expect(twice.waivers?.map(({ until }) => until)).toEqual(["2026-12-01"]);
  expect(twice.people?.length).toBe(1);
});

test("a person with a like name is offered before somebody new is made", () => {
  const people = [{ id: "ana", name: "Ana Ortiz", party: "client" }, { id: "ben", name: "Ben Blum", party: "client" }];
  expect(peopleLike({ ...document, people }, "A. Ortiz").map(({ name }) => name)).toEqual(["Ana Ortiz"]);
  expect(peopleLike({ ...document, people }, "Cy Dorn")).toEqual([]);
});
