import { useState } from "react";
import { Button } from "react-aria-components";
import type { UnreadCell } from "#formats/understand/report.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import style from "./unread.module.css";

/** Rows drawn at first, and added with each press. */
const PAGE = 200;

/** Every cell that is not in the matrix, by its address. */
export function Unread({ cells }: { readonly cells: readonly UnreadCell[] }) {
  const [room, setRoom] = useState(PAGE);
  const printing = usePrinting();
  const shown = printing ? cells : cells.slice(0, room);
  if (cells.length === 0)
    return (
      <div className={style.page}>
        <h1>{say("unread.none")}</h1>
        <p>{say("unread.none.how")}</p>
      </div>
    );
  return (
    <div className={style.page}>
      <h1>{say("unread.title")}</h1>
      <p>{say("unread.lead")}</p>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{say("unread.sheet")}</th>
            <th scope="col">{say("unread.cell")}</th>
            <th scope="col">{say("unread.text")}</th>
            <th scope="col">{say("unread.why")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ sheet, address, text, why }) => (
            <tr key={`${sheet}!${address}`}>
              <td>{sheet}</td>
              <th scope="row">{address}</th>
              <td className={style.text}>{text.length > 300 ? `${text.slice(0, 299)}…` : text}</td>
              <td>
                <Quoted text={why} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < cells.length ? (
        <Button className={buttons.button} onPress={() => setRoom(room + PAGE)}>
          {say("findings.more", { n: Math.min(PAGE, cells.length - shown.length) })}
        </Button>
      ) : null}
    </div>
  );
}
