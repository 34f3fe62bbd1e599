import { memo, useState } from "react";
import { Button } from "react-aria-components";
import type { Fix } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import { FindingItem } from "./finding-item.tsx";
import style from "./rule-group.module.css";
import type { Group, Keyed } from "./sift.ts";

/** How many findings a group shows at first, and how many more with each press. */
const AT_FIRST = 4;
const MORE = 50;

interface Props {
  readonly group: Group;
  readonly chosen: string | undefined;
  /** The only group on the page: nothing else competes for the room. */
  readonly alone: boolean;
  readonly onChoose: (key: string) => void;
  readonly onFix: (fixes: readonly Fix[]) => void;
  readonly onAccept: (keyed: Keyed) => void;
}

/** One rule: headline, reason and remedy once, then every place where it is broken. */
export const RuleGroup = memo(function RuleGroup({ group, chosen, alone, onChoose, onFix, onAccept }: Props) {
  const { members, severity, text, rule } = group;
  const [asked, setAsked] = useState(0);
  const printing = usePrinting();
  const chosenAt = members.findIndex(({ key }) => key === chosen);
  const room = Math.max((alone ? MORE : AT_FIRST) + asked, chosenAt + 1);
  // One more than fits costs less room than the button that would show it.
  const shown = printing || members.length <= room + 1 ? members : members.slice(0, room);
  const fixes = members.flatMap(({ finding }) => finding.fix ?? []);
  const heading = `rule-${rule}`;
  return (
    <section className={style.group} aria-labelledby={heading}>
      <header>
        <SeveritySign severity={severity} size={17} />
        <h2 id={heading}>
          <span className="unseen">{say(`severity.${severity}`)}: </span>
          {text.headline}
        </h2>
        <span className={style.count}>{members.length}</span>
      </header>
      <dl>
        {text.because ? (
          <div>
            <dt>{say("findings.because")}</dt>
            <dd>
              <Quoted text={text.because} />
            </dd>
          </div>
        ) : null}
        {text.remedy ? (
          <div>
            <dt>{say("findings.remedy")}</dt>
            <dd>
              <Quoted text={text.remedy} />
              {fixes.length > 1 ? (
                <Button className={`${buttons.button} ${style.fixAll}`} onPress={() => onFix(fixes)}>
                  {say("fix.all", { n: fixes.length })}
                </Button>
              ) : null}
            </dd>
          </div>
        ) : null}
      </dl>
      <ul>
        {shown.map((keyed) => (
          <FindingItem key={keyed.key} keyed={keyed} chosen={keyed.key === chosen} onChoose={onChoose} onFix={onFix} onAccept={onAccept} />
        ))}
      </ul>
      {shown.length < members.length ? (
        <Button className={`${buttons.button} ${buttons.quiet} ${style.more}`} onPress={() => setAsked(asked + MORE)}>
          {say("findings.more", { n: Math.min(MORE, members.length - shown.length) })}
        </Button>
      ) : null}
    </section>
  );
});
