import { expect, test } from "vitest";
import { personLabels, roleLabels, toldApart } from "./told-apart.ts";

const parties = [{ id: "c", name: "Northwind", kind: "client" as const }, { id: "p", name: "Brightwell", kind: "provider" as const }];

test("a name that only one has stands alone", () => {
  expect([...toldApart([{ id: "a", name: "Security Lead", facts: ["Northwind"] }]).values()]).toEqual(["Security Lead"]);
});

test("two roles of one name are told apart by their organisation, never by an id", () => {
  const roles = [{ id: "lead", name: "Security Lead", party: "c" }, { id: "lead-2", name: "Security lead", party: "p" }];
  expect([...roleLabels({ parties, roles }).values()]).toEqual(["Security Lead [Northwind]", "Security lead [Brightwell]"]);
});

test("of one organisation they are told apart by function, and by number where nothing else does", () => {
  const roles = [
    { id: "a", name: "Lead", party: "p", function: "IT" }, { id: "b", name: "Lead", party: "p", function: "InfoSec" },
    { id: "x", name: "Clerk", party: "c" }, { id: "y", name: "Clerk", party: "c" },
  ];
  expect([...roleLabels({ parties, roles }).values()]).toEqual(["Lead [IT]", "Lead [InfoSec]", "Clerk [1]", "Clerk [2]"]);
});

test("people of one name are told apart by organisation, then by their post", () => {
  const roles = [{ id: "r", name: "Network Engineer", party: "p", holders: ["ana-2"] }];
  const people = [{ id: "ana", name: "Ana Ortiz", party: "p" }, { id: "ana-2", name: "Ana Ortiz", party: "p" }, { id: "ana-3", name: "Ana Ortiz", party: "c" }];
  expect([...personLabels({ parties, roles, people }).values()]).toEqual(["Ana Ortiz [Brightwell]", "Ana Ortiz [Brightwell, Network Engineer]", "Ana Ortiz [Northwind]"]);
});

test("no two are called the same, even where somebody is called like a namesake told apart", () => {
  const labels = toldApart([{ id: "a", name: "Lead", facts: ["IT"] }, { id: "b", name: "Lead", facts: ["Sales"] }, { id: "c", name: "Lead [IT]", facts: [] }]);
  expect(new Set(labels.values()).size).toBe(3);
});
