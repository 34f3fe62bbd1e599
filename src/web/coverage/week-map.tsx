import type { KeyboardEvent } from "react";
import type { Warm } from "../proof/order.ts";
import { say } from "../words.ts";
import { useGridKeys } from "./grid-keys.ts";
import { levelOf, sayLevel, sayMissing } from "./levels.ts";
import style from "./coverage-page.module.css";

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const two = (n: number): string => String(n).padStart(2, "0");

interface Props {
  readonly week: readonly Warm[];
  readonly absent: number;
  readonly chosen: number | undefined;
  readonly onChoose: (hour: number) => void;
}

/** The hours of the week, each with the weakest moment it has in the whole horizon. */
export function WeekMap({ week, absent, chosen, onChoose }: Props) {
  const { table, onKeyDown, cell } = useGridKeys(7, 24, [Math.floor((chosen ?? 0) / 24), (chosen ?? 0) % 24]);
  return (
    <div className={style.scroll}>
      <table ref={table} role="grid" aria-label={say("cover.week")} className={style.week} onKeyDown={onKeyDown}>
        <thead>
          <tr role="row">
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col" role="columnheader">
                {two(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day, row) => (
            <tr key={day} role="row">
              <th scope="row" role="rowheader">
                {say(`cover.day.${day}`)}
              </th>
              {HOURS.map((hour) => {
                const index = row * 24 + hour;
                const warm = week[index];
                if (warm === undefined) return <td key={hour} />;
                return (
                  <td
                    key={hour} role="gridcell" {...cell(row, hour)} data-level={levelOf(warm.missing)} aria-selected={index === chosen} onClick={() => onChoose(index)} onKeyDown={onEnter(() => onChoose(index))}
                    aria-label={`${say(`cover.day.${day}`)} ${two(hour)}:00: ${sayLevel(warm.missing, absent)}, ${sayMissing(warm.missing, absent)}`}
                  >
                    {sayLevel(warm.missing, absent)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const onEnter = (run: () => void) => (event: KeyboardEvent): void => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  run();
};
