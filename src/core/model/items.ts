import { COLLECTIONS, DIRECTORY_LISTS, type DirectoryKind, type ItemKind, type ListKind, type MatrixDocument } from "./document.ts";

export type Item = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Every word an edit may name an item with. */
export const KINDS: readonly ItemKind[] = [...(Object.keys(COLLECTIONS) as ListKind[]), ...(Object.keys(DIRECTORY_LISTS) as DirectoryKind[])];

export const inDirectory = (kind: ItemKind): kind is DirectoryKind => kind in DIRECTORY_LISTS;

/** Where a kind's list stands in the document. */
export const listPath = (kind: ItemKind): readonly string[] => (inDirectory(kind) ? ["directory", DIRECTORY_LISTS[kind]] : [COLLECTIONS[kind]]);

const NONE: readonly Item[] = [];

/** The items of a kind, in their order; the same list as long as nothing in it changes. */
export const itemsOf = (document: MatrixDocument, kind: ItemKind): readonly Item[] =>
  ((inDirectory(kind) ? document.directory?.[DIRECTORY_LISTS[kind]] : document[COLLECTIONS[kind]]) ?? NONE) as unknown as readonly Item[];

/** The document with another list of a kind. A directory with nothing in it is left out: its digest says so. */
export function withItems(document: MatrixDocument, kind: ItemKind, list: readonly { readonly id: string }[]): MatrixDocument {
  if (!inDirectory(kind)) return { ...document, [COLLECTIONS[kind]]: list };
  const { [DIRECTORY_LISTS[kind]]: _, ...others } = document.directory ?? {};
  const directory = list.length > 0 ? { ...document.directory, [DIRECTORY_LISTS[kind]]: list } : others;
  const { directory: __, ...rest } = document;
  return Object.keys(directory).length > 0 ? ({ ...rest, directory } as MatrixDocument) : rest;
}
