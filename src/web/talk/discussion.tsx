import { MessageSquarePlus } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { useBeside, useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { Composer } from "./composer.tsx";
import style from "./row-beside.module.css";
import { say as sayIt, type Comment } from "./talk.ts";
import { Thread } from "./thread.tsx";
import { useDeed } from "./use-deed.ts";
import { useEntitled } from "./who.ts";

/** Comments by thread, each in its order; a thread of which everything was taken back is none. */
export function threadsOf(comments: readonly Comment[]): readonly (readonly Comment[])[] {
  const threads = Map.groupBy(comments, ({ thread }) => thread);
  return [...threads.values()].filter((said) => said.some(({ removed }) => !removed));
}

/** What is said about a row. */
export function Discussion({ row, title }: { readonly row: string; readonly title: string }) {
  const { workspace, beside } = useHere();
  const { comments } = useBeside();
  const { mayTalk } = useEntitled();
  const { busy, trouble, act } = useDeed();
  const [writing, setWriting] = useState(false);
  const [all, setAll] = useState(false);
  const threads = useMemo(() => threadsOf(comments.filter(({ kind, item }) => kind === "activity" && item === row)), [comments, row]);
  const settled = threads.filter(([first]) => first?.resolved !== null);
  const shown = all ? threads : threads.filter(([first]) => first?.resolved === null);
  return (
    <section className={style.part} aria-label={say("talk.title")}>
      <h3>{say("talk.title")}</h3>
      {threads.length === 0 ? <p className={style.hint}>{say("talk.none")}</p> : null}
      {shown.map((said) => (
        <Thread key={said[0]?.id} said={said} />
      ))}
      {settled.length > 0 && !all ? (
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => setAll(true)}>
          {say("talk.settled.show", { n: settled.length })}
        </Button>
      ) : null}
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {!mayTalk ? null : writing ? (
        <Composer
          label={say("talk.write.of", { title })} go={say("talk.send")} busy={busy} onClose={() => setWriting(false)}
          onSend={(composed) =>
            void act(() => sayIt(workspace.id, { item: row, ...composed })).then((done) => {
              if (done) setWriting(false);
              beside.look("comments", 0);
            })
          }
        />
      ) : (
        <div className={style.deeds}>
          <Button className={buttons.button ?? ""} onPress={() => setWriting(true)}>
            <MessageSquarePlus aria-hidden />
            {say("talk.write")}
          </Button>
        </div>
      )}
    </section>
  );
}
