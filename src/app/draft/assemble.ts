import { COLLECTIONS, type ItemKind, type MatrixDocument } from "#core/model/document.ts";
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

export type Item = { readonly id: string };
const KINDS = Object.keys(COLLECTIONS) as ItemKind[];
const LISTS: ReadonlySet<string> = new Set(Object.values(COLLECTIONS));
/** Lists a document always has, be they empty. */
const ALWAYS: ReadonlySet<string> = new Set(["parties", "roles", "activities"]);

export const keyOf = (kind: string, id: string): string => `${kind}/${id}`;
export const itemsOf = (document: MatrixDocument, kind: ItemKind): readonly Item[] => (document[COLLECTIONS[kind]] ?? []) as readonly Item[];

/** The document of a stored draft: its own fields, and each list in the order of the places. */
export function assembled({ revision, matrix, items }: StoredDraft): Assembled {
  const lists = new Map<string, object[]>();
  const held = new Map<string, Held>();
  for (const { kind, id, place, body, was } of items) {
    const list = COLLECTIONS[kind as ItemKind];
    if (list === undefined) continue;
    const here = lists.get(list);
    if (here) here.push(body);
    else lists.set(list, [body]);
    held.set(keyOf(kind, id), { place, was });
  }
  const document = { ...matrix.body } as Record<string, unknown>;
  for (const kind of KINDS) {
    const list = COLLECTIONS[kind];
    const here = lists.get(list);
    if (here || ALWAYS.has(list)) document[list] = here ?? [];
  }
  return { revision, document: document as unknown as MatrixDocument, held, matrixWas: matrix.was };
}

/** The document's own fields, without its lists of items. */
export const ownFields = (document: MatrixDocument): Record<string, unknown> => Object.fromEntries(Object.entries(document).filter(([field]) => !LISTS.has(field)));

/** What is stored for a whole document, as a first revision would store it. */
export function takenApart(document: MatrixDocument): Pick<StoredDraft, "items"> & { readonly body: Record<string, unknown> } {
  const items: StoredItem[] = [];
  for (const kind of KINDS) itemsOf(document, kind).forEach((item, index) => items.push({ kind, id: item.id, place: index + 1, body: item, was: 0 }));
  return { body: ownFields(document), items };
}
