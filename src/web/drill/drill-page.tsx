import { Link } from "@tanstack/react-router";
import { CornerUpLeft, Dices, Download, Printer, RotateCcw, Square } from "lucide-react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Button } from "react-aria-components";
import { drill } from "#core/drill/drill.ts";
import { markdownDrill } from "#core/drill/draw-drill.ts";
import { DAY, instantOf } from "#core/time/minute.ts";
import { World } from "#core/who/world.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { saveFile } from "../state/download.ts";
import { say } from "../words.ts";
import { CallCard } from "./call-card.tsx";
import { Report, sayReal, Story } from "./report.tsx";
import { ScenarioForm, type Case } from "./scenario-form.tsx";
import { SeriesPart } from "./series-part.tsx";
import { callOf, keepSitting, keptSitting, natureOf, type Sitting } from "./sitting.ts";
import style from "./drill.module.css";

/** An exercise around a table: a scenario, one call after another, and what it came to. */
export function DrillPage() {
  const { store, workspace } = useHere();
  const { document } = useSyncExternalStore(store.subscribe, store.snapshot);
  const [sitting, setSitting] = useState(() => keptSitting(workspace.id));
  const [series, setSeries] = useState<Case & { readonly seed: number }>();
  useEffect(() => keepSitting(workspace.id, sitting), [workspace.id, sitting]);
  const at = sitting?.at;
  const world = useMemo(() => (at === undefined ? undefined : new World(document, at - DAY, at + 3 * DAY)), [document, at]);
  // A scenario whose event or severity has left the matrix since is no scenario any more.
  const known = ({ event, severity }: Case): boolean => document.events?.some(({ id }) => id === event) === true && document.severities?.some(({ id }) => id === severity) === true;
  const whole = sitting !== undefined && known(sitting);
  const drilled = useMemo(() => (whole && world !== undefined ? drill(world, sitting, natureOf(world, sitting)) : undefined), [whole, sitting, world]);
  const able = (document.events?.length ?? 0) > 0 && (document.severities?.length ?? 0) > 0;
  return (
    <div className={style.page}>
      <header>
        <h1>{say("drill.title")}</h1>
        <p>{say("drill.lead")}</p>
      </header>
      {able ? null : <p>{say("drill.none")} <Link to="/w/$workspace/authority" params={{ workspace: workspace.id }} search={{ part: "event" } as never}>{say("drill.none.where")}</Link></p>}
      {able && (sitting === undefined || drilled === undefined) ? (
        <>
          <ScenarioForm document={document} onStart={setSitting} onSeries={(about) => setSeries({ ...about, seed: Math.floor(Math.random() * 2 ** 31) })} />
          {series === undefined || !known(series) ? null : <SeriesPart document={document} about={series} onHour={(hour) => setSitting({ event: series.event, severity: series.severity, at: hour, said: [] })} />}
        </>
      ) : null}
      {sitting === undefined || drilled === undefined ? null : (
        <>
          <p className={style.about}>
            <b>{drilled.event.name}</b>, {drilled.severity.name}, {instantOf(sitting.at).replace("T", " ").replace("Z", " UTC")}
          </p>
          {drilled.waitsFor === undefined ? <Report drilled={drilled} said={sitting.said} /> : (
            <CallCard
              key={callOf(drilled.waitsFor)} ring={drilled.waitsFor} document={document}
              onSaid={(deed, seconds) => drilled.waitsFor && setSitting({ ...sitting, said: [...sitting.said, { call: callOf(drilled.waitsFor), deed, seconds }] })}
            />
          )}
          <Deeds sitting={sitting} ended={drilled.waitsFor === undefined} onChange={setSitting} onSave={() => saveFile({ bytes: new TextEncoder().encode(markdownDrill(drilled, say("drill.report", { event: drilled.event.name, severity: drilled.severity.name }), sitting.said.length === 0 ? [] : [sayReal(sitting.said)])), mediaType: "text/markdown", ending: ".drill.md" }, document.title)} />
          <Story drilled={drilled} />
        </>
      )}
    </div>
  );
}

interface DeedsProps {
  readonly sitting: Sitting;
  readonly ended: boolean;
  readonly onChange: (sitting: Sitting | undefined) => void;
  readonly onSave: () => void;
}

/** The ways on, and back. */
function Deeds({ sitting, ended, onChange, onSave }: DeedsProps) {
  const { rest: _, ...told } = sitting;
  const back = (): void => onChange(sitting.rest === undefined ? { ...told, said: sitting.said.slice(0, -1) } : told);
  return (
    <div className={style.deeds}>
      {ended ? (
        <>
          <Button className={`${buttons.button} ${buttons.main}`} onPress={onSave}><Download aria-hidden />{say("drill.save")}</Button>
          <Button className={buttons.button ?? ""} onPress={() => window.print()}><Printer aria-hidden />{say("drill.print")}</Button>
        </>
      ) : (
        <>
          <Button className={buttons.button ?? ""} onPress={() => onChange({ ...sitting, rest: Math.floor(Math.random() * 2 ** 31) })}><Dices aria-hidden />{say("drill.chance")}</Button>
          <Button className={buttons.button ?? ""} onPress={() => onChange({ ...sitting, rest: null })}><Square aria-hidden />{say("drill.stop")}</Button>
        </>
      )}
      {sitting.said.length === 0 && sitting.rest === undefined ? null : <Button className={buttons.button ?? ""} onPress={back}><CornerUpLeft aria-hidden />{say("drill.back")}</Button>}
      <Button className={buttons.button ?? ""} onPress={() => onChange(undefined)}><RotateCcw aria-hidden />{say("drill.again")}</Button>
    </div>
  );
}
