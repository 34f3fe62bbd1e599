/** Why a command was not carried out. Data for a program, a sentence for a person; nothing was changed. */
export type Refusal =
  /** Not there, or not for this actor: the two look the same. */
  | { readonly code: "not-found" }
  | { readonly code: "signed-out" }
  /** A person does this, not a program; or the key's scopes do not reach so far. */
  | { readonly code: "not-for-keys" }
  /** A guest by link comes only where their purpose leads. */
  | { readonly code: "not-for-guests" }
  /** A member, whom a rule of the workspace keeps out until they show two factors. */
  | { readonly code: "second-factor" }
  | { readonly code: "may-not"; readonly what: string }
  /** The edit does not fit the matrix: where, and why. */
  | { readonly code: "unfit"; readonly problems: readonly { readonly place: string; readonly message: string; readonly remedy?: string }[] }
  /** Somebody else changed the same thing since it was read. */
  | { readonly code: "clash"; readonly revision: number; readonly theirs: { readonly revision: number; readonly actor: string; readonly what: string; readonly own: boolean } }
  /** Read so long ago that nobody looks through all that was written since. */
  | { readonly code: "too-old"; readonly revision: number }
  /** Rows both sides agreed on change by a proposal. */
  | { readonly code: "agreed"; readonly rows: readonly string[] }
  /** A row is not any more what somebody saw when they agreed to it. */
  | { readonly code: "changed" }
  /** A proposal that somebody answered already. */
  | { readonly code: "closed" }
  /** Something about a version, and whom or what it is about. */
  | { readonly code: "version"; readonly why: VersionTrouble; readonly names?: readonly string[] }
  | { readonly code: "nothing-to-undo" }
  /** An entry of the history that is somebody else's, was taken back before, or whose words are gone. */
  | { readonly code: "not-yours" | "already-back" | "erased" }
  /** Browsers make passkeys for this site only under another address, or under none it has. */
  | { readonly code: "no-passkeys-here"; readonly instead?: string }
  /** So many others write here at this moment that the edit found no gap. */
  | { readonly code: "busy" };

/** Why something is not done with a version. */
export type VersionTrouble =
  | "draft-went-on" | "one-offered" | "nobody-named" | "one-human" | "not-ready" | "not-judged" | "over" | "not-open" | "signed-already" | "other-text" | "not-turn" | "not-signatory" | "altered" | "no-channel" | "their-address" | "not-of-party" | "theirs"
  | "link-gone" | "link-burnt" | "code-wrong" | "codes" | "no-mail" | "not-complete";

/** A refusal on its way to whoever asked. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "Refused";
    this.refusal = refusal;
  }
}
