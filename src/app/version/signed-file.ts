import type { SignedVersion } from "#core/version/signed-version.ts";
import type { VersionRecord, WholeVersion } from "#db/version.ts";

/** What is sealed of a version. Where somebody signed from stays out: the file is handed around. */
export function signedParts({ workspace, number, offeredAt, validFrom, validUntil, digest, required, signatures }: Omit<VersionRecord, "sound">): Omit<SignedVersion, "key" | "seal" | "withdrawals" | "matrix"> {
  return {
    remit: "signed-version",
    format: 1,
    workspace,
    number,
    offeredAt,
    ...(validFrom === null ? {} : { validFrom }),
    ...(validUntil === null ? {} : { validUntil }),
    digest,
    required: [...required],
    signatures: signatures.map(({ address: _, agent: __, ...signature }) => signature),
  };
}

/** A version as a file that verifies without Remit. */
export const signedFile = (version: WholeVersion): SignedVersion => ({ ...signedParts(version), matrix: version.matrix, withdrawals: version.withdrawn === null ? [] : [version.withdrawn], key: version.key, seal: version.seal });
