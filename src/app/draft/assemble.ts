import { COLLECTIONS, type MatrixDocument } from "#core/model/document.ts";
import { itemsOf, KINDS, withItems, type Item } from "#core/model/items.ts";
import type { StoredDraft, StoredItem } from "#db/draft.ts";

/** An item's row in the database, beside the item itself. */
export interface Held {
  readonly place: number;
  readonly was: number;
}

/** A draft in memory: the document, and what the database needs to know to change it. */
export interface Assembled {
  readonly revision: number;
  readonly document: MatrixDocument;
  /** `kind/id` of every item to its row. */
  readonly held: ReadonlyMap<string, Held>;
  /** The revision that last wrote the document's own fields. */
  readonly matrixWas: number;
}

/** What is no field of the document's own: its lists, and its directory, which is lists altogether. */
const LISTS: ReadonlySet<string> = new Set([...Object.values(COLLECTIONS), "directory"]);
/** Lists a document always has, be they empty. */
const ALWAYS: ReadonlySet<string> = new Set(["party", "role", "activity"]);

export const keyOf = (kind: string, id: string): string => `${kind}/${id}`;

/** The document of a stored draft: its own fields, and each list in the order of the places. */
export function assembled({ revision, matrix, items }: StoredDraft): Assembled {
  const lists = new Map<string, Item[]>();
  const held = new Map<string, Held>();
  for (const { kind, id, place, body, was } of items) {
    const here = lists.get(kind);
    if (here) here.push(body as Item);
    else lists.set(kind, [body as Item]);
    held.set(keyOf(kind, id), { place, was });
  }
  let document = { ...matrix.body } as MatrixDocument;
  for (const kind of KINDS) {
    const here = lists.get(kind);
    if (here || ALWAYS.has(kind)) document = withItems(document, kind, here ?? []);
  }
  return { revision, document, held, matrixWas: matrix.was };
}

/** The document's own fields, without its lists of items. */
export const ownFields = (document: MatrixDocument): Record<string, unknown> => Object.fromEntries(Object.entries(document).filter(([field]) => !LISTS.has(field)));

/** What is stored for a whole document, as a first revision would store it. */
export function takenApart(document: MatrixDocument): Pick<StoredDraft, "items"> & { readonly body: Record<string, unknown> } {
  const items: StoredItem[] = [];
  for (const kind of KINDS) itemsOf(document, kind).forEach((item, index) => items.push({ kind, id: item.id, place: index + 1, body: item, was: 0 }));
  return { body: ownFields(document), items };
}
