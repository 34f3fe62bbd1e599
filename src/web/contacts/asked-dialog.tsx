import { Button } from "react-aria-components";
import { CopyButton } from "../account/copy-button.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { say } from "../words.ts";
import style from "./upkeep.module.css";
import type { AskedOne } from "./use-upkeep.ts";

/** Who was asked: by letter, or by a link that is handed over. */
export function AskedDialog({ asked, nameOf, onClose }: { readonly asked: readonly AskedOne[]; readonly nameOf: (person: string) => string; readonly onClose: () => void }) {
  const mailed = asked.filter((one) => one.mailed);
  const links = asked.flatMap(({ person, link }) => (link === null ? [] : [{ name: nameOf(person), link }]));
  return (
    <DialogBox title={say("contact.sent.title")} onClose={onClose}>
      <div className={style.dialog}>
        {mailed.length === 0 ? null : <p>{say("contact.sent.mailed", { n: mailed.length, names: mailed.map(({ person }) => nameOf(person)).join(", ") })}</p>}
        {links.length === 0 ? null : <p>{say("contact.sent.links", { n: links.length })}</p>}
        {links.length === 0 ? null : (
          <ul className={style.links}>
            {links.map(({ name, link }) => (
              <li key={link}>
                <b>{name}</b>
                <input readOnly aria-label={say("contact.sent.link.of", { name })} value={link} onFocus={(event) => event.target.select()} />
                <CopyButton text={link} words={say("contact.sent.copy")} />
              </li>
            ))}
          </ul>
        )}
        <div className={style.deeds}>
          <Button autoFocus className={`${buttons.button} ${buttons.main}`} onPress={onClose}>{say("contact.sent.done")}</Button>
        </div>
      </div>
    </DialogBox>
  );
}
