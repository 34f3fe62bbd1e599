import { Check, Clock, TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { momentOf } from "../account/moments.ts";
import { SaidNo } from "../account/asking.ts";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useEntitled } from "../talk/who.ts";
import { say } from "../words.ts";
import { DelegateDialog } from "./delegate-dialog.tsx";
import { makeLink, type Seat, type Version } from "./versions.ts";
import style from "./versions.module.css";

/** Everybody who has to sign, and how that stands. */
export function SeatList({ version, matrix, onSaid, onDone }: { readonly version: Version; readonly matrix: MatrixDocument | undefined; readonly onSaid: (words: string) => void; readonly onDone: () => Promise<void> }) {
  const { workspace } = useHere();
  const { party, mayDecide } = useEntitled();
  const [handing, setHanding] = useState<Seat>();
  const [link, setLink] = useState<{ readonly name: string; readonly link: string }>();
  const make = (seat: Seat): void =>
    void makeLink(workspace.id, version.number, seat.person).then(
      ({ link: made }) => setLink({ name: seat.delegateName ?? seat.name, link: made }),
      (thrown: unknown) => onSaid(thrown instanceof SaidNo ? thrown.message : String(thrown)),
    );
  return (
    <>
      <ul className={style.seats}>
        {version.seats.map((seat) => (
          <li key={seat.person}>
            {seat.signed !== null ? <Check aria-hidden data-ok /> : seat.refused !== null ? <X aria-hidden data-bad /> : seat.missing !== null ? <TriangleAlert aria-hidden data-bad /> : <Clock aria-hidden />}
            <span>
              <b>{seat.delegateName === null ? seat.name : say("versions.seat.for", { name: seat.delegateName, whose: seat.name })}</b>
              <small>{seat.partyName}</small>
            </span>
            <span>{seat.signed !== null ? say("versions.seat.signed", { day: momentOf(seat.signed) }) : seat.refused !== null ? say("versions.seat.refused", { day: momentOf(seat.refused) }) : version.state !== "offered" ? say("versions.seat.not") : say(seat.missing === null ? "versions.seat.waits" : `versions.seat.${seat.missing}`)}</span>
            {version.state === "offered" && seat.signed === null && seat.party === party && mayDecide ? (
              <span className={style.deeds}>
                {seat.missing === "nobody" ? <Button className={buttons.button} onPress={() => make(seat)}>{say("versions.link")}</Button> : null}
                {seat.missing !== null && matrix ? <Button className={buttons.button} onPress={() => setHanding(seat)}>{say("versions.delegate.other")}</Button> : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {link ? (
        <div className={style.said} role="status">
          <p>{say("versions.link.made", { name: link.name })}</p>
          <p><code>{link.link}</code></p>
        </div>
      ) : null}
      {handing && matrix ? <DelegateDialog version={version} seat={handing} matrix={matrix} onDone={onDone} onClose={() => setHanding(undefined)} /> : null}
    </>
  );
}
