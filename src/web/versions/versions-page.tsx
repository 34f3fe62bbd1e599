import { Link } from "@tanstack/react-router";
import { FileSignature } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { sayDay } from "../state/calendar-day.ts";
import { useEntitled } from "../talk/who.ts";
import { say } from "../words.ts";
import { OfferDialog } from "./offer-dialog.tsx";
import { SignatoriesPart } from "./signatories-part.tsx";
import { draftWords, inOneLine } from "./standing-words.ts";
import { TimeTravel } from "./time-travel.tsx";
import type { Summary } from "./versions.ts";
import style from "./versions.module.css";
import { useVersions } from "./versions-store.ts";

/** What is signed and in force, what waits, and how far the draft is from it. */
export function VersionsPage() {
  const { versions: known, trouble, read } = useVersions();
  const { mayDecide } = useEntitled();
  const [offering, setOffering] = useState(false);
  if (!known) return <div className={style.page}>{trouble === undefined ? <p role="status">{say("working.reading")}</p> : <p role="alert" className={style.trouble}>{trouble}</p>}</div>;
  const { versions, draft } = known;
  const line = inOneLine(known);
  const open = versions.find(({ state }) => state === "offered");
  return (
    <div className={style.page}>
      <header className={style.head}>
        <h1>{say("versions.title")}</h1>
        <p>{say("versions.lead")}</p>
      </header>
      <section className={style.line} data-tone={line.tone} aria-label={say("versions.now")}>
        <b>{line.words}</b>
        {known.serving && (draft.rows ?? 0) + (draft.others ?? 0) > 0 && open ? <span>{draftWords(draft)}</span> : null}
        {mayDecide && !open ? (
          <Button className={`${buttons.button} ${buttons.main}`} onPress={() => setOffering(true)}>
            <FileSignature aria-hidden />
            {say("versions.offer")}
          </Button>
        ) : null}
      </section>
      <section className={style.part}>
        <h2>{say("versions.all")}</h2>
        {versions.length === 0 ? <p className={style.none}>{say("versions.none")}</p> : <ul className={style.list}>{versions.map((version) => <Line key={version.number} version={version} />)}</ul>}
      </section>
      {versions.length === 0 ? null : <TimeTravel />}
      <SignatoriesPart onChange={() => void read()} />
      {offering ? <OfferDialog draft={draft} onClose={() => setOffering(false)} /> : null}
    </div>
  );
}

function Line({ version: { number, state, altered, validFrom, validUntil, completed, offered, seats } }: { readonly version: Summary }) {
  const { workspace } = useHere();
  const signed = seats.filter((seat) => seat.signed !== null).length;
  return (
    <li>
      <Link to="/w/$workspace/versions/$number" params={{ workspace: workspace.id, number: String(number) }}>{say("versions.one", { n: number })}</Link>
      <span className={style.state} data-state={altered ? "altered" : state}>{say(altered ? "versions.state.altered" : `versions.state.${state}`)}</span>
      <small>
        {completed === null ? say("versions.signed-of", { signed, of: seats.length, day: momentOf(offered) }) : say("versions.signed-on", { day: momentOf(completed) })}
        {validFrom === null ? "" : ` ${say("versions.from", { day: sayDay(validFrom) })}`}
        {validUntil === null ? "" : ` ${say("versions.until", { day: sayDay(validUntil) })}`}
      </small>
      {seats.some(({ own }) => own) ? <b className={style.yours}>{say("versions.yours")}</b> : null}
    </li>
  );
}
