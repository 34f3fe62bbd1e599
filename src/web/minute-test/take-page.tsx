import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { z } from "@hono/zod-openapi";
import type { MinuteTestOffer, NextMinuteQuestion } from "#contract/minute-test.ts";
import { ask } from "../account/asking.ts";
import { EntranceCard } from "../account/entrance-card.tsx";
import card from "../account/entrance-card.module.css";
import { isWhole } from "../account/token.ts";
import buttons from "../parts/controls.module.css";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { Asked } from "./asked.tsx";
import style from "./take.module.css";

type Offer = z.infer<typeof MinuteTestOffer>;
type Next = z.infer<typeof NextMinuteQuestion>;

/** Somebody takes the test they were sent: opening it starts nothing, a press does. */
export function TakePage() {
  const [token] = useState(() => location.hash.slice(1));
  const [offer, setOffer] = useState<Offer>();
  const [now, setNow] = useState<Next>();
  const [dead, setDead] = useState<string | undefined>(isWhole(token) ? undefined : say("minute.take.incomplete"));
  // What could not be sent, to be sent again: the server's clock runs meanwhile.
  const [stuck, setStuck] = useState<{ readonly words: string; readonly again: () => void }>();
  const under = useRef(false);
  useEffect(() => {
    if (isWhole(token)) ask<Offer>("POST", "/minute-tests/look", { token }).then(setOffer, (thrown: unknown) => setDead(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [token]);
  const move = useCallback((path: string, body: object): void => {
    if (under.current) return;
    under.current = true;
    setStuck(undefined);
    ask<Next>("POST", path, body)
      .then(setNow, (thrown: unknown) => {
        const words = thrown instanceof Error ? thrown.message : String(thrown);
        if ((thrown as { status?: number }).status === 410) setDead(words);
        else setStuck({ words, again: () => move(path, body) });
      })
      .finally(() => (under.current = false));
  }, []);
  const answer = useCallback((place: number, choice: string | null) => move("/minute-tests/answer", { token, place, choice }), [move, token]);

  if (dead !== undefined)
    return (
      <EntranceCard title={say("minute.take.dead")}>
        <p role="alert" className={card.trouble}>{dead}</p>
      </EntranceCard>
    );
  const trouble = stuck === undefined ? null : (
    <div className={card.way}>
      <p role="alert" className={card.trouble}>{stuck.words}</p>
      <Button className={buttons.button ?? ""} onPress={stuck.again}>{say("minute.take.again")}</Button>
    </div>
  );
  if (!offer) return <EntranceCard title={say("minute.take.title")}><p role="status">{say("minute.take.loading")}</p></EntranceCard>;
  if (offer.done || now?.next === null)
    return (
      <EntranceCard title={say("minute.take.done")}>
        <p role="status" className={card.lead}>{say("minute.take.done.lead")}</p>
      </EntranceCard>
    );
  if (now?.next) return <Asked key={now.next.place} question={now.next} onAnswer={answer} trouble={trouble} />;
  const { asker, workspace, questions, until, begun } = offer;
  return (
    <EntranceCard title={say("minute.take.title")}>
      <p className={card.lead}>{asker === null ? say("minute.take.lead.nobody", { workspace }) : say("minute.take.lead", { asker, workspace })}</p>
      <p>{say("minute.take.how", { n: questions })}</p>
      <p className={style.small}>{say("minute.take.time", { day: sayDay(until.slice(0, 10)) })}</p>
      {trouble}
      <Button className={`${buttons.button} ${buttons.main} ${style.start}`} onPress={() => move("/minute-tests/next", { token })}>{say(begun ? "minute.take.on" : "minute.take.start")}</Button>
    </EntranceCard>
  );
}
