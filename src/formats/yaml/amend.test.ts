import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type Edit } from "#core/model/edit.ts";
import { amendText } from "./amend.ts";
import { readYaml } from "./read.ts";

const TEXT = `# ours
remit: 1
title:   "A with B"


parties: [{id: a, name: A, kind: client},   {id: b, name: B, kind: provider}]
people:
- {id: ana,  name: Ana, party: b, dutyHours: [{days: [mon, tue], from: "08:00", until: "18:00"}]}   # nights later
- id: ben
  name: "Ben"
  party: b
roles:
    - {id: soc, name: SOC, party: b, holders: [ana,
        ben]}

    # theirs
    - {id: lead, name: Lead, party: a}
activities:
- {id: a1, title: Isolate, assignments: [{role: soc, letter: R}]}
`;
const documentOf = (text: string) => {
  const read = readYaml(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.document;
};
const amended = (text: string, ...edits: Edit[]): string => amendText(text, applyEdits(documentOf(text), edits));
const rotation = { do: "add", kind: "rotation", item: { id: "duty", name: "Duty", role: "soc", timeZone: "UTC", layers: [{ people: ["ana", "ben"], from: "2026-01-05T08:00", turn: "P1W" }] } } as const;

test("what is added is all that changes in a hand-written file, and has the brackets of the file", () => {
  const [before, after] = [TEXT.split("\n"), amended(TEXT, rotation).split("\n")];
  expect(before.filter((line) => !after.includes(line))).toEqual([]);
  expect(after.filter((line) => !before.includes(line))).toEqual(["rotations:", "  - id: duty", "    name: Duty", "    role: soc", "    timeZone: UTC", "    layers:", "      - people: [ana, ben]", "        from: 2026-01-05T08:00", "        turn: P1W"]);
  expect(after).toHaveLength(before.length + 9);
});

test("without a change the text is the same to the letter, with the line ends of Windows too", () => {
  for (const text of [TEXT, TEXT.replace(/\n/g, "\r\n"), TEXT.replace(/\[/g, "[ ")]) expect(amended(text)).toBe(text);
  expect(amended(TEXT.replace(/\n/g, "\r\n"), rotation).replace(/\r\n/g, "")).not.toContain("\n");
});

test("a line that changes is written anew, its neighbours are not", () => {
  const after = amended(TEXT, { do: "set", at: { kind: "person", id: "ana" }, field: "name", value: "Ana [Z] { }" }).split("\n");
  const before = TEXT.split("\n");
  expect(after.flatMap((line, i) => (line === before[i] ? [] : [i]))).toEqual([7]);
  expect(after[7]).toContain("# nights later");
  const more = amended(TEXT, { do: "add", kind: "role", item: { id: "cto", name: "CTO", party: "a" }, before: "lead" }, { do: "add", kind: "person", item: { id: "cleo", name: "Cleo", party: "b" } }).split("\n");
  expect(more.filter((line) => !before.includes(line))).toEqual(["- {id: cleo, name: Cleo, party: b}", "    - {id: cto, name: CTO, party: a}"]);
});

test("JSON stays JSON", () => {
  expect(JSON.parse(amended(JSON.stringify(documentOf(TEXT)), rotation))).toMatchObject({ rotations: [{ id: "duty" }] });
});

test("whatever is changed, the file says exactly that afterwards", () => {
  const name = fc.string({ minLength: 1, maxLength: 12 }).map((words) => words.replace(/\p{C}/gu, " "));
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ id: fc.constantFrom("ana", "ben"), name }).map(({ id, name: value }): Edit => ({ do: "set", at: { kind: "person", id }, field: "name", value })),
    name.map((title): Edit => ({ do: "set", at: { kind: "activity", id: "a1" }, field: "title", value: title })),
    fc.record({ role: fc.constantFrom("soc", "lead"), letter: fc.constantFrom("R" as const, "A" as const, "C" as const) }).map(({ role, letter }): Edit => ({ do: "assign", activity: "a1", role, letter })),
    fc.constant<Edit>({ do: "set", at: { kind: "role", id: "soc" }, field: "holders", value: ["ben"] }),
    fc.constant<Edit>({ do: "set", at: { kind: "person", id: "ana" }, field: "dutyHours", value: null }),
    fc.constant<Edit>({ do: "set-matrix", field: "title", value: "[ x ]" }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), fc.boolean(), (edits, windows) => {
      const text = windows ? TEXT.replace(/\n/g, "\r\n") : TEXT;
      const wanted = applyEdits(documentOf(text), edits);
      const read = readYaml(amendText(text, wanted));
      // A title of spaces alone is no title, however it is written.
      if (read.ok) expect(read.document).toEqual(wanted);
      else expect(edits.some((one) => one.do === "set" && String(one.value).trim() === "")).toBe(true);
    }),
    { seed: 11, numRuns: 400 },
  );
});
