import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shell } from "./command.ts";

const { folder, remit } = shell();
cpSync("examples/alder-foods.remit.yaml", join(folder, "old.remit.yaml"));
const changed = [
  ["- { role: plant-systems-owner, letter: A }\n      - { role: security-lead, letter: C }", "- { role: security-lead, letter: A }"],
  ["    secondary: security-lead\n    result: Each request", "    result: Each request"],
  ["measure: respond, target: PT4H, calendar: brightwell-desk", "measure: respond, target: PT8H, calendar: brightwell-desk"],
  ["title: Create user accounts", "title: Set up accounts for joiners"],
  ["  - { id: declare-at-night, verb: incident.declare, role: incident-lead }\n", ""],
].reduce((text, [from = "", to = ""]) => {
  expect(text).toContain(from);
  return text.replace(from, to);
}, readFileSync(join(folder, "old.remit.yaml"), "utf8"));
writeFileSync(join(folder, "new.remit.yaml"), changed);

const WHOLE = `old.remit.yaml -> new.remit.yaml
3 rows changed (1 renamed)

Authority moved (2)
  \`Approve access requests to business systems\`: Alder Foods' Plant Systems Owner no longer owns the result; Alder Foods' Security Lead does
  Brightwell IT's Incident Lead may no longer declare the incident

Backup lost (1)
  \`Approve access requests to business systems\`: Alder Foods' Security Lead is no longer the backup, and nobody else is

Deadlines loosened (1)
  \`Remove accounts of leavers\`: the time to respond is \`8 h\`, longer than \`4 h\`

Duties given or taken (1)
  \`Approve access requests to business systems\`: Alder Foods' Security Lead is no longer asked before it is done, and nobody else is

Wording and order (1)
  \`Create user accounts\` is now called \`Set up accounts for joiners\`
`;

test("two matrices are compared in sentences, the riskiest change first; it leaves with 1 where something differs", () => {
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml")).toMatchObject({ code: 1, out: WHOLE, err: "" });
  expect(remit("diff", "old.remit.yaml", "old.remit.yaml")).toMatchObject({ code: 0, out: "old.remit.yaml -> old.remit.yaml\nnothing differs\n" });
});

test("what changed for one of them is told to them, by name or id", () => {
  const lead = remit("diff", "old.remit.yaml", "new.remit.yaml", "--for", "security lead");
  expect(lead.out).toContain("No longer\n  you are no longer the backup for `Approve access requests to business systems`");
  expect(lead.out).toContain("Now\n  you now own the result of `Approve access requests to business systems`");
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml", "--for", "role:security-lead").out).toBe(lead.out);
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml", "--for", "Brightwell IT").out).toContain("you (Incident Lead) may no longer declare the incident");
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml", "--for", "Nadia Osei").out).toContain("you now own the result of");
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml", "--for", "lead")).toMatchObject({ code: 2, err: expect.stringContaining("`security-lead`") });
});

test("as JSON and as Markdown, into a file too", () => {
  const json = JSON.parse(remit("diff", "old.remit.yaml", "new.remit.yaml", "--format", "json").out) as { same: boolean; rows: object; changes: { risk: string }[]; lists: { kind: string; changed: { id: string; recognised: string; fields: { field: string; cells?: object[] }[] }[]; removed: { id: string }[] }[] };
  expect(json).toMatchObject({ same: false, rows: { changed: 3, renamed: 1 } });
  expect(json.changes.map(({ risk }) => risk)).toEqual(["authority", "authority", "backup", "deadline", "duty", "words"]);
  expect(json.lists.find(({ kind }) => kind === "activity")?.changed[0]).toMatchObject({ id: "approve-access", recognised: "id", fields: [{ field: "assignments", cells: [{ role: "plant-systems-owner", before: [{ letter: "A" }], after: [] }, { role: "security-lead", before: [{ letter: "C" }], after: [{ letter: "A" }] }] }, { field: "secondary" }] });
  expect(json.lists.find(({ kind }) => kind === "decision-right")?.removed.map(({ id }) => id)).toEqual(["declare-at-night"]);
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml", "--format", "md", "-o", "diff.md").code).toBe(1);
  expect(readFileSync(join(folder, "diff.md"), "utf8")).toContain("## Authority moved (2)\n\n- `Approve access requests to business systems`: Alder Foods' Plant Systems Owner no longer owns the result; Alder Foods' Security Lead does\n");
});

test("a sheet beside its matrix speaks of what a sheet can say, whichever of the two it is", () => {
  for (const ending of ["csv", "xlsx"]) {
    remit("export", "new.remit.yaml", "--to", ending, "-o", `new.${ending}`);
    expect(remit("diff", "new.remit.yaml", `new.${ending}`)).toMatchObject({ code: 0 });
    expect(remit("diff", `new.${ending}`, "new.remit.yaml")).toMatchObject({ code: 0 });
  }
  const sheet = remit("diff", "old.remit.yaml", "new.csv");
  expect(sheet).toMatchObject({ code: 1, err: expect.stringContaining("what a sheet cannot say is taken as it stands there") });
  expect(sheet.out).toContain("Plant Systems Owner no longer owns the result; Alder Foods' Security Lead does");
  expect(sheet.out).not.toContain("declare the incident");
  expect(remit("diff", "new.csv", "new.xlsx").code).toBe(1);
});

test("what cannot be compared is said, and leaves with 2", () => {
  expect(remit("diff", "old.remit.yaml", "none.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("`none.yaml`") });
  expect(remit("diff", "old.remit.yaml")).toMatchObject({ code: 2 });
  expect(remit("diff", "-", "-")).toMatchObject({ code: 2, err: expect.stringContaining("standard input") });
  expect(remit("diff", "old.remit.yaml", "new.remit.yaml", "--format", "xml")).toMatchObject({ code: 2, err: expect.stringContaining("text, json, md") });
});
