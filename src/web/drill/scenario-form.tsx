import { ChartNoAxesColumn, Dices, Play } from "lucide-react";
import { useState } from "react";
import { Button, Form } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { Sitting } from "./sitting.ts";
import style from "./drill.module.css";

const textOf = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);
const nowMinute = (): number => Math.floor(Date.now() / 60_000);
const anyOf = <T,>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];

/** One event at one severity. */
export interface Case {
  readonly event: string;
  readonly severity: string;
}
interface Props {
  readonly document: MatrixDocument;
  readonly onStart: (sitting: Sitting) => void;
  /** Play it many times by chance instead. */
  readonly onSeries: (about: Case) => void;
}

/** What is rehearsed: chosen, or left to chance. */
export function ScenarioForm({ document, onStart, onSeries }: Props) {
  const events = document.events ?? [];
  const severities = (document.severities ?? []).toSorted((a, b) => a.rank - b.rank);
  const [event, setEvent] = useState<string>(events[0]?.id ?? "");
  const [severity, setSeverity] = useState<string>(severities[0]?.id ?? "");
  const [at, setAt] = useState(textOf(nowMinute()));
  const minute = Math.floor(Date.parse(`${at}Z`) / 60_000);
  const surprise = (): void => {
    setEvent(anyOf(events)?.id ?? event);
    setSeverity(anyOf(severities)?.id ?? severity);
    setAt(textOf(nowMinute() + Math.floor(Math.random() * 365 * 1_440)));
  };
  const pick = (word: "drill.event" | "drill.severity", value: string, set: (value: string) => void, list: readonly { readonly id: string; readonly name: string }[]) => (
    <label>
      <span>{say(word)}</span>
      <select value={value} onChange={(change) => set(change.target.value)}>
        {list.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </select>
    </label>
  );
  return (
    <Form className={style.scenario} onSubmit={(submitted) => { submitted.preventDefault(); if (Number.isFinite(minute)) onStart({ event, severity, at: minute, said: [] }); }}>
      {pick("drill.event", event, setEvent, events)}
      {pick("drill.severity", severity, setSeverity, severities)}
      <label>
        <span>{say("drill.at")}</span>
        <input type="datetime-local" required value={at} onChange={(change) => setAt(change.target.value)} />
      </label>
      <div className={style.deeds}>
        <Button className={buttons.button ?? ""} onPress={surprise}><Dices aria-hidden />{say("drill.surprise")}</Button>
        <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={!Number.isFinite(minute)}><Play aria-hidden />{say("drill.start")}</Button>
        <Button className={buttons.button ?? ""} onPress={() => onSeries({ event, severity })}><ChartNoAxesColumn aria-hidden />{say("drill.series.go")}</Button>
      </div>
    </Form>
  );
}
