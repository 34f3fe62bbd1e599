import { describe, expect, test } from "vitest";
import { drawn } from "../lint/sketch.ts";
import { applyEdits } from "./edit.ts";
import { laneOf, moveToLane } from "./lane.ts";

const matrix = drawn({ rows: [{ title: "Patch servers", cells: { "Infrastructure Manager (client)": "A", "Server Administrator (client)": "R", "Provider Engineer (provider)": "I" } }] });
const kindOf = (role: string) => matrix.parties.find((p) => p.id === matrix.roles.find((r) => r.id === role)?.party)?.kind;
const row = matrix.activities[0] ?? { id: "", title: "", assignments: [] };
const defaults = { client: "server-administrator", provider: "provider-engineer" };
const moved = (to: "client" | "provider" | "shared") => applyEdits(matrix, moveToLane(row, to, defaults, kindOf)).activities[0] ?? row;

describe("the lane of a row", () => {
  test("is the side of its Responsible roles, whoever is accountable", () => {
    expect(laneOf(row, kindOf)).toBe("client");
  });
  test.each(["client", "provider", "shared"] as const)("moved to %s is there, and A stays", (to) => {
    expect(laneOf(moved(to), kindOf)).toBe(to);
    expect(moved(to).assignments.find((a) => a.letter === "A")?.role).toBe("infrastructure-manager");
  });
  test("of a row without performer is nobody's", () => {
    expect(laneOf({ ...row, assignments: [] }, kindOf)).toBe("nobody");
  });
  test("stays when the other side has no role to take over", () => {
    expect(moveToLane(row, "provider", { client: "server-administrator" }, kindOf)).toEqual([]);
  });
});
