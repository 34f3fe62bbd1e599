import type { FileSource } from "./sitting.ts";

/** A table from the clipboard as a file: tab-separated cells, a Markdown table, a Remit matrix. */
export function sourceFromPaste(text: string, name: string): FileSource | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const asFile = (ending: string): FileSource => ({ kind: "file", name: `${name}${ending}`, bytes: new TextEncoder().encode(text) });
  if (/^\s*(remit\s*:|\{\s*"remit"\s*:)/.test(text)) return asFile(".remit.yaml");
  if (lines.some((line) => /^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|[\s:|-]*$/.test(line))) return asFile(".md");
  if (lines.length < 2) return undefined;
  if (lines.filter((line) => line.includes("\t")).length > lines.length / 2) return asFile(".tsv");
  if (lines.filter((line) => /[,;]/.test(line)).length > lines.length / 2) return asFile(".csv");
  return undefined;
}
