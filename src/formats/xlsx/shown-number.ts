/**
 * How Excel shows a number under a plain number format (`0.00`, `#,##0.0`, `0%`); undefined for the
 * formats that add words, colours or exponents, which no id or share in a matrix uses.
 */
export function shownNumber(value: number, format: string): string | undefined {
  const plain = /^(?:#,##)?#*0+(?:\.(0+))?(%?)$/.exec(format);
  if (!plain) return undefined;
  const decimals = plain[1]?.length ?? 0;
  return plain[2] ? `${(value * 100).toFixed(decimals)}%` : value.toFixed(decimals);
}
