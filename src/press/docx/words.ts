import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from "docx";
import type { Line } from "#appendix/block.ts";
import { OPEN, SOFT } from "./look.ts";

/** The first letter reads from the right. */
export const FROM_THE_RIGHT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u;

const LOOKS: Readonly<Record<NonNullable<Line["as"]>, IRunOptions>> = { strong: { bold: true }, soft: { color: SOFT }, open: { bold: true, color: OPEN } };

export const run = (text: string, look: IRunOptions = {}): TextRun => new TextRun({ ...look, text, ...(FROM_THE_RIGHT.test(text) && { rightToLeft: true }) });

export const lineOf = ({ text, as }: Line, size: number | undefined, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, ...(FROM_THE_RIGHT.test(text) && { bidirectional: true }), children: [run(text, { ...(as && LOOKS[as]), ...(size !== undefined && { size }) })] });

/** `Word: text`, the word strong. */
export const factOf = (word: string, text: string, small = false): Paragraph =>
  new Paragraph({ indent: { left: 280, hanging: 280 }, ...(FROM_THE_RIGHT.test(text) && { bidirectional: true }), children: [run(`${word}: `, { bold: true }), run(text, small ? { size: 17 } : {})] });
