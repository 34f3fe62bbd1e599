import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { humansOf } from "./humans.ts";

const drawing = drawn({
  rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "IT Manager (client)": "A" } }, { title: "Order laptops", cells: { "IT Manager (client)": "R A" } }],
});
const [analyst, manager] = ["soc-analyst", "it-manager"];
const document: MatrixDocument = {
  ...drawing,
  people: [{ id: "ana", name: "Ana Ortiz", party: "provider" }, { id: "ana-2", name: "A. Ortiz", party: "client", sameHumanAs: "ana" }],
  roles: drawing.roles.map((role) => ({ ...role, holders: [role.id === analyst ? "ana" : "ana-2"] })),
  activities: drawing.activities.map((row, i) => (i === 0 ? { ...row, secondary: manager } : row)),
};

test("two names of one human hold the roles of both", () => {
  expect(humansOf(document).rolesOf("ana-2").map(({ id }) => id).toSorted()).toEqual([manager, analyst].toSorted());
});

test("a backup under another name is still no backup", () => {
  expect(humansOf(document).selfBackupsOf("ana")).toEqual([{ owner: "SOC Analyst", backup: "IT Manager", rows: ["Isolate a host"] }]);
});

test("with a second holder of the backup post it is one", () => {
  const eased = { ...document, people: [...(document.people ?? []), { id: "ben", name: "Ben", party: "client" }], roles: document.roles.map((role) => (role.id === manager ? { ...role, holders: ["ana-2", "ben"] } : role)) };
  expect(humansOf(eased).selfBackupsOf("ana")).toEqual([]);
});

test("a role counts its rows once, whatever its letters there", () => {
  expect(humansOf(document).rowsOf(manager)).toBe(2);
});
