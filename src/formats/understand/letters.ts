import { isUndecided } from "./undecided.ts";

/** A code a cell gives a role: `R`, an unknown letter, a full word, or a mark; and what stands behind it. */
export interface CellCode {
  readonly code: string;
  readonly condition?: string;
  /** A question mark stands right behind it: `R?`. */
  readonly doubted?: boolean;
}

export type LetterReading =
  | { readonly kind: "nothing" }
  /** `TBD`, `?`: somebody still has to decide. */
  | { readonly kind: "undecided" }
  | { readonly kind: "codes"; readonly codes: readonly CellCode[] }
  | { readonly kind: "unread" };

export const MARK = "mark";

const NOTHING = /^(?:[-–—‒_.·~]+|n\s*\/\s*a\.?|n\.\s?a\.?|na|none|nil|not applicable|\(\s*\))$/i;
const MARKS = /^(?:[xX]|✓|✔|✅|☑|☒|✗|●|•|■|√|ü)$/u;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^responsible$|^responsibility$/i, "R"],
  [/^accountable$|^accountability$/i, "A"],
  [/^consult(?:ed|s|ant)?$/i, "C"],
  [/^inform(?:ed|s)?$/i, "I"],
  [/^support(?:s|ing|ive|ed)?$/i, "S"],
  [/^(?:approver?s?|approval)$/i, "Approve"],
  [/^(?:leads?|leader)$/i, "Lead"],
  [/^(?:performs?|performer|executes?|does)$/i, "Perform"],
  [/^(?:assists?|contributes?|contributor|participates?)$/i, "Assist"],
  [/^(?:reviews?|reviewer|advises?|input)$/i, "Review"],
  [/^(?:notify|notified)$/i, "Notify"],
  [/^(?:verify|verifies|verifier)$/i, "Verify"],
  [/^(?:owns?|owner)$/i, "Own"],
];

/** Words that may follow a letter without a bracket; `A new process` begins with no letter at all. */
const JOINED = /^(?:if|when|where|for|only|on|as|during|until|unless|via|by|with|after|before|in|per|to|at|from|except|within|under|24x7)\b|^[-–—:=*†]/i;

/** `AC-2(a)` is an id; `A: yes` and `A- yes` are a letter and its condition. */
const GLUED = /^[:=*†]|^[-–—]\s/;

type Piece = { readonly is: "word" | "bracket" | "gap" | "text" | "doubt"; readonly text: string };

/**
 * The codes in one cell of a letter column: `A`, `R/A`, `RA`, `A & R (Config, Ops)`, `C if affected`,
 * `Responsible`, `X`. Words behind a code are its condition; several codes before one bracket share it.
 * A cell that starts with anything else is left unread, so that no text is lost.
 */
export function readLetters(cell: string): LetterReading {
  if (cell.length > 40) return read(cell);
  const known = remembered.get(cell);
  if (known) return known;
  const reading = read(cell);
  if (remembered.size >= 2_000) remembered.clear();
  remembered.set(cell, reading);
  return reading;
}

/** A matrix says the same few things in thousands of cells. */
const remembered = new Map<string, LetterReading>();

function read(cell: string): LetterReading {
  const text = cell.normalize("NFKC").trim();
  if (text === "" || NOTHING.test(text)) return { kind: "nothing" };
  if (isUndecided(text)) return { kind: "undecided" };
  if (MARKS.test(cell.trim())) return { kind: "codes", codes: [{ code: MARK }] };
  const codes: { code: string; condition: string[]; doubted?: boolean }[] = [];
  let open = 0;
  let latest = 0;
  const attach = (words: string) => {
    for (const code of codes.slice(open)) code.condition.push(words);
  };
  let said = true;
  let direct: "glued" | "spaced" | "no" = "no";
  for (const piece of pieces(text)) {
    if (piece.is === "gap") {
      direct = direct !== "no" && /^\s*$/.test(piece.text) ? "spaced" : "no";
      continue;
    }
    if (piece.is === "doubt") {
      for (const code of codes.slice(latest)) code.doubted = true;
      continue;
    }
    const found = piece.is === "word" ? codesOf(piece.text, text) : undefined;
    if (found) {
      if (said) open = codes.length;
      said = false;
      latest = codes.length;
      direct = "glued";
      codes.push(...found.map(({ code, note }) => ({ code, condition: note ? [note] : [] })));
    } else if (codes.length === 0 || (piece.is === "text" && direct !== "no" && !(direct === "glued" ? GLUED : JOINED).test(piece.text))) return { kind: "unread" };
    else {
      attach(unbullet(piece.text));
      said = true;
      direct = "no";
    }
  }
  if (codes.length === 0 || codes.length > 6) return { kind: "unread" };
  return {
    kind: "codes",
    codes: codes.map(({ code, condition, doubted }) => {
      const words = condition.join("; ").slice(0, 990);
      return { code, ...(words === "" ? {} : { condition: words }), ...(doubted ? { doubted } : {}) };
    }),
  };
}

