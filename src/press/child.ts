import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What takes longer is not waited for. In milliseconds. */
const LONGEST = 20_000;
/** So much a sheet may weigh, in bytes. */
const HEAVIEST = 32 * 1024 * 1024;

/** Something could not be set; its message says why, to whoever runs Remit. */
export class NotPrinted extends Error {
  /** It took too long, or too much memory: not the press's fault. */
  readonly tooMuch: boolean;
  constructor(message: string, tooMuch = false) {
    super(message);
    this.tooMuch = tooMuch;
  }
}

/** What was given cannot be used, a template or a picture; its message says what and where, to whoever gave it. */
export class Unfit extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** How a child ends that found the order itself unfit: it says so as JSON. */
export const UNFIT = 3;

/** Work in a process of its own, ended when it takes too long or too much. @throws NotPrinted @throws Unfit */
export function inChild(which: "press" | "docx", order: object, longest = LONGEST): Promise<Uint8Array<ArrayBuffer>> {
  const child = fileURLToPath(new URL(`./${which}-child.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url));
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
      else if (status === UNFIT) refuse(unfit(said));
      else refuse(new NotPrinted(late ? `setting the sheet took longer than ${longest / 1_000} s` : `the sheet could not be set: ${signal !== null || said === "" ? "it took too much memory" : said}`, late || signal !== null));
    });
    run.stdin.end(JSON.stringify(order));
  });
}

function unfit(said: string): Error {
  const { message, remedy } = JSON.parse(said) as { readonly message: string; readonly remedy: string };
  return new Unfit(message, remedy);
}
