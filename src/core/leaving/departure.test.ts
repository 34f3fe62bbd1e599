import { expect, test } from "vitest";
import { applyEdits } from "../model/edit.ts";
import { MatrixDocument } from "../model/document.ts";
import demo from "#library/demo.json" with { type: "json" };
import { departure, type Listed } from "./departure.ts";

const company = demo as unknown as MatrixDocument;
const gone = (kind: Listed, id: string, by?: string) => applyEdits(company, departure(company, kind, id, by).edits);
/** How often an id stands in the matrix as a value. */
const told = (document: MatrixDocument, id: string) => JSON.stringify(document).split(JSON.stringify(id)).length - 1;

const every: [Listed, string][] = [
  ...company.parties.map(({ id }): [Listed, string] => ["party", id]),
  ...company.roles.map(({ id }): [Listed, string] => ["role", id]),
  ...(company.people ?? []).map(({ id }): [Listed, string] => ["person", id]),
  ...(company.scope ?? []).filter(({ id }) => !["vpn", "directory"].includes(id)).map(({ id }): [Listed, string] => ["scope", id]),
  ...(company.events ?? []).map(({ id }): [Listed, string] => ["event", id]),
  ...(company.severities ?? []).map(({ id }): [Listed, string] => ["severity", id]),
  ...(company.calendars ?? []).map(({ id }): [Listed, string] => ["calendar", id]),
];

test.each(every)("the %s `%s` goes without a trace, and what is left is a matrix", (kind, id) => {
  expect(told(company, id)).toBeGreaterThan(0);
  const left = gone(kind, id);
  expect(told(left, id)).toBe(0);
  expect(MatrixDocument.safeParse(left).success).toBe(true);
});

test("another role takes the place of one in every row", () => {
  const before = company.activities.flatMap(({ assignments }) => assignments).filter(({ role }) => role === "systems-engineer" || role === "network-engineer").length;
  const left = gone("role", "network-engineer", "systems-engineer");
  expect(told(left, "network-engineer")).toBe(0);
  const after = left.activities.flatMap(({ assignments }) => assignments).filter(({ role }) => role === "systems-engineer").length;
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThanOrEqual(before);
  for (const { assignments } of left.activities) expect(new Set(assignments.map(({ role, letter }) => `${role} ${letter}`)).size).toBe(assignments.length);
});

test("letters leave one by one, so that another's work in the row stands", () => {
  const { edits } = departure(company, "role", "network-engineer");
  expect(edits.some((edit) => edit.do === "unassign")).toBe(true);
  expect(edits.some((edit) => edit.do === "set" && edit.field === "assignments")).toBe(false);
});

test("a right limited to one system goes with it, for without a limit it would hold everywhere", () => {
  const limited: MatrixDocument = { ...company, decisionRights: [{ id: "isolate", verb: "containment.authorise", role: "soc-analyst", scope: ["siem"] }] };
  const { edits, mentions } = departure(limited, "scope", "siem");
  expect(mentions.find(({ kind }) => kind === "decision-right")).toMatchObject({ id: "isolate", goes: true });
  expect(applyEdits(limited, edits).decisionRights).toEqual([]);
});

test("a party takes its roles and people with it, or hands them to another", () => {
  const { mentions } = departure(company, "party", "brightwell");
  expect(mentions.filter(({ kind, goes }) => kind === "role" && goes).length).toBe(company.roles.filter(({ party }) => party === "brightwell").length);
  const moved = gone("party", "brightwell", "alder");
  expect(moved.roles.length).toBe(company.roles.length);
  expect(moved.activities.flatMap(({ assignments }) => assignments).length).toBe(company.activities.flatMap(({ assignments }) => assignments).length);
});

test("a person whose other name goes is not the same human as themselves", () => {
  const [one, two] = company.people ?? [];
  if (!one || !two) throw new Error("the example has people");
  const twice: MatrixDocument = { ...company, people: [{ ...one, sameHumanAs: two.id }, two] };
  expect(applyEdits(twice, departure(twice, "person", two.id, one.id).edits).people?.[0]?.sameHumanAs).toBeUndefined();
});
