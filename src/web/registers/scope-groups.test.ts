import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { ScopeItem } from "#core/model/scope.ts";
import { coverOf, SCOPE_GROUPS, scopeGroups, unwatched } from "./scope-groups.ts";

const items: ScopeItem[] = [
  { id: "erp", name: "ERP", kind: "business-application", monitors: "soc" },
  { id: "plc", name: "Line controller", kind: "equipment", notMonitored: true },
  { id: "vpn", name: "VPN", kind: "vpn" },
  { id: "plant", name: "Plant", kind: "site" },
];

test("every kind of scope item has a group", () => {
  expect(SCOPE_GROUPS.flatMap(({ kinds }): string[] => [...kinds]).toSorted()).toEqual([...ScopeItem.shape.kind.options].toSorted());
});

test("groups without an item are not shown", () => {
  expect(scopeGroups(items).map(({ id, items: own }) => [id, own.map((item) => item.id)])).toEqual([["systems", ["erp"]], ["security", ["vpn"]], ["places", ["plant"]], ["things", ["plc"]]]);
});

test("what is left out on purpose is told apart from what nobody has spoken of, and a site is neither", () => {
  const { leftOut, unsaid } = unwatched(items);
  expect([leftOut.map(({ id }) => id), unsaid.map(({ id }) => id)]).toEqual([["plc"], ["vpn"]]);
});

test("an item knows the activities that name it, each once", () => {
  const document = drawn({ rows: [{ title: "Run the ERP", cells: { "Engineer (provider)": "R A" }, scope: ["erp", "erp"] }, { title: "Order paper", cells: { "Buyer": "R A" } }] });
  expect(coverOf(document).get("erp")?.map(({ title }) => title)).toEqual(["Run the ERP"]);
});
