import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Contents } from "#breakglass/contents.ts";

export const SIZES = ["wallet", "a4"] as const;
export type Size = (typeof SIZES)[number];

/** A card that takes longer is not waited for. In milliseconds. */
const LONGEST = 20_000;
/** So much a card may weigh, in bytes. */
const HEAVIEST = 32 * 1024 * 1024;

/** The card could not be set; its message says why, to whoever runs Remit. */
export class NotPrinted extends Error {
  /** It took too long, or too much memory: not the press's fault. */
  readonly tooMuch: boolean;
  constructor(message: string, tooMuch = false) {
    super(message);
    this.tooMuch = tooMuch;
  }
}

/** A card as PDF, set in a process of its own that is ended when it takes too long. @throws NotPrinted */
export function print(contents: Contents, size: Size, longest = LONGEST): Promise<Uint8Array<ArrayBuffer>> {
  return press({ contents, size }, longest);
}

function press(order: object, longest: number): Promise<Uint8Array<ArrayBuffer>> {
  const child = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./press-child.ts" : "./press-child.js", import.meta.url));
  // It gets no word of the settings of whoever prints: there are secrets among them.
  const fonts = process.env["REMIT_FONTS"];
  const run = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--max-old-space-size=512", child], { env: fonts === undefined ? {} : { REMIT_FONTS: fonts }, stdio: ["pipe", "pipe", "pipe"] });
  return new Promise((settle, refuse) => {
    const pieces: Buffer[] = [];
    let weight = 0;
    let said = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      run.kill("SIGKILL");
    }, longest);
    run.stdout.on("data", (piece: Buffer) => {
      weight += piece.length;
      if (weight > HEAVIEST) run.kill("SIGKILL");
      else pieces.push(piece);
    });
    run.stderr.on("data", (piece: Buffer) => void (said = (said + piece.toString("utf8")).slice(0, 4_000)));
    run.on("error", (error) => refuse(new NotPrinted(`the press did not start: ${error.message}`)));
    // A child that fails before it has read everything closes the pipe under our hands; how it ended says more.
    run.stdin.on("error", () => undefined);
    run.on("close", (status, signal) => {
      clearTimeout(timer);
      if (status === 0) settle(new Uint8Array(Buffer.concat(pieces)));
      else refuse(new NotPrinted(late ? `setting the card took longer than ${longest / 1_000} s` : `the card could not be set: ${signal !== null || said === "" ? "it took too much memory" : said}`, late || signal !== null));
    });
    run.stdin.end(JSON.stringify(order));
  });
}
