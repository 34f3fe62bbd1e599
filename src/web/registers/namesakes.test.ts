import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { alreadyHere, reachedBy, readNewcomer } from "./namesakes.ts";

const document: MatrixDocument = {
  ...drawn({ rows: [{ title: "Patch", cells: { "Engineer (provider)": "R A" } }] }),
  people: [{ id: "jose", name: "José Núñez", party: "provider" }, { id: "ana", name: "Ana Ortiz", party: "provider" }],
  directory: { contacts: [{ id: "a", person: "ana", kind: "email", value: "Ana@example.org" }, { id: "b", person: "jose", kind: "voice", value: "+44 20 7946 0999" }, { id: "c", person: "jose", kind: "email", value: "desk@example.org", shared: true }] },
};
const ids = (typed: string) => alreadyHere(document, readNewcomer(typed)).map(({ id }) => id);

test("a name and an address are told apart however they are written", () => {
  expect(readNewcomer(" Ana Ortiz ")).toEqual({ name: "Ana Ortiz" });
  expect(readNewcomer("Ana Ortiz <ana@example.org>")).toEqual({ name: "Ana Ortiz", email: "ana@example.org" });
  expect(readNewcomer("Ortiz, Ana (ana@example.org)")).toEqual({ name: "Ortiz, Ana", email: "ana@example.org" });
  expect(readNewcomer("ana@example.org")).toEqual({ name: "ana@example.org", email: "ana@example.org" });
});

test("a name is the same without its accents, in any case and with any blanks", () => expect(ids("jose  nunez")).toEqual(["jose"]));
test("somebody reached by the same address is here already under whichever name", () => expect(ids("A. Ortiz <ana@EXAMPLE.org>")).toEqual(["ana"]));
test("a shared inbox makes nobody the same", () => expect(ids("Ben Okafor <desk@example.org>")).toEqual([]));
test("a name nobody has is free", () => expect(ids("Ana Ortega")).toEqual([]));

test("a number of somebody else is known however it is spaced, and one's own is no news", () => {
  expect(reachedBy(document, "+44 (20) 79460999", "ana")?.name).toBe("José Núñez");
  expect(reachedBy(document, "+44 20 7946 0999", "jose")).toBeUndefined();
});
