import { Unfit } from "./child.ts";

/** A picture that may stand on the first page. */
export interface Logo {
  readonly kind: "png" | "jpg";
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** In bytes. */
export const LARGEST_LOGO = 1024 * 1024;
/** In pixels, each way: more would be unpacked into the memory of whoever opens it. */
const WIDEST = 4_000;
const SAVE_AS = "save it as PNG or JPEG, at most 1 MB and 4,000 pixels each way";

/** A logo from the bytes of a file. The bytes decide what it is, not its name. @throws Unfit */
export function logoOf(bytes: Uint8Array, name: string): Logo {
  if (bytes.length > LARGEST_LOGO) throw new Unfit(`the logo \`${name}\` is larger than 1 MB`, SAVE_AS);
  if (/^\s*(<\?xml|<!DOCTYPE|<!--|<svg)/i.test(new TextDecoder().decode(bytes.subarray(0, 400)))) throw new Unfit(`the logo \`${name}\` is an SVG, which can hold scripts and links`, SAVE_AS);
  const picture = png(bytes) ?? jpeg(bytes);
  if (picture === undefined) throw new Unfit(`the logo \`${name}\` is neither PNG nor JPEG, or not all of one`, SAVE_AS);
  if (picture.width < 1 || picture.height < 1 || picture.width > WIDEST || picture.height > WIDEST) throw new Unfit(`the logo \`${name}\` has ${picture.width} by ${picture.height} pixels`, SAVE_AS);
  return { ...picture, bytes };
}

function png(bytes: Uint8Array): Omit<Logo, "bytes"> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || view.getUint32(12) !== 0x49484452) return undefined;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === 0x49454e44) return { kind: "png", width: view.getUint32(16), height: view.getUint32(20) };
  return undefined;
}

function jpeg(bytes: Uint8Array): Omit<Logo, "bytes"> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint16(0) !== 0xffd8 || bytes.lastIndexOf(0xd9) < bytes.length - 16) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // The frame says how large it is; it stands in one of these segments.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { kind: "jpg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
