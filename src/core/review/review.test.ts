import fc from "fast-check";
import { describe, expect, test } from "vitest";
import demo from "#library/demo.json" with { type: "json" };
import { catalogue } from "#rules/catalogue.ts";
import { lint } from "../lint/linter.ts";
import { drawn } from "../lint/sketch.ts";
import type { MatrixDocument } from "../model/document.ts";
import { minuteOf } from "../time/minute.ts";
import { agendaOf, MOMENTS, riskiest } from "./agenda.ts";
import { cadence, nextReview } from "./due.ts";
import { TRIGGER_WORDS, TRIGGERS } from "./triggers.ts";

const EXAMPLE = demo as unknown as MatrixDocument;
const AT = minuteOf("2026-11-22T08:00Z");
const findings = lint(EXAMPLE, catalogue, "2026-11-22");
const next = (every: string, from: string, held?: string) => nextReview({ every, from }, held);

describe("the next review", () => {
  test.each([
    ["quarterly, nothing held yet", "P3M", "2026-01-15", undefined, "2026-04-15"],
    ["quarterly, held a week late", "P3M", "2026-01-15", "2026-04-22", "2026-07-15"],
    ["quarterly, held a week early", "P3M", "2026-01-15", "2026-04-08", "2026-07-15"],
    ["quarterly, held in between", "P3M", "2026-01-15", "2026-02-01", "2026-04-15"],
    ["quarterly, after a long pause", "P3M", "2026-01-15", "2027-05-01", "2027-07-15"],
    ["yearly from 29 February", "P1Y", "2028-02-29", undefined, "2029-02-28"],
    ["yearly from 29 February, back in the leap year", "P1Y", "2028-02-29", "2031-02-28", "2032-02-29"],
    ["monthly from the 31st", "P1M", "2026-01-31", undefined, "2026-02-28"],
    ["monthly from the 31st, and on", "P1M", "2026-01-31", "2026-02-28", "2026-03-31"],
    ["every two weeks", "P2W", "2026-01-01", "2026-01-15", "2026-01-29"],
  ])("%s", (_, every, from, held, due) => expect(next(every, from, held)).toBe(due));

  test("is after the last one, and never more than a round and a half", () => {
    fc.assert(
      fc.property(fc.constantFrom("P1M", "P3M", "P1Y", "P2W"), fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_000 }), (every, start, later) => {
        const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
        const held = day(start + later);
        const due = next(every, day(start), held);
        const round = { P1M: 31, P3M: 92, P1Y: 366, P2W: 14 }[every] as number;
        expect(due > held).toBe(true);
        expect((Date.parse(due) - Date.parse(held)) / 86_400_000).toBeLessThanOrEqual(Math.max(round * 1.5 + 1, later === 0 ? round : 0));
      }),
    );
  });

  test("comes from a duration that takes time and a day to count from", () => {
    expect(cadence("P3M", "2026-01-01")).toEqual({ every: "P3M", from: "2026-01-01" });
    for (const [every, from] of [["quarterly", "2026-01-01"], ["P0D", "2026-01-01"], [undefined, "2026-01-01"], ["P3M", undefined]]) expect(cadence(every, from)).toBeUndefined();
  });
});

describe("the agenda", () => {
  test("takes 30 to 40 minutes, whatever the matrix", () => {
    for (const document of [EXAMPLE, { remit: 1, title: "Empty", parties: [], roles: [], activities: [] } as MatrixDocument]) {
      const { minutes, points } = agendaOf(document, { findings: document === EXAMPLE ? findings : [], at: AT });
      expect(minutes).toBeGreaterThanOrEqual(30);
      expect(minutes).toBeLessThanOrEqual(40);
      expect(points.filter(({ id }) => MOMENTS.some((one) => one.id === id)).map(({ id }) => id)).toEqual(["acceptance", "access", "changes", "incidents", "support"]);
    }
  });
  test("names each moment's rows, and why a row is risky", () => {
    const { points } = agendaOf(EXAMPLE, { findings, at: AT });
    expect(points.find(({ id }) => id === "incidents")?.rows.length).toBeGreaterThan(0);
    for (const { because } of points.find(({ id }) => id === "risky")?.rows ?? []) expect(because.length).toBeGreaterThan(0);
  });
  test("a contested, misunderstood or critical row comes before one with a warning", () => {
    const row = (title: string, more: object = {}) => ({ title, cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" }, ...more });
    const document = drawn({ rows: [row("Quiet"), row("Warned"), row("Contested"), row("Weak"), row("Critical", { criticality: "critical" })] });
    const warning = (id: string) => ({ rule: "x", severity: "warning" as const, message: "unclear", at: { kind: "activity" as const, id }, title: id });
    const found = riskiest(document, { findings: [warning("a2"), warning("a5")], contested: new Set(["a3"]), weak: new Set(["a4"]), at: AT });
    expect(found.map(({ title }) => title)).toEqual(["Contested", "Weak", "Critical", "Warned"]);
  });
  test("checks say what the matrix shows of them, and what was raised", () => {
    const { checks } = agendaOf(EXAMPLE, { findings, open: 3, raised: ["the VPN was down for a day"], actions: ["name a backup"], at: AT });
    expect(checks).toHaveLength(6);
    expect(Object.fromEntries(checks.map(({ id, shows }) => [id, shows]))).toMatchObject({ confirmed: "3 rows are not agreed by all", incidents: "the VPN was down for a day", actions: "name a backup" });
  });
});

test("every trigger has its words", () => expect(Object.keys(TRIGGER_WORDS).sort()).toEqual([...TRIGGERS].sort()));
