import { describe, expect, test } from "vitest";
import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { MatrixDocument } from "#core/model/document.ts";
import { minuteOf } from "#core/time/minute.ts";
import { nastyMatrix } from "../../test/nasty.ts";
import demo from "#library/demo.json" with { type: "json" };
import { contentsOf, outOfForce } from "./contents.ts";
import { answered } from "./world.ts";

const example = MatrixDocument.parse(demo);
const at = minuteOf("2026-11-22T02:00Z");
const plain = { at, days: 30, version: "a test", timeZones: "2026a" };

describe("what a card carries", () => {
  test("is as much of the matrix as the answers need, and nothing that only explains", () => {
    const { document, digests } = contentsOf(example, plain);
    const text = JSON.stringify(document);
    expect(document.activities.length).toBeLessThan(example.activities.length);
    expect(document.activities.every(({ decision, assignments }) => decision !== undefined && assignments.every(({ letter }) => letter === "C" || letter === "I"))).toBe(true);
    for (const gone of ['"note"', '"reason"', '"evidence"', '"sla"', '"waivers"', '"kept"', '"about"']) expect(text).not.toContain(gone);
    expect(MatrixDocument.safeParse({ ...document, scope: example.scope }).success).toBe(true);
    expect(digests).toEqual({ matrix: matrixDigest(example), directory: directoryDigest(example) });
  });

  test("answers as the whole matrix does, for every event and severity", () => {
    for (const matrix of [example, nastyMatrix()]) {
      const { document } = contentsOf(matrix, { ...plain, sealed: new Map((matrix.directory?.contacts ?? []).flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]]))) });
      for (const event of matrix.events ?? [])
        for (const severity of [...(matrix.severities ?? []).map(({ id }) => id), undefined]) expect(answered(document, { event: event.id, severity, at })).toEqual(answered(matrix, { event: event.id, severity, at }));
    }
  });

  test("has private numbers only of the party it is made for, or that were handed to its maker", () => {
    const contacts = [{ id: "a", person: "nadia-osei", kind: "voice", value: "+1 111", private: true }, { id: "b", person: "rob-sinclair", kind: "voice", value: "+2 222", private: true }, { id: "c", person: "tom-hale", kind: "voice", private: true }] as const;
    const matrix = MatrixDocument.parse({ ...example, directory: { contacts } });
    const values = (more: object) => contentsOf(matrix, { ...plain, ...more }).document.directory?.contacts?.map(({ value }) => value);
    expect(values({})).toEqual([undefined, undefined, undefined]);
    expect(values({ party: "alder" })).toEqual(["+1 111", undefined, undefined]);
    expect(values({ sealed: new Map([["c", "+3 333"]]) })).toEqual([undefined, undefined, "+3 333"]);
    expect(JSON.stringify(contentsOf(matrix, { ...plain, party: "brightwell" }))).not.toContain("111");
  });

  test("holds no longer than the matrix does", () => {
    expect(contentsOf(example, { ...plain, days: 366 }).until).toBe("2027-10-01T00:00Z");
    expect(contentsOf(example, { ...plain, at: minuteOf("2026-09-29T00:00Z"), days: 5 }).from).toBe("2026-10-01T00:00Z");
    expect(outOfForce(contentsOf(example, plain))).toBeUndefined();
  });

  test("of a matrix that ran out, or is not in force yet, is there all the same and says so", () => {
    const late = contentsOf(example, { ...plain, at: minuteOf("2028-01-01T00:00Z") });
    expect([late.from, late.until]).toEqual(["2028-01-01T00:00Z", "2028-01-31T00:00Z"]);
    expect(outOfForce(late)).toBe("The matrix itself ran out with 2027-09-30, and nobody has renewed it.");
    expect(outOfForce(contentsOf(example, { ...plain, at: minuteOf("2026-01-01T00:00Z") }))).toBe("The matrix itself holds from 2026-10-01 only.");
  });
});
