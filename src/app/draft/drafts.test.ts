import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { drawn } from "#core/lint/sketch.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits, EditRefused, type Edit } from "#core/model/edit.ts";
import { readDraft } from "#db/draft.ts";
import { foundWorkspace } from "../workspace/found.ts";
import { assembled } from "./assemble.ts";
import { Drafts } from "./drafts.ts";
import { Refused } from "../refusal.ts";

const at = testDatabase();
const document = drawn({
  rows: [
    { title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } },
    { title: "Patch servers", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    { title: "Review rules", cells: { "Security Lead (client)": "R A" } },
  ],
});
const [first, second, third] = document.activities.map(({ id }) => id as string) as [string, string, string];
const title = (id: string, value: string): Edit => ({ do: "set", at: { kind: "activity", id }, field: "title", value });

async function workspace(start: MatrixDocument = document) {
  const drafts = new Drafts(at.db);
  const ana = await at.person("Ana");
  const here = await foundWorkspace(at.db, drafts, ana, "Northwind", { from: "document", document: start });
  const bob = await at.person("Bob");
  await at.asOwner("insert into remit.member (workspace_id, account_id, role) values ($1, $2, 'editor')", [here, bob]);
  const stored = async () => assembled((await readDraft(at.db, ana, here)) ?? { revision: 0, matrix: { body: {}, was: 0 }, items: [] });
  const edit = (who: string, edits: readonly Edit[], base?: number) => drafts.edit(who, here, { id: randomUUID(), base: base ?? 1_000_000, edits, what: "an edit" });
  return { drafts, ana, bob, here, stored, edit };
}
const refusal = (work: Promise<unknown>) => work.then(() => undefined, (thrown: unknown) => (thrown instanceof Refused ? thrown.refusal : Promise.reject(thrown)));

describe("a draft", () => {
  test("in the database is the draft in memory, after any edits", async () => {
    const { drafts, ana, here, stored, edit } = await workspace();
    const one: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ do: fc.constant("assign" as const), activity: fc.constantFrom(first, second, "n1"), role: fc.constantFrom(...document.roles.map(({ id }) => id as string)), letter: fc.constantFrom("R", "A", "C") }),
      fc.tuple(fc.constantFrom(first, second, third), fc.constantFrom("Patch", "Isolate")).map(([id, words]) => title(id, words)),
      fc.record({ do: fc.constant("add" as const), kind: fc.constant("activity" as const), item: fc.constantFrom("n1", "n2", "n3").map((id) => ({ id, title: id, assignments: [] })), before: fc.constantFrom(first, second, "n1") }),
      fc.record({ do: fc.constant("remove" as const), kind: fc.constant("activity" as const), id: fc.constantFrom("n1", "n2", third) }),
      fc.record({ do: fc.constant("move" as const), kind: fc.constant("activity" as const), id: fc.constantFrom(first, third, "n2"), before: fc.constantFrom(second, "n1", first) }),
      fc.record({ do: fc.constant("set-matrix" as const), field: fc.constant("about"), value: fc.constantFrom("x", "y", null) }),
    );
    let twin = (await drafts.read(ana, here)).document;
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), async (edits) => {
        let expected: MatrixDocument | undefined;
        try {
          expected = applyEdits(twin, edits);
        } catch (thrown) {
          if (!(thrown instanceof EditRefused)) throw thrown;
        }
        if (!expected) return void expect(await refusal(edit(ana, edits))).toMatchObject({ code: "unfit" });
        await edit(ana, edits);
        twin = expected;
        expect((await drafts.read(ana, here)).document).toEqual(twin);
        expect((await stored()).document).toEqual(twin);
      }),
      { numRuns: 60 },
    );
  });

  test("keeps every one of a hundred edits made at once by two servers", async () => {
    const { drafts, ana, bob, here, stored } = await workspace();
    const other = new Drafts(at.db);
    const rows = Array.from({ length: 100 }, (_, i) => `row-${i}`);
    await Promise.all(rows.map((id, i) => (i % 2 ? drafts : other).edit(i % 2 ? ana : bob, here, { id: randomUUID(), base: 1, edits: [{ do: "add", kind: "activity", item: { id, title: id, assignments: [] } }], what: id })));
    const now = await stored();
    expect(now.document.activities.filter(({ id }) => rows.includes(id)).length).toBe(100);
    expect(now.revision).toBe(101);
  });

  test("answers an edit sent again with its first answer, though it would not fit any more", async () => {
    const { drafts, ana, here } = await workspace();
    const again = { id: randomUUID(), base: 1, what: "add", edits: [{ do: "add", kind: "activity", item: { id: "n1", title: "New", assignments: [] } }] } as const;
    const first = await drafts.edit(ana, here, again);
    expect(await drafts.edit(ana, here, again)).toMatchObject({ revision: first.revision });
  });

  test("refuses what would be no matrix, and nothing changes", async () => {
    const { drafts, ana, here, edit } = await workspace();
    const before = await drafts.read(ana, here);
    expect(await refusal(edit(ana, [title(first, "")]))).toMatchObject({ code: "unfit", problems: [{ message: "this text must not be empty" }] });
    expect(await refusal(edit(ana, [{ do: "set", at: { kind: "activity", id: first }, field: "colour", value: "red" }]))).toMatchObject({ code: "unfit", problems: [{ message: "unknown field `colour`" }] });
    expect(await refusal(edit(ana, [{ do: "set-matrix", field: "activities", value: [] }]))).toMatchObject({ code: "unfit" });
    expect(await refusal(edit(ana, [{ do: "set-matrix", field: "title", value: null }]))).toMatchObject({ code: "unfit" });
    expect((await drafts.read(ana, here)).bytes).toEqual(before.bytes);
  });
});

