import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { authorityMap, confirmable, type Answered, type Score } from "#core/authority-map/authority-map.ts";
import { checklist } from "#core/authority-map/checklist.ts";
import type { Place, Shown } from "#core/authority-map/found.ts";
import { OWNERS, type Statement } from "#core/authority-map/statements.ts";
import buttons from "../parts/controls.module.css";
import type { Pen } from "../registers/use-pen.ts";
import { useHere } from "../shell/here.ts";
import { saveFile } from "../state/download.ts";
import { say } from "../words.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { KINDS } from "./kind-names.ts";
import style from "./map-view.module.css";

/** The statements with what answers them, and a score; each answer leads to its place. */
export function MapView({ pen }: { readonly pen: Pen }) {
  const { document } = pen;
  const map = useMemo(() => authorityMap(document), [document]);
  const [asked, setAsked] = useState<Statement>();
  const save = async (as: "md" | "csv"): Promise<void> => {
    const text = as === "csv" ? (await import("#formats/csv/write-checklist.ts")).writeChecklistCsv(checklist(map)) : (await import("#formats/md/write-authority-map.ts")).writeAuthorityMap(map, document.title);
    saveFile({ bytes: new TextEncoder().encode(text), mediaType: as === "csv" ? "text/csv" : "text/markdown", ending: `.authority.${as}` }, document.title);
  };
  const table = (title: string, answers: readonly Answered[], score?: Score) => (
    <section key={title} className={style.stage} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {score === undefined ? null : <Points score={score} />}
      </header>
      <ul>{answers.map((one) => <AnswerLine key={one.statement.id} answered={one} pen={pen} onConfirm={() => setAsked(one.statement)} />)}</ul>
    </section>
  );
  return (
    <div className={style.map}>
      <div className={style.top}>
        <div>
          <p className={style.score}>
            <b>{say("authority.map.score", { counted: map.score.counted, of: map.score.of })}</b> {say("authority.map.matrix", { matrix: map.score.matrix })}
          </p>
          <p className={style.lead}>{say("authority.map.lead")}</p>
        </div>
        <div className={style.save} role="group" aria-label={say("authority.map.as")}>
          <span>{say("authority.map.as")}</span>
          {(["md", "csv"] as const).map((as) => (
            <Button key={as} className={buttons.button ?? ""} onPress={() => void save(as)}>
              <Download aria-hidden />
              {say(`authority.map.as.${as}`)}
            </Button>
          ))}
        </div>
      </div>
      {map.stages.map((stage) => table(stage.name, stage.answers, stage.score))}
      <div className={style.pair}>
        {table(say("authority.map.reflection"), map.reflection)}
        {table(say("authority.map.opening"), map.opening)}
      </div>
      {map.events.length === 0 ? null : (
        <section className={style.stage} aria-label={say("authority.map.events")}>
          <header><h2>{say("authority.map.events")}</h2></header>
          <div className={style.events}>
            {map.events.map(({ event, answers }) => (
              <div key={event.id}>
                <h3>{event.name}</h3>
                <dl>
                  {answers.map(({ id, says, shown }) => (
                    <div key={id}>
                      <dt>{says}</dt>
                      <dd><Mark answer={shown.answer} /> <Where shown={shown} /></dd>
                    </div>
                  ))}
                </dl>
              </div>
            ))}
          </div>
        </section>
      )}
      {asked === undefined ? null : <ConfirmDialog statement={asked} pen={pen} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

function Points({ score: { counted, of } }: { readonly score: Score }) {
  return (
    <span className={style.points}>
      <span className={style.bar} aria-hidden><i style={{ inlineSize: `${(counted / of) * 100}%` }} /></span>
      {say("authority.map.points", { points: counted, of })}
    </span>
  );
}

const Mark = ({ answer }: { readonly answer: Answered["counts"] }) => <span className={style.mark} data-answer={answer}>{say(`authority.map.answer.${answer}`)}</span>;

function AnswerLine({ answered, pen, onConfirm }: { readonly answered: Answered; readonly pen: Pen; readonly onConfirm: () => void }) {
  const { statement, matrix, confirmed, counts } = answered;
  const word = confirmed === undefined ? undefined : say("authority.map.confirmed", { name: confirmed.by, day: confirmed.on, answer: say(`authority.map.answer.${confirmed.answer}`) });
  return (
    <li>
      <Mark answer={counts} />
      <div className={style.statement}>
        <b>{statement.says}</b>
        <small>{OWNERS[statement.owner]}</small>
        <Where shown={matrix} />
        {word === undefined || confirmed === undefined ? null : (
          <p className={style.word}>
            {word}
            {confirmed.evidence === undefined ? null : <>: {confirmed.evidence}</>}
            {confirmed.note === undefined ? null : <>; {confirmed.note}</>}
            {pen.mayWrite ? (
              <Button className={buttons.link ?? ""} aria-label={say("authority.map.withdraw.of", { statement: statement.says })} onPress={() => pen.write([{ do: "remove", kind: "confirmation", id: confirmed.id }], say("authority.map.withdraw"), say("authority.map.withdraw"))}>
                {say("authority.map.withdraw")}
              </Button>
            ) : null}
          </p>
        )}
      </div>
      {pen.mayWrite && confirmable(statement) ? (
        <Button className={buttons.button ?? ""} aria-label={say("authority.map.confirm.of", { statement: statement.says })} onPress={onConfirm}>{say("authority.map.confirm")}</Button>
      ) : null}
    </li>
  );
}

/** So many places are named; the rest is the same sentence again. */
const NAMED = 4;

/** What the matrix says, with links to where it says so. */
function Where({ shown: { says, places } }: { readonly shown: Shown }) {
  return (
    <p className={style.where}>
      <span>{says}</span>
      {places.slice(0, NAMED).map((place) => <PlaceLink key={`${place.kind} ${place.id}`} place={place} />)}
      {places.length > NAMED ? <span>{say("removal.more", { n: places.length - NAMED })}</span> : null}
    </p>
  );
}

function PlaceLink({ place: { kind, id, name } }: { readonly place: Place }) {
  const workspace = useHere().workspace.id;
  if (kind === "activity") return <Link to="/w/$workspace/matrix" params={{ workspace }} search={{ row: id } as never}>{name}</Link>;
  const part = KINDS.find((one) => one === kind);
  return part === undefined ? <span>{name}</span> : <Link to="/w/$workspace/authority" params={{ workspace }} search={{ part, item: id } as never}>{name}</Link>;
}
