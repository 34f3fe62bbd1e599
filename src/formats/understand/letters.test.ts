import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARK, readLetters } from "./letters.ts";

const said = (text: string) => {
  const reading = readLetters(text);
  return reading.kind === "codes" ? reading.codes.map(({ code, condition, doubted }) => `${code}${doubted ? "?" : ""}${condition === undefined ? "" : ` (${condition})`}`).join(" + ") : reading.kind;
};

describe("the letters in a cell", () => {
  it.each([
    ["A", "A"], ["a", "A"], ["R/A", "R + A"], ["RA", "R + A"], ["RR", "R"], ["aa", "A"], ["R, A", "R + A"], ["A+R", "A + R"], ["R\nI", "R + I"], ["ARCI", "A + R + C + I"],
    ["A & R (Config, Ops)", "A (Config, Ops) + R (Config, Ops)"],
    ["C (Sev 1-2 alerts only)", "C (Sev 1-2 alerts only)"],
    ["R (night logs) & C (reviews rules & alerts)", "R (night logs) + C (reviews rules & alerts)"],
    ["R (day), S (night)", "R (day) + S (night)"],
    ["C if affected", "C (if affected)"], ["I: Sev 1", "I (Sev 1)"], ["R - servers only", "R (servers only)"], ["A only for production, R", "A (only for production) + R"],
    ["R*", "R (see note *)"], ["C1", "C (see note 1)"],
    ["Responsible", "R"], ["Accountable / Responsible", "A + R"], ["Consulted (Legal)", "C (Legal)"], ["Approves", "Approve"],
    ["p/S", "P + S"], ["V", "V"], ["D/A", "D + A"], ["✓", MARK], ["x", MARK], ["Ｒ", "R"],
    ["-", "nothing"], ["–", "nothing"], ["N/A", "nothing"], ["n.a.", "nothing"], ["---", "nothing"], ["", "nothing"],
    ["TBD", "undecided"], ["tbc", "undecided"], ["?", "undecided"], ["??", "undecided"], ["to be decided", "undecided"], ["TBD (ask Bob)", "undecided"], ["Not yet agreed", "undecided"],
    ["R?", "R?"], ["A?/C", "A? + C"], ["R, A?", "R + A?"], ["R? (day)", "R? (day)"],
    ["A new process", "unread"], ["I agree", "unread"], ["AC-2(a)", "unread"], ["AI governance", "unread"], ["is", "I + S"], ["Security lead", "unread"], ["42", "unread"],
  ])("%j is read as %s", (text, expected) => expect(said(text)).toBe(expected));

  it("no text is lost: what is not a letter, a separator or a bracket stands in a condition, or the cell is unread", () => {
    const bits = fc.constantFrom("R", "A", "C", "I", "S", "RA", "p", "(", ")", "[", "]", " ", ", ", "/", " & ", " and ", ";", "\n", "Sev 1", "if affected", "only", "X", "*", "1", "-", "é", "Responsible", ":", "?");
    const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/responsible/g, "r").replace(/\b(?:and|und|et|see note)\b/g, "").replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(fc.oneof(fc.array(bits, { maxLength: 12 }).map((parts) => parts.join("")), fc.string({ maxLength: 40, unit: "binary" })), (text) => {
        const reading = readLetters(text);
        if (reading.kind !== "codes" || reading.codes.some((one) => one.code === MARK)) return;
        const kept = reading.codes.map(({ code, condition = "" }) => code + condition).join("");
        for (const letter of plain(text)) expect(plain(kept)).toContain(letter);
      }),
      { numRuns: 1_000 },
    );
  });
});
