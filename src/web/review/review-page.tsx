import { useMemo } from "react";
import { agendaOf } from "#core/review/agenda.ts";
import { TRIGGER_WORDS, type Trigger } from "#core/review/triggers.ts";
import { scored, weakOf } from "#core/minute-test/score.ts";
import { useTests } from "../minute-test/use-tests.ts";
import { RegisterFrame } from "../registers/register-frame.tsx";
import { usePen } from "../registers/use-pen.ts";
import { useBeside, useHere } from "../shell/here.ts";
import { useEntitled } from "../talk/who.ts";
import { say } from "../words.ts";
import { AgendaPart } from "./agenda-part.tsx";
import { HoldPart } from "./hold-part.tsx";
import { NextPart } from "./next-part.tsx";
import { PastPart } from "./past-part.tsx";
import { TriggersPart } from "./triggers-part.tsx";
import { useReviews } from "./use-reviews.ts";
import style from "./review.module.css";

/** Reviews: when the next is, what is talked about, and what was decided in those before. */
export function ReviewPage() {
  const { store, workspace } = useHere();
  const pen = usePen(store);
  const { agreement, proposals } = useBeside();
  const { mayEdit, mayTalk } = useEntitled();
  const desk = useReviews(workspace.id);
  const { tests } = useTests(workspace.id, mayEdit);
  const { document, findings } = pen;
  const { found } = desk;
  const open = found?.triggers.filter(({ review }) => review === null) ?? [];
  const waiting = new Set(proposals.map(({ id }) => id));
  const agenda = useMemo(
    () => agendaOf(document, {
      findings, at: Math.floor(Date.now() / 60_000),
      contested: new Set((agreement?.stands ?? []).filter(({ stand, current }) => stand === "contested" && current).map(({ activity }) => activity)),
      weak: new Set(weakOf((tests ?? []).flatMap(({ questions, answers }) => scored(questions, answers).told)).filter(({ about }) => about.kind === "activity").map(({ about }) => about.id)),
      ...(agreement === undefined || agreement.deciding.length < 2 ? {} : { open: document.activities.length - agreement.agreed.length }),
      raised: open.map(({ kind, note }) => note ?? TRIGGER_WORDS[kind as Trigger] ?? kind),
      actions: (found?.reviews ?? []).flatMap(({ decisions }) => decisions).filter(({ id }) => waiting.has(id)).map(({ words }) => words),
    }),
    [document, findings, agreement, tests, found, proposals],
  );
  return (
    <div className={style.room}>
      <RegisterFrame title={say("review.title")} lead={say("review.lead")} pen={pen}>
        <div className={style.page}>
          {desk.trouble === undefined ? null : <p role="alert" className={style.trouble}>{say("review.trouble", { why: desk.trouble })}</p>}
          {found === undefined ? <p role="status">{say("minute.take.loading")}</p> : (
            <>
              <div className={style.pair}>
                <NextPart desk={desk} found={found} pen={pen} mayEdit={mayEdit} />
                <TriggersPart desk={desk} found={found} mayRaise={mayTalk} />
              </div>
              <AgendaPart agenda={agenda} />
              {mayEdit ? <HoldPart desk={desk} found={found} pen={pen} /> : null}
              <PastPart found={found} waiting={waiting} />
            </>
          )}
        </div>
      </RegisterFrame>
    </div>
  );
}
