import { renderSVG } from "uqr";
import { minuteOf } from "#core/time/minute.ts";
import { cardOf, type Card } from "#breakglass/card.ts";
import type { Contents } from "#breakglass/contents.ts";
import { inChild } from "./child.ts";

export const SIZES = ["wallet", "a4"] as const;
export type Size = (typeof SIZES)[number];

/** A card as PDF, set in a process of its own that is ended when it takes too long. @throws NotPrinted */
export function print(contents: Contents, size: Size, longest?: number): Promise<Uint8Array<ArrayBuffer>> {
  const card = cardOf(contents);
  return inChild("press", { sheet: "card", inputs: { size, card: JSON.stringify({ ...card, lacking: false }), qr: code(card, contents) }, made: minuteOf(contents.made) * 60 }, longest);
}

const code = ({ digest }: Card, { until }: Contents): string => renderSVG(`remit:matrix:sha256:${digest}?until=${until}`, { ecc: "M", border: 0 });
