import { useId, useState } from "react";
import { Button, FieldError, Form, Input, Label, Radio, RadioGroup, TextArea, TextField } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import { sideOf } from "#core/model/lane.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { monthsOn, today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { peopleLike, personNamed, type Acceptance } from "./acceptance.ts";
import style from "./accept-dialog.module.css";
import type { Keyed } from "./sift.ts";

/** How long an acceptance holds unless somebody says otherwise. */
const MONTHS = 3;

interface Props {
  readonly keyed: Keyed;
  readonly document: MatrixDocument;
  readonly onAccept: (said: Acceptance) => void;
  readonly onClose: () => void;
}

/** Accept a finding on purpose: who answers for that, why, and until when. */
export function AcceptDialog({ keyed, document, onAccept, onClose }: Props) {
  const { finding } = keyed;
  const known = useId();
  const [name, setName] = useState("");
  const [party, setParty] = useState<string>();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState(() => monthsOn(today(), MONTHS));
  const stranger = name.trim() !== "" && !personNamed(document, name);
  const alike = stranger ? peopleLike(document, name) : [];
  const [only, ...others] = document.parties;
  const chosen = party ?? (others.length === 0 ? only?.id : undefined);
  return (
    <DialogBox title={say("accept.title")} onClose={onClose}>
      <p className={style.finding}>
        <Quoted text={finding.message} />
      </p>
      <p className={box.lead}>{say("accept.lead")}</p>
      <Form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!stranger || chosen !== undefined) onAccept({ name, party: chosen ?? "", reason, until });
        }}
      >
        <TextField className={style.field} isRequired value={name} onChange={setName} autoComplete="off" maxLength={200} validate={(value) => (value !== "" && value.trim() === "" ? say("accept.empty") : null)}>
          <Label>{say("accept.name")}</Label>
          <Input list={known} autoFocus />
          <FieldError />
        </TextField>
        <datalist id={known}>
          {document.people?.map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
        {alike.length > 0 ? (
          <p className={style.alike}>
            <span>{say("accept.known")}</span>
            {alike.map((person) => (
              <Button key={person.id} className={buttons.button} onPress={() => setName(person.name)}>
                {person.name}
              </Button>
            ))}
          </p>
        ) : null}
        {stranger && document.parties.length > 1 ? (
          // Nobody is filed under an organisation that nobody named.
          <RadioGroup className={style.field} isRequired value={party ?? null} onChange={setParty} orientation="horizontal">
            <Label>{say("accept.party", { name: name.trim() })}</Label>
            <div className={style.parties}>
              {document.parties.map((each) => (
                <Radio key={each.id} value={each.id} className={style.party}>
                  <span className={`${buttons.party} ${buttons[sideOf(each.kind)]}`}>{each.name}</span>
                </Radio>
              ))}
            </div>
            <FieldError>{say("accept.party.missing")}</FieldError>
          </RadioGroup>
        ) : null}
        <TextField className={style.field} isRequired value={reason} onChange={setReason} maxLength={1_000} validate={(value) => (value !== "" && value.trim() === "" ? say("accept.empty") : null)}>
          <Label>{say("accept.reason")}</Label>
          <TextArea rows={2} />
          <FieldError />
        </TextField>
        <TextField className={style.field} isRequired type="date" value={until} onChange={setUntil}>
          <Label>{say("accept.until")}</Label>
          <Input min={today()} max="9999-12-31" />
          <FieldError />
        </TextField>
        <div className={box.actions}>
          <Button type="submit" className={`${buttons.button} ${buttons.main}`}>
            {say("accept.do")}
          </Button>
          <Button className={buttons.button} onPress={onClose}>
            {say("cancel")}
          </Button>
        </div>
      </Form>
    </DialogBox>
  );
}
