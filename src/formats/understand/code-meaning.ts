import type { Ask } from "./ask.ts";
import type { Meaning } from "./legend.ts";
import { MARK } from "./letters.ts";

export const LETTER_OPTIONS: readonly { readonly value: Meaning; readonly label: string }[] = [
  { value: "R", label: "Responsible" }, { value: "A", label: "Accountable" }, { value: "C", label: "Consulted" }, { value: "I", label: "Informed" },
  { value: "S", label: "Support" }, { value: "approver", label: "Approver, beside the letters" }, { value: "secondary", label: "Secondary owner" },
  { value: "open", label: "still to be decided" }, { value: "leave-out", label: "leave out" },
];

/** What the field usually means by a written-out word; still asked about. */
const USUAL: Readonly<Record<string, Meaning>> = { Approve: "A", Lead: "R", Perform: "R", Assist: "S", Review: "C", Notify: "I", Verify: "C", Own: "A" };

/**
 * What a code of a cell comes to. The four letters speak for themselves unless the sheet's own legend
 * says otherwise; everything else is a question, once per code and sheet.
 * @param seen the cell as it stands, for the question to show a mark.
 * @returns undefined while nobody has said what the code means.
 */
export function codeMeaning(code: string, sheet: string, legend: ReadonlyMap<string, Meaning>, ask: Ask, place: string, seen: string): Meaning | undefined {
  if (code === MARK)
    return ask({ id: `marks:${sheet}`, sheet, text: (signs) => `what does ${signs} under a role mean?`, sign: seen.trim(), options: LETTER_OPTIONS, otherwise: legend.get("X") ?? legend.get("✓") ?? "R" }, place) as Meaning;
  const explained = legend.get(code);
  if ("RACI".includes(code) && (explained === undefined || explained === code || (code === "A" && explained === "approver"))) return code as Meaning;
  const id = `letter:${sheet}:${code}`;
  const otherwise = explained ?? (code === "S" ? "S" : USUAL[code]) ?? "leave-out";
  const text = explained ? `the sheet's legend explains \`${code}\`: is that what it means here?` : `what does \`${code}\` mean on this sheet?`;
  const answer = ask({ id, sheet, text, options: LETTER_OPTIONS, otherwise }, place) as Meaning;
  return answer === "leave-out" && ask.chosen(id) === undefined && explained === undefined ? undefined : answer;
}
