import { useState } from "react";
import { say } from "../words.ts";
import style from "./inline.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Heading under which it stands. */
  readonly group?: string;
}

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string | undefined) => void;
  readonly mayWrite: boolean;
  /** How the choice of nothing is called; without it, something must be chosen. */
  readonly none?: string;
  readonly strong?: boolean;
}

/** A choice made where it stands. Its entries are written only when somebody comes near: a register has hundreds of these. */
export function InlineChoice({ label, value, choices, onChoose, mayWrite, none, strong = false }: Props) {
  const [near, setNear] = useState(false);
  const chosen = choices.find((choice) => choice.value === value);
  if (!mayWrite) return <span className={strong ? style.strong : style.plain}>{chosen?.label ?? value ?? none ?? say("register.nobody")}</span>;
  const approach = (): void => setNear(true);
  const offered = near ? choices : chosen ? [chosen] : [];
  const groups = [...new Set(offered.map(({ group }) => group))];
  return (
    <select className={style.select} data-empty={value === undefined || undefined} data-strong={strong || undefined} aria-label={label} value={value ?? ""} onFocus={approach} onPointerEnter={approach} onPointerDown={approach} onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}>
      {none === undefined && value !== undefined ? null : <option value="">{none ?? say("register.nobody")}</option>}
      {value !== undefined && !chosen ? <option value={value}>{value}</option> : null}
      {groups.map((group) => {
        const options = offered.filter((choice) => choice.group === group).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ));
        return group === undefined || groups.length === 1 ? options : (
          <optgroup key={group} label={group}>
            {options}
          </optgroup>
        );
      })}
    </select>
  );
}
