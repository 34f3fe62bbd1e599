/** An open page, and where somebody is in it. */
export interface Whereabouts {
  readonly page: string;
  readonly account: string;
  readonly name: string;
  readonly party: string | null;
  readonly part: string;
  readonly row: string | null;
  readonly column: string | null;
}

/** A page that said nothing for so long is closed. In milliseconds. */
const FORGOTTEN = 45_000;
/** So many pages are shown at most, and of one account. */
const MOST = 100;
const MOST_OF_ONE = 8;
/** How often workspaces nobody asks about any more are forgotten. In milliseconds. */
const SWEPT = 60_000;

/** Who has which workspace open, in memory alone: it is forgotten with the pages. */
export class Presence {
  readonly #pages = new Map<string, Map<string, Whereabouts & { readonly at: number }>>();

  #swept = 0;

  /** @returns whether anybody should hear of it. */
  here(workspace: string, where: Whereabouts, now: number): boolean {
    if (now - this.#swept > SWEPT) {
      this.#swept = now;
      for (const other of [...this.#pages.keys()]) this.#forget(other, now);
    }
    const pages = this.#pages.get(workspace) ?? new Map<string, Whereabouts & { readonly at: number }>();
    this.#pages.set(workspace, pages);
    const before = pages.get(where.page);
    // Nobody takes another one's page.
    if (before && before.account !== where.account) return false;
    if (!before && pages.size >= MOST) this.#forget(workspace, now);
    if (!before && (pages.size >= MOST || [...pages.values()].filter(({ account }) => account === where.account).length >= MOST_OF_ONE)) return false;
    pages.set(where.page, { ...where, at: now });
    return before?.part !== where.part || before.row !== where.row || before.column !== where.column;
  }

  gone(workspace: string, page: string, account: string): boolean {
    const pages = this.#pages.get(workspace);
    if (pages?.get(page)?.account !== account) return false;
    pages.delete(page);
    if (pages.size === 0) this.#pages.delete(workspace);
    return true;
  }

  in(workspace: string, now: number): readonly Whereabouts[] {
    this.#forget(workspace, now);
    return [...(this.#pages.get(workspace)?.values() ?? [])].map(({ at: _, ...where }) => where);
  }

  #forget(workspace: string, now: number): void {
    const pages = this.#pages.get(workspace);
    for (const [page, { at }] of pages ?? []) if (now - at > FORGOTTEN) pages?.delete(page);
    if (pages?.size === 0) this.#pages.delete(workspace);
  }
}
