import { createHash } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { ZipFile } from "yazl";
import { MANIFEST, type Manifest } from "./manifest.ts";
import type { Exporter } from "./part.ts";
import { PARTS } from "./parts.ts";

/**
 * A workspace as one zip archive, written while it is read: the parts, and last what they are with the SHA-256 of each.
 * @param told about a fault on the way; the archive then ends in the middle and opens nowhere.
 */
export function packed(exporter: Exporter, name: string, by: string, told: (fault: unknown) => void): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const parts: Manifest["parts"] = [];
  const fail = (fault: unknown): void => {
    told(fault);
    out.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  };
  const at = new Date();
  for (const part of PARTS)
    zip.addReadStreamLazy(part.name, { mtime: at }, (give) => {
      const hash = createHash("sha256");
      let bytes = 0;
      const counted = new Transform({
        transform(chunk: Buffer, _, done) {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
        flush(done) {
          parts.push({ name: part.name, about: part.about, bytes, sha256: hash.digest("hex") });
          done();
        },
      });
      const source = Readable.from(inBytes(part.write(exporter)), { objectMode: false });
      source.on("error", fail);
      give(null, source.pipe(counted));
    });
  zip.addReadStreamLazy(MANIFEST, { mtime: at }, (give) => {
    const manifest: Manifest = { remit: "export", format: 1, at: at.toISOString(), by, workspace: { id: exporter.workspace, name, revision: exporter.revision }, key: exporter.signer.key, parts };
    give(null, Readable.from([Buffer.from(JSON.stringify(manifest, null, 2))]));
  });
  zip.on("error", fail);
  zip.end();
  return out;
}

async function* inBytes(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) if (piece.length > 0) yield typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece);
}
