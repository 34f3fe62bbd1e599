import { BorderStyle, ShadingType, type IStylesOptions } from "docx";

export const INK = "14213D";
export const SOFT = "505050";
export const OPEN = "9A3412";
const RULE = "AAAAAA";

/** Millimetres in twentieths of a point, as Word measures. */
export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1_440);

export const A4 = { width: mm(210), height: mm(297) } as const;
export const UPRIGHT = { side: mm(18), top: mm(18), bottom: mm(20) } as const;
export const WIDE = { side: mm(14), top: mm(15), bottom: mm(18) } as const;

const line = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
export const TABLE_BORDERS = { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line } as const;
export const UNDERLINE = { top: none, left: none, right: none, insideVertical: none, bottom: none, insideHorizontal: none } as const;
export const WRITTEN_ON = { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000" }, top: none, left: none, right: none } as const;
export const filled = (colour: string) => ({ type: ShadingType.CLEAR, color: "auto", fill: colour }) as const;

const heading = (size: number, before: number, after: number) => ({ run: { size, bold: true, color: INK }, paragraph: { spacing: { before, after }, keepNext: true } });

/** Lines of tables, by how they look: a style each, so that a cell says only its words. In half points. */
export const CELL_SIZES = { wide: 15, upright: 18 } as const;
type CellSize = keyof typeof CELL_SIZES;
const CELL_LOOKS = { plain: {}, strong: { bold: true }, soft: { color: SOFT }, open: { bold: true, color: OPEN }, head: { bold: true, color: "FFFFFF" } } as const;
export const cellStyle = (size: CellSize, look: keyof typeof CELL_LOOKS): string => `cell-${size}-${look}`;

const CELL_STYLES = (Object.keys(CELL_SIZES) as CellSize[]).flatMap((size) =>
  (Object.keys(CELL_LOOKS) as (keyof typeof CELL_LOOKS)[]).map((look) => ({ id: cellStyle(size, look), name: `Cell ${size} ${look}`, basedOn: "Normal", run: { size: CELL_SIZES[size], ...CELL_LOOKS[look] }, paragraph: { spacing: { after: 30 }, ...(look === "head" && { keepNext: true }) } })),
);

/** One font, one language, real heading styles: a reader's own tools find their way by them. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: "Calibri", size: 20, language: { value: "en-GB", eastAsia: "zh-CN", bidirectional: "ar-SA" } }, paragraph: { spacing: { after: 80 } } },
    title: { run: { size: 52, bold: true, color: INK }, paragraph: { spacing: { before: 60, after: 160 } } },
    heading1: heading(30, 400, 160),
    heading2: heading(21, 260, 80),
  },
  paragraphStyles: CELL_STYLES,
};
