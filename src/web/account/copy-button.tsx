import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, words, main = false, onCopied }: { readonly text: string; readonly words: string; readonly main?: boolean; readonly onCopied?: () => void }) {
  const [done, setDone] = useState<boolean>();
  const copy = async (): Promise<void> => {
    try {
      // Missing where the page did not come over a safe line.
      await navigator.clipboard.writeText(text);
      setDone(true);
      onCopied?.();
    } catch {
      setDone(false);
    }
  };
  return (
    <>
      <Button className={`${buttons.button} ${main ? buttons.main : ""}`} onPress={() => void copy()}>
        {done ? <Check aria-hidden /> : <Copy aria-hidden />}
        {done ? say("factor.copied") : words}
      </Button>
      <span role="status" className={done === false ? undefined : "unseen"}>
        {done === undefined ? "" : say(done ? "factor.copied" : "factor.not-copied")}
      </span>
    </>
  );
}
