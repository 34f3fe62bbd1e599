import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { say } from "../words.ts";
import buttons from "./controls.module.css";
import style from "./dialog-box.module.css";

/** A question over the page: Escape, the cross and a press beside it close it with nothing done. */
export function DialogBox({ title, onClose, wide = false, children }: { readonly title: string; readonly onClose: () => void; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <ModalOverlay className={style.veil} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={style.modal} data-wide={wide || undefined}>
        <Dialog className={style.dialog}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("chosen.close")} onPress={onClose}>
              <X aria-hidden />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
