import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How a body can travel. */
export type Coding = "br" | "gzip" | "identity";

/** One built file, held in memory: nothing of a request ever becomes a path on disk. */
export interface Asset {
  readonly type: string;
  /** Its name carries a hash of its content, so it never changes. */
  readonly hashed: boolean;
  /** The bytes in the best coding of those offered; worked out once per coding. */
  body(accepted: readonly Coding[]): Promise<{ readonly coding: Coding; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};
const PACKED_ALREADY = new Set([".woff2", ".png", ".ico"]);
/** Below this, a compressed answer saves nothing. */
const WORTH_PACKING = 1_000;

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/**
 * Every file below a folder by its URL path (`/assets/page-BX2f.js`).
 * @throws the file system's error when the folder is missing.
 */
export function loadAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    assets.set(`/${relative(folder, path).split(sep).join("/")}`, assetFrom(entry.name, new Uint8Array(readFileSync(path))));
  }
  return assets;
}

/** One asset from its name and bytes. */
export function assetFrom(name: string, bytes: Uint8Array<ArrayBuffer>): Asset {
  const ending = extname(name);
  const packed = new Map<Coding, Promise<Uint8Array<ArrayBuffer>>>();
  const pack = (coding: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>> => {
    const known = packed.get(coding);
    if (known) return known;
    const made = (
      coding === "br" ? squeeze.br(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : squeeze.gzip(bytes, { level: 9 })
    ).then((buffer) => new Uint8Array(buffer));
    packed.set(coding, made);
    return made;
  };
  return {
    type: TYPES[ending] ?? "application/octet-stream",
    hashed: /-[\w-]{8}\.\w+$/.test(name),
    async body(accepted) {
      const coding = PACKED_ALREADY.has(ending) || bytes.length < WORTH_PACKING ? "identity" : accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
      return { coding, bytes: coding === "identity" ? bytes : await pack(coding) };
    },
  };
}

/** The codings a request's `Accept-Encoding` allows; `q=0` forbids. */
export function acceptedCodings(header: string | undefined): Coding[] {
  const allowed: Coding[] = ["identity"];
  for (const part of (header ?? "").split(",")) {
    const [name, ...parameters] = part.trim().toLowerCase().split(";");
    if ((name === "br" || name === "gzip") && !parameters.some((p) => /^\s*q=0(\.0*)?\s*$/.test(p))) allowed.push(name);
  }
  return allowed;
}
