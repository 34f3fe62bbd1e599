import { HistoryFile } from "#core/history/file.ts";
import { verifyHistory, type History } from "#core/history/verify.ts";
import { ed25519Holds } from "./ed25519.ts";
import { readText } from "./files.ts";
import { Unusable } from "./problem.ts";
import { jsonText } from "./say.ts";
import { verifySigned } from "./verify-version.ts";

function read(file: string): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (thrown) {
    if (thrown instanceof Unusable) throw thrown;
    throw new Unusable(`\`${file}\` is not whole, or no JSON: ${(thrown as Error).message}`, "fetch the file once more; one that was cut in the middle cannot be read");
  }
}

function historyIn(file: string, value: unknown): History {
  const checked = HistoryFile.safeParse(value);
  if (checked.success) return checked.data as History;
  const [issue] = checked.error.issues;
  throw new Unusable(`\`${file}\` is no history of Remit: ${issue?.path.join(" › ") || "the file"}: ${issue?.message ?? ""}`, "the history page of a workspace hands one out");
}

/** Proves a history or a signed version offline: exit 0 when it is whole, 1 when something was changed, each place named. */
export function verify(file: string, { key, format }: { readonly key?: string; readonly format: string }): number {
  const value = read(file);
  if ((value as { remit?: unknown } | null)?.remit === "signed-version") return verifySigned(file, value, { ...(key === undefined ? {} : { key }), format });
  const history = historyIn(file, value);
  if (key !== undefined && key.trim() !== history.key) throw new Unusable(`\`${file}\` was signed with another key than the one given`, `its key is ${history.key}`);
  if (Buffer.from(history.key, "base64").length !== 32) throw new Unusable(`the key in \`${file}\` is none`);
  const verdict = verifyHistory(history, ed25519Holds);
  if (format === "json") process.stdout.write(jsonText(verdict, 0));
  else {
    for (const { words } of verdict.faults) process.stdout.write(`${words}\n`);
    const last = history.entries.at(-1)?.revision ?? 0;
    if (verdict.faults.length > 0) process.stdout.write(`\nNOT WHOLE: ${verdict.faults.length} ${verdict.faults.length === 1 ? "fault" : "faults"} in ${verdict.entries} entries; signed and unchanged up to revision ${verdict.signedTo}\n`);
    else process.stdout.write(`whole: ${verdict.entries} entries, revisions ${history.from} to ${last}, ${verdict.erased === 0 ? "" : `words erased in ${verdict.erased}, `}signed by ${history.key}\n${key === undefined ? "The key stands in the file itself: compare it with the one you were given, or pass it with --key.\n" : ""}`);
  }
  return verdict.faults.length === 0 ? 0 : 1;
}
