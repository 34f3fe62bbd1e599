import type { Database } from "#db/database.ts";
import type { Drafts } from "../draft/drafts.ts";
import type { Signer } from "../history/sign.ts";

/** Whose export it is: every part reads as this member, so that the policies decide what is in it. */
export interface Exporter {
  readonly db: Database;
  readonly drafts: Drafts;
  readonly signer: Signer;
  readonly account: string;
  readonly workspace: string;
  /** The party they speak for. */
  readonly party: string | null;
  /** The revision the matrix is exported at. */
  readonly revision: number;
}

/** One file inside an export. A further one is a file beside the others and a line in `parts.ts`. */
export interface ExportPart {
  /** Its path in the archive: small letters, digits, `.`, `-`, `_` and `/`. */
  readonly name: string;
  /** One sentence for whoever opens the archive. */
  readonly about: string;
  /** Its bytes, piece by piece: nothing large lies in memory at once. */
  write(exporter: Exporter): AsyncIterable<string | Uint8Array>;
}
