import { PanelRight } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./grid-tools.module.css";

interface Props {
  /** Open remarks and proposals at the row one is at; nothing where one is at none. */
  readonly waiting: number | undefined;
  readonly opened: boolean;
  readonly onOpen: (part: "fields" | "talk") => void;
  readonly onClose: (() => void) | undefined;
}

/** Opens all about the row one is at, and says how much of it waits: what waits is shown first. */
export function PanelButton({ waiting, opened, onOpen, onClose }: Props) {
  return (
    <ToggleButton className={`${controls.button} ${style.counts}`} isSelected={opened} isDisabled={!opened && waiting === undefined} onChange={(open) => (open ? onOpen((waiting ?? 0) > 0 ? "talk" : "fields") : onClose?.())}>
      <PanelRight aria-hidden />
      <span className={style.details}>{say("panel.open")}</span>
      {waiting === undefined || waiting === 0 ? null : (
        <>
          <b aria-hidden className={style.waiting}>
            {waiting}
          </b>
          <span className="unseen">{say("panel.open.of", { n: waiting })}</span>
        </>
      )}
    </ToggleButton>
  );
}
