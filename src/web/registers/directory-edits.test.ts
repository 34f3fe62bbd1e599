import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { addAbsence, addContact, removeAbsence, removeContact, setSubstitute } from "./directory-edits.ts";

const plain = drawn({ rows: [{ title: "Patch", cells: { "Engineer (provider)": "R A" } }] });
const document: MatrixDocument = { ...plain, directory: { swaps: [{ id: "s", rotation: "r", from: "2026-11-21T00:00Z", until: "2026-11-22T00:00Z", out: "ana", in: "ben" }] } };

test("a contact comes and goes, and the rest of the directory stays", () => {
  const with1 = applyEdits(document, addContact(document, "ana", { kind: "voice", value: "+44 1" }));
  expect(with1.directory).toEqual({ ...document.directory, contacts: [{ id: "ana-voice", person: "ana", kind: "voice", value: "+44 1" }] });
  expect(applyEdits(with1, removeContact("ana-voice")).directory).toEqual(document.directory);
});

test("the last contact leaves no empty directory", () => {
  const one = applyEdits(plain, addContact(plain, "ana", { kind: "sms", value: "1" }));
  expect(applyEdits(one, removeContact("ana-sms"))).not.toHaveProperty("directory");
});

test("absences stand in order, are changed and taken out", () => {
  const late = { person: "ana", from: "2026-12-20T00:00Z", until: "2027-01-02T00:00Z" };
  const early = { person: "ana", from: "2026-12-01T00:00Z", until: "2026-12-03T00:00Z", substitute: "ben" };
  let now = applyEdits(document, addAbsence(document, late));
  now = applyEdits(now, addAbsence(now, early));
  expect(now.directory?.absences?.map(({ from }) => from)).toEqual([early.from, late.from]);
  const [first] = now.directory?.absences ?? [];
  if (!first) throw new Error("there are absences");
  now = applyEdits(now, setSubstitute(first.id, "cem"));
  expect(now.directory?.absences?.[0]).toMatchObject({ substitute: "cem" });
  expect(applyEdits(now, removeAbsence(first.id)).directory?.absences?.length).toBe(1);
});
