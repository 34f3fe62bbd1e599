import { Check, Lock, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { piecesOf } from "./at-sign.ts";
import { Composer } from "./composer.tsx";
import style from "./row-beside.module.css";
import { change, resolve, say as sayIt, takeBack, type Comment } from "./talk.ts";
import { useDeed } from "./use-deed.ts";
import { nameOf, partyName, useEntitled } from "./who.ts";

/** A question and its answers. @param said in their order, the first one first. */
export function Thread({ said, about }: { readonly said: readonly Comment[]; readonly about?: string }) {
  const { workspace, store, beside, me } = useHere();
  const { document: matrix } = useSnapshot(store);
  const lying = useBeside();
  const { mayTalk, maySettle } = useEntitled();
  const { busy, trouble, act } = useDeed();
  const [writing, setWriting] = useState<"answer" | string>();
  const [first] = said;
  if (!first) return null;
  const after = async (work: () => Promise<unknown>): Promise<void> => {
    if (await act(work)) setWriting(undefined);
    beside.look("comments", 0);
  };
  return (
    <article className={style.thread} data-settled={first.resolved !== null || undefined} aria-label={first.text.slice(0, 80)}>
      {about === undefined ? null : <p className={style.about}>{about}</p>}
      {said.map((comment) => (
        <div key={comment.id} className={style.comment}>
          <header>
            <b>{nameOf(lying, comment.author)}</b>
            <span>{partyName(matrix, comment.authorParty)}</span>
            <time dateTime={comment.said}>{momentOf(comment.said)}</time>
            {comment.id === first.id && first.partyOnly !== null ? (
              <em>
                <Lock aria-hidden size={11} /> {say("talk.own.mark", { party: partyName(matrix, first.partyOnly) })}
              </em>
            ) : null}
          </header>
          {comment.removed ? (
            <p className={style.removed}>{say("talk.removed")}</p>
          ) : writing === comment.id ? (
            <Composer label={say("talk.change")} names={false} start={comment.text} answer={{ own: first.partyOnly !== null }} go={say("talk.change")} busy={busy} onSend={({ text }) => void after(() => change(workspace.id, comment.id, text))} onClose={() => setWriting(undefined)} />
          ) : (
            <>
              <p>
                {comment.mentions.filter((actor) => !comment.text.includes(`@${nameOf(lying, actor)}`)).map((actor) => (
                  <b key={actor} className={style.mention}>
                    @{nameOf(lying, actor)}{" "}
                  </b>
                ))}
                {piecesOf(comment.text, comment.mentions.map((actor) => nameOf(lying, actor))).map(({ words, name }, i) => (name ? <b key={i} className={style.mention}>{words}</b> : words))}
                {comment.changed ? <small> {say("talk.changed")}</small> : null}
              </p>
              {comment.author === me.account && mayTalk ? (
                <p className={style.small}>
                  <button type="button" onClick={() => setWriting(comment.id)}>{say("talk.change")}</button>
                  <button type="button" onClick={() => void after(() => takeBack(workspace.id, comment.id))}>{say("talk.take-back")}</button>
                </p>
              ) : null}
            </>
          )}
        </div>
      ))}
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {first.resolved === null ? null : <p className={style.hint}>{say("talk.settled", { name: nameOf(lying, first.resolvedBy) })}</p>}
      {!mayTalk ? null : writing === "answer" ? (
        <Composer
          label={say("talk.answer.to", { name: nameOf(lying, first.author) })} answer={{ own: first.partyOnly !== null }} go={say("talk.answer")} busy={busy}
          onSend={({ text, mentions }) => void after(() => sayIt(workspace.id, { item: first.item, thread: first.id, text, mentions }))} onClose={() => setWriting(undefined)}
        />
      ) : (
        <div className={style.deeds}>
          <Button className={buttons.button ?? ""} onPress={() => setWriting("answer")}>
            {say("talk.answer")}
          </Button>
          {maySettle ? (
            <Button className={`${buttons.button} ${buttons.quiet}`} isDisabled={busy} onPress={() => void after(() => resolve(workspace.id, first.id, first.resolved === null))}>
              {first.resolved === null ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
              {say(first.resolved === null ? "talk.settle" : "talk.reopen")}
            </Button>
          ) : null}
        </div>
      )}
    </article>
  );
}
