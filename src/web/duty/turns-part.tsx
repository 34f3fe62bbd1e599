import { ArrowLeftRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Person } from "#core/model/party.ts";
import { zoneOf } from "#core/time/zone.ts";
import { listOf } from "#core/prove/story.ts";
import { turnsOf, type Turn } from "#core/who/turns.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { readerZone } from "../proof/say-time.ts";
import { say } from "../words.ts";
import style from "./duty-page.module.css";
import type { KnownDuty, SwapAsked } from "./use-duty.ts";

/** So far ahead one's turns are shown, in days, and so many of them. */
const AHEAD = 120;
const MOST = 6;
const MINUTE = 60_000;

/** By the clock of whoever's turn it is, wherever they read it. */
const moment = (instant: string, timeZone: string): string => new Date(instant.replace("Z", ":00Z")).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone });
const isSame = (turn: Turn, swap: SwapAsked): boolean => swap.rotation === turn.rotation.id && swap.from === turn.from && swap.until === turn.until;

interface Props {
  readonly me: Person;
  readonly matrix: MatrixDocument;
  readonly known: KnownDuty;
  /** Stands before the turns. */
  readonly children: ReactNode;
}

/** One's next turns, what one is asked to take, and the way to give a turn to another. */
export function TurnsPart({ me, matrix, known, children }: Props) {
  const [swapping, setSwapping] = useState<Turn>();
  const now = Math.floor(Date.now() / MINUTE);
  const turns = turnsOf(matrix, me.id, now, now + AHEAD * 1_440);
  const running = turns.filter(({ from }) => Date.parse(from.replace("Z", ":00Z")) <= Date.now());
  const swaps = known.duty?.swaps ?? [];
  const asked = swaps.filter((one) => one.in === me.id);
  const zone = zoneOf(me.timeZone ?? "") === undefined ? readerZone() : (me.timeZone as string);
  const sayTurn = ({ from, until }: Pick<Turn, "from" | "until">): string => say("duty.turn", { from: moment(from, zone), until: moment(until, zone) });
  const nameOf = (id: string): string => (matrix.people ?? []).find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <div className={style.now} data-on={running.length > 0 || undefined}>
        {running.length === 0 ? <p>{say("duty.off")}</p> : running.map((turn) => (
          <p key={turn.rotation.id}>
            <b>{say("duty.now")}</b> {say("duty.now.until", { rotation: turn.rotation.name, until: moment(turn.until, zone) })}
          </p>
        ))}
      </div>
      {asked.length === 0 ? null : (
        <section className={style.part} aria-labelledby="duty-asked">
          <h2 id="duty-asked">{say("duty.asked")}</h2>
          <ul className={style.list}>
            {asked.map((swap) => (
              <li key={swap.id}>
                <span>{say("duty.asked.by", { name: nameOf(swap.out), turn: sayTurn(swap), rotation: matrix.rotations?.find(({ id }) => id === swap.rotation)?.name ?? swap.rotation })}</span>
                <span className={style.deeds}>
                  <Button className={`${buttons.button} ${buttons.main} ${buttons.large}`} onPress={() => void known.answer(swap.id, "yes")}>{say("duty.yes")}</Button>
                  <Button className={`${buttons.button} ${buttons.large}`} onPress={() => void known.answer(swap.id, "no")}>{say("duty.no")}</Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
      <section className={style.part} aria-labelledby="duty-turns">
        <h2 id="duty-turns">{say("duty.turns")}</h2>
        {turns.length === 0 ? null : <p className={style.none}>{say("duty.turns.zone", { zone: zone.replaceAll("_", " ") })}</p>}
        {turns.length === 0 ? <p className={style.none}>{say("duty.turns.none", { days: AHEAD })}</p> : null}
        <ul className={style.list}>
          {turns.slice(0, MOST).map((turn) => {
            const swap = swaps.find((one) => one.own && isSame(turn, one));
            return (
              <li key={`${turn.rotation.id} ${turn.from}`}>
                <span>
                  <b>{sayTurn(turn)}</b>
                  <small>{swap ? say("duty.swap.asked", { name: nameOf(swap.in) }) : turn.rotation.name}</small>
                </span>
                {swap ? (
                  <Button className={`${buttons.button} ${buttons.large}`} aria-label={say("duty.swap.back.of", { name: nameOf(swap.in), turn: sayTurn(turn) })} onPress={() => void known.answer(swap.id, "withdrawn")}>{say("duty.swap.back")}</Button>
                ) : (
                  <Button className={`${buttons.button} ${buttons.large}`} aria-label={say("duty.swap.of", { turn: sayTurn(turn) })} onPress={() => setSwapping(turn)}>
                    <ArrowLeftRight aria-hidden />
                    {say("duty.swap")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {swapping ? (
        <SwapDialog
          turn={sayTurn(swapping)}
          others={[...new Set(swapping.rotation.layers.flatMap(({ people }) => people))].filter((id) => id !== me.id).map((id) => ({ id, name: nameOf(id), here: known.duty?.here.includes(id) === true }))}
          onClose={() => setSwapping(undefined)}
          onAsk={(other) => {
            setSwapping(undefined);
            void known.ask({ rotation: swapping.rotation.id, from: swapping.from, until: swapping.until, in: other });
          }}
        />
      ) : null}
    </>
  );
}

interface SwapProps {
  readonly turn: string;
  readonly others: readonly { readonly id: string; readonly name: string; readonly here: boolean }[];
  readonly onAsk: (person: string) => void;
  readonly onClose: () => void;
}

const SwapDialog = ({ turn, others, onAsk, onClose }: SwapProps) => (
  <DialogBox title={say("duty.swap.title", { turn })} onClose={onClose}>
    <div className={style.form}>
      {others.length === 0 ? <p>{say("duty.swap.nobody")}</p> : others.some(({ here }) => here) ? <p>{say("duty.swap.why")}</p> : null}
      {others.filter(({ here }) => here).map(({ id, name }) => (
        <Button key={id} className={`${buttons.button} ${buttons.large}`} onPress={() => onAsk(id)}>{say("duty.swap.ask", { name })}</Button>
      ))}
      {others.some(({ here }) => !here) ? <p className={style.none}>{say("duty.swap.strangers", { names: listOf(others.filter(({ here }) => !here).map(({ name }) => name)) })}</p> : null}
    </div>
  </DialogBox>
);
