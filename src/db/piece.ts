/** What is read of the log at once, in bytes as text; a single entry may be more. */
export const MOST_BYTES = 4_000_000;

/**
 * The SQL of one piece of the log: as many entries as were asked for, and not more bytes than memory bears, but one at
 * least. How long an entry is stands beside it, so what is not in the piece is not read.
 * @param entries selects from the log as `l`, with `l.size`; without order and limit.
 * @param most the parameter that says how many.
 */
export const pieceOf = (entries: string, most: string, order: "asc" | "desc" = "asc"): string => `
select p.* from (
  select e.*, row_number() over (order by e.revision ${order}) as nth, sum(e.size) over (order by e.revision ${order}) as held, count(*) over () as found
  from (${entries} order by l.revision ${order} limit ${most}::int + 1) e
) p where p.nth = 1 or (p.nth <= ${most}::int and p.held <= ${MOST_BYTES}) order by p.revision ${order}`;

/** A part of the log, and whether more of it follows. */
export interface Piece<Entry> {
  readonly entries: Entry[];
  readonly more: boolean;
}

interface Counted {
  readonly size: unknown;
  readonly nth: unknown;
  readonly held: unknown;
  readonly found: string;
}

/** The rows of such a statement, without what was only there to count. */
export const asPiece = <Entry>(rows: readonly (Entry & Counted)[]): Piece<Entry> => ({
  entries: rows.map(({ size: _, nth: __, held: ___, found: ____, ...entry }) => entry as unknown as Entry),
  more: rows.length < Number(rows[0]?.found ?? 0),
});
