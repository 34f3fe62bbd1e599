import { Link } from "@tanstack/react-router";
import { RegisterFrame } from "../registers/register-frame.tsx";
import { usePen, type Pen } from "../registers/use-pen.ts";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { AwayPart } from "./away-part.tsx";
import style from "./duty-page.module.css";
import { TurnsPart } from "./turns-part.tsx";
import { useDuty } from "./use-duty.ts";

/** My duty: my turns, my absences, and who stands in for me; made for a telephone in the hand. */
export function DutyPage() {
  const { store, workspace } = useHere();
  const pen = usePen(store);
  const known = useDuty(workspace.id);
  const me = (pen.document.people ?? []).find(({ id }) => id === known.duty?.person);
  // Whoever only reads the matrix still says themselves when they are away.
  const write: Pen["write"] = (edits, what, told) => {
    if (pen.mayWrite) return pen.write(edits, what, told);
    void known.write(edits, what, store.revision?.() ?? 0).then((done) => done && pen.tell(told));
  };
  return (
    <div className={style.page}>
      <RegisterFrame title={say("duty.title")} {...(me ? { lead: say("duty.lead", { name: me.name }) } : {})} pen={{ ...pen, mayWrite: true }}>
        {known.trouble === undefined ? null : <p role="alert" className={style.trouble}>{say("duty.trouble", { why: known.trouble })}</p>}
        {known.duty === undefined ? <p role="status">{say("working.reading")}</p> : me === undefined ? (
          <div className={style.part}>
            <h2>{say("duty.nobody")}</h2>
            <p>{say("duty.nobody.how")}</p>
            <p><Link to="/w/$workspace/members" params={{ workspace: workspace.id }}>{say("duty.nobody.go")}</Link></p>
          </div>
        ) : (
          <>
            <TurnsPart me={me} matrix={pen.document} known={known}>
              <AwayPart me={me} matrix={pen.document} write={write} />
            </TurnsPart>
          </>
        )}
      </RegisterFrame>
    </div>
  );
}
