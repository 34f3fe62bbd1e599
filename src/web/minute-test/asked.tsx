import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { z } from "@hono/zod-openapi";
import type { MinuteQuestion } from "#contract/minute-test.ts";
import { LIMIT } from "#core/minute-test/score.ts";
import { say } from "../words.ts";
import style from "./take.module.css";

type Question = z.infer<typeof MinuteQuestion>;

/** One question on one screen, with a minute that runs out. */
export function Asked({ question: { place, questions, says, choices, gone }, onAnswer, trouble }: { readonly question: Question; readonly onAnswer: (place: number, choice: string | null) => void; readonly trouble: ReactNode }) {
  const [ends] = useState(() => Date.now() + LIMIT - gone);
  const [left, setLeft] = useState(() => Math.max(0, LIMIT - gone));
  const heading = useRef<HTMLHeadingElement>(null);
  // Keys and the clock answer the question that is shown; a new one is another component.
  const answered = useRef(false);
  const [chosen, setChosen] = useState<string | null>();
  const give = useRef<(choice: string | null) => void>(() => undefined);
  give.current = (choice) => {
    if (answered.current) return;
    answered.current = true;
    setChosen(choice);
    onAnswer(place, choice);
  };
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = `${say("minute.take.of", { n: place + 1, all: questions })} – Remit`;
    const tick = setInterval(() => {
      const now = ends - Date.now();
      setLeft(Math.max(0, now));
      // A moment after the limit, so that the server's clock has passed it, too.
      if (now < -500) give.current(null);
    }, 250);
    const key = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key === "0") return give.current(null);
      const one = choices[Number(event.key) - 1];
      if (/^[1-9]$/.test(event.key) && one) give.current(one.id);
    };
    document.addEventListener("keydown", key);
    return () => {
      clearInterval(tick);
      document.removeEventListener("keydown", key);
    };
  }, [choices, ends, place, questions]);
  const seconds = Math.ceil(left / 1_000);
  return (
    <main className={style.screen}>
      <div className={style.clock}>
        <span>{say("minute.take.of", { n: place + 1, all: questions })}</span>
        <span role="timer" aria-label={say("minute.take.seconds", { n: seconds })}>{seconds} s</span>
        <div className={style.bar} aria-hidden><i style={{ inlineSize: `${(left / LIMIT) * 100}%` }} data-short={seconds <= 10 || undefined} /></div>
      </div>
      <h1 ref={heading} tabIndex={-1}>{says}</h1>
      <ol className={style.choices}>
        {choices.map(({ id, says: role, of }, i) => (
          <li key={id}>
            <Button className={style.choice ?? ""} data-chosen={chosen === id || undefined} onPress={() => give.current(id)}>
              <kbd aria-hidden>{i + 1}</kbd>
              <span><b>{role}</b>{of === "" ? null : <small>{of}</small>}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button className={style.pass ?? ""} onPress={() => give.current(null)}>{say("minute.take.pass")}</Button>
      <p className={style.keys}>{say("minute.take.keys", { n: choices.length })}</p>
      {trouble}
    </main>
  );
}
