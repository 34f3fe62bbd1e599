import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { ofStep, sayHolding } from "#core/leaving/draw-leaving.ts";
import { holdingsOf, STEPS } from "#core/leaving/holdings.ts";
import { peopleOf, postsOf, type Leaver } from "#core/leaving/leaver.ts";
import { transfer, type Successors } from "#core/leaving/transfer.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { personLabels, roleLabels } from "#core/model/told-apart.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { InlineChoice, type Choice } from "../registers/inline-choice.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { saveFile } from "../state/download.ts";
import { today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { useLeaving } from "./use-leaving.ts";
import style from "./leaving.module.css";

/** Everybody and everything that could leave, named apart; an id says of which kind. */
function everybody(document: MatrixDocument): readonly (Choice & { readonly leaver: Leaver })[] {
  const [people, roles] = [personLabels(document), roleLabels(document)];
  const of = (kind: Leaver["kind"], id: string, name: string, group: string) => ({ value: `${kind} ${id}`, label: name, group, leaver: { kind, id, name } });
  return [
    ...(document.people ?? []).map(({ id, name }) => of("person", id, people.get(id) ?? name, say("leaving.people"))),
    ...document.roles.map(({ id, name }) => of("role", id, roles.get(id) ?? name, say("leaving.posts"))),
    ...document.parties.map(({ id, name }) => of("party", id, name, say("leaving.parties"))),
  ];
}

/** Who leaves, what they hold, who takes it over; moved as one change that can be undone. */
export default function LeavingDialog({ pen, first, onClose }: { readonly pen: Pen; readonly first?: Leaver | undefined; readonly onClose: () => void }) {
  const { document } = pen;
  const [leaver, setLeaver] = useState<Leaver | undefined>(first);
  const [to, setTo] = useState<string>();
  const [byPost, setByPost] = useState<Readonly<Record<string, string>>>({});
  const all = useMemo(() => everybody(document), [document]);
  const holdings = useMemo(() => (leaver === undefined ? [] : holdingsOf(document, leaver, today())), [document, leaver]);
  const gone = useMemo(() => (leaver === undefined ? new Set<string>() : peopleOf(document, leaver)), [document, leaver]);
  const posts = useMemo(() => (leaver === undefined ? [] : postsOf(document, leaver, gone)), [document, leaver, gone]);
  const successors: Successors | undefined = to === undefined && Object.keys(byPost).length === 0 ? undefined : { ...(to === undefined ? {} : { to }), byPost };
  const judged = useLeaving(document, leaver, successors);
  const choose = (value: string | undefined): void => {
    setLeaver(all.find((one) => one.value === value)?.leaver);
    setTo(undefined);
    setByPost({});
  };
  const after = (chosen: string | undefined): void => {
    setTo(chosen);
    // Posts go along with an organisation.
    if (leaver?.kind === "party") setByPost({});
  };
  const others = (kind: Leaver["kind"]): readonly Choice[] =>
    all.filter((one) => one.leaver.kind === kind && one.leaver.id !== leaver?.id && !gone.has(one.leaver.id) && !(kind === "role" && posts.includes(one.leaver.id))).map((one) => ({ value: one.leaver.id, label: one.label }));
  // After an organisation as a whole its posts go along; each by itself only where it does not.
  const single = leaver === undefined || leaver.kind === "role" || (leaver.kind === "person" && posts.length < 2) || (leaver.kind === "party" && to !== undefined) ? [] : posts;
  const postChoices = others(leaver?.kind === "party" ? "role" : "person");
  const nameOf = (id: string): string => all.find((one) => one.leaver.id === id)?.label ?? id;
  const move = (): void => {
    if (leaver === undefined || successors === undefined) return;
    const names = [...new Set([...(to === undefined ? [] : [to]), ...Object.values(byPost)])].map(nameOf).join(", ");
    pen.write(transfer(document, leaver, successors, today()), say("leaving.what", { name: leaver.name, to: names }), say("leaving.done", { name: leaver.name, to: names }));
    onClose();
  };
  const plan = async (): Promise<void> => {
    if (judged.at !== "told" || leaver === undefined) return;
    const { writeExitPlan } = await import("#formats/md/write-exit-plan.ts");
    saveFile({ bytes: new TextEncoder().encode(writeExitPlan(judged.of, document.title)), mediaType: "text/markdown", ending: ".exit-plan.md" }, `${document.title} ${leaver.name}`);
  };
  const told = judged.at === "told" ? (judged.of.moved ?? judged.of).left : undefined;
  return (
    <DialogBox title={leaver === undefined ? say("leaving.title") : say("leaving.title.of", { name: leaver.name })} onClose={onClose} wide>
      <div className={style.choices}>
        <label><span>{say("leaving.who")}</span><InlineChoice label={say("leaving.who")} value={leaver === undefined ? undefined : `${leaver.kind} ${leaver.id}`} choices={all} none={say("leaving.who.none")} onChoose={choose} mayWrite /></label>
        {leaver === undefined ? null : <label><span>{say("leaving.to")}</span><InlineChoice label={say("leaving.to")} value={to} choices={others(leaver.kind)} none={say(leaver.kind === "party" ? "leaving.to.party" : "leaving.to.none")} onChoose={after} mayWrite /></label>}
        {single.map((post) => (
          <label key={post} data-post>
            <span>{nameOf(post)}</span>
            <InlineChoice
              label={say("leaving.post.to", { post: nameOf(post) })} value={byPost[post]} choices={postChoices} none={say(to === undefined ? "leaving.to.none" : "leaving.post.same")} mayWrite
              onChoose={(chosen) => setByPost(chosen === undefined ? Object.fromEntries(Object.entries(byPost).filter(([id]) => id !== post)) : { ...byPost, [post]: chosen })}
            />
          </label>
        ))}
      </div>
      {leaver === undefined ? null : (
        <>
          <p className={style.holds}>{say("leaving.holds", { name: leaver.name, n: holdings.length, alone: holdings.filter(({ alone }) => alone).length })}</p>
          <div className={style.steps}>
            {STEPS.map((step) => {
              const list = ofStep(holdings, step);
              return list.length === 0 ? null : (
                <details key={step}>
                  <summary>{say(`leaving.step.${step}`)} <em>{list.length}</em></summary>
                  <ul>
                    {list.map((one, i) => (
                      <li key={i}>
                        <span>{sayHolding(one)}{one.post === undefined ? null : <small> {nameOf(one.post)}</small>}</span>
                        {one.alone ? <i>{say("leaving.alone")}</i> : null}
                      </li>
                    ))}
                  </ul>
                </details>
              );
            })}
          </div>
          <section className={style.left} aria-label={say(successors === undefined ? "leaving.left" : "leaving.left.moved")} aria-busy={judged.at === "working"}>
            <h3>{say(successors === undefined ? "leaving.left" : "leaving.left.moved")}</h3>
            <p role="status">{judged.at === "working" ? say("leaving.working") : told === undefined ? say("leaving.failed") : told.length === 0 ? say("leaving.left.none") : say("leaving.left.n", { n: told.length })}</p>
            {told === undefined || told.length === 0 ? null : (
              <ul tabIndex={0} aria-label={say("leaving.left.n", { n: told.length })}>
                {told.map(({ rule, severity, message, at }) => (
                  <li key={`${rule} ${at.id} ${message}`}><SeveritySign severity={severity} size={14} /><span><span className="unseen">{say(`severity.${severity}`)}: </span><Quoted text={message} /></span></li>
                ))}
              </ul>
            )}
          </section>
          <p className={style.stays}>{say("leaving.stays")}</p>
          <div className={box.actions}>
            <Button className={`${buttons.button} ${buttons.main}`} isDisabled={successors === undefined} onPress={move}>{say("leaving.do")}</Button>
            <Button className={buttons.button ?? ""} isDisabled={judged.at !== "told"} onPress={() => void plan()}><Download aria-hidden />{say("leaving.plan")}</Button>
            <Button className={buttons.button ?? ""} onPress={onClose}>{say("cancel")}</Button>
          </div>
        </>
      )}
    </DialogBox>
  );
}
