import { SaidNo } from "../account/asking.ts";

/** In its head a history says by which key it is signed; nothing before it is as long as this. */
const LONGEST_HEAD = 2_000;

export const historyFile = (workspace: string): string => `/api/workspaces/${workspace}/history/file`;

/**
 * The public key of a workspace's history, out of the beginning of the file: what comes behind it may be long and is not fetched.
 * @throws SaidNo
 */
export async function historyKey(workspace: string): Promise<string> {
  const stop = new AbortController();
  const odd = new SaidNo(0, "the server cannot be reached");
  try {
    const answer = await fetch(historyFile(workspace), { headers: { accept: "application/json" }, signal: stop.signal });
    if (!answer.ok || !answer.body) throw new SaidNo(answer.status, "the server refused it");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let head = ""; head.length < LONGEST_HEAD; ) {
      const { done, value } = await reader.read();
      head += value ?? "";
      const key = keyIn(head);
      if (key !== undefined) return key;
      if (done) break;
    }
    throw odd;
  } catch (thrown) {
    throw thrown instanceof SaidNo ? thrown : odd;
  } finally {
    stop.abort();
  }
}

/** The key in the beginning of a history file, once it is there in full. */
export const keyIn = (head: string): string | undefined => /^\{"remit":"history","format":1,"workspace":"[^"]*","key":"([^"\\]+)"/.exec(head)?.[1];
