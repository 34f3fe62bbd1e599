import { ArrowUpDown, CircleAlert, FileText, KeyRound, LifeBuoy, Minus, Pencil, Phone, Plus, SplitSquareVertical, TextCursorInput, Timer, UserRoundPen, type LucideIcon } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { compare } from "#core/compare/compare.ts";
import { isNothing } from "#core/compare/comparison.ts";
import { countRows, sayRows } from "#core/compare/counted.ts";
import { changedFor, everybody } from "#core/compare/for-whom.ts";
import { RISKS, type Risk } from "#core/compare/risk.ts";
import { sentencesOf } from "#core/compare/sentences.ts";
import { sideBySide, type Pair, type SidePair } from "#core/compare/side-by-side.ts";
import buttons from "../parts/controls.module.css";
import { ChoiceList } from "../parts/choice-list.tsx";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import style from "./comparison-view.module.css";

interface Props {
  readonly before: MatrixDocument;
  readonly after: MatrixDocument;
  /** What the two are called: `Version 3`, `the draft`, a file. */
  readonly labels: { readonly before: string; readonly after: string };
}

const SIGNS: Readonly<Record<Risk, LucideIcon>> = { authority: KeyRound, backup: LifeBuoy, deadline: Timer, proof: FileText, duty: UserRoundPen, reach: Phone, terms: CircleAlert, words: TextCursorInput };
const TURNS = ["lost", "gained", "other"] as const;

/** What differs between two matrices: by risk in sentences, for one alone, and row by row. */
export function ComparisonView({ before, after, labels }: Props) {
  const comparison = useMemo(() => compare(before, after), [before, after]);
  const told = useMemo(() => sentencesOf(comparison), [comparison]);
  const pairs = useMemo(() => sideBySide(comparison), [comparison]);
  const people = useMemo(() => everybody(comparison), [comparison]);
  const [chosen, choose] = useState<string>();
  const whom = people.find(({ kind, id }) => `${kind}/${id}` === chosen);
  const mine = useMemo(() => (whom ? changedFor(comparison, whom) : undefined), [comparison, whom]);
  const rows = useMemo(() => (mine ? folded(pairs, new Set(mine.flatMap(({ item }) => (item.kind === "activity" ? [item.id] : [])))) : pairs), [pairs, mine]);
  const counted = sayRows(countRows(comparison));
  return (
    <div className={style.view}>
      <p className={style.between}>
        <span>{labels.before}</span> <span aria-hidden>→</span> <span>{labels.after}</span>
        {counted === "" ? null : <small>{counted}</small>}
      </p>
      {told.length === 0 ? (
        <p>{say(isNothing(comparison) ? "compare.nothing" : "compare.ids")}</p>
      ) : (
        <>
          <div className={style.whom}>
            <span id="compare-whom">{say("compare.for")}</span>
            <ChoiceList label={say("compare.for")} all={say("compare.for.all")} chosen={chosen} onChoose={choose} choices={people.map(({ kind, id, name }) => ({ value: `${kind}/${id}`, label: kind === "party" ? say("compare.for.party", { name }) : name }))} />
          </div>
          {mine && whom ? (
            mine.length === 0 ? (
              <p>{say("compare.for.nothing", { name: whom.name })}</p>
            ) : (
              TURNS.filter((turn) => mine.some(({ change }) => change === turn)).map((turn) => <Sentences key={`${chosen ?? ""}${turn}`} title={say(`compare.turn.${turn}`)} sentences={mine.flatMap(({ change, sentence }) => (change === turn ? [sentence] : []))} />)
            )
          ) : (
            RISKS.filter((risk) => told.some((one) => one.risk === risk)).map((risk) => <Sentences key={risk} risk={risk} title={say(`compare.risk.${risk}`)} sentences={told.flatMap((one) => (one.risk === risk ? [one.sentence] : []))} />)
          )}
          <Rows key={chosen ?? ""} pairs={rows} labels={labels} />
        </>
      )}
    </div>
  );
}

/** Sentences shown at first, and added by each press. */
const SOME = 12;

function Sentences({ risk, title, sentences }: { readonly risk?: Risk; readonly title: string; readonly sentences: readonly string[] }) {
  const [shown, show] = useState(SOME);
  const Sign = risk === undefined ? undefined : SIGNS[risk];
  return (
    <section className={style.group} data-risk={risk}>
      <h3>
        {Sign ? <Sign aria-hidden /> : null}
        {title} <small>{sentences.length}</small>
      </h3>
      <ul>
        {sentences.slice(0, shown).map((sentence, index) => (
          <li key={index}>
            <Quoted text={sentence} />
          </li>
        ))}
      </ul>
      <More left={sentences.length - shown} onMore={() => show((n) => n + 200)} />
    </section>
  );
}

function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  return left > 0 ? (
    <Button className={buttons.link} onPress={onMore}>
      {say("compare.more", { n: left })}
    </Button>
  ) : null;
}

/** Only the rows of some items; the others count as the same. */
function folded(pairs: readonly Pair[], ids: ReadonlySet<string>): readonly Pair[] {
  return pairs.filter((pair) => pair.is !== "same" && ids.has(pair.id));
}

/** Pairs shown at first: thousands would be a page nobody reads. */
const ROWS = 40;

function Rows({ pairs, labels }: { readonly pairs: readonly Pair[]; readonly labels: Props["labels"] }) {
  const [shown, show] = useState(ROWS);
  return (
    <section className={style.rows}>
      <h3>{say("compare.rows")}</h3>
      {pairs.some(({ is }) => is !== "same") ? null : <p>{say("compare.rows.none")}</p>}
      {pairs.some(({ is }) => is !== "same") ? pairs.slice(0, shown).map((pair, index) => (pair.is === "same" ? <p key={index} className={style.same}>{say("compare.rows.same", { n: pair.rows })}</p> : <Row key={index} pair={pair} labels={labels} />)) : null}
      <More left={pairs.length - shown} onMore={() => show((n) => n + 200)} />
    </section>
  );
}

const MARKS = { changed: Pencil, new: Plus, gone: Minus } as const;

function Row({ pair: { is, title, was, moved, split, cells }, labels }: { readonly pair: SidePair; readonly labels: Props["labels"] }) {
  const Mark = MARKS[is];
  return (
    <article className={style.row} data-is={is}>
      <h4>
        <span className={style.mark} data-is={is}>
          <Mark aria-hidden />
          {say(`compare.is.${is}`)}
        </span>
        {moved ? <span className={style.mark}><ArrowUpDown aria-hidden />{say("compare.moved")}</span> : null}
        {split ? <span className={style.mark}><SplitSquareVertical aria-hidden />{say("compare.split")}</span> : null}
        {was === undefined ? null : <span className={style.mark}><TextCursorInput aria-hidden />{say("compare.renamed")}</span>}
        <b>{is === "gone" ? <del>{title}</del> : title}</b>
        {was === undefined ? null : <small>{say("compare.was", { title: was })}</small>}
      </h4>
      {cells.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col" className="unseen">{say("compare.what")}</th>
              <th scope="col">{labels.before}</th>
              <th scope="col">{labels.after}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ what, before, after }, index) => (
              <tr key={index}>
                <th scope="row">{what}</th>
                <td data-label={say("compare.before")}>{before === "" ? <i>{say("compare.empty")}</i> : <del>{before}</del>}</td>
                <td data-label={say("compare.after")}>{after === "" ? <i>{say("compare.empty")}</i> : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </article>
  );
}
