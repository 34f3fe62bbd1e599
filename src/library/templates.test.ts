import { describe, expect, test } from "vitest";
import { vague } from "#core/lint/vague.ts";
import { readDocument } from "#core/model/read.ts";
import { lettersOf } from "./templates/words.ts";
import { template, TEMPLATES } from "./templates.ts";

describe.each(TEMPLATES.map(({ id }) => id))("the template %s", (id) => {
  const document = template(id);
  const rows = document.activities;
  const roles = new Set<string>(document.roles.map((role) => role.id));

  test("reads as a Matrix document", () => {
    const read = readDocument(document);
    expect(read.ok ? [] : read.problems).toEqual([]);
  });

  test("marks every row as not yet adapted and says where it came from", () => {
    expect(rows.filter((row) => !row.notYetAdapted || row.origin !== `template:${id}/${row.id}`)).toEqual([]);
  });

  test("negotiated nothing", () => {
    const targets = rows.flatMap((row) => row.sla ?? []);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => target.negotiated)).toEqual([]);
  });

  test("gives every row one accountable role and a performer", () => {
    for (const { title, assignments } of rows) {
      expect(assignments.filter((a) => a.letter === "A"), title).toHaveLength(1);
      expect(assignments.some((a) => a.letter === "R"), title).toBe(true);
    }
  });

  test("names only roles, areas, stages and calendars it has", () => {
    const keys = JSON.stringify(document).match(/"[civp]\.[a-z]+"/g) ?? [];
    expect(keys).toEqual([]);
    const lists = { area: document.areas ?? [], stage: document.stages ?? [] };
    for (const row of rows) {
      for (const { role } of row.assignments) expect(roles, row.title).toContain(role);
      for (const kind of ["area", "stage"] as const) if (row[kind]) expect(lists[kind].map((item) => item.id)).toContain(row[kind]);
      for (const sla of row.sla ?? []) expect(document.calendars?.map((calendar) => calendar.id)).toContain(sla.calendar);
    }
  });

  test("says what each side does where both perform", () => {
    const sideOf = (role: string) => document.roles.find((known) => known.id === role)?.party === "client";
    for (const row of rows) {
      const performers = row.assignments.filter((a) => a.letter === "R" && !a.alternative).map((a) => sideOf(a.role));
      if (new Set(performers).size === 2) expect(row.split?.parts, row.title).toHaveLength(2);
    }
  });

  test("has no vague role, and no role that stands nowhere", () => {
    expect(document.roles.filter((role) => vague(role.name)).map((role) => role.name)).toEqual([]);
    const { roles: _, ...rest } = document;
    const used = JSON.stringify(rest);
    expect(document.roles.filter((role) => !used.includes(`"${role.id}"`)).map((role) => role.name)).toEqual([]);
  });

  test("keeps its placeholders until names are given", () => {
    expect(document.parties.slice(0, 2).map((party) => party.name)).toEqual(["Your company", "Your provider"]);
    const named = template(id, { client: "Alder", provider: "Brightwell", title: "Who does what" });
    expect([named.title, ...named.parties.slice(0, 2).map((party) => party.name)]).toEqual(["Who does what", "Alder", "Brightwell"]);
  });
});

test("the delivery template has the ten stages in order, and a row in each", () => {
  const { stages = [], activities } = template("delivery");
  expect(stages.map((stage) => stage.id)).toEqual(["requirements", "specification", "procurement", "delivery", "acceptance", "installation", "configuration", "security-check", "commissioning", "service"]);
  expect(stages.filter((stage) => !activities.some((row) => row.stage === stage.id))).toEqual([]);
});

test("the incident authority map has six stages of four statements", () => {
  const { areas = [], activities } = template("incident-authority");
  expect(areas.map((area) => activities.filter((row) => row.area === area.id).length)).toEqual([4, 4, 4, 4, 4, 4]);
});

test("every co-managed area has a primary and a secondary owner, who are two roles", () => {
  const { areas = [] } = template("co-managed");
  expect(areas).toHaveLength(6);
  expect(areas.filter((area) => !area.primary || !area.secondary || area.primary === area.secondary)).toEqual([]);
});

test("performers between whom the adapter must choose are marked as alternatives", () => {
  expect(lettersOf("R? c.it; R? p.desk; A c.app; I c.users, c.comp if needed")).toEqual([
    { role: "c.it", letter: "R", alternative: true },
    { role: "p.desk", letter: "R", alternative: true },
    { role: "c.app", letter: "A" },
    { role: "c.users", letter: "I" },
    { role: "c.comp", letter: "I", condition: "if needed" },
  ]);
});

test("an unknown template is refused with the list of those there are", () => {
  expect(() => template("raci")).toThrow("there is no template `raci`; there are `security-outsourcing`");
});
