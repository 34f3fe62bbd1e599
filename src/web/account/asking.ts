import type { Problem } from "#contract/problem.ts";

type Place = NonNullable<Problem["problems"]>[number];

/** The server said no, in words. */
export class SaidNo extends Error {
  /** HTTP; 0 where nothing answered. */
  readonly status: number;
  readonly code: string | undefined;
  readonly problems: readonly Place[];
  constructor(status: number, words: string, code?: string, problems: readonly Place[] = []) {
    super(words);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

/**
 * Asks the API of this origin. @returns the answer, or nothing where there is none to read.
 * @throws SaidNo
 */
export async function ask<T>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  const writes = method === "GET" ? {} : { "content-type": "application/json" };
  const answer = await fetch(`/api${path}`, { method, headers: { accept: "application/json", ...writes, ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => {
    throw new SaidNo(0, "the server cannot be reached");
  });
  if (answer.status === 204) return undefined as T;
  const said = (await answer.json().catch(() => ({}))) as T & Partial<Problem>;
  if (!answer.ok) throw new SaidNo(answer.status, said.detail ?? "the server refused it", said.code, said.problems);
  return said;
}
