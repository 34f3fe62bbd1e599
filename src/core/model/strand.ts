import type { ItemKind, MatrixDocument } from "./document.ts";
import { applyEdit, EditRefused, type Edit } from "./edit.ts";
import { itemsOf, withItems, type Item } from "./items.ts";
import { undoOf } from "./undo.ts";

/** An edit of one item of a list. */
export type ItemEdit = Exclude<Edit, { readonly do: "replace" | "set-matrix" }>;

export const kindOf = (edit: ItemEdit): ItemKind => (edit.do === "set" ? edit.at.kind : "kind" in edit ? edit.kind : "activity");

interface Knot {
  item: Item;
  before: Knot | Ends;
  after: Knot | Ends;
}
interface Ends {
  item?: never;
  before: Knot | Ends;
  after: Knot | Ends;
}

const NOTHING = { remit: 1, title: "", parties: [], roles: [], activities: [] } as unknown as MatrixDocument;

/**
 * A list of items while many edits go over it: an item is found, moved, put in and taken out without walking the list,
 * so that a thousand moves cost a thousand steps and not a thousand lists. Ids have to be told apart.
 */
export class Strand {
  readonly #kind: ItemKind;
  readonly #knots = new Map<string, Knot>();
  readonly #ends: Ends = {} as Ends;

  constructor(kind: ItemKind, list: readonly Item[]) {
    this.#kind = kind;
    this.#ends.before = this.#ends.after = this.#ends;
    for (const item of list) this.#tie(item, this.#ends);
  }

  /** How many items there are that differ in their ids. */
  get size(): number {
    return this.#knots.size;
  }

  /** The list as it is now. */
  items(): readonly Item[] {
    const list: Item[] = [];
    for (let knot = this.#ends.after; knot.item !== undefined; knot = knot.after) list.push(knot.item);
    return list;
  }

  /**
   * Makes an edit of this kind.
   * @returns the edits that take it back.
   * @throws EditRefused like `applyEdit`.
   */
  apply(edit: ItemEdit): readonly Edit[] {
    const kind = this.#kind;
    switch (edit.do) {
      case "add":
        if (this.#knots.has(edit.item.id)) throw new EditRefused({ code: "id-taken", kind, id: edit.item.id });
        this.#tie(edit.item, this.#placeOf(edit.before));
        return [{ do: "remove", kind, id: edit.item.id }];
      case "remove":
      case "move": {
        const knot = this.#at(edit.id);
        const next = knot.after.item?.id;
        const before = next === undefined ? {} : { before: next };
        if (edit.do === "move" && edit.before === edit.id) return [{ do: "move", kind, id: edit.id, ...before }];
        this.#untie(knot);
        if (edit.do === "remove") return [{ do: "add", kind, item: knot.item, ...before }];
        this.#tie(knot.item, this.#placeOf(edit.before));
        return [{ do: "move", kind, id: edit.id, ...before }];
      }
      default: {
        const knot = this.#at(edit.do === "set" ? edit.at.id : edit.activity);
        const alone = withItems(NOTHING, kind, [knot.item]);
        knot.item = itemsOf(applyEdit(alone, edit), kind)[0] as Item;
        return undoOf(alone, edit);
      }
    }
  }

  #at(id: string): Knot {
    const knot = this.#knots.get(id);
    if (!knot) throw new EditRefused({ code: "no-such-item", kind: this.#kind, id });
    return knot;
  }

  /** In front of an item; the end where that one is gone. */
  #placeOf(before: string | undefined): Knot | Ends {
    return (before === undefined ? undefined : this.#knots.get(before)) ?? this.#ends;
  }

  #tie(item: Item, after: Knot | Ends): void {
    const knot: Knot = { item, before: after.before, after };
    after.before.after = knot;
    after.before = knot;
    this.#knots.set(item.id, knot);
  }

  #untie({ item, before, after }: Knot): void {
    before.after = after;
    after.before = before;
    this.#knots.delete(item.id);
  }
}
