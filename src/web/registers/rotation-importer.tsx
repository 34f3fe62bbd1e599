import { CalendarPlus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "react-aria-components";
import { sayDuration } from "#core/model/measure.ts";
import type { Role } from "#core/model/party.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { say } from "../words.ts";
import type { RotationAnswer } from "../work/rotation-worker.ts";
import type { Humans } from "./humans.ts";
import style from "./rotation-importer.module.css";
import { readRotation } from "./rotation-reading.ts";
import type { Pen } from "./use-pen.ts";

/** So much of each list is shown; the rest is counted. */
const SHOWN = 30;
const moment = (instant: string): string => instant.replace("T", " ").replace("Z", " UTC");

/** Takes a duty calendar for a role: what it would make of it is shown first. */
export function RotationImporter({ role, humans, pen }: { readonly role: Role; readonly humans: Humans; readonly pen: Pen }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<RotationAnswer | "reading">();
  const name = humans.roleName(role.id);
  return (
    <>
      <button type="button" className={style.open} aria-label={say("rotation.import.of", { role: name })} title={say("rotation.import")} onClick={() => chooser.current?.click()}>
        <CalendarPlus aria-hidden size={14} />
      </button>
      <input
        ref={chooser} type="file" accept=".ics,text/calendar" hidden aria-label={say("rotation.file.of", { role: name })}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (!file) return;
          setAnswer("reading");
          void readRotation(pen.document, role.id, file).then(setAnswer);
        }}
      />
      {answer === undefined ? null : (
        <DialogBox title={say("rotation.title", { role: name })} onClose={() => setAnswer(undefined)}>
          {answer === "reading" ? <p role="status">{say("working.reading")}</p> : (
            <Preview
              answer={answer} humans={humans}
              onTake={(read) => {
                setAnswer(undefined);
                pen.write(read.edits, say("rotation.what", { name: read.rotation.name, role: name }), say("rotation.done", { name: read.rotation.name }));
              }}
              onClose={() => setAnswer(undefined)}
            />
          )}
        </DialogBox>
      )}
    </>
  );
}

type Read = Extract<RotationAnswer, { readonly ok: true }>["read"];
interface PreviewProps {
  readonly answer: RotationAnswer;
  readonly humans: Humans;
  readonly onTake: (read: Read) => void;
  readonly onClose: () => void;
}

function Preview({ answer, humans, onTake, onClose }: PreviewProps) {
  if (!answer.ok)
    return (
      <div className={style.preview}>
        <p role="alert" className={style.trouble}>{say("rotation.refused", { why: answer.why })}</p>
        <div className={style.deeds}><Button autoFocus className={buttons.button ?? ""} onPress={onClose}>{say("register.close")}</Button></div>
      </div>
    );
  const { rotation, turns, regular, swaps, holes, outside, unread, goesOn } = answer.read;
  const [layer] = rotation.layers;
  const until = moment(answer.read.until);
  return (
    <div className={style.preview}>
      <dl className={style.facts}>
        <dt>{say("rotation.name")}</dt><dd>{rotation.name}</dd>
        {rotation.layers.length > 1 ? null : <><dt>{say("rotation.people")}</dt><dd>{layer?.people.map(humans.nameOf).join(" → ")}</dd></>}
        <dt>{say("rotation.turn")}</dt>
        <dd>{rotation.layers.length > 1 ? say("rotation.stretches.zone", { n: rotation.layers.length, zone: rotation.timeZone }) : say("rotation.turn.each", { turn: layer ? sayDuration(layer.turn) : "", from: (layer?.from ?? "").replace("T", " "), zone: rotation.timeZone })}</dd>
        {layer?.hours?.map(({ days, from, until: end }) => <dd key={`${from} ${end}`} className={style.hours}>{days.join(", ")} {from}–{end}</dd>)}
      </dl>
      <p>{say("rotation.regular", { regular, turns, swaps: swaps.length })} {say(goesOn ? "rotation.on" : "rotation.ends", { until })}</p>
      <Some title={say("rotation.stretches")} lines={rotation.layers.length > 1 ? rotation.layers.map((one) => say("rotation.stretch", { people: one.people.map(humans.nameOf).join(" → "), turn: sayDuration(one.turn), from: one.from.replace("T", " "), until: one.until?.replace("T", " ") ?? say("rotation.without.end") })) : []} />
      <Some title={say("rotation.holes")} lines={holes.map(({ from, until: end, why }) => say("rotation.hole", { from: moment(from), until: moment(end), why }))} />
      <Some title={say("rotation.swaps")} lines={swaps.map((swap) => say("rotation.swap", { from: moment(swap.from), until: moment(swap.until), in: humans.nameOf(swap.in), out: humans.nameOf(swap.out) }))} />
      <Some title={say("rotation.outside")} lines={outside.map(humans.nameOf)} />
      <Some title={say("rotation.unread")} lines={unread.map(({ what, why }) => `${what}: ${why}`)} />
      <div className={style.deeds}>
        <Button className={buttons.button ?? ""} onPress={onClose}>{say("cancel")}</Button>
        <Button autoFocus className={`${buttons.button} ${buttons.main}`} onPress={() => onTake(answer.read)}>{say("rotation.take")}</Button>
      </div>
    </div>
  );
}

function Some({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={style.some}>
      <h3>{title}</h3>
      <ul tabIndex={0} aria-label={title}>
        {lines.slice(0, SHOWN).map((line) => <li key={line}>{line}</li>)}
        {lines.length > SHOWN ? <li>{say("rotation.more", { n: lines.length - SHOWN })}</li> : null}
      </ul>
    </section>
  );
}
