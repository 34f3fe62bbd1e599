import type { Written } from "../work/order.ts";

/** Hand a file to the browser's downloads. Returns its name. */
export function saveFile({ bytes, mediaType, ending }: Written, from: string): string {
  const plain = from.replace(/\.(remit\.)?[a-z]{2,5}$/i, "").replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").replace(/\s+/g, " ").trim() || "matrix";
  const name = `${plain}${ending}`;
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return name;
}
