import type { MatrixDocument } from "#core/model/document.ts";
import { changedRows, countOf } from "#core/version/changed-rows.ts";
import { fingerprintOf } from "#core/version/verify-version.ts";
import { seatsOf, signingSetup, versionsOf, wholeVersion, type KeptSignature, type Seat, type VersionRecord } from "#db/version.ts";
import { Refused } from "../refusal.ts";
import { trouble } from "./denied.ts";
import { isAltered, standingAt, type Standing } from "./facts.ts";
import type { SigningHouse } from "./house.ts";
import { frozen, whatIsMissing } from "./offer.ts";

/** What is said of signatures, and no more. */
export const CLAIM = "Each signature records what its signatory said they meant, how they showed who they are, when, and the digest of what they signed. The time is that of the server. It is no qualified electronic signature; whether it binds anybody is for the law and the contract to say.";

const iso = (ms: number): string => new Date(ms).toISOString();
const shownSignature = ({ account: _, delegate = null, address = null, agent = null, ...one }: Omit<KeptSignature, "delegate" | "address" | "agent"> & { readonly delegate?: string | null; readonly address?: string | null; readonly agent?: string | null }) => ({ ...one, delegate, address, agent });

function shownSeat({ number: _, reminded, removed, here, ...seat }: Seat, version: VersionRecord) {
  const at = (list: readonly { readonly person: string; readonly at: string }[]): string | null => list.find(({ person }) => person === seat.person)?.at ?? null;
  const [signed, refused] = [at(version.signatures), at(version.refusals)];
  const open = version.completedAt === null && version.refusedAt === null && version.withdrawn === null;
  const missing = signed !== null || !open ? null : removed ? ("removed" as const) : here ? null : ("nobody" as const);
  return { ...seat, own: seat.own && open && signed === null, signed, refused, reminded: reminded?.toISOString() ?? null, missing };
}

function summary(version: VersionRecord, seats: readonly Seat[], { states, altered }: Standing) {
  const { number, title, digest, revision, validFrom, validUntil, offeredAt, offeredBy, offeredFor, completedAt, refusedAt, withdrawn } = version;
  return {
    number, state: states.get(number) ?? ("offered" as const), title, digest, revision, validFrom, validUntil, offered: offeredAt, offeredBy, offeredFor, completed: completedAt, refused: refusedAt,
    withdrawn: withdrawn === null ? null : { at: withdrawn.at, party: withdrawn.party, name: withdrawn.name, reason: withdrawn.reason },
    altered: altered.has(number),
    seats: seats.filter((seat) => seat.number === number).map((seat) => shownSeat(seat, version)),
  };
}

const serving = (versions: readonly VersionRecord[], { serving: found }: Standing) => found && { number: found.number, expired: found.expired, since: iso(found.since), until: versions.find(({ number }) => number === found.number)?.validUntil ?? null };

/** All versions of a workspace now, and how far the draft is from the one that serves. */
export async function overview({ db, drafts, signer }: SigningHouse, account: string, workspace: string, now: number) {
  const [versions, seats, setup, draft] = await Promise.all([versionsOf(db, account, workspace), seatsOf(db, account, workspace), signingSetup(db, account, workspace), drafts.read(account, workspace)]);
  const standing = standingAt(versions, signer, now);
  const inForce = standing.serving && (await wholeVersion(db, account, workspace, standing.serving.number));
  const differs = inForce && changedRows(JSON.parse(inForce.matrix) as MatrixDocument, draft.document);
  return {
    at: iso(now),
    versions: versions.map((version) => summary(version, seats, standing)),
    serving: serving(versions, standing) ?? null,
    altered: [...standing.altered],
    next: standing.next === undefined ? null : iso(standing.next),
    draft: { revision: draft.revision, digest: frozen(draft.document).digest, rows: differs ? countOf(differs) : null, others: differs?.others ?? null, missing: [...whatIsMissing(draft.document, setup)] },
    key: signer.key,
    fingerprint: fingerprintOf(signer.key),
  };
}

/** What was, is or will be in force at an instant, by what is known now. */
export async function standing({ db, signer }: Pick<SigningHouse, "db" | "signer">, account: string, workspace: string, at: number) {
  const versions = await versionsOf(db, account, workspace);
  const found = standingAt(versions, signer, at);
  return { at: iso(at), serving: serving(versions, found) ?? null, states: [...found.states].map(([number, state]) => ({ number, state })), altered: [...found.altered], next: found.next === undefined ? null : iso(found.next) };
}

/** One version. @throws Refused */
export async function detailOf({ db, signer }: Pick<SigningHouse, "db" | "signer">, account: string, workspace: string, number: number, now: number) {
  const [versions, seats] = await Promise.all([versionsOf(db, account, workspace), seatsOf(db, account, workspace, number)]);
  const version = versions.find((one) => one.number === number);
  if (!version) throw new Refused({ code: "not-found" });
  const before = versions.filter((one) => one.number < number && one.signatures.some((signature) => signature.account === account));
  return {
    ...summary(version, seats, standingAt(versions, signer, now)),
    signatures: version.signatures.map(shownSignature),
    refusals: version.refusals.map(({ rows, ...refusal }) => ({ ...refusal, rows: rows.map((row) => ({ ...row })) })),
    seal: version.seal === "" ? null : version.seal,
    key: version.key,
    lastSigned: before[0]?.number ?? null,
  };
}

/** Who signed a version, how, when and what. @throws Refused */
export async function certificate({ db, signer }: Pick<SigningHouse, "db" | "signer">, account: string, workspace: string, workspaceName: string, number: number, now: number) {
  const versions = await versionsOf(db, account, workspace);
  const version = versions.find((one) => one.number === number);
  if (!version) throw new Refused({ code: "not-found" });
  if (version.completedAt === null) throw trouble("not-complete");
  if (isAltered(version, signer)) throw trouble("altered");
  const { title, digest, validFrom, validUntil, offeredAt, completedAt, withdrawn, required, signatures, seal, key } = version;
  const parties = new Map(required.map(({ party, partyName }) => [party, partyName]));
  return {
    workspace: workspaceName, title, number, digest, state: standingAt(versions, signer, now).states.get(number) ?? ("signed" as const), validFrom, validUntil, offered: offeredAt, completed: completedAt, claim: CLAIM,
    parties: [...parties].map(([party, name]) => ({ party, name, signatures: signatures.filter((one) => one.party === party).map(shownSignature) })),
    withdrawn: withdrawn === null ? null : { at: withdrawn.at, party: withdrawn.party, name: withdrawn.name, reason: withdrawn.reason },
    key, fingerprint: fingerprintOf(key), seal,
  };
}
