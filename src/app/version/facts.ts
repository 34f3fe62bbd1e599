import { nextChange, servingAt, stateAt, type Serving, type VersionFacts, type VersionState } from "#core/version/states.ts";
import { offerWords, sealWords, withdrawalWords } from "#core/version/signed-version.ts";
import { digestOfText } from "#core/version/verify-version.ts";
import type { VersionRecord, WholeVersion } from "#db/version.ts";
import type { Signer } from "../history/sign.ts";
import { holds } from "../history/signature.ts";
import { signedParts } from "./signed-file.ts";

/** What is known of a version, as the core asks for it. */
export const factsOf = ({ number, offeredAt, completedAt, refusedAt, withdrawn, validFrom, validUntil }: Omit<VersionRecord, "sound">): VersionFacts => ({
  number,
  offeredAt: Date.parse(offeredAt),
  ...(completedAt === null ? {} : { completeAt: Date.parse(completedAt) }),
  ...(refusedAt === null ? {} : { refusedAt: Date.parse(refusedAt) }),
  ...(withdrawn === null ? {} : { withdrawnAt: Date.parse(withdrawn.at) }),
  ...(validFrom === null ? {} : { validFrom }),
  ...(validUntil === null ? {} : { validUntil }),
});

/**
 * Whether somebody wrote past Remit: the text is not the one that was offered, what was signed is another, or it is not
 * under this installation's seal.
 */
export function isAltered(version: VersionRecord | WholeVersion, signer: Pick<Signer, "key">): boolean {
  const sound = "sound" in version ? version.sound : digestOfText(version.matrix) === version.digest;
  const parts = signedParts(version);
  const by = (words: string, seal: string): boolean => holds(words, seal, signer.key);
  return (
    !sound ||
    version.signatures.some(({ digest }) => digest !== version.digest) ||
    !by(offerWords(parts), version.offerSeal) ||
    (version.completedAt !== null && !by(sealWords(parts), version.seal)) ||
    (version.withdrawn !== null && !by(withdrawalWords(parts, version.withdrawn), version.withdrawn.seal))
  );
}

/** The versions of a workspace at an instant: what each is, what serves, and when that next changes. */
export interface Standing {
  readonly states: ReadonlyMap<number, VersionState>;
  readonly serving: Serving | undefined;
  /** Altered by hand: they serve nobody. */
  readonly altered: ReadonlySet<number>;
  readonly next: number | undefined;
}

/** @param at milliseconds since 1970. */
export function standingAt(versions: readonly VersionRecord[], signer: Pick<Signer, "key">, at: number): Standing {
  const facts = versions.map(factsOf);
  const altered = new Set(versions.filter((version) => isAltered(version, signer)).map(({ number }) => number));
  const serving = servingAt(facts, at);
  const states = new Map(facts.flatMap((one) => {
    const state = stateAt(one, facts, at);
    return state === undefined ? [] : [[one.number, state] as const];
  }));
  return { states, serving: serving && altered.has(serving.number) ? undefined : serving, altered, next: nextChange(facts, at) };
}
