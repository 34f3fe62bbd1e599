import type { Letter } from "#accounts/letter.ts";
import type { Database } from "#db/database.ts";
import type { Drafts } from "../draft/drafts.ts";
import type { Signer } from "../history/sign.ts";

/** What signing works with. */
export interface SigningHouse {
  readonly db: Database;
  readonly drafts: Drafts;
  readonly signer: Signer;
  readonly mails: boolean;
  letter(letter: Letter): Buffer;
  page(path: string): string;
}
/** Who acts, in which workspace. */
export interface Acting {
  readonly account: string;
  readonly workspace: string;
  readonly workspaceName: string;
}