describe("one editor with two windows open", () => {
  const [here1, here2] = [randomUUID(), randomUUID()];

  test("is told when the other window changed the same thing first, and nothing is overwritten", async () => {
    const { drafts, ana, here } = await workspace();
    const seen = (await drafts.read(ana, here)).revision;
    const typed = (page: string, edits: readonly Edit[]) => drafts.edit(ana, here, { id: randomUUID(), base: seen, page, edits, what: "rename" });
    await typed(here1, [title(first, "From one")]);
    expect(await refusal(typed(here2, [title(first, "From two")]))).toMatchObject({ code: "clash", theirs: { own: true, what: "rename" } });
    await typed(here2, [title(second, "Another row")]);
    const { activities } = (await drafts.read(ana, here)).document;
    expect(activities.map((one) => one.title).slice(0, 2)).toEqual(["From one", "Another row"]);
  });

  test("may go on typing in one window before the first answer is back, and take back there", async () => {
    const { drafts, ana, here } = await workspace();
    const seen = (await drafts.read(ana, here)).revision;
    for (const words of ["I", "Is", "Iso"]) await drafts.edit(ana, here, { id: randomUUID(), base: seen, page: here1, edits: [title(first, words)], what: words });
    await drafts.undo(ana, here, randomUUID(), here1);
    await drafts.edit(ana, here, { id: randomUUID(), base: seen, page: here1, edits: [title(first, "Isolate")], what: "Isolate" });
    expect((await drafts.read(ana, here)).document.activities[0]?.title).toBe("Isolate");
  });

  test("is told of a clash however long ago it read", async () => {
    const { drafts, ana, bob, here, edit } = await workspace();
    const seen = (await drafts.read(ana, here)).revision;
    await edit(bob, [title(first, "Bob's")]);
    for (let i = 0; i < 520; i++) await edit(bob, [title(second, `again ${i}`)]);
    expect(await refusal(edit(ana, [title(first, "Ana's")], seen))).toMatchObject({ code: "clash", theirs: { own: false } });
  });
});

test("an edit based on something ancient is asked to read again, and changes nothing", async () => {
  const { ana, here } = await workspace();
  await at.asOwner("update remit.workspace set revision = 30000 where workspace_id = $1", [here]);
  const fresh = new Drafts(at.db);
  const edit = (base: number) => fresh.edit(ana, here, { id: randomUUID(), base, edits: [title(first, "Old")], what: "an edit" });
  expect(await refusal(edit(9_999))).toEqual({ code: "too-old", revision: 30_000 });
  expect(await edit(10_000)).toMatchObject({ revision: 30_001 });
});

