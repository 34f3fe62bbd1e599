import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { Readable, type Transform } from "node:stream";
import { describe, expect, test } from "vitest";
import { seal, unseal, Unopened } from "./sealed-stream.ts";

const through = (bytes: Buffer, stage: Transform, chunk = 10_000): Promise<Buffer> => {
  const pieces = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) => bytes.subarray(i * chunk, (i + 1) * chunk));
  return buffer(Readable.from(pieces).pipe(stage));
};
const refused = (bytes: Buffer, passphrase = "four plain words"): Promise<unknown> => new Promise((settle) => {
  const stage = unseal(passphrase);
  stage.on("error", settle).on("end", () => settle("opened")).resume();
  Readable.from([bytes]).pipe(stage);
});
const PIECE = 64 * 1024;

describe("a sealed stream", () => {
  test.each([0, PIECE, 3 * PIECE + 17])("of %i bytes comes back as it was", async (size) => {
    const bytes = randomBytes(size);
    const sealed = await through(bytes, seal("four plain words"));
    expect(sealed.includes(bytes.subarray(0, 32)) && size >= 32).toBe(false);
    expect(await through(sealed, unseal("four plain words"), 777)).toEqual(bytes);
  });

  test("opens for nobody with another passphrase, nor when anything was changed, cut, moved or added", async () => {
    const sealed = await through(randomBytes(3 * PIECE + 5), seal("four plain words"));
    const head = sealed.length - (3 * (PIECE + 16) + 5 + 16);
    const flipped = Buffer.from(sealed);
    flipped[head + PIECE + 40] = (flipped[head + PIECE + 40] ?? 0) ^ 1;
    const moved = Buffer.concat([sealed.subarray(0, head), sealed.subarray(head + PIECE + 16, head + 2 * (PIECE + 16)), sealed.subarray(head, head + PIECE + 16), sealed.subarray(head + 2 * (PIECE + 16))]);
    for (const bytes of [flipped, moved, sealed.subarray(0, head + 2 * (PIECE + 16)), sealed.subarray(0, -1), sealed.subarray(0, 20), Buffer.concat([sealed, randomBytes(9)]), Buffer.from("something else entirely, long enough to be looked at")]) expect(await refused(bytes)).toBeInstanceOf(Unopened);
    expect(await refused(sealed, "four other words")).toBeInstanceOf(Unopened);
    expect(await refused(sealed)).toBe("opened");
  });
});
