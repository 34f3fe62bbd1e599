import type { Contents } from "#breakglass/contents.ts";
import { inChild } from "./child.ts";

export const SIZES = ["wallet", "a4"] as const;
export type Size = (typeof SIZES)[number];

/** A card as PDF, worked out and set in a process of its own that is ended when it takes too long. @throws NotPrinted */
export const print = (contents: Contents, size: Size, longest?: number): Promise<Uint8Array<ArrayBuffer>> => inChild("press", { sheet: "card", contents, size }, longest);
