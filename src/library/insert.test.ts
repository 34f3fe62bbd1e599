import { describe, expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { readDocument } from "#core/model/read.ts";
import { ACTIVITIES } from "./activities.ts";
import { insertFromLibrary } from "./insert.ts";

const small = drawn({
  rows: [{ title: "Watch the alerts", cells: { "SOC Analyst (provider)": "R", "CISO (client)": "A" } }],
  matrix: { areas: [{ id: "alerts", name: "Detection and Alerts" }] },
});
const withRow = (document: MatrixDocument, id: string) => applyEdits(document, insertFromLibrary(document, id));
const rowOf = (document: MatrixDocument, origin: string) => document.activities.find((row) => row.origin === origin);

describe("inserting a library activity", () => {
  test("uses the roles the matrix already has, by any name of the post", () => {
    const row = rowOf(withRow(small, "SEC-05"), "SEC-05");
    expect(row?.assignments).toContainEqual({ role: "soc-analyst", letter: "R" });
    expect(row?.assignments).toContainEqual({ role: "ciso", letter: "A" });
  });

  test("never takes a role of the other side for its namesake", () => {
    const swapped = drawn({ rows: [{ title: "Watch the alerts", cells: { "Security Lead (provider)": "A", "SOC Analyst (provider)": "R" } }] });
    const after = withRow(swapped, "SEC-05");
    const accountable = rowOf(after, "SEC-05")?.assignments.find((a) => a.letter === "A")?.role;
    expect(after.roles.find((role) => role.id === accountable)?.party).toBe("client");
  });

  test("uses the area of the same name", () => {
    const after = withRow(small, "SEC-05");
    expect(rowOf(after, "SEC-05")?.area).toBe("alerts");
    expect(after.areas).toHaveLength(1);
  });

  test("adds a party of its own for an integrator that nobody had named", () => {
    const after = withRow(small, "DEL-07");
    expect(after.parties.filter((party) => party.kind === "integrator").map((party) => party.name)).toEqual(["Your integrator"]);
  });

  test("is marked as not yet adapted and remembers where it came from", () => {
    expect(rowOf(withRow(small, "OPS-19"), "OPS-19")).toMatchObject({ notYetAdapted: true, origin: "OPS-19" });
  });

  test("says who does what where both sides perform, and who validates", () => {
    const row = rowOf(withRow(small, "OPS-19"), "OPS-19");
    expect(row?.split?.parts.map((part) => part.party)).toEqual(["client", "provider"]);
    expect(row?.split?.validator).toBe("business-system-owner");
  });

  test("does nothing the second time", () => {
    expect(insertFromLibrary(withRow(small, "SEC-05"), "SEC-05")).toEqual([]);
  });

  test("refuses an id the library does not have", () => {
    expect(() => insertFromLibrary(small, "SEC-99")).toThrow("the library has no activity `SEC-99`");
  });

  test("works for the whole library, into one matrix that still reads", () => {
    const full = ACTIVITIES.reduce((document, { id }) => withRow(document, id), small);
    const read = readDocument(full);
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(full.activities).toHaveLength(1 + ACTIVITIES.length);
    const known = new Set<string>(full.roles.map((role) => role.id));
    expect(full.activities.flatMap((row) => row.assignments).filter(({ role }) => !known.has(role))).toEqual([]);
  });
});
