import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { ROLES } from "#library/roles.ts";

/** Who is named for something: by whoever builds the matrix, or only assumed until somebody says so. */
export interface Named {
  /** A role id; undefined is nobody. */
  readonly role: string | undefined;
  readonly assumed: boolean;
}

/** What was said of something; `null` is said too, and means nobody. */
export type SaidRole = string | null | undefined;

/** What was said where anything was, else what is usual. A role that the matrix does not have is nobody. */
export function named(said: SaidRole, usual: string | undefined, document: Pick<MatrixDocument, "roles">): Named {
  const real = (role: string | undefined): string | undefined => (role !== undefined && document.roles.some(({ id }) => id === role) ? role : undefined);
  return said === undefined ? { role: real(usual), assumed: true } : { role: real(said ?? undefined), assumed: false };
}

/** The first of some posts of the library that the matrix has, as the id of its role. */
export function firstPost(document: Pick<MatrixDocument, "roles">, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const post = ROLES.find((role) => role.key === key);
    if (post && document.roles.some(({ id }) => id === post.id)) return post.id;
  }
  return undefined;
}

/**
 * Writes an assumption into the note of a row. What stands in double braces is a gap to the checks, so each
 * assumption is asked about until somebody confirms it by taking the sentence away.
 */
export function withAssumption(row: Activity, assumption: string): Activity {
  const sentence = `Assumed while building: {{${assumption.replace(/[{}]/g, "")}}}. Confirm or correct it, then delete this sentence.`;
  return { ...row, note: row.note === undefined ? sentence : `${row.note}\n${sentence}` };
}
