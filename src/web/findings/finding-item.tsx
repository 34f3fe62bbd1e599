import { Wrench } from "lucide-react";
import { memo } from "react";
import { Button } from "react-aria-components";
import type { Fix } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import style from "./finding-item.module.css";
import type { Keyed } from "./sift.ts";

interface Props {
  readonly keyed: Keyed;
  readonly chosen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onFix: (fixes: readonly Fix[]) => void;
  readonly onAccept: (keyed: Keyed) => void;
}

/** One finding: where it is, what is wrong there, and the repair where one is certain. */
export const FindingItem = memo(function FindingItem({ keyed, chosen, onChoose, onFix, onAccept }: Props) {
  const { finding, role, area, place: cell } = keyed;
  const { at, title, message, fix } = finding;
  // A sentence that names the row need not be followed by its name again.
  const place = [at.kind === "matrix" ? say("findings.whole") : message.includes(title) ? undefined : title, role, area, cell].filter((part) => part !== undefined);
  return (
    <li className={style.item} data-finding={keyed.key} data-chosen={chosen || undefined}>
      <Button className={style.choose} {...(chosen ? { "aria-current": "true" as const } : {})} onPress={() => onChoose(keyed.key)}>
        <span className={style.message}>
          <Quoted text={message} />
        </span>
        {place.length > 0 ? <span className={style.place}>{place.join(" · ")}</span> : null}
      </Button>
      {fix || chosen ? (
        <div className={style.ways}>
          {fix ? (
            <Button className={`${buttons.button} ${style.fix}`} onPress={() => onFix([fix])}>
              <Wrench aria-hidden />
              <span>{fix.label}</span>
              <kbd aria-hidden>F</kbd>
            </Button>
          ) : null}
          {chosen ? (
            <Button className={`${buttons.button} ${style.accept}`} onPress={() => onAccept(keyed)}>
              {say("accept")}…
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
});
