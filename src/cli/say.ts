import { harmless } from "#core/lint/draw-width.ts";

/** To the person at the terminal, on standard error; file names and cells in it cannot steer the terminal. */
export const say = (text: string): void => void process.stderr.write(harmless(text));

/** JSON a terminal can show: control characters that JSON allows are escaped too. */
export const jsonText = (value: unknown, indent = 2): string => `${JSON.stringify(value, null, indent).replace(UNSHOWN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

const UNSHOWN = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
