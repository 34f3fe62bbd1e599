import { Link, useParams } from "@tanstack/react-router";
import { Bell, Download } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { momentOf } from "../account/moments.ts";
import { SaidNo } from "../account/asking.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { saveFile } from "../state/download.ts";
import { sayDay } from "../state/calendar-day.ts";
import { useEntitled } from "../talk/who.ts";
import { say } from "../words.ts";
import { CertificateView } from "./certificate-view.tsx";
import { ComparePart } from "./compare-part.tsx";
import { Compared } from "./compared.tsx";
import { SeatList } from "./seat-list.tsx";
import { SignPart } from "./sign-part.tsx";
import { VersionText } from "./version-text.tsx";
import { readFile, readText, readVersion, remind, type Version } from "./versions.ts";
import style from "./versions.module.css";
import { useVersions } from "./versions-store.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

interface Read {
  readonly version: Version;
  readonly matrix: MatrixDocument | undefined;
  /** What whoever looks signed last, before this one. */
  readonly before: MatrixDocument | undefined;
}

/** One version: what it says, who signed, who still has to; and the place to sign it. */
export function VersionPage() {
  const { workspace } = useHere();
  const { number: wanted } = useParams({ strict: false }) as { readonly number: string };
  const number = Number(wanted);
  const { versions, read: readAll } = useVersions();
  const { party, mayDecide } = useEntitled();
  const [read, setRead] = useState<Read>();
  const [said, setSaid] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [withdrawing, setWithdrawing] = useState(false);
  const look = useCallback(async () => {
    try {
      const version = await readVersion(workspace.id, number);
      const [matrix, before] = version.altered ? [] : await Promise.all([readText(workspace.id, number), version.lastSigned === null ? undefined : readText(workspace.id, version.lastSigned).catch(() => undefined)]);
      setRead({ version, matrix, before });
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setTrouble(thrown.message);
    }
  }, [workspace.id, number]);
  const done = useCallback(async () => void (await Promise.all([look(), readAll()])), [look, readAll]);
  // The list is read again whenever the server says so; this page goes along.
  const stamp = versions?.versions.find((one) => one.number === number);
  const changes = JSON.stringify(stamp);
  useEffect(() => void look(), [look, changes]);
  if (!read || read.version.number !== number) return <div className={style.page}>{trouble === undefined ? <p role="status">{say("working.reading")}</p> : <p role="alert" className={style.trouble}>{trouble}</p>}</div>;
  const { version, matrix, before } = read;
  const { state, altered, seats, digest, completed, offered, offeredFor, validFrom, validUntil, refusals, withdrawn } = version;
  const seat = seats.find(({ own }) => own);
  const mayWithdraw = mayDecide && (completed === null ? state === "offered" && offeredFor === party : withdrawn === null && workspace.role === "owner" && seats.some((one) => one.party === party));
  const act = (work: () => Promise<string>): void => void work().then(setSaid, (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  return (
    <div className={style.page}>
      <p className={style.back}><Link to="/w/$workspace/versions" params={{ workspace: workspace.id }}>{say("versions.back")}</Link></p>
      <header className={style.head}>
        <h1>{say("versions.one", { n: number })} <span className={style.state} data-state={altered ? "altered" : state}>{say(altered ? "versions.state.altered" : `versions.state.${state}`)}</span></h1>
        <p>{say(altered ? "versions.means.altered" : `versions.means.${state}`)}</p>
      </header>
      {trouble === undefined ? null : <p role="alert" className={style.trouble}>{trouble}</p>}
      {said === undefined ? null : <p role="status" className={style.said}>{said}</p>}
      <dl className={style.facts}>
        <dt>{say("versions.digest")}</dt>
        <dd><code>{digest}</code></dd>
        <dt>{say("versions.offered")}</dt>
        <dd>{momentOf(offered)}</dd>
        <dt>{say("versions.valid")}</dt>
        <dd>{validFrom === null ? say("versions.from.signed") : say("versions.from", { day: sayDay(validFrom) })} {validUntil === null ? say("versions.until.none") : say("versions.until", { day: sayDay(validUntil) })}</dd>
      </dl>
      {withdrawn === null ? null : <p className={style.said}>{say("versions.withdrawn.by", { name: withdrawn.name, day: momentOf(withdrawn.at), reason: withdrawn.reason })}</p>}
      {refusals.map(({ person, name, reason, rows, at }) => (
        <div key={person} className={style.said}>
          <p>{say("versions.refused.by", { name, day: momentOf(at), reason })}</p>
          <ul>{rows.map((row) => <li key={row.activity}>{say("versions.refused.row", { title: matrix?.activities.find(({ id }) => id === row.activity)?.title ?? row.activity, reason: row.reason })}</li>)}</ul>
        </div>
      ))}
      <section className={style.part}>
        <h2>{say("versions.seats")}</h2>
        <SeatList version={version} matrix={matrix} onSaid={setSaid} onDone={done} />
        <div className={style.deeds}>
          {state === "offered" && mayDecide ? <Button className={buttons.button} onPress={() => act(async () => say("versions.reminded", { n: await remind(workspace.id, number) }))}><Bell aria-hidden />{say("versions.remind")}</Button> : null}
          {completed === null || altered ? null : <Button className={buttons.button} onPress={() => act(async () => say("versions.file.saved", { name: saveFile({ bytes: new TextEncoder().encode(`${JSON.stringify(await readFile(workspace.id, number), null, 2)}\n`), mediaType: "application/json", ending: ".json" }, `version-${number}`) }))}><Download aria-hidden />{say("versions.file")}</Button>}
          {mayWithdraw ? <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => setWithdrawing(true)}>{say("versions.withdraw")}</Button> : null}
        </div>
      </section>
      {completed === null || altered ? null : <CertificateView number={number} state={state} />}
      {matrix === undefined ? null : (
        <>
          {before === undefined ? null : (
            <section className={style.part}>
              <h2>{say("versions.since", { n: version.lastSigned ?? 0 })}</h2>
              <Compared before={before} after={matrix} labels={{ before: say("versions.one", { n: version.lastSigned ?? 0 }), after: say("versions.one", { n: number }) }} />
            </section>
          )}
          <ComparePart number={number} matrix={matrix} />
          <section className={style.part}>
            <h2>{say("versions.text")}</h2>
            <VersionText matrix={matrix} />
          </section>
          {seat ? <SignPart version={version} seat={seat} matrix={matrix} onDone={done} /> : null}
        </>
      )}
      {withdrawing ? <WithdrawDialog version={version} onDone={done} onClose={() => setWithdrawing(false)} /> : null}
    </div>
  );
}
