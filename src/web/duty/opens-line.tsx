import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { failingIn } from "#core/prove/sentence.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { nextHour } from "../proof/live-proof.ts";
import { useAnswer, useProof } from "../proof/use-answer.ts";
import { Quoted } from "../parts/quoted.tsx";
import { useHere } from "../shell/here.ts";
import { today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./duty-page.module.css";

/** So much of it is said on a telephone. */
const MOST = 3;

/** What an absence leaves without anybody, as the proof of the matrix with it finds: nothing where somebody is always there. */
export function OpensLine({ matrix, from, until }: { readonly matrix: MatrixDocument; readonly from: string; readonly until: string }) {
  const { workspace } = useHere();
  const { version } = useProof();
  const begins = useMemo(nextHour, [version]);
  const { answer } = useAnswer("away", { do: "verdict", bounds: { from: begins, absent: 0 }, today: today(), repairs: 0 });
  const open = (answer?.counterexamples ?? []).filter(({ missing, cause, at }) => missing.length === 0 && cause === undefined && at !== undefined && at >= from && at < until);
  const [first] = open;
  if (first?.at === undefined) return null;
  const what = [...new Set(open.map((one) => failingIn(matrix, one)))];
  return (
    <p role="status" className={style.opens}>
      <Quoted text={say("duty.away.opens", { what: `${what.slice(0, MOST).join("; ")}${what.length > MOST ? " …" : ""}` })} />{" "}
      <Link to="/w/$workspace/coverage" params={{ workspace: workspace.id }} search={{ day: first.at.slice(0, 10) } as never}>{say("duty.away.opens.look")}</Link>
    </p>
  );
}
