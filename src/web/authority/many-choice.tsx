import { X } from "lucide-react";
import type { Choice } from "../registers/inline-choice.tsx";
import { say } from "../words.ts";
import style from "./authority.module.css";

interface Props {
  readonly label: string;
  readonly word: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly mayWrite: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of a list: those chosen, each to be taken out again, and a line that adds one more. */
export function ManyChoice({ label, word, name, values, choices, mayWrite, onChange }: Props) {
  const left = choices.filter(({ value }) => !values.includes(value));
  const groups = [...new Set(left.map(({ group }) => group))];
  const options = (those: readonly Choice[]) => those.map(({ value, label: text }) => <option key={value} value={value}>{text}</option>);
  return (
    <div role="group" aria-label={label} className={style.many}>
      {values.map((value) => {
        const one = choices.find((choice) => choice.value === value)?.label ?? value;
        return (
          <span key={value} className={style.chip}>
            {one}
            {mayWrite ? (
              <button type="button" aria-label={say("authority.take.one", { one, field: word, name })} onClick={() => onChange(values.filter((other) => other !== value))}>
                <X aria-hidden size={12} />
              </button>
            ) : null}
          </span>
        );
      })}
      {!mayWrite && values.length === 0 ? say("register.nobody") : null}
      {mayWrite && left.length > 0 ? (
        <select aria-label={say("authority.add.one", { field: word, name })} value="" className={style.plus} onChange={(event) => event.target.value !== "" && onChange([...values, event.target.value])}>
          <option value="">{values.length === 0 ? say("register.nobody") : "+"}</option>
          {groups.map((group) => (group === undefined ? options(left.filter((one) => one.group === undefined)) : <optgroup key={group} label={group}>{options(left.filter((one) => one.group === group))}</optgroup>))}
        </select>
      ) : null}
    </div>
  );
}
