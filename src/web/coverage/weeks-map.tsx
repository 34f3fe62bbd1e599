import { useState } from "react";
import { Button } from "react-aria-components";
import { dateOf, DAY } from "#core/time/minute.ts";
import buttons from "../parts/controls.module.css";
import type { HeatDrawn } from "../proof/order.ts";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import { useGridKeys } from "./grid-keys.ts";
import { levelOf, sayLevel, sayMissing } from "./levels.ts";
import { DAYS, onEnter } from "./week-map.tsx";
import style from "./coverage-page.module.css";

interface Props {
  readonly weeks: HeatDrawn["weeks"];
  readonly absent: number;
  /** A wall day, `2026-12-25`. */
  readonly chosen: string | undefined;
  readonly onChoose: (day: string) => void;
}

/** Weeks shown before somebody asks for all. */
const AT_FIRST = 13;
const DATE = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const LONG = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** Every real week, each day with its weakest hour, and all its hours as a strip beneath. */
export function WeeksMap({ weeks, absent, chosen, onChoose }: Props) {
  const [all, setAll] = useState(() => chosen !== undefined && weeks.findIndex(({ monday }) => dateOf(monday + 6 * DAY) >= chosen) >= AT_FIRST);
  const printing = usePrinting();
  const shown = all || printing ? weeks : weeks.slice(0, AT_FIRST);
  const { table, onKeyDown, cell } = useGridKeys(shown.length, 7, [0, Math.max(0, weeks[0]?.days.findIndex((day) => day !== null) ?? 0)]);
  return (
    <>
      <table ref={table} role="grid" aria-label={say("cover.weeks")} className={style.weeks} onKeyDown={onKeyDown}>
        <thead>
          <tr role="row">
            <th scope="col" role="columnheader">
              {say("cover.week-of")}
            </th>
            {DAYS.map((day) => (
              <th key={day} scope="col" role="columnheader">
                {say(`cover.day.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ monday, days, hours }, row) => (
            <tr key={monday} role="row">
              <th scope="row" role="rowheader">
                {DATE.format(monday * 60_000)}
                {monday + 6 * DAY > 0 && (row === 0 || dateOf(monday).slice(0, 4) !== dateOf(monday - 7 * DAY).slice(0, 4)) ? <small> {dateOf(monday).slice(0, 4)}</small> : null}
              </th>
              {days.map((warm, day) => {
                const date = dateOf(monday + day * DAY);
                if (warm === null) return <td key={date} role="gridcell" {...cell(row, day)} data-level="none" aria-label={`${LONG.format((monday + day * DAY) * 60_000)}: ${say("cover.outside")}`} />;
                return (
                  <td
                    key={date} role="gridcell" {...cell(row, day)} data-level={levelOf(warm.missing)} aria-selected={date === chosen} onClick={() => onChoose(date)} onKeyDown={onEnter(() => onChoose(date))}
                    aria-label={`${LONG.format((monday + day * DAY) * 60_000)}: ${sayLevel(warm.missing, absent)}, ${sayMissing(warm.missing, absent)}`}
                  >
                    <span>{sayLevel(warm.missing, absent)}</span>
                    <i aria-hidden style={{ backgroundImage: strip(hours.slice(day * 24, day * 24 + 24)) }} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < weeks.length ? (
        <Button className={`${buttons.button} ${style.more}`} onPress={() => setAll(true)}>
          {say("cover.weeks.all", { n: weeks.length })}
        </Button>
      ) : null}
    </>
  );
}

/** The hours of a day as stripes, hour after hour. */
function strip(hours: readonly (number | null)[]): string {
  const stops = hours.map((missing, i) => `${missing === null ? "transparent" : `var(--level-${levelOf(missing)})`} ${((i / 24) * 100).toFixed(2)}% ${(((i + 1) / 24) * 100).toFixed(2)}%`);
  return `linear-gradient(to right, ${stops.join(", ")})`;
}
