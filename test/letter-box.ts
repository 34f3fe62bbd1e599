import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface LetterBox {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** Letters as they came, oldest first. */
  readonly letters: string[];
  /** The newest letter to an address, once it is there. */
  to(address: string, seconds?: number): Promise<string>;
  close(): Promise<void>;
}

/** A real mail server on this machine, for everybody's letters. */
export async function letterBox(): Promise<LetterBox> {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let words = "";
      stream.setEncoding("utf8").on("data", (piece: string) => (words += piece));
      // Long lines travel folded.
      stream.on("end", () => {
        letters.push(words.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
        done();
      });
    },
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    to: async (address, seconds = 20) => {
      for (const end = Date.now() + seconds * 1000; ; await new Promise((settle) => setTimeout(settle, 20))) {
        const found = letters.findLast((letter) => new RegExp(`^To: ${address.replaceAll(".", "\\.")}\\r?$`, "m").test(letter));
        if (found) return found;
        if (Date.now() > end) throw new Error(`no letter to ${address}`);
      }
    },
    close: () => new Promise<void>((settle) => server.close(settle)),
  };
}
