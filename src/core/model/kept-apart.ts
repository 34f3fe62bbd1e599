import type { MatrixDocument } from "./document.ts";
import type { Edit } from "./edit.ts";
import { itemsOf, withItems, type Item } from "./items.ts";

/** Edits as everybody may read them, and beside them the values that only one side may. */
export interface KeptApart {
  readonly edits: readonly Edit[];
  readonly values: readonly { readonly contact: string; readonly party: string | undefined; readonly value: string; /** The person or role it reaches. */ readonly whose?: string }[];
}

/** Whether an edit can touch a private value at all; most cannot. */
const near = (edit: Edit): boolean => edit.do === "replace" || (edit.do === "set" && edit.at.kind === "contact") || (edit.do === "add" && edit.kind === "contact");

/**
 * Takes the values of private contacts out of edits, for a document in which they lie apart already: neither the draft
 * nor its log then ever hold them. A law in the tests: the edits lead to the same document without those values.
 */
export function keepApart(document: MatrixDocument, edits: readonly Edit[]): KeptApart {
  if (!edits.some(near)) return { edits, values: [] };
  let people = document;
  let contacts = new Map(itemsOf(document, "contact").map((one) => [one.id, one]));
  const values = new Map<string, string>();
  const shown: Edit[] = [];
  for (const edit of edits) {
    if (edit.do === "replace") {
      people = edit.document;
      const bare = itemsOf(edit.document, "contact").map((one) => hidden(one, values));
      contacts = new Map(bare.map((one) => [one.id, one]));
      shown.push({ ...edit, document: withItems(edit.document, "contact", bare) });
    } else if (edit.do === "add" && edit.kind === "contact") {
      const bare = hidden(edit.item, values);
      contacts.set(bare.id, bare);
      shown.push({ ...edit, item: bare });
    } else if (edit.do === "set" && edit.at.kind === "contact") {
      const was = contacts.get(edit.at.id);
      const now = { ...was, id: edit.at.id, [edit.field]: edit.value ?? undefined };
      const bare = hidden(now, values);
      contacts.set(edit.at.id, bare);
      // What is set and hidden at once leaves no trace here.
      if (edit.field !== "value" || bare === now) shown.push(edit);
      if (edit.field === "private" && bare !== now) shown.push({ ...edit, field: "value", value: null });
      if (bare["private"] !== true) values.delete(edit.at.id);
    } else {
      if (edit.do === "add" && (edit.kind === "person" || edit.kind === "role")) people = withItems(people, edit.kind, [...itemsOf(people, edit.kind), edit.item]);
      shown.push(edit);
    }
  }
  const partyOf = (contact: Item | undefined): string | undefined =>
    (people.people?.find(({ id }) => id === contact?.["person"]) ?? people.roles.find(({ id }) => id === contact?.["role"]))?.party;
  return {
    edits: shown,
    values: [...values].map(([id, value]) => {
      const contact = contacts.get(id);
      const whose = contact?.["person"] ?? contact?.["role"];
      return { contact: id, party: partyOf(contact), value, ...(typeof whose === "string" ? { whose } : {}) };
    }),
  };
}

function hidden(contact: Item, values: Map<string, string>): Item {
  const { value, ...rest } = contact;
  if (rest["private"] !== true || typeof value !== "string") return contact;
  values.set(contact.id, value);
  return rest;
}
