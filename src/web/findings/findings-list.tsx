import { memo, useDeferredValue, useMemo, useRef, type KeyboardEvent } from "react";
import { Button } from "react-aria-components";
import type { Fix } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { move, useAddress } from "../state/address.ts";
import { say } from "../words.ts";
import type { RuleText } from "../work/order.ts";
import { AcceptedList } from "./accepted-list.tsx";
import { Filters } from "./filters.tsx";
import style from "./findings-list.module.css";
import { RuleGroup } from "./rule-group.tsx";
import { grouped, sift, type Keyed } from "./sift.ts";

interface Props {
  readonly findings: readonly Keyed[];
  readonly rules: Readonly<Record<string, RuleText>>;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onFix: (fixes: readonly Fix[]) => void;
  readonly onAccept: (keyed: Keyed) => void;
  readonly onRetract: (keyed: Keyed) => void;
}

/** The defects of one's own matrix, by rule, worst first; arrows, Enter and F work inside the list. */
export const FindingsList = memo(function FindingsList({ findings, rules, chosen, onChoose, onFix, onAccept, onRetract }: Props) {
  const { severities, area, rule, search } = useAddress();
  const words = useDeferredValue(search);
  const open = useMemo(() => findings.filter(({ finding }) => !finding.waived), [findings]);
  const shown = useMemo(() => sift(open, { severities, area, rule, search: words }), [open, severities, area, rule, words]);
  const groups = useMemo(() => grouped(shown, rules), [shown, rules]);
  const list = useRef<HTMLDivElement>(null);
  const accepted = useMemo(() => findings.filter(({ finding }) => finding.waived), [findings]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const item = event.target.closest<HTMLElement>("[data-finding]");
    if (!item || !list.current) return;
    const items = [...list.current.querySelectorAll<HTMLElement>("[data-finding]")];
    const at = items.indexOf(item);
    const focusOn = (index: number): void => items[index]?.querySelector<HTMLElement>("button")?.focus();
    if (event.key === "ArrowDown") focusOn(Math.min(at + 1, items.length - 1));
    else if (event.key === "ArrowUp") focusOn(Math.max(at - 1, 0));
    else if (event.key.toLowerCase() === "f") {
      const fix = open.find(({ key }) => key === item.dataset["finding"])?.finding.fix;
      if (!fix) return;
      // The mended finding leaves the list: the focus waits on its neighbour.
      focusOn(at + 1 < items.length ? at + 1 : at - 1);
      onFix([fix]);
    } else return;
    event.preventDefault();
  };

  const clear = (): void => move({ severities: [], area: undefined, rule: undefined, search: "" });
  if (open.length === 0)
    return (
      <>
        <div className={style.empty}>
          <h2>{say("findings.clean")}</h2>
          <p>{say("findings.clean.how")}</p>
        </div>
        <AcceptedList findings={accepted} onRetract={onRetract} />
      </>
    );
  return (
    <>
      <Filters findings={open} shown={shown.length} rules={rules} />
      <p className={style.keys}>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {say("findings.keys")}
        </span>
        <span>
          <kbd>↵</kbd> {say("findings.keys.show")}
        </span>
        <span>
          <kbd>F</kbd> {say("findings.keys.fix")}
        </span>
      </p>
      {/* The keys are shortcuts; everything in the list is a button of its own. */}
      <div ref={list} onKeyDown={onKeyDown} className={style.list}>
        {groups.map((group) => (
          <RuleGroup key={group.rule} group={group} chosen={chosen} alone={rule !== undefined} onChoose={onChoose} onFix={onFix} onAccept={onAccept} />
        ))}
      </div>
      {groups.length === 0 ? (
        <div className={style.empty}>
          <h2>{say("findings.none-left")}</h2>
          <p>{say("findings.none-left.how", { n: open.length })}</p>
          <Button className={buttons.button} onPress={clear}>
            {say("findings.clear")}
          </Button>
        </div>
      ) : null}
      <AcceptedList findings={accepted} onRetract={onRetract} />
    </>
  );
});
