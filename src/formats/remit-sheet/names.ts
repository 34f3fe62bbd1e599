import { COLLECTIONS } from "#core/model/document.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { personLabels, roleLabels, toldApart } from "#core/model/told-apart.ts";

/** The lists whose items are written by name in a sheet. */
export type Named = "party" | "person" | "role" | "area" | "stage" | "scope" | "calendar";
const KINDS: readonly Named[] = ["party", "person", "role", "area", "stage", "scope", "calendar"];

/** Names for ids, and ids for names: what a sheet shows and what it is read by. */
export interface Names {
  /** The name a sheet shows; where two items share one, what tells them apart stands behind it. */
  say(kind: Named, id: string): string;
  /** The item somebody meant by a text, if that is one item. */
  find(kind: Named, text: string): string | undefined;
}

/** Text on one line, with single blanks. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Names of a document; a text it does not know is asked of `before` (the names a sheet was written with). */
export function namesOf(document: MatrixDocument, before?: Names): Names {
  const labels = new Map<string, string>();
  const ids = new Map<string, string | null>();
  const know = (kind: Named, text: string, id: string): void => {
    const key = `${kind}|${oneLine(text).toLowerCase()}`;
    if (oneLine(text) !== "") ids.set(key, ids.has(key) && ids.get(key) !== id ? null : id);
  };
  for (const kind of KINDS) {
    const items = (document[COLLECTIONS[kind]] ?? []) as readonly { readonly id: string; readonly name: string; readonly party?: string }[];
    const apart = kind === "role" ? roleLabels(document) : kind === "person" ? personLabels(document) : toldApart(items.map(({ id, name }) => ({ id, name, facts: [] })));
    for (const { id, name } of items) {
      const plain = oneLine(name);
      const label = apart.get(id) ?? id;
      labels.set(`${kind}|${id}`, label);
      know(kind, label, id);
      if (label === plain || plain === "") continue;
      know(kind, plain, id);
      // Sheets written before told namesakes apart by their ids.
      know(kind, `${plain} [${id}]`, id);
    }
    // An id is understood too, unless it is somebody else's name.
    for (const { id } of items) if (!ids.has(`${kind}|${id.toLowerCase()}`)) ids.set(`${kind}|${id.toLowerCase()}`, id);
  }
  return {
    say: (kind, id) => labels.get(`${kind}|${id}`) ?? id,
    find: (kind, text) => {
      const id = ids.get(`${kind}|${oneLine(text).toLowerCase()}`);
      return id === undefined ? before?.find(kind, text) : (id ?? undefined);
    },
  };
}
