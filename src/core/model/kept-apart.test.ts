import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawn } from "../lint/sketch.ts";
import type { MatrixDocument } from "./document.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { itemsOf, withItems } from "./items.ts";
import { keepApart } from "./kept-apart.ts";

const people = { ...drawn({ rows: [{ title: "Patch", cells: { "Engineer (provider)": "R A" } }] }), people: [{ id: "ana", name: "Ana", party: "provider" }] } as unknown as MatrixDocument;
const contact = (id: string, more: object = {}) => ({ id, person: "ana", kind: "voice", value: `+1 555 ${id}`, ...more });
const bare = (document: MatrixDocument): MatrixDocument =>
  withItems(document, "contact", itemsOf(document, "contact").map(({ value, ...rest }) => (rest["private"] === true ? rest : { ...rest, value })));
const set = (id: string, field: string, value: unknown): Edit => ({ do: "set", at: { kind: "contact", id }, field, value });

describe("what only one side may see", () => {
  test("is in no edit, and beside them with the party of the person", () => {
    const { edits, values } = keepApart(people, [{ do: "add", kind: "contact", item: contact("c", { private: true }) }]);
    expect(JSON.stringify(edits)).not.toContain("555");
    expect(values).toEqual([{ contact: "c", party: "provider", value: "+1 555 c", whose: expect.any(String) }]);
  });

  test("leaves the draft when somebody hides what everybody saw, and comes back when they show it", () => {
    const seen = applyEdits(people, [{ do: "add", kind: "contact", item: contact("c") }]);
    const hiding = keepApart(seen, [set("c", "private", true)]);
    expect(hiding.values).toMatchObject([{ contact: "c", value: "+1 555 c" }]);
    const hid = applyEdits(seen, hiding.edits);
    expect(JSON.stringify(hid)).not.toContain("555");
    const showing = keepApart(hid, [set("c", "private", null), set("c", "value", "+1 555 c")]);
    expect(showing.values).toEqual([]);
    expect(itemsOf(applyEdits(hid, showing.edits), "contact")).toMatchObject([{ value: "+1 555 c" }]);
  });

  test("comes out of a whole document that is put in", () => {
    const { edits, values } = keepApart(people, [{ do: "replace", document: withItems(people, "contact", [contact("a"), contact("b", { private: true })]) }]);
    expect(values).toHaveLength(1);
    expect(JSON.stringify(edits)).toContain("+1 555 a");
    expect(JSON.stringify(edits)).not.toContain("+1 555 b");
  });

  test("makes no other difference: the edits lead to the same document without it", () => {
    const ids = fc.constantFrom("c1", "c2", "c3");
    const one = fc.oneof(
      ids.map((id): Edit => set(id, "private", true)),
      ids.map((id): Edit => set(id, "private", null)),
      fc.tuple(ids, fc.constantFrom("+44 1", "+44 2")).map(([id, value]): Edit => set(id, "value", value)),
      ids.map((id): Edit => set(id, "kind", "sms")),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (edits) => {
        const full = applyEdits(people, ["c1", "c2", "c3"].map((id, i): Edit => ({ do: "add", kind: "contact", item: contact(id, i === 1 ? { private: true } : {}) })));
        const apart = keepApart(bare(full), edits);
        const seen = applyEdits(bare(full), apart.edits);
        expect(bare(seen)).toEqual(seen);
        const whole = applyEdits(full, edits);
        // A value shown again without being said lies apart, and the draft would not take it.
        const said = (document: MatrixDocument) => itemsOf(document, "contact").map(({ value, ...rest }) => (value === undefined || rest["private"] === true ? JSON.parse(JSON.stringify(rest)) as object : { ...rest, value }));
        const shownAgain = itemsOf(whole, "contact").filter(({ id, value }) => value !== undefined && itemsOf(seen, "contact").find((each) => each.id === id)?.["value"] === undefined).map(({ id }) => id);
        expect(said(seen).filter((each) => !shownAgain.includes((each as { id: string }).id))).toEqual(said(whole).filter((each) => !shownAgain.includes((each as { id: string }).id)));
        for (const { contact: id, value } of apart.values) expect(itemsOf(whole, "contact").find((each) => each.id === id)).toMatchObject({ private: true, value });
      }),
    );
  });
});
