import type { MatrixDocument } from "#core/model/document.ts";
import { plain } from "./clean.ts";
import { instantInWords } from "./days.ts";

/** Somebody who has to sign, by the name they are known by here. */
export interface Signatory {
  readonly name: string;
  /** Name of the party they sign for. */
  readonly party: string;
}

/** One signature as it was recorded. */
export interface Signature extends Signatory {
  /** What they meant by it, in the words they were shown. */
  readonly intent: string;
  /** How they showed who they are: `password and passkey`. */
  readonly authenticated: string;
  /** ISO instant in UTC. */
  readonly at: string;
  /** Of what they signed, 64 hex digits. */
  readonly digest: string;
  /** The network address they signed from. */
  readonly address?: string;
}

/** How an appendix ends: lines to sign on, and a certificate of those who did. */
export interface End {
  readonly lines: readonly { readonly party: string; readonly name: string }[];
  readonly certificate: readonly { readonly name: string; readonly party: string; readonly facts: readonly { readonly word: string; readonly text: string }[] }[];
}

/** @throws RangeError for a signature on other content: that one must never stand under this. */
export function endOf(document: MatrixDocument, { signatures = [], signatories, personal, digest }: { readonly signatures?: readonly Signature[]; readonly signatories?: readonly Signatory[]; readonly personal: boolean; readonly digest: string }): End {
  const stranger = signatures.find((one) => one.digest !== digest);
  if (stranger !== undefined) throw new RangeError(`the signature of ${stranger.name} is on other content: ${stranger.digest.slice(0, 16)}`);
  const nameOf = ({ name, party }: Signatory): string => (personal ? plain(name) : `a signatory of ${plain(party)}`);
  const signed = new Set(signatures.map(({ name, party }) => `${party}\n${name}`));
  const due = signatories ?? (signatures.length > 0 ? [] : document.parties.filter(({ kind }) => kind !== "regulator").map(({ name }) => ({ name: "", party: name })));
  return {
    lines: due.filter(({ name, party }) => !signed.has(`${party}\n${name}`)).map((one) => ({ party: plain(one.party), name: one.name === "" || !personal ? "" : plain(one.name) })),
    certificate: signatures.map((one) => ({
      name: nameOf(one), party: plain(one.party),
      facts: [
        { word: "Intent", text: plain(one.intent) }, { word: "Identity shown by", text: plain(one.authenticated) }, { word: "Time", text: instantInWords(one.at) }, { word: "Fingerprint signed", text: one.digest },
        ...(one.address === undefined || !personal ? [] : [{ word: "Address", text: plain(one.address) }]),
      ],
    })),
  };
}
