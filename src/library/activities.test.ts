import { expect, test } from "vitest";
import { vague } from "#core/lint/vague.ts";
import { Activity } from "#core/model/activity.ts";
import { ACTIVITIES } from "./activities.ts";
import { libraryRole, ROLES, type RoleKey } from "./roles.ts";

const clientSide = (key: RoleKey) => libraryRole(key).side === "client";
const titlesOf = (rows: readonly { readonly title: string }[]) => rows.map((row) => row.title);

test("no two activities have one id or one title", () => {
  expect(new Set(ACTIVITIES.map((a) => a.id)).size).toBe(ACTIVITIES.length);
  expect(new Set(titlesOf(ACTIVITIES)).size).toBe(ACTIVITIES.length);
});

test("every activity has a performer and nobody twice", () => {
  for (const { id, responsible, consulted, informed } of ACTIVITIES) {
    const asked = [...responsible, ...consulted, ...informed];
    expect(responsible.length, id).toBeGreaterThan(0);
    expect(new Set(asked).size, id).toBe(asked.length);
  }
});

test("an activity says the split exactly where both sides perform", () => {
  const both = ACTIVITIES.filter((a) => a.responsible.some(clientSide) && !a.responsible.every(clientSide));
  expect(titlesOf(ACTIVITIES.filter((a) => a.split))).toEqual(titlesOf(both));
  expect(titlesOf(both.filter((a) => a.split?.validator === undefined))).toEqual([]);
});

test("the provider is accountable only for duties that are its own", () => {
  const outside = ACTIVITIES.filter((a) => !clientSide(a.accountable)).map((a) => a.id);
  expect(outside).toEqual(["INC-10", "CMP-05", "CMP-10", "SRV-01", "SRV-03"]);
});

test("no role of the library has a vague name, and no name stands for two posts of one side", () => {
  expect(ROLES.filter((role) => vague(role.name)).map((role) => role.name)).toEqual([]);
  const names = ROLES.flatMap((role) => [role.name, ...role.also].map((name) => `${role.side} ${name.toLowerCase()}`));
  expect(new Set(names).size).toBe(names.length);
});

test("rhythm and controls are written as the document writes them", () => {
  for (const { id, title, cadence, controls } of ACTIVITIES)
    expect(Activity.safeParse({ id, title, assignments: [], cadence, controls: [...controls] }).success, id).toBe(true);
});

test("only support work without a control in any framework goes unmapped", () => {
  expect(ACTIVITIES.filter((a) => a.controls.length === 0).map((a) => a.id)).toEqual(["SRV-01", "SRV-03", "SRV-05"]);
});
