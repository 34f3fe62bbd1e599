import { Diff, FileUp, Merge } from "lucide-react";
import { Button } from "react-aria-components";
import type { MergeChange } from "#formats/merge.ts";
import { say } from "../words.ts";
import type { Comparison } from "../work/order.ts";
import buttons from "./controls.module.css";
import { DialogBox } from "./dialog-box.tsx";
import box from "./dialog-box.module.css";
import { Quoted } from "./quoted.tsx";
import style from "./merge-dialog.module.css";

/** Rows shown in the preview; a dialog is no place for thousands. */
const SHOWN = 100;
const KINDS = ["changed", "added", "missing"] as const satisfies readonly MergeChange["kind"][];

interface Props {
  /** Name of the newer sheet. */
  readonly name: string;
  /** Name of the open matrix, and its rows. */
  readonly open: string;
  readonly rows: number;
  readonly comparison: Comparison;
  readonly onMerge: () => void;
  readonly onOpen: () => void;
  /** Show the whole comparison; missing where there is none to show. */
  readonly onCompare?: () => void;
  readonly onClose: () => void;
}

/** A sheet brought to an open matrix: what merging would change, or open it instead. */
export function MergeDialog({ name, open, rows, comparison, onMerge, onOpen, onCompare, onClose }: Props) {
  const { changes, edits, assumed } = comparison;
  const of = (kind: MergeChange["kind"]): MergeChange[] => changes.filter((change) => change.kind === kind);
  const stranger = rows > 0 && of("missing").length === rows;
  const shown = KINDS.flatMap(of).slice(0, SHOWN);
  return (
    <DialogBox title={say("merge.title", { name })} onClose={onClose}>
      <p className={box.lead}>
        {changes.length === 0 ? say("merge.same", { open }) : stranger ? say("merge.stranger", { name, open }) : say("merge.lead", { open })}
        {assumed > 0 ? ` ${say("merge.assumed", { n: assumed })}` : null}
      </p>
      {changes.length > 0 ? (
        <>
          <p className={style.sum}>
            {KINDS.filter((kind) => of(kind).length > 0).map((kind) => (
              <span key={kind}>{say(`merge.${kind}`, { n: of(kind).length })}</span>
            ))}
          </p>
          <ul className={style.changes} tabIndex={0} aria-label={say("merge.preview")}>
            {shown.map(({ kind, title, details }, index) => (
              <li key={index}>
                <span className={`${style.kind} ${style[kind]}`}>{say(`merge.kind.${kind}`)}</span>
                <div>
                  <b>{title}</b>
                  {details.map((detail) => (
                    <p key={detail}>
                      <Quoted text={detail} />
                    </p>
                  ))}
                </div>
              </li>
            ))}
            {changes.length > shown.length ? <li className={style.more}>{say("merge.more", { n: changes.length - shown.length })}</li> : null}
          </ul>
        </>
      ) : null}
      <div className={box.actions}>
        {edits.length > 0 ? (
          <Button autoFocus={!stranger} className={`${buttons.button} ${stranger ? "" : buttons.main}`} onPress={onMerge}>
            <Merge aria-hidden />
            <span>{say("merge.do", { open })}</span>
          </Button>
        ) : null}
        <Button autoFocus={stranger || edits.length === 0} className={`${buttons.button} ${stranger ? buttons.main : ""}`} onPress={onOpen}>
          <FileUp aria-hidden />
          <span>{say("merge.open")}</span>
        </Button>
        {onCompare ? (
          <Button className={buttons.button} onPress={onCompare}>
            <Diff aria-hidden />
            <span>{say("merge.compare")}</span>
          </Button>
        ) : null}
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={onClose}>
          {say("cancel")}
        </Button>
      </div>
    </DialogBox>
  );
}
