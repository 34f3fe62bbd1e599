import { say } from "../words.ts";
import form from "./form.module.css";
import { useSending } from "./form.tsx";
import type { PartProps } from "./name-part.tsx";
import { wishLetters } from "./own-account.ts";
import { Part } from "./part.tsx";
import style from "./account-page.module.css";

/** Whether letters come about what happens in one's workspaces. */
export function LettersPart({ own, onDone }: PartProps) {
  const sending = useSending();
  const turn = (letters: boolean): void => void sending.send(() => wishLetters(letters)).then((done) => done && onDone(say(letters ? "letters.on" : "letters.off")));
  return (
    <Part title={say("letters.title")}>
      <label className={form.tick}>
        <input type="checkbox" checked={own.letters} disabled={sending.busy} onChange={(event) => turn(event.target.checked)} />
        <span>
          {say("letters.wanted")}
          <small>{say("letters.why")}</small>
        </span>
      </label>
      {own.letters && !(own.email !== null && own.emailVerified) ? <p className={style.lead}>{say(own.email === null ? "letters.no-address" : "letters.unconfirmed")}</p> : null}
      {sending.refusal ? (
        <p role="alert" className={style.trouble}>
          {sending.refusal.message}
        </p>
      ) : null}
    </Part>
  );
}
