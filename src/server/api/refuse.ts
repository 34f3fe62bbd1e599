import type { Context } from "hono";
import { Refused, type Refusal, type VersionTrouble } from "#app/refusal.ts";
import { DatabaseGone, DiskFull } from "#db/database.ts";
import type { Problem } from "#contract/problem.ts";
import { SAID_OF_VERSIONS } from "./version-refusals.ts";

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 413 | 415 | 421 | 422 | 429 | 500 | 503 | 507;

/** What repeats the words of a request is cut: nobody has their own megabytes sent back. */
export const shortly = (words: string): string => (words.length > 300 ? `${words.slice(0, 299)}…` : words);
export const MOST_PROBLEMS = 20;

/** An answer that says what went wrong, as RFC 9457 writes it. Nothing of the inside is in it. */
export function problem(c: Context, status: Status, title: string, detail: string, more: Partial<Problem> = {}): Response {
  const body: Problem = { type: "about:blank", title, status, detail, ...more };
  return c.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json; charset=utf-8", "Cache-Control": "no-store", ...(status === 503 ? { "Retry-After": "1" } : {}) });
}

/** The words for each refusal of the application. */
function refused(c: Context, refusal: Refusal): Response {
  switch (refusal.code) {
    case "not-found":
      return problem(c, 404, "Not here", "there is nothing of this name, or it is not yours to see", { code: "not-found" });
    case "signed-out":
      return problem(c, 401, "Not signed in", "sign in first", { code: "signed-out" });
    case "not-for-keys":
      return problem(c, 403, "Not with this key", "this key does not reach so far: its scopes say what it may do, and some things only a person does", { code: "not-for-keys" });
    case "not-for-guests":
      return problem(c, 403, "Not for guests", "you are a guest here: you see the matrix, and nothing else of this workspace", { code: "not-for-guests" });
    case "second-factor":
      return problem(c, 403, "A second factor is wanted", "this workspace demands two factors of everybody in it; set up an authenticator or a passkey in your account and sign in with it, and keys of yours work again then", { code: "second-factor" });
    case "may-not":
      return problem(c, 403, "Not entitled", `your role in this workspace does not allow you to ${refusal.what}`, { code: "may-not" });
    case "unfit":
      return problem(c, 422, "Does not fit", shortly(refusal.problems[0]?.message ?? "the edit does not fit the matrix"), { code: "unfit", problems: refusal.problems.slice(0, MOST_PROBLEMS).map(({ place, message, remedy }) => ({ place: shortly(place), message: shortly(message), ...(remedy === undefined ? {} : { remedy: shortly(remedy) }) })) });
    case "clash":
      return problem(c, 409, refusal.theirs.own ? "Changed in another window" : "Changed by somebody else", `${refusal.theirs.own ? "you changed the same thing in another window" : "somebody else changed the same thing"} since this was read; nothing was written`, { code: "clash", revision: refusal.revision, theirs: refusal.theirs });
    case "too-old":
      return problem(c, 409, "Read too long ago", "so much was written since this was read that it has to be read again; nothing was written", { code: "too-old", revision: refusal.revision });
    case "agreed":
      return problem(c, 409, "Both sides agreed on it", refusal.rows.length === 0 ? "a role of agreed rows would move to another party: contest those rows first; nothing was written" : refusal.rows.length > 1 ? `${refusal.rows.length} of these rows are agreed: propose the change, or contest the rows first; nothing was written` : "this row is agreed: propose the change, or contest the row first; nothing was written", { code: "agreed", rows: [...refusal.rows].slice(0, 1000) });
    case "changed":
      return problem(c, 409, "Changed since", "a row is not as you saw it any more; nothing was said for your party: look again", { code: "changed" });
    case "closed":
      return problem(c, 409, "Answered already", "this proposal is not open any more; nothing was written", { code: "closed" });
    case "version":
      return versionRefused(c, refusal.why, refusal.names ?? []);
    case "nothing-to-undo":
      return problem(c, 409, "Nothing to take back", "there is no edit of yours to take back or to make again", { code: "nothing-to-undo" });
    case "not-yours":
      return problem(c, 403, "Not yours to take back", "only whoever made a change takes it back; change it anew, and both stand in the history", { code: "not-yours" });
    case "already-back":
      return problem(c, 409, "Taken back already", "this change was taken back before; nothing was written", { code: "already-back" });
    case "erased":
      return problem(c, 409, "Erased", "the words of this entry, or of what stood there before it, were erased: nobody knows any more what to go back to; nothing was written", { code: "erased" });
    case "no-passkeys-here":
      return problem(c, 409, "Not at this address", `passkeys want https and the name of a site; ${refusal.instead === undefined ? "whoever runs this Remit gives it one with REMIT_URL" : `open ${refusal.instead} instead`}`, { code: "no-passkeys-here" });
    case "busy":
      return problem(c, 503, "Busy", "too many write here at this moment; nothing was written, try again", { code: "busy" });
  }
}

function versionRefused(c: Context, why: VersionTrouble, names: readonly string[]): Response {
  const [status, title, detail] = SAID_OF_VERSIONS[why];
  return problem(c, status, title, shortly(detail(names)), { code: why, ...(names.length === 0 ? {} : { known: names.slice(0, MOST_PROBLEMS).map(shortly) }) });
}

/** Every thrown thing as an answer; what nobody foresaw is logged with a number and told as just that. */
export function answerFor(c: Context, thrown: unknown, log: (line: string) => void): Response {
  if (thrown instanceof Refused) return refused(c, thrown.refusal);
  if (thrown instanceof DatabaseGone) return problem(c, 503, "The database does not answer", "nothing was written; it is tried again", { code: "database-gone" });
  if (thrown instanceof DiskFull) return problem(c, 507, "The disk is full", "nothing was written; what was saved is safe", { code: "disk-full" });
  // What PostgreSQL calls no text: a zero character, half a character.
  if (["22P05", "22021"].includes((thrown as { code?: string }).code ?? "")) return problem(c, 422, "Does not fit", "a text holds a character that cannot be stored; nothing was written", { code: "unfit" });
  const number = crypto.randomUUID();
  log(`${number} ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  return problem(c, 500, "Something went wrong here", `nothing was written; the server's log has more under ${number}`);
}
