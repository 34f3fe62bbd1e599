import { dayAfter, startOfDay } from "./days.ts";

/** What is known of a version. Instants are milliseconds since 1970 UTC; days as the document writes them. */
export interface VersionFacts {
  readonly number: number;
  readonly offeredAt: number;
  /** When the last required signature came. */
  readonly completeAt?: number;
  readonly validFrom?: string;
  /** The last day of its validity. */
  readonly validUntil?: string;
  readonly refusedAt?: number;
  readonly withdrawnAt?: number;
}

export type VersionState = "offered" | "refused" | "withdrawn" | "signed" | "in-force" | "superseded" | "expired";

/** The instant its validity is over; nothing where it has no end. */
export const endOf = ({ validUntil }: Pick<VersionFacts, "validUntil">): number => (validUntil === undefined ? Number.POSITIVE_INFINITY : dayAfter(validUntil));

/** When it comes in force, if nothing later is in force by then: signed by all and valid. Nothing for one that never does. */
export function startOf({ completeAt, validFrom, refusedAt, withdrawnAt, ...rest }: VersionFacts): number | undefined {
  if (completeAt === undefined || (refusedAt !== undefined && refusedAt < completeAt)) return undefined;
  const start = Math.max(completeAt, validFrom === undefined ? completeAt : startOfDay(validFrom));
  if (start >= endOf(rest) || (withdrawnAt !== undefined && withdrawnAt <= start)) return undefined;
  return start;
}

/** Whether a later version is, or was, in force by then: what is superseded does not come back. */
const supersededBy = (version: VersionFacts, all: readonly VersionFacts[], at: number): boolean => all.some((other) => other.number > version.number && (startOf(other) ?? Number.POSITIVE_INFINITY) <= at);

/** What a version of a workspace is at an instant; nothing before it was offered. */
export function stateAt(version: VersionFacts, all: readonly VersionFacts[], at: number): VersionState | undefined {
  const { offeredAt, completeAt, refusedAt, withdrawnAt } = version;
  if (at < offeredAt) return undefined;
  if (withdrawnAt !== undefined && withdrawnAt <= at) return "withdrawn";
  if (refusedAt !== undefined && refusedAt <= at) return "refused";
  if (completeAt === undefined || completeAt > at) return "offered";
  if (supersededBy(version, all, at)) return "superseded";
  // It ends also where its validity was over before the last one signed: then it never began.
  if (at >= endOf(version)) return "expired";
  return (startOf(version) ?? Number.POSITIVE_INFINITY) <= at ? "in-force" : "signed";
}

/** What serves at an instant. */
export interface Serving {
  readonly number: number;
  /** Its validity is over: it serves because nothing replaced it. */
  readonly expired: boolean;
  readonly since: number;
}

/** The one version that serves at an instant, if one does: at most one is in force. */
export function servingAt(all: readonly VersionFacts[], at: number): Serving | undefined {
  for (const version of all) {
    const since = startOf(version);
    const state = stateAt(version, all, at);
    if (since !== undefined && since <= at && (state === "in-force" || state === "expired")) return { number: version.number, expired: state === "expired", since };
  }
  return undefined;
}

/** The next instant at which the state of any version changes by itself or by what is known already. */
export function nextChange(all: readonly VersionFacts[], at: number): number | undefined {
  const instants = new Set(all.flatMap((version) => [version.offeredAt, version.completeAt, version.refusedAt, version.withdrawnAt, startOf(version), endOf(version)]));
  const later = [...instants].filter((one): one is number => one !== undefined && one > at && Number.isFinite(one)).sort((a, b) => a - b);
  return later.find((instant) => all.some((version) => stateAt(version, all, instant) !== stateAt(version, all, instant - 1)));
}