/** Cuts at brackets and separators; free words behind a code run on to the next code or the end. */
function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  let rest = text;
  while (rest !== "") {
    const bracket = /^[([{]([^()[\]{}]*(?:\([^()]*\)[^()[\]{}]*)*)[)\]}]/.exec(rest);
    const doubt = out.at(-1)?.is === "word" ? /^\?+(?![\p{L}\p{N}])/u.exec(rest)?.[0] : undefined;
    const gap = /^(?:[\s,;/&+|]|-(?=\s*[A-Za-z]{1,3}\b)|(?:and|und|et)\b)+/i.exec(rest);
    const word = /^[A-Za-z]+(?:[*†‡¹²³]+|\d{1,2})?(?![\p{L}\p{N}'’])/u.exec(rest);
    if (bracket) {
      if ((bracket[1] ?? "").trim() !== "") out.push({ is: "bracket", text: (bracket[1] ?? "").trim() });
      rest = rest.slice(bracket[0].length);
    } else if (doubt) {
      out.push({ is: "doubt", text: doubt });
      rest = rest.slice(doubt.length);
    } else if (gap) {
      out.push({ is: "gap", text: gap[0] });
      rest = rest.slice(gap[0].length);
    } else if (word && codesOf(word[0], text)) {
      out.push({ is: "word", text: word[0] });
      rest = rest.slice(word[0].length);
    } else {
      const next = /\s*(?:[;/&+|\n]|,)\s*(?=[A-Z]{1,3}(?:[*†‡]|\d)?(?:\s*[([;/&+|,\n]|\s*$))/.exec(rest.slice(1));
      const free = next ? rest.slice(0, next.index + 1) : rest;
      out.push({ is: "text", text: free.trim() });
      rest = rest.slice(free.length);
    }
  }
  return out.filter((piece) => piece.is === "gap" || piece.text !== "");
}

/** `- Sev 1 only` and `: monthly` lose the dash or colon that only joins them to the letter. */
const unbullet = (text: string): string => text.replace(/^[\s:–—-]+(?=\S)/, "").trim();

function codesOf(word: string, cell: string): { code: string; note?: string }[] | undefined {
  const [, letters = "", foot = ""] = /^([A-Za-z]+)(.*)$/u.exec(word) ?? [];
  const note = foot === "" ? {} : { note: `see note ${foot}` };
  const known = WORDS.find(([spelling]) => spelling.test(letters));
  if (known) return [{ code: known[1], ...note }];
  if (letters.length === 1) return /^[a-z]$/.test(letters) && cell.length > 4 ? undefined : [{ code: letters.toUpperCase(), ...note }];
  // `RA`, `ARC`: only letters of the field, each once; `IS` and `AS` in small letters are English words.
  const whole = word === cell;
  if (letters.length > 4 || (!whole && letters !== letters.toUpperCase())) return undefined;
  // A key that was hit twice; `CC` is left alone, because in mail it says something else.
  if (whole && /^([RAIS])\1+$/i.test(letters)) return [{ code: letters.charAt(0).toUpperCase(), ...note }];
  const each = [...letters.toUpperCase()];
  if (!each.every((letter) => "RACIS".includes(letter)) || new Set(each).size < each.length) return undefined;
  return each.map((code) => ({ code, ...note }));
}
