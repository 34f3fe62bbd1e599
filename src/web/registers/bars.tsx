import { useId, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { total, type Tally } from "./balance.ts";
import style from "./bars.module.css";

/** Lines shown before somebody asks for all. */
const AT_FIRST = 7;

interface Props {
  readonly title: string;
  readonly why?: string;
  readonly lines: readonly Tally[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

/** Counts as bars, each a way to narrow the list to what it counts. */
export function Bars({ title, why, lines, chosen, onChoose }: Props) {
  const [all, setAll] = useState(false);
  const heading = useId();
  const longest = Math.max(1, ...lines.map(total));
  const shown = all || lines.length <= AT_FIRST + 1 ? lines : lines.slice(0, AT_FIRST);
  return (
    <section className={style.bars} aria-labelledby={heading}>
      <h2 id={heading}>
        {title}
        {why === undefined ? null : <small>{why}</small>}
      </h2>
      <ul>
        {shown.map((line) => (
          <li key={line.key}>
            <button type="button" aria-pressed={line.key === chosen} onClick={() => onChoose(line.key === chosen ? undefined : line.key)}>
              <span className={style.label}>{line.label}</span>
              <span className={style.bar} style={{ width: `${(total(line) / longest) * 100}%` }}>
                {(["error", "warning", "note"] as const).map((severity) => (line[severity] === 0 ? null : <i key={severity} data-severity={severity} style={{ flexGrow: line[severity] }} />))}
              </span>
              <b>{total(line)}</b>
              <span className="unseen">{say("dash.bar", { errors: line.error, warnings: line.warning, notes: line.note })}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > AT_FIRST + 1 ? (
        <Button className={`${buttons.link} ${style.more}`} onPress={() => setAll(!all)}>
          {all ? say("dash.bars.less") : say("dash.bars.more", { n: lines.length })}
        </Button>
      ) : null}
    </section>
  );
}
