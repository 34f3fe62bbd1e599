import { Link } from "@tanstack/react-router";
import { useEffect, useId, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { today } from "../state/calendar-day.ts";
import { readStanding, type Standing } from "./versions.ts";
import style from "./versions.module.css";

/** What was, is or will be in force on a day. */
export function TimeTravel() {
  const { workspace } = useHere();
  const [day, setDay] = useState(today());
  const [standing, setStanding] = useState<Standing>();
  const [trouble, setTrouble] = useState<string>();
  const field = useId();
  useEffect(() => {
    let wanted = true;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
    readStanding(workspace.id, day === today() ? new Date().toISOString() : `${day}T12:00:00Z`).then(
      (found) => wanted && (setStanding(found), setTrouble(undefined)),
      (thrown: unknown) => wanted && setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [workspace.id, day]);
  const serving = standing?.serving;
  return (
    <section className={style.part}>
      <h2>{say("versions.travel")}</h2>
      <div className={style.travel}>
        <label htmlFor={field}>{say("versions.travel.day")}</label>
        <input id={field} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        <p role="status">
          {standing === undefined ? "" : serving ? (
            <>
              <Link to="/w/$workspace/versions/$number" params={{ workspace: workspace.id, number: String(serving.number) }}>{say("versions.one", { n: serving.number })}</Link> {say(serving.expired ? "versions.travel.expired" : "versions.travel.serves")}
            </>
          ) : say("versions.travel.nothing")}
        </p>
      </div>
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
    </section>
  );
}
