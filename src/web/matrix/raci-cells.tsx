import { say } from "../words.ts";
import type { Picture, RoleColumn } from "./lines.ts";
import type { ColumnKey } from "./marks.ts";
import type { Cells } from "./matrix-row.tsx";
import style from "./matrix-table.module.css";

/** The order in which letters stand in a cell. */
const ORDER = "RACIS";

const columnKey = ({ role }: RoleColumn): ColumnKey => `role:${role.id}`;

/** Parties above, their roles below. */
export const RaciHead = ({ columns, chosen }: { readonly columns: readonly RoleColumn[]; readonly chosen: ColumnKey | undefined }) => (
  <>
    <colgroup>
      <col className={style.titleColumn} />
      {columns.map(({ role }) => (
        <col key={role.id} className={style.roleColumn} />
      ))}
    </colgroup>
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" rowSpan={2} data-column="activity">
          {say("matrix.activity")}
        </th>
        {columns
          .filter(({ partySpan }) => partySpan > 0)
          .map(({ party, partySpan, side, role }) => (
            <th key={role.id} scope="colgroup" colSpan={partySpan} className={`${style.party} ${style[side]}`}>
              <span>{party}</span>
            </th>
          ))}
      </tr>
      <tr aria-rowindex={2}>
        {columns.map((column) => (
          <th key={column.role.id} scope="col" data-column={columnKey(column)} data-chosen={columnKey(column) === chosen || undefined} className={style.role} title={column.role.name}>
            <span>{column.role.name}</span>
          </th>
        ))}
      </tr>
    </thead>
  </>
);

/** The letters of a row under each role, in the order R, A, C, I, S. */
export function raciCells({ columns }: Picture): Cells {
  return ({ activity }) => {
    const held = new Map<string, { letters: string; conditions: string[] }>();
    for (const { role, letter, condition } of [...activity.assignments].sort((a, b) => ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter))) {
      const here = held.get(role) ?? { letters: "", conditions: [] };
      held.set(role, here);
      here.letters += here.letters ? ` ${letter}` : letter;
      if (condition) here.conditions.push(`${letter}: ${condition}`);
    }
    return columns.map((column) => {
      const here = held.get(column.role.id);
      return {
        column: columnKey(column),
        className: `${style.letters} ${style[column.side]}`,
        full: here && here.conditions.length > 0 ? here.conditions.join("; ") : undefined,
        content: here ? (
          <span className={here.letters.includes("A") ? style.decides : style.takesPart}>
            {here.letters}
            {here.conditions.length > 0 ? (
              <>
                <i aria-hidden>*</i>
                <span className="unseen"> ({here.conditions.join("; ")})</span>
              </>
            ) : null}
          </span>
        ) : null,
      };
    });
  };
}
