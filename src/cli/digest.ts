import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import { open } from "./open.ts";
import { jsonText } from "./say.ts";

/** SHA-256 of the matrix as it would be signed, and of its directory. */
export async function digest(file: string, { format }: { format: string }): Promise<number> {
  const { document } = await open(file);
  const digests = { matrix: matrixDigest(document), directory: directoryDigest(document) };
  process.stdout.write(format === "json" ? jsonText(digests, 0) : `matrix     ${digests.matrix}\ndirectory  ${digests.directory}\n`);
  return 0;
}
