import { Button, Label, Radio, RadioGroup, Text } from "react-aria-components";
import type { Question } from "#formats/understand/report.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import controls from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import style from "./question-card.module.css";

/** With more answers than this, a list takes less room than buttons. */
const FEW = 6;

/** One thing the sheet leaves open. Choosing another answer reads the file again. */
export function QuestionCard({ question, busy, onChoose }: { readonly question: Question; readonly busy: boolean; readonly onChoose: (question: string, value: string) => void }) {
  const { id, text, sheet, places, options, chosen, assumed, known } = question;
  const where = places ? say("understood.where", { sheet, places }) : sheet;
  const state = <span className={assumed ? style.assumed : style.answered}>{say(assumed ? "understood.assumed" : known ? "understood.known" : "understood.answered")}</span>;
  if (options.length > FEW)
    return (
      <div className={style.card} id={`question-${id}`}>
        <p className={style.text}>
          <Quoted text={text} /> {state}
        </p>
        <p className={style.where}>{where}</p>
        <ChoiceList label={text} choices={options} chosen={chosen} onChoose={(value) => value !== undefined && onChoose(id, value)} />
      </div>
    );
  return (
    <RadioGroup className={style.card} id={`question-${id}`} value={chosen} isDisabled={busy} onChange={(value) => onChoose(id, value)}>
      <Label className={style.text}>
        <Quoted text={text} /> {state}
      </Label>
      <Text slot="description" className={style.where}>
        {where}
      </Text>
      <div className={style.options}>
        {options.map(({ value, label }) => (
          <Radio key={value} value={value} className={style.option}>
            <span className={style.dot} aria-hidden />
            <Quoted text={label} />
          </Radio>
        ))}
        {assumed ? (
          // Pressing what is chosen already says nothing to a group of radios.
          <Button className={controls.button} isDisabled={busy} aria-label={say("guide.confirm.of", { what: text.replaceAll("`", "") })} onPress={() => onChoose(id, chosen)}>
            {say("guide.confirm.short")}
          </Button>
        ) : null}
      </div>
    </RadioGroup>
  );
}
