/** A control id as the sheet writes it, and where it comes from. */
export interface ControlReading {
  readonly framework: string;
  readonly id: string;
}

/** Shapes that belong to one framework only. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d{2}$/, "nist-csf-2.0"],
  [/^(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d$/, "nist-csf-1.1"],
  [/^[A-Z]{2}\.L[1-3]-\d\.\d{1,2}\.\d{1,2}(?:[a-z])?$/, "cmmc-l2"],
  [/^(?:AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)-\d{1,2}(?:\s?\(\d{1,2}\))*(?:\s?\(?[a-z]\)?\.?(?:\s?\(?\d{1,2}\)?)?)?$/, "nist-800-53-r5"],
  [/^(?:§\s?)?164\.3\d\d(?:\([a-z0-9]+\))*$/i, "hipaa"],
  [/^(?:§\s?)?500\.\d{1,2}(?:\([a-z0-9]+\))*$/i, "nycrr-500"],
  [/^A\.[5-8]\.\d{1,2}$/, "iso-27001-2022"],
  [/^\d{4}\.\d{2}[a-z]\d?[A-Z]*(?:Organizational|System)\.\d+$/i, "hitrust"],
  [/^[1-8]\.[A-Z]$/, "cisa-cpg-2.0"],
];

/** Frameworks whose ids are plain numbers, known only from the header's words. */
const NAMED: readonly (readonly [RegExp, string, RegExp])[] = [
  [/hitrust/i, "hitrust", /^\S{2,40}$/],
  [/\bpci\b/i, "pci-dss-4.0.1", /^[1-9]\d?(?:\.\d{1,2}){1,4}$|^A\d\.\d+(?:\.\d+)*$/],
  [/800-?171/i, "nist-800-171-r2", /^3\.\d{1,2}\.\d{1,2}$/],
  [/cmmc/i, "cmmc-l2", /^3\.\d{1,2}\.\d{1,2}$|^[A-Z]{2}\.\d\.\d{3}$/],
  [/\biso\b|27001|27002|annex a/i, "iso-27001-2022", /^(?:A\.)?[5-8]\.\d{1,2}$|^\d{1,2}\.\d(?:\.\d)?$/],
  [/nycrr|nydfs|part 500/i, "nycrr-500", /^(?:§\s?)?500\.\d+\S*$/],
  [/\bcis\b/i, "cis-v8", /^\d{1,2}\.\d{1,2}$/],
  [/\bcpg\b/i, "cisa-cpg-2.0", /^\d\.[A-Z]$/],
  [/hipaa/i, "hipaa", /^(?:§\s?)?164\.\d{3}\S*$/],
  [/soc ?2|tsc|trust services/i, "soc-2", /^(?:CC|A|C|P|PI)\d{1,2}\.\d{1,2}$/],
];
const PREFIX = /^(?:nist(?: sp)?(?: 800-53(?: ?r(?:ev)?\.? ?[45])?| csf(?: 2\.0)?)?|pci(?: dss)?(?: v?4(?:\.0(?:\.1)?)?)?|iso(?:\/iec)?(?: 2700[12])?(?::2022)?|hipaa|cmmc|nycrr|23 nycrr|800-171)\s*[:#]?\s+/i;

/**
 * The controls in one cell, by shape and by the framework the header names. Undefined when any part of
 * the cell is no control id: then the cell is no list of controls.
 */
export function readControls(cell: string, header: string): readonly ControlReading[] | undefined {
  const found: ControlReading[] = [];
  for (const part of cell.split(/\s*(?:[;,\n|]|\band\b|\s\/\s)\s*/)) {
    if (part === "") continue;
    const words = PREFIX.exec(part)?.[0] ?? "";
    const id = part.slice(words.length).trim();
    const named = NAMED.find(([name, , shape]) => (name.test(words) || name.test(header)) && shape.test(id));
    const shaped = SHAPES.find(([shape]) => shape.test(id));
    const framework = shaped?.[1] ?? named?.[1] ?? (/^3\.\d{1,2}\.\d{1,2}$/.test(id) && !/\bpci\b/i.test(header) ? "nist-800-171-r2" : undefined);
    if (framework === undefined || id.length > 60) return undefined;
    found.push({ framework, id: id.replace(/^§\s?/, "").replace(/\s+/g, "") });
  }
  return found.length > 0 ? found : undefined;
}

/** `framework:id`, as the document writes controls. */
export const controlKey = ({ framework, id }: ControlReading): string => `${framework}:${id}`;
