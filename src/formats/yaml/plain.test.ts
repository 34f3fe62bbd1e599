import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readPlainYaml } from "./plain.ts";

const answered = (text: string) => {
  const quick = readPlainYaml(text);
  if (quick === undefined) return false;
  expect(quick).toEqual(parse(text));
  return true;
};

describe("the quick YAML reader", () => {
  test.each([
    ["a hand-written matrix", "# who does what\nremit: 1\ntitle: A & B   # ours\nroles:\n  - id: lead\n    name: Security Lead\n  - { id: soc, name: 'It''s \"x\"', party: p }\nactivities:\n- id: a1\n  assignments:\n    - { role: lead, letter: A }\n    - role: soc\n      letter: R\n  controls: [nist-csf-2.0:PR.AA-05, \"x: y\"]\n"],
    ["texts over lines", "note: |\n  one\n    two\n\n  three\nnext: |-\n  end\nlast: x\n"],
    ["numbers, words and nothing", "a: 12\nb: -3\nc: 1.5\nd: true\ne: ~\nf:\ng: 2026-11-21\nh: 1.2.3\ni: '7'\n"],
    ["lists in lists", "a:\n  - - 1\n    - 2\n  -\n    - 3\n"],
    ["words as keys", "columns:\n  Where it applies: HQ\n  \"a: b\": c\n"],
  ])("reads %s as the full parser does", (_, text) => {
    expect(answered(text)).toBe(true);
  });

  test.each([
    ["an anchor", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a repeated key", "a: 1\na: 2\n"],
    ["a folded text", "a: >\n  x\n  y\n"],
    ["a text that goes on in the next line", "a: one\n  two\n"],
    ["a tab", "a:\n\t- 1\n"],
    ["hexadecimal", "a: 0x1F\n"],
    ["a key that would reach the prototype", "__proto__: 1\n"],
    ["a merge key", "<<: 1\n"],
  ])("leaves %s to the full parser", (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  const scalar = fc.oneof(
    fc.constantFrom("A", "R/A", "if affected", "yes", "null", "~", "1.10", "8.1", "- x", "a: b", "a #b", "#x", "'q'", '"q"', "[x]", "{x", "é", "x:", "-5", ".5", "+1", "1e3", "0x1", "", " ", "a\nb", "true", "No", "*x", "&x", "!x", "@x", "%x", "|", ">", "?", "? x", "2026-01-01"),
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, scalar, fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z][a-zA-Z ]{0,8}$/), fc.string({ maxLength: 6 })), tie("value"), { maxKeys: 4 })),
  })).value;

  test("answers as the full parser or not at all, whatever the full writer wrote", () => {
    let answers = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tree, { minKeys: 1, maxKeys: 5 }), fc.boolean(), (value, flow) => {
        if (answered(stringify(value, { lineWidth: 0, ...(flow ? { collectionStyle: "flow" } : {}) }))) answers++;
      }),
      { numRuns: 1500 },
    );
    expect(answers).toBeGreaterThan(100);
  });

  test("answers as the full parser or not at all, on text put together from YAML's own pieces", () => {
    const piece = fc.constantFrom("a", "b", ":", ": ", "- ", "-", "\n", "\n  ", "\n    ", " ", "#", " # c", "'", '"', "[", "]", "{", "}", ", ", "|", "|-\n  x", "1", ".5", "~", "x y", "&", "*a", "\\n", "---\n", "...", "?", ">");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join("");
        const quick = readPlainYaml(text);
        if (quick === undefined) return;
        let full: unknown;
        try {
          full = parse(text);
        } catch (error) {
          throw new Error(`the full parser refuses ${JSON.stringify(text)}: ${String(error)}`);
        }
        expect(quick).toEqual(full);
      }),
      { numRuns: 150000 },
    );
  });
});
