import { DialogBox } from "../parts/dialog-box.tsx";
import { say, type WordId } from "../words.ts";
import style from "./keys-dialog.module.css";

/** The keys of the grid and what they do, in the order in which one comes to need them. */
const KEYS: readonly (readonly [title: WordId, keys: readonly (readonly [keys: string, does: WordId])[]])[] = [
  ["keys.write", [
    ["R A C I S", "keys.letter"], ["C P S", "keys.lane"], ["F2  ↵", "keys.edit"], ["A … Z", "keys.type"], ["↵  ⇥", "keys.take"], ["Ctrl ↵", "keys.all"], ["Alt ↵", "keys.line"], ["Esc", "keys.leave"],
    ["Del", "keys.clear"], ["Ctrl D", "keys.down"], ["Ctrl R", "keys.right"], ["Ctrl C  X  V", "keys.clipboard"], ["Ctrl Z  Y", "keys.undo"],
  ]],
  ["keys.choose", [
    ["↑ ↓ ← →", "keys.go"], ["Ctrl ↑ ↓ ← →", "keys.edge"], ["⇧ ↑ ↓ ← →", "keys.grow"], ["Ctrl A", "keys.everything"], ["⇧ Space", "keys.row"], ["Ctrl Space", "keys.column"], ["Ctrl F", "keys.find"],
  ]],
  ["keys.rows", [
    ["Ins", "keys.add"], ["Ctrl ⇧ D", "keys.duplicate"], ["Alt ⇧ ↑ ↓", "keys.move"], ["Ctrl Del", "keys.delete"], ["Ctrl ↵", "keys.panel"], ["⇧ F2", "keys.talk"], ["← →  ↵", "keys.fold"],
  ]],
  ["keys.look", [
    ["Alt ↓", "keys.menu.column"], ["⇧ F10", "keys.menu"], ["V", "keys.view"], ["F8  ⇧ F8", "keys.finding"], ["F1", "keys.why"], ["Alt ↵", "keys.fix"], ["?", "keys.keys"],
  ]],
];

/** Every key the matrix knows. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogBox title={say("keys.title")} onClose={onClose}>
      <div className={style.keys} tabIndex={0} role="region" aria-label={say("keys.title")}>
        {KEYS.map(([title, keys]) => (
          <section key={title}>
            <h3>{say(title)}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={does}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogBox>
  );
}
