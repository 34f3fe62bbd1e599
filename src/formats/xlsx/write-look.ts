import type { CellStyle, ConditionalRule } from "hucre/xlsx";
import type { PartyKind } from "#core/model/party.ts";
import type { Letter } from "#core/model/activity.ts";

/** Colours of an exported workbook: readable on paper, and in grey too, where only dark and light are left. */
const INK = "1D2430";
const QUIET = "5A6475";
const LINE = "D5DAE1";
const GROUND = "EEF1F4";
const ACCENT = "0F6B62";
const FONT = "Calibri";

const solid = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb }, bgColor: { rgb } }) as const;
const side = { style: "thin", color: { rgb: LINE } } as const;
const box = { top: side, right: side, bottom: side, left: side } as const;

/** Every cell is text: typing over it never turns `8.10` into a number or a name into a formula. */
const asText = { numFmt: "@" } as const;

/** The workbook's own font: cells that name none cost nothing. */
export const DEFAULT_FONT = { name: FONT, size: 10, color: { rgb: INK } } as const;

// Bodies have neither font nor border of their own: the library works out each cell's style anew, and
// a large matrix has many cells. One rule draws the lines (`ruled`).
export const BODY: CellStyle = { ...asText, alignment: { vertical: "center", wrapText: true } };
export const BODY_STRONG: CellStyle = { ...BODY, font: { name: FONT, size: 10, bold: true, color: { rgb: INK } } };
export const BODY_QUIET: CellStyle = { ...BODY, font: { name: FONT, size: 9, color: { rgb: QUIET } } };
export const LETTER: CellStyle = { ...asText, alignment: { horizontal: "center", vertical: "center", wrapText: true } };
export const HEAD: CellStyle = { ...asText, font: { name: FONT, size: 10, bold: true, color: { rgb: INK } }, fill: solid(GROUND), alignment: { vertical: "bottom", wrapText: true }, border: { ...box, bottom: { style: "medium", color: { rgb: ACCENT } } } };
export const BAND: CellStyle = { ...asText, font: { name: FONT, size: 9, color: { rgb: QUIET } }, fill: solid(GROUND), alignment: { vertical: "center" } };
export const HEADLINE: CellStyle = { ...asText, font: { name: FONT, size: 16, bold: true, color: { rgb: ACCENT } }, alignment: { vertical: "center" } };
export const TEXT: CellStyle = { ...asText, font: { name: FONT, size: 10, color: { rgb: INK } }, alignment: { vertical: "top", wrapText: true } };

type Tint = { readonly fill: string; readonly ink: string };
const CLIENT: Tint = { fill: "DCE7F8", ink: "1D4A92" };
const PROVIDER: Tint = { fill: "FAE8CD", ink: "7A4700" };
const OTHER: Tint = { fill: "E9E0F5", ink: "573087" };

const tintOf = (kind: PartyKind | undefined): Tint => (kind === "client" ? CLIENT : kind === "provider" ? PROVIDER : OTHER);

/** The band with a party's name over its roles. */
export function partyBand(kind: PartyKind | undefined): CellStyle {
  const { fill, ink } = tintOf(kind);
  return { ...BAND, font: { name: FONT, size: 10, bold: true, color: { rgb: ink } }, fill: solid(fill), alignment: { horizontal: "center", vertical: "center", wrapText: true }, border: box };
}

/** A role's name over its column; upright where there are many. */
export function roleHead(kind: PartyKind | undefined, upright: boolean): CellStyle {
  const { fill, ink } = tintOf(kind);
  return {
    ...HEAD,
    font: { name: FONT, size: upright ? 9 : 10, bold: true, color: { rgb: ink } },
    fill: solid(fill),
    alignment: { horizontal: "center", vertical: "bottom", wrapText: true, ...(upright ? { textRotation: 90 } : {}) },
  };
}

/** Letters by weight: A is the darkest, I the lightest, so a grey print still tells them apart. */
export const LETTER_LOOK: Readonly<Record<Letter, Tint>> = {
  A: { fill: "0B4F48", ink: "FFFFFF" },
  R: { fill: "7CC7BD", ink: "0A2F2B" },
  C: { fill: "DDE6F5", ink: "1D3F7A" },
  S: { fill: "EFE6F8", ink: "573087" },
  I: { fill: "F3F4F6", ink: "4A5362" },
};

export const letterStyle = (letter: Letter): CellStyle => ({ ...LETTER, border: box, font: { name: FONT, size: 10, bold: true, color: { rgb: LETTER_LOOK[letter].ink } }, fill: solid(LETTER_LOOK[letter].fill) });

/** The dress of a cell by a rule, so that it follows when somebody changes the letter. */
export function lookWhen(range: string, formula: string, tint: Tint, priority: number): ConditionalRule {
  return { type: "expression", priority, range, formula, style: { font: { color: { rgb: tint.ink }, bold: true }, fill: solid(tint.fill) } };
}

/** Lines around the cells of every row that says something in its key column. */
export const ruled = (range: string, key: string, priority: number): ConditionalRule => ({ type: "expression", priority, range, formula: `${key}<>""`, style: { border: box } });

export const LANE_LOOK: readonly (readonly [string, Tint])[] = [
  ["Client", CLIENT],
  ["Provider", PROVIDER],
  ["Shared", OTHER],
  ["Nobody", { fill: "FBE3E1", ink: "9B1C14" }],
];

export const SEVERITY_LOOK: readonly (readonly [string, Tint])[] = [
  ["error", { fill: "FBE3E1", ink: "9B1C14" }],
  ["warning", { fill: "FBF0D4", ink: "6B4B00" }],
  ["note", { fill: "E4EDF9", ink: "1D4A92" }],
];
