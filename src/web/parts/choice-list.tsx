import { Check, ChevronDown } from "lucide-react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import style from "./controls.module.css";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** A drop-down whose first entry stands for "all". */
export function ChoiceList({ label, all, choices, chosen, onChoose }: { readonly label: string; readonly all: string; readonly choices: readonly Choice[]; readonly chosen: string | undefined; readonly onChoose: (value: string | undefined) => void }) {
  return (
    <Select className={style.select} aria-label={label} value={chosen ?? ""} onChange={(value) => onChoose(value === "" || value === null ? undefined : String(value))}>
      <Button className={style.button}>
        <SelectValue>{choices.find(({ value }) => value === chosen)?.label ?? all}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={style.popover}>
        <ListBox className={style.items} items={[{ value: "", label: all }, ...choices] as Choice[]}>
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
