import { useState } from "react";
import { Button, Form, Input, Label, Radio, RadioGroup, TextField } from "react-aria-components";
import { idFrom } from "#core/model/id.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { InlineChoice } from "../registers/inline-choice.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { say } from "../words.ts";
import { choicesOf } from "./choices.ts";
import style from "./map-view.module.css";

const ANSWERS = ["yes", "partly", "no", "unknown"] as const;

/** A named person's word about a statement, with what shows it. */
export function ConfirmDialog({ statement, pen, onClose }: { readonly statement: { readonly id: string; readonly says: string }; readonly pen: Pen; readonly onClose: () => void }) {
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>("yes");
  const [by, setBy] = useState<string>();
  const [evidence, setEvidence] = useState("");
  const [note, setNote] = useState("");
  const people = choicesOf(pen.document, "person");
  const confirm = (): void => {
    if (by === undefined) return;
    const id = idFrom(statement.id, new Set((pen.document.confirmations ?? []).map((one) => one.id)));
    const item = { id, statement: statement.id, answer, by, on: new Date().toISOString().slice(0, 10), ...(evidence.trim() === "" ? {} : { evidence: evidence.trim() }), ...(note.trim() === "" ? {} : { note: note.trim() }) };
    pen.write([{ do: "add", kind: "confirmation", item }], say("authority.map.confirm.what", { statement: statement.says }), say("authority.map.confirm.done"));
    onClose();
  };
  return (
    <DialogBox title={statement.says} onClose={onClose}>
      <p className={box.lead}>{say(people.length === 0 ? "authority.map.confirm.nobody" : "authority.map.confirm.lead")}</p>
      <Form className={style.form} onSubmit={(event) => { event.preventDefault(); confirm(); }}>
        <RadioGroup value={answer} onChange={(chosen) => setAnswer(chosen as typeof answer)} className={style.answers}>
          <Label>{say("authority.map.confirm.answer")}</Label>
          <div className={buttons.segments}>
            {ANSWERS.map((one) => <Radio key={one} value={one}>{say(`authority.map.answer.${one}`)}</Radio>)}
          </div>
        </RadioGroup>
        <div>
          <span aria-hidden>{say("authority.map.confirm.by")}</span>
          <InlineChoice label={say("authority.map.confirm.by")} value={by} choices={people} none={say("authority.choose")} mayWrite onChoose={setBy} />
        </div>
        <TextField value={evidence} onChange={setEvidence} maxLength={1_000}><Label>{say("authority.map.confirm.evidence")}</Label><Input /></TextField>
        <TextField value={note} onChange={setNote} maxLength={1_000}><Label>{say("authority.map.confirm.note")}</Label><Input /></TextField>
        <div className={box.actions}>
          <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={by === undefined}>{say("authority.map.confirm")}</Button>
          <Button className={buttons.button ?? ""} onPress={onClose}>{say("cancel")}</Button>
        </div>
      </Form>
    </DialogBox>
  );
}
