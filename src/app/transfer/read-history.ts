import type { Readable } from "node:stream";
import { FiledEntry, FiledHead } from "#core/history/file.ts";
import { HistoryCheck, type HistoryHead, type HistoryVerdict } from "#core/history/verify.ts";
import type { HistoryEntry } from "#core/history/entry.ts";
import { holds } from "../history/signature.ts";
import { unfitFile } from "./unfit-file.ts";

const AGAIN = "export the workspace once more; a history that was written or laid out anew by another program is not taken";

/** The largest command is 24 MB. In characters. */
const LONGEST_LINE = 64 * 1024 * 1024;

async function* linesOf(source: Readable, tooLong: () => Error): AsyncGenerator<string> {
  let waiting: string[] = [];
  let size = 0;
  for await (const piece of source.setEncoding("utf8") as AsyncIterable<string>) {
    const lines = piece.split("\n");
    for (const [i, part] of lines.entries()) {
      waiting.push(part);
      size += part.length;
      if (size > LONGEST_LINE) throw tooLong();
      if (i === lines.length - 1) break;
      yield waiting.join("");
      [waiting, size] = [[], 0];
    }
  }
  if (size > 0) yield waiting.join("");
}

export interface ReadHistory {
  readonly head: HistoryHead;
  readonly verdict: HistoryVerdict;
  readonly last: number;
}

/**
 * Proves a history while it streams by, line by line as it was handed out.
 * @throws Refused for what is no such file; faults of the history itself are in the verdict.
 */
export async function readHistoryFile(name: string, source: Readable): Promise<ReadHistory> {
  let check: HistoryCheck | undefined;
  let head: HistoryHead | undefined;
  let [number, last, ended] = [0, 0, false];
  const bad = (why: string): Error => unfitFile(`${name}, line ${number}`, why, AGAIN);
  const parsed = (line: string): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      throw bad("this is no line of a history");
    }
  };
  for await (const line of linesOf(source, () => bad("this line is longer than any entry"))) {
    number++;
    if (!check) {
      const read = FiledHead.safeParse(parsed(`${line}]}`));
      if (!read.success) throw bad("this is not how a history begins");
      ({ data: head } = read as { data: HistoryHead });
      check = new HistoryCheck(head, holds);
      last = head.from - 1;
    } else if (line === "]}") ended = true;
    else if (line.trim() !== "") {
      const read = FiledEntry.safeParse(parsed(line.endsWith(",") ? line.slice(0, -1) : line));
      if (ended || !read.success) throw bad("this is no entry of a history");
      check.add(read.data as HistoryEntry);
      last = read.data.revision;
    }
  }
  if (!check || !head || !ended) throw bad("the history ends in the middle");
  return { head, verdict: check.verdict(), last };
}
