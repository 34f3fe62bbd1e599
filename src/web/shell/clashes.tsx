import { Copy, MessageSquareShare, PenLine, X } from "lucide-react";
import { Button } from "react-aria-components";
import { useMemo } from "react";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { namesOf, type Names } from "#formats/remit-sheet/names.ts";
import type { Clash } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { sayValue } from "../talk/row-words.ts";
import { say } from "../words.ts";
import style from "./clashes.module.css";

/** What somebody typed, in names as they chose them; letters and moves are said by the edit's own words. */
const typed = (edits: readonly Edit[], names: Names): string => edits.flatMap((edit) => ((edit.do === "set" || edit.do === "set-matrix") && typeof edit.value === "string" ? [sayValue(edit.value, edit.field, names)] : [])).join("\n");

interface Props {
  readonly clashes: readonly Clash[];
  readonly matrix: MatrixDocument;
  readonly onDismiss: (clash: Clash) => void;
  /** Makes the edit again, over what is there now. */
  readonly onInsist: (clash: Clash) => void;
  /** Makes a proposal of it, where it is about agreed rows. */
  readonly onPropose: (clash: Clash) => void;
}

/** Edits of one's own that were not taken, each until it is read: nothing of them is lost. */
export default function Clashes({ clashes, matrix, onDismiss, onInsist, onPropose }: Props) {
  const names = useMemo(() => namesOf(matrix), [matrix]);
  return (
    <div role="alert" className={style.place}>
      {clashes.slice(-3).map((clash, index) => {
        const text = typed(clash.mine, names);
        return (
          <div key={index} className={style.clash}>
            <div className={style.words}>
              <b>{say("clash.mine", { what: clash.what })}</b>
              <span>{clash.agreed ? say("clash.agreed") : clash.unfit ? clash.theirs.what : say(clash.theirs.own ? "clash.own" : "clash.theirs", { what: clash.theirs.what })}</span>
              {text === "" ? null : <q>{text.length > 240 ? `${text.slice(0, 240)}…` : text}</q>}
              <p>
                {clash.agreed ? (
                  <Button className={`${buttons.button} ${buttons.main}`} onPress={() => onPropose(clash)}>
                    <MessageSquareShare aria-hidden />
                    {say("proposal.make")}
                  </Button>
                ) : null}
                {clash.unfit || clash.mine.length === 0 ? null : (
                  <Button
                    className={buttons.button ?? ""}
                    onPress={() => {
                      try {
                        onInsist(clash);
                      } catch {
                        // What it was about is gone: there is nothing to write over, and the text stays here to be copied.
                        return;
                      }
                      onDismiss(clash);
                    }}
                  >
                    <PenLine aria-hidden />
                    {say("clash.insist")}
                  </Button>
                )}
                {text === "" ? null : (
                  <Button className={buttons.button ?? ""} onPress={() => void navigator.clipboard.writeText(text)}>
                    <Copy aria-hidden />
                    {say("clash.copy")}
                  </Button>
                )}
              </p>
            </div>
            <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("clash.dismiss")} onPress={() => onDismiss(clash)}>
              <X aria-hidden />
            </Button>
          </div>
        );
      })}
    </div>
  );
}
