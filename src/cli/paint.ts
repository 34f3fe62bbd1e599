import { styleText } from "node:util";

export type Tone = "error" | "warning" | "note" | "dim" | "strong" | "good";
export type Paint = (tone: Tone, text: string) => string;

const STYLES = { error: ["red", "bold"], warning: ["yellow"], note: ["cyan"], dim: ["dim"], strong: ["bold"], good: ["green"] } as const;

/** Colours for a terminal, none for a pipe or with NO_COLOR; FORCE_COLOR insists. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const on = NO_COLOR ? false : FORCE_COLOR && FORCE_COLOR !== "0" ? true : stream.isTTY === true && process.env["TERM"] !== "dumb";
  return on ? (tone, text) => styleText([...STYLES[tone]], text, { validateStream: false }) : (_, text) => text;
}
