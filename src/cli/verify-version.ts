import { SignedVersion } from "#core/version/signed-version.ts";
import { verifyVersion } from "#core/version/verify-version.ts";
import { ed25519Holds } from "./ed25519.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";

/** Proves a signed version offline: exit 0 when it is what was signed, 1 when it is not, each fault named. */
export function verifySigned(file: string, value: unknown, { key, format }: { readonly key?: string; readonly format: string }): number {
  const checked = SignedVersion.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new Unusable(`\`${file}\` is no signed version of Remit: ${issue?.path.join(" › ") || "the file"}: ${issue?.message ?? ""}`, "the versions page of a workspace hands one out");
  }
  const version = checked.data;
  const verdict = verifyVersion(version, ed25519Holds, key);
  if (format === "json") process.stdout.write(jsonText({ ...verdict, number: version.number, digest: version.digest, key: version.key }, 0));
  else {
    for (const { words } of verdict.faults) process.stdout.write(`${words}\n`);
    if (verdict.faults.length > 0) process.stdout.write(`\nNOT VALID: ${verdict.faults.length} ${verdict.faults.length === 1 ? "fault" : "faults"} in version ${version.number}\n`);
    else {
      process.stdout.write(`${verdict.verdict}: version ${version.number}, digest ${version.digest}\n`);
      for (const { name, party, how, at } of version.signatures) process.stdout.write(`  ${name} for ${party}, ${at}, by ${how}\n`);
      for (const { name, party, at, reason } of version.withdrawals) process.stdout.write(`  WITHDRAWN by ${name} for ${party}, ${at}: ${reason}\n`);
      process.stdout.write(key === undefined ? `sealed by ${version.key}\nThe key stands in the file itself: compare it with the one you were given, or pass it with --key.\n` : "");
    }
  }
  return verdict.faults.length === 0 ? 0 : 1;
}