describe("two editors", () => {
  test("of different cells of one row both stand", async () => {
    const { drafts, ana, bob, here, edit } = await workspace();
    const seen = (await drafts.read(ana, here)).revision;
    await edit(ana, [{ do: "assign", activity: first, role: document.roles[0]?.id ?? "", letter: "C" }], seen);
    await edit(bob, [{ do: "assign", activity: first, role: document.roles[1]?.id ?? "", letter: "I" }], seen);
    const row = (await drafts.read(ana, here)).document.activities.find(({ id }) => id === first);
    expect(row?.assignments.map(({ letter }) => letter).sort().join("")).toBe("ACIR");
  });

  test("of the same cell are both told, and the later one wrote nothing", async () => {
    const { drafts, ana, bob, here, edit } = await workspace();
    const seen = (await drafts.read(ana, here)).revision;
    await edit(ana, [title(first, "Ana's words")], seen);
    expect(await refusal(edit(bob, [title(first, "Bob's words")], seen))).toMatchObject({ code: "clash", theirs: { actor: ana, what: "an edit" } });
    expect((await drafts.read(bob, here)).document.activities[0]?.title).toBe("Ana's words");
    await edit(bob, [title(first, "Bob's words")], seen + 1);
  });
});

describe("undo", () => {
  test("takes back one's own edits one by one and makes them again", async () => {
    const { drafts, ana, here, edit } = await workspace();
    const titleNow = async () => (await drafts.read(ana, here)).document.activities[0]?.title;
    for (const words of ["one", "two", "three"]) await edit(ana, [title(first, words)]);
    await drafts.undo(ana, here, randomUUID());
    expect(await titleNow()).toBe("two");
    await drafts.undo(ana, here, randomUUID());
    expect(await titleNow()).toBe("one");
    await drafts.redo(ana, here, randomUUID());
    expect(await titleNow()).toBe("two");
    await drafts.redo(ana, here, randomUUID());
    expect(await titleNow()).toBe("three");
    expect(await refusal(drafts.redo(ana, here, randomUUID()))).toMatchObject({ code: "nothing-to-undo" });
    await drafts.undo(ana, here, randomUUID());
    await edit(ana, [title(first, "other")]);
    expect(await refusal(drafts.redo(ana, here, randomUUID()))).toMatchObject({ code: "nothing-to-undo" });
    await drafts.undo(ana, here, randomUUID());
    await drafts.undo(ana, here, randomUUID());
    expect(await titleNow()).toBe("one");
  });

  test("of the same command twice is made once", async () => {
    const { drafts, ana, here, edit } = await workspace();
    await edit(ana, [title(first, "one")]);
    const id = randomUUID();
    const [a, b] = [await drafts.undo(ana, here, id), await drafts.undo(ana, here, id)];
    expect(b.revision).toBe(a.revision);
  });

  test("leaves alone what somebody else wrote over it", async () => {
    const { drafts, ana, bob, here, edit } = await workspace();
    await edit(ana, [title(first, "Ana's words")]);
    await edit(bob, [title(first, "Bob's words")]);
    expect(await refusal(drafts.undo(ana, here, randomUUID()))).toMatchObject({ code: "clash" });
  });

  test("of a whole import brings the old matrix back", async () => {
    const { drafts, ana, here, edit } = await workspace();
    const before = (await drafts.read(ana, here)).document;
    await edit(ana, [{ do: "replace", document: drawn({ rows: [{ title: "Other", cells: {} }] }) }]);
    await drafts.undo(ana, here, randomUUID());
    expect((await drafts.read(ana, here)).document).toEqual(before);
  });
});

test("a document that is brought in with private numbers keeps them apart, each for the party of its person", async () => {
  const side = document.parties.find(({ kind }) => kind === "provider")?.id ?? "";
  const { ana, here, stored } = await workspace({
    ...document,
    people: [{ id: "pia", name: "Pia", party: side }],
    directory: { contacts: [{ id: "night", person: "pia", kind: "voice", value: "+1 555 0177", private: true }] },
  } as unknown as MatrixDocument);
  expect(JSON.stringify((await stored()).document)).not.toContain("0177");
  expect(await at.asOwner("select party, value from remit.private_contact where workspace_id = $1", [here])).toEqual([{ party: side, value: "+1 555 0177" }]);
  expect(JSON.stringify(await at.asOwner("select edits, undo from remit.edit_log where workspace_id = $1", [here]))).not.toContain("0177");
  expect(ana).not.toBe("");
});
