import type { Denied } from "#db/denied.ts";
import { Refused, type VersionTrouble } from "../refusal.ts";

/** What the database's no means where a version is signed or refused. */
export function deniedToSign(denied: Denied, names: readonly string[] = []): Refused {
  if (denied === "not-found") return new Refused({ code: "not-found" });
  const why: VersionTrouble = denied === "may-not" ? "not-signatory" : denied === "in-the-way" ? "signed-already" : denied === "changed" ? "other-text" : denied === "agreed" ? "not-turn" : "not-open";
  return new Refused({ code: "version", why, names });
}

export const trouble = (why: VersionTrouble, names: readonly string[] = []): Refused => new Refused({ code: "version", why, names });
