import { Check, ChevronDown } from "lucide-react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import style from "./controls.module.css";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** A drop-down; with `all`, its first entry stands for none of the choices. */
export function ChoiceList({ label, all, choices, chosen, onChoose }: { readonly label: string; readonly all?: string | undefined; readonly choices: readonly Choice[]; readonly chosen: string | undefined; readonly onChoose: (value: string | undefined) => void }) {
  return (
    <Select className={style.select} aria-label={label} value={chosen ?? ""} onChange={(value) => onChoose(value === "" || value === null ? undefined : String(value))}>
      <Button className={style.button}>
        <SelectValue>{choices.find(({ value }) => value === chosen)?.label ?? all ?? chosen}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={style.popover}>
        <ListBox className={style.items} items={all === undefined ? choices : [{ value: "", label: all }, ...choices]}>
          {({ value, label: text, count }) => (
            <ListBoxItem id={value} textValue={text} className={style.item}>
              {value === (chosen ?? "") ? <Check aria-hidden /> : null}
              <span>{text}</span>
              {count === undefined ? null : <small>{count}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
