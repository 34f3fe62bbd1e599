import { Download, Printer, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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
  const [kept, setKept] = useState(false);
  // They are shown this once: whoever leaves before they kept them is asked whether they mean it.
  useEffect(() => {
    if (kept) return;
    const leaving = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", leaving);
    return () => removeEventListener("beforeunload", leaving);
  }, [kept]);
  const save = (): void => {
    setKept(true);
    void saveFile({ bytes: new TextEncoder().encode(`${codes.join("\n")}\n`), mediaType: "text/plain", ending: ".txt" }, say("factor.codes.file"));
  };
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
      {kept ? null : (
        <p className={style.warning}>
          <TriangleAlert aria-hidden size={15} />
          {say("factor.codes.unkept")}
        </p>
      )}
      <div className={style.deeds}>
        <CopyButton text={codes.join("\n")} words={say("factor.codes.copy")} onCopied={() => setKept(true)} />
        <Button className={buttons.button} onPress={save}>
          <Download aria-hidden />
          {say("factor.codes.save")}
        </Button>
        <Button className={buttons.button} onPress={() => (setKept(true), print())}>
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
