import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";

interface Props {
  /** Who goes; nobody named means oneself. */
  readonly name?: string;
  readonly workspace: string;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

/** Before a membership ends: whose, and what that means. */
export function EndDialog({ name, workspace, onEnd, onClose }: Props) {
  return (
    <DialogBox title={name === undefined ? say("members.leave.title", { workspace }) : say("members.end.title", { name })} onClose={onClose}>
      <p className={box.lead}>{name === undefined ? say("members.leave.why") : say("members.end.why", { name })}</p>
      <div className={box.actions}>
        <Button
          className={`${buttons.button} ${buttons.main}`}
          onPress={() => {
            onClose();
            onEnd();
          }}
        >
          {name === undefined ? say("members.leave.go") : say("members.end")}
        </Button>
        <Button autoFocus className={buttons.button} onPress={onClose}>
          {say("cancel")}
        </Button>
      </div>
    </DialogBox>
  );
}
