import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64 } from "./base64.ts";
import type { Holds } from "../history/verify.ts";
import { canonicalText } from "../model/canonical.ts";
import { sealWords, withdrawalWords, type SignedVersion } from "./signed-version.ts";

export interface VersionFault {
  readonly fault: "text changed" | "not canonical" | "validity changed" | "other content" | "not required" | "signed twice" | "missing signature" | "one for both" | "other party" | "nobody required" | "too early" | "no seal" | "forged seal" | "forged withdrawal" | "another key";
  readonly words: string;
}

export interface VersionVerdict {
  readonly faults: readonly VersionFault[];
  /** `origin proven` only against a key whoever verifies brought along; without one the file agrees with itself. */
  readonly verdict: "origin proven" | "consistent" | "not valid";
  readonly signatures: number;
  readonly withdrawn: boolean;
}

/** SHA-256 of a text, hex. */
export const digestOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

interface Signed {
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly people?: readonly { readonly id: string; readonly party: string; readonly sameHumanAs?: string }[];
}

/** The matrix a text is, where the text is the one spelling of it. */
function matrixIn(text: string): Signed | undefined {
  try {
    const value = JSON.parse(text) as Signed;
    return canonicalText(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks a signed version as somebody who trusts nobody: the text, that each signature is to this text, that everybody who
 * had to sign did and nobody of one party for another, and the seal.
 * @param key the installation's key, base64, or its fingerprint, as whoever verifies knows it from elsewhere.
 */
export function verifyVersion(file: SignedVersion, holds: Holds, key?: string): VersionVerdict {
  const faults: VersionFault[] = [];
  const blame = (fault: VersionFault["fault"], words: string): void => void faults.push({ fault, words });
  const { number, digest, signatures, required } = file;
  if (digestOfText(file.matrix) !== digest) blame("text changed", "the text is not the one its digest was taken of");
  const matrix = matrixIn(file.matrix);
  if (!matrix) blame("not canonical", "the text is not the canonical form of a matrix");
  else if (matrix.validFrom !== file.validFrom || matrix.validUntil !== file.validUntil) blame("validity changed", "the validity beside the text is not the one in it");
  if (new Set(required.map(({ party }) => party)).size < 2) blame("nobody required", "fewer than two parties had to sign it");
  const partyOf = new Map((matrix?.people ?? []).map(({ id, party }) => [id, party]));
  for (const { person, name, party } of required) if (matrix && partyOf.get(person) !== party) blame("other party", `${name} is no person of ${party} in the matrix`);
  const seats = new Map(required.map((one) => [`${one.party}/${one.person}`, one]));
  const done = new Set<string>();
  const parties = new Map<string, string>();
  for (const { party, person, name, account, delegate, at, digest: signed } of signatures) {
    const seat = `${party}/${person}`;
    if (!seats.has(seat)) blame("not required", `${name} signed for ${party}, and did not have to`);
    if (done.has(seat)) blame("signed twice", `the signature of ${seats.get(seat)?.name ?? person} is there twice`);
    done.add(seat);
    if (signed !== digest) blame("other content", `${name} signed another text than this one`);
    if (delegate !== undefined && matrix && partyOf.get(delegate) !== party) blame("other party", `${name} signed for ${party}, and is no person of it in the matrix`);
    if (at < file.offeredAt) blame("too early", `${name} signed before version ${number} was offered`);
    for (const human of [`account ${account}`, ...humansOf(matrix, delegate ?? person)]) {
      if (parties.has(human) && parties.get(human) !== party) blame("one for both", `${name} signed for two parties`);
      parties.set(human, party);
    }
  }
  for (const [seat, { name, party }] of seats) if (!done.has(seat)) blame("missing signature", `${name} has not signed for ${party}`);
  if (file.seal === "") blame("no seal", "it is under no seal: not everybody has signed");
  else if (!holds(sealWords(file), file.seal, file.key)) blame("forged seal", "the seal is not the key's, or something it was set on was changed");
  for (const one of file.withdrawals) if (!holds(withdrawalWords(file, one), one.seal, file.key)) blame("forged withdrawal", `that ${one.name} withdrew it is not under the key's seal`);
  if (key !== undefined && !isKey(file.key, key)) blame("another key", `it was sealed with another key than the one given: ${file.key || "none"}`);
  return { faults, verdict: faults.length > 0 ? "not valid" : key === undefined ? "consistent" : "origin proven", signatures: signatures.length, withdrawn: file.withdrawals.length > 0 };
}

/** SHA-256 of a key, hex: short enough to be read out. */
export const fingerprintOf = (key: string): string => bytesToHex(sha256(base64(key)));
const isKey = (key: string, known: string): boolean => key !== "" && (known.trim() === key || known.toLowerCase().replaceAll(/[\s:]/g, "") === fingerprintOf(key));

/** A person, and whom the matrix says to be the same human. */
function humansOf(matrix: Signed | undefined, person: string): string[] {
  const same = matrix?.people?.find(({ id }) => id === person)?.sameHumanAs;
  return [`person ${person}`, ...(same === undefined ? [] : [`person ${same}`])];
}
