import { useState } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import style from "./versions.module.css";

type Rows = readonly { readonly activity: string; readonly reason: string }[];
interface Props {
  readonly number: number;
  readonly matrix: MatrixDocument;
  readonly onRefuse: (reason: string, rows: Rows) => Promise<unknown>;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Refuses, with the reason and, where one wants, what is wrong with single rows. */
export function RefuseDialog({ number, matrix, onRefuse, onDone, onClose }: Props) {
  const sending = useSending();
  const [reason, setReason] = useState("");
  const [rows, setRows] = useState<Rows>([]);
  const title = (id: string): string => matrix.activities.find((row) => row.id === id)?.title ?? id;
  return (
    <DialogBox title={say("versions.refuse.title", { n: number })} onClose={onClose}>
      <p className={box.lead}>{say("versions.refuse.lead")}</p>
      <SendForm
        sending={sending}
        action={say("versions.refuse.go")}
        needed={{ reason }}
        onSend={() => void sending.send(async () => {
          await onRefuse(reason, rows.filter((row) => row.reason.trim() !== ""));
          await onDone();
          onClose();
        })}
        beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}
      >
        <Field place="reason" label={say("versions.reason")} value={reason} onChange={setReason} sending={sending} longest={2_000} autoFocus />
        {rows.map(({ activity, reason: why }) => <Field key={activity} place={`row ${activity}`} label={say("versions.refuse.row.of", { title: title(activity) })} value={why} onChange={(words) => setRows(rows.map((row) => (row.activity === activity ? { activity, reason: words } : row)))} sending={sending} longest={2_000} />)}
        <select className={style.choose} aria-label={say("versions.refuse.row")} value="" onChange={({ target }) => target.value !== "" && setRows([...rows, { activity: target.value, reason: "" }])}>
          <option value="">{say("versions.refuse.row")}</option>
          {matrix.activities.filter(({ id }) => !rows.some(({ activity }) => activity === id)).map(({ id, title: words }) => <option key={id} value={id}>{words}</option>)}
        </select>
      </SendForm>
    </DialogBox>
  );
}
