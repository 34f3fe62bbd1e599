import { isDay, sayDuration } from "#core/model/measure.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Hours } from "#core/model/party.ts";
import { readDuration } from "#formats/remit-sheet/durations.ts";
import { sayHours } from "../registers/hours.ts";
import { InlineChoice } from "../registers/inline-choice.tsx";
import { InlineText } from "../registers/inline-text.tsx";
import { isZone, ZONES } from "../registers/zones.ts";
import { say } from "../words.ts";
import { choicesOf } from "./choices.ts";
import { wordOf, type Field } from "./kinds.ts";
import { Labelled, merged, type Write } from "./labelled.tsx";
import { ListEditor } from "./list-editor.tsx";
import { ManyChoice } from "./many-choice.tsx";
import { readHours } from "./read-hours.ts";
import style from "./authority.module.css";

interface Props {
  readonly field: Field;
  readonly item: Readonly<Record<string, unknown>>;
  /** What the item is called. */
  readonly name: string;
  readonly document: MatrixDocument;
  readonly mayWrite: boolean;
  readonly write: Write;
}

/** One field of an item, edited where it stands, in words of the domain. */
export function FieldEditor({ field, item, name, document, mayWrite, write }: Props) {
  const word = wordOf(field);
  const label = say("authority.field.of", { field: word, name });
  const value = item[field.key];
  const set = (now: unknown): void => write({ [field.key]: now }, word);
  const written = (now: string, hint: string | undefined, read: (text: string) => unknown, wrong: string, lines = 1) => (
    <InlineText
      label={label} value={now} mayWrite={mayWrite} lines={lines} {...(hint === undefined ? {} : { hint })} strong={field.key === "name"}
      onWrite={(text) => {
        if (text === "") return field.needed === true ? say("authority.wrong.needed") : void set(undefined);
        const read_ = read(text);
        return read_ === undefined ? wrong : void set(read_);
      }}
    />
  );
  const text = typeof value === "string" ? value : "";
  switch (field.as) {
    case "line": return written(text, undefined, (typed) => typed, "");
    case "text": return written(text, undefined, (typed) => typed, "", 2);
    case "duration": return written(text === "" ? "" : sayDuration(text), undefined, readDuration, say("authority.wrong.duration"));
    case "day": return written(text, undefined, (typed) => (isDay(typed) ? typed : undefined), say("authority.wrong.day"));
    case "number": return written(typeof value === "number" ? String(value) : "", undefined, (typed) => (/^\d+$/.test(typed) && Number(typed) >= field.least && Number(typed) <= field.most ? Number(typed) : undefined), say("authority.wrong.number", { least: field.least, most: field.most }));
    case "lines": return written(list(value).join("\n"), say("authority.hint.lines"), (typed) => typed.split("\n").map((one) => one.trim()).filter(Boolean), say("authority.wrong.needed"), 2);
    case "days": return written(list(value).join(", "), say("authority.hint.days"), readDays, say("authority.wrong.days"));
    case "hours": return written(sayHours((value as readonly Hours[] | undefined) ?? []), say("authority.hint.hours"), readHours, say("authority.wrong.hours"));
    case "wall": return written(text.replace("T", " "), undefined, (typed) => readWall(typed), say("authority.wrong.wall"));
    case "instant": return written(text.replace("T", " ").replace(/(:\d{2}(\.\d+)?)?Z$/, (end) => (end.length > 4 ? "" : end.replace("Z", ""))), undefined, (typed) => { const wall = readWall(typed); return wall === undefined ? undefined : `${wall}Z`; }, say("authority.wrong.instant"));
    case "zone": return (
      <InlineText label={label} value={text} mayWrite={mayWrite} list={ZONES} onWrite={(typed) => (typed === "" && field.needed !== true ? void set(undefined) : isZone(typed) ? void set(typed) : say("authority.wrong.zone"))} />
    );
    case "tick": return (
      <label className={style.tick}>
        <input type="checkbox" aria-label={label} checked={value === true} disabled={!mayWrite} onChange={(event) => set(event.target.checked ? true : undefined)} />
        <span aria-hidden>{word}</span>
      </label>
    );
    case "one": {
      // Alone is how a right is used where nothing is said: it is offered once.
      const alone = field.of === "mode";
      const choices = choicesOf(document, field.of).filter((one) => one.value !== item["id"] && !(alone && one.value === "sole"));
      return <InlineChoice label={label} value={text === "" || (alone && text === "sole") ? undefined : text} choices={choices} mayWrite={mayWrite} onChoose={set} {...(field.needed === true ? {} : { none: say(alone ? "authority.mode.sole" : "register.nobody") })} />;
    }
    case "holder": {
      const choices = [...choicesOf(document, "role").map((one) => ({ ...one, value: `role ${one.value}` })), ...choicesOf(document, "person").map((one) => ({ ...one, value: `person ${one.value}` }))];
      const now = typeof item["role"] === "string" ? `role ${item["role"]}` : typeof item["person"] === "string" ? `person ${item["person"]}` : undefined;
      return (
        <InlineChoice
          label={label} value={now} choices={choices} mayWrite={mayWrite} strong
          onChoose={(chosen) => {
            const [kind, id] = chosen?.split(" ") ?? [];
            write({ role: kind === "role" ? id : undefined, person: kind === "person" ? id : undefined }, word);
          }}
        />
      );
    }
    case "many": return <ManyChoice label={label} word={word} name={name} values={list(value)} choices={choicesOf(document, field.of)} mayWrite={mayWrite} onChange={(now) => set(now.length > 0 || field.needed === true || NEVER_MISSING.has(field.key) ? now : undefined)} />;
    case "part": {
      const part = (value as Readonly<Record<string, unknown>> | undefined) ?? {};
      return (
        <div className={style.part} role="group" aria-label={label}>
          {field.fields.map((one) => (
            <Labelled key={one.key} field={one}>
              <FieldEditor field={one} item={part} name={name} document={document} mayWrite={mayWrite} write={(fields, what) => write({ [field.key]: orNothing(merged(part, fields)) }, what)} />
            </Labelled>
          ))}
        </div>
      );
    }
    case "list": return <ListEditor field={field} items={(value as readonly Readonly<Record<string, unknown>>[] | undefined) ?? []} name={name} mayWrite={mayWrite} onChange={(now, what) => write({ [field.key]: now }, what)} draw={(one, within, called, put) => <FieldEditor field={one} item={within} name={called} document={document} mayWrite={mayWrite} write={put} />} />;
  }
}

/** Lists that stay, empty, where nothing is in them: the document wants them. */
const NEVER_MISSING: ReadonlySet<string> = new Set(["performers", "roles", "people"]);

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

const orNothing = (item: Record<string, unknown>): Record<string, unknown> | undefined => (Object.keys(item).length === 0 ? undefined : item);

function readDays(text: string): string[] | undefined {
  const days = text.split(/[\s,;]+/).filter(Boolean);
  return days.every(isDay) ? [...new Set(days)].sort() : undefined;
}

function readWall(text: string): string | undefined {
  const [, day = "", clock = ""] = /^(\d{4}-\d{2}-\d{2})[T ]+([01]\d:[0-5]\d|2[0-3]:[0-5]\d)$/.exec(text) ?? [];
  return isDay(day) ? `${day}T${clock}` : undefined;
}
