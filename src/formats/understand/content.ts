import { readControls } from "./controls.ts";
import type { Grid } from "./grid.ts";
import { MARK, readLetters } from "./letters.ts";
import { readLane } from "./sides.ts";

/** What the cells of a column look like: shares from 0 to 1 of the cells that say something. */
export interface Content {
  readonly filled: number;
  /** Cells that only say `TBD` or `?`; they tell nothing of the column. */
  readonly open: number;
  readonly letters: number;
  /** Letters of R A C I S among the letters. */
  readonly usual: number;
  readonly marks: number;
  readonly answers: number;
  readonly lane: number;
  readonly controls: number;
  readonly numbers: number;
  /** Mean length in characters. */
  readonly length: number;
}

const ANSWER = /^(?:yes|no|partial(?:ly)?|full(?:y)?|none|y|n|true|false)(?:\s*[(,:;.–-].*)?$/is;
/** Enough cells to know a column by. */
const SAMPLE = 300;

export const isAnswer = (text: string): boolean => ANSWER.test(text);

export function contentOf(grid: Grid, column: number, from: number, to: number, header: string): Content {
  let filled = 0;
  let open = 0;
  let [letters, usual, marks, answers, lane, controls, numbers, length] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = from; row < to && filled < SAMPLE; row++) {
    const text = grid.text(row, column);
    if (text === "") continue;
    const reading = text.length <= 200 ? readLetters(text) : ({ kind: "unread" } as const);
    if (reading.kind === "undecided") open++;
    if (reading.kind === "nothing" || reading.kind === "undecided") continue;
    filled++;
    length += text.length;
    if (ANSWER.test(text)) answers++;
    if (/^\d+(?:[.,]\d+)*%?$/.test(text)) numbers++;
    if (reading.kind === "codes") {
      if (reading.codes.every((one) => one.code === MARK)) marks++;
      else letters++;
      if (reading.codes.some((one) => "RACIS".includes(one.code))) usual++;
    }
    if (text.length <= 80) {
      const words = readLane(text);
      if ((words.shared || words.sides.length > 0) && words.unknown.length === 0) lane++;
      if (readControls(text, header)) controls++;
    }
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled, open, letters: share(letters), usual: share(usual), marks: share(marks), answers: share(answers), lane: share(lane),
    controls: share(controls), numbers: share(numbers), length: share(length),
  };
}
