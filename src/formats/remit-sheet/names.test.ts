import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { namesOf } from "./names.ts";

const drawing = drawn({ rows: [{ title: "Patch", cells: { "Engineer (provider)": "R", "Security Lead (client)": "A" } }] });
const [client, provider] = ["client", "provider"].map((kind) => drawing.parties.find((party) => party.kind === kind));
const names = namesOf({ ...drawing, roles: [{ id: "lead", name: "Security Lead", party: client?.id ?? "" }, { id: "lead-2", name: "Security Lead", party: provider?.id ?? "" }] });

test("two roles of one name are said and understood with their organisation", () => {
  expect(names.say("role", "lead")).toBe(`Security Lead [${client?.name}]`);
  expect(names.find("role", `security lead [${provider?.name}]`)).toBe("lead-2");
});

test("the name alone is nobody, and an older sheet that told them apart by id is understood", () => {
  expect(names.find("role", "Security Lead")).toBeUndefined();
  expect(names.find("role", "Security Lead [lead-2]")).toBe("lead-2");
});
