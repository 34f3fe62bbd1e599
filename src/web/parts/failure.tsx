import { CircleX } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { nameOf } from "../state/name.ts";
import type { Sitting } from "../state/sitting.ts";
import type { Failure as Reason } from "../work/order.ts";
import { say } from "../words.ts";
import { Quoted } from "./quoted.tsx";
import buttons from "./controls.module.css";
import style from "./failure.module.css";

/** What went wrong, where, what one can do, and what happened to one's data. */
export function Failure({ name, failure, exporting, sitting, onBack }: { readonly name: string; readonly failure: Reason; readonly exporting: boolean; readonly sitting: Sitting | undefined; readonly onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [failure]);
  return (
    <main id="content" className={style.page}>
      <CircleX aria-hidden size={30} strokeWidth={1.6} className={style.sign} />
      <h1 ref={heading} tabIndex={-1}>
        {exporting ? say("failed.export") : say("failed.title", { name })}
      </h1>
      <p className={style.message}><Quoted text={failure.message} /></p>
      {failure.place ? <p>{say("failed.place", { place: failure.place })}</p> : null}
      <h2>{say("failed.todo")}</h2>
      <p className={style.remedy}>
        <Quoted text={failure.remedy} />
      </p>
      {failure.more ? (
        <>
          <h2>{say("failed.more", { n: failure.more.length })}</h2>
          <ul className={style.more}>
            {failure.more.map((problem) => (
              <li key={problem}>
                <Quoted text={problem} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={style.data}>
        {say("failed.data")} {sitting ? say("failed.data.table") : null}
      </p>
      <Button className={`${buttons.button} ${buttons.main}`} onPress={onBack}>
        {sitting ? say("failed.back", { name: nameOf(sitting.source) }) : say("failed.another")}
      </Button>
      <p className={style.code}>{say("failed.code", { code: failure.code })}</p>
    </main>
  );
}
