import { Download, Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { saveFile } from "../state/download.ts";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { CopyButton } from "./copy-button.tsx";

/** Backup codes, shown this once: to copy, to save, to print. */
export function BackupCodeList({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone, and these are what comes next.
  useEffect(() => heading.current?.focus(), []);
  const save = (): void => void saveFile({ bytes: new TextEncoder().encode(`${codes.join("\n")}\n`), mediaType: "text/plain", ending: ".txt" }, say("factor.codes.file"));
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {say("factor.codes")}
      </h3>
      <p className={style.lead}>{say("factor.codes.why")}</p>
      <ul className={style.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={style.deeds}>
        <CopyButton text={codes.join("\n")} words={say("factor.codes.copy")} />
        <Button className={buttons.button} onPress={save}>
          <Download aria-hidden />
          {say("factor.codes.save")}
        </Button>
        <Button className={buttons.button} onPress={() => print()}>
          <Printer aria-hidden />
          {say("factor.codes.print")}
        </Button>
        <Button className={`${buttons.button} ${buttons.main}`} onPress={onKept}>
          {say("factor.codes.done")}
        </Button>
      </div>
    </>
  );
}
