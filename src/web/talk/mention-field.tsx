import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { say } from "../words.ts";
import { begunAt, named, withName, type Begun } from "./at-sign.ts";
import type { Mentionable } from "./mentionable.ts";
import style from "./mention-field.module.css";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly people: readonly Mentionable[];
  /** What stands beside a name: the party. */
  readonly about: (person: Mentionable) => string | undefined;
  readonly onChange: (text: string) => void;
  readonly onName: (person: Mentionable) => void;
}

/** So many names are offered at once. */
const OFFERED = 8;

/** A text in which an `@` offers the people one may name: arrows choose, Enter or Tab take, Escape goes on without. */
export function MentionField({ id, label, value, people, about, onChange, onName }: Props) {
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [begun, setBegun] = useState<Begun>();
  const [at, setAt] = useState(0);
  const caret = useRef<number>(undefined);
  const offered = begun ? named(people, begun.words).slice(0, OFFERED) : [];
  const chosen = offered[Math.min(at, offered.length - 1)];
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  const follow = (text: string, where: number): void => {
    const next = begunAt(text, where);
    if (next?.from !== begun?.from || next?.words !== begun?.words) setAt(0);
    setBegun(next);
  };
  const take = (person: Mentionable): void => {
    if (!begun) return;
    const made = withName(value, begun, person.name);
    caret.current = made.caret;
    setBegun(undefined);
    onChange(made.text);
    onName(person);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!chosen || event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setAt((at + step + offered.length) % offered.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey && !event.shiftKey) take(chosen);
    else if (event.key === "Escape") setBegun(undefined);
    else return;
    // Not for the form, the panel or the page around.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={style.place}>
      <textarea
        ref={field} id={id} rows={3} autoFocus maxLength={4_000} placeholder={label} value={value}
        aria-autocomplete={people.length > 0 ? "list" : undefined} aria-haspopup={people.length > 0 ? "listbox" : undefined} aria-controls={chosen ? list : undefined} aria-activedescendant={chosen ? `${list}-${chosen.account}` : undefined}
        onChange={({ target }) => {
          onChange(target.value);
          follow(target.value, target.selectionStart);
        }}
        onSelect={({ currentTarget }) => begun && follow(value, currentTarget.selectionStart)}
        onBlur={() => setBegun(undefined)}
        onKeyDown={onKeyDown}
      />
      {chosen ? (
        <ul id={list} role="listbox" aria-label={say("talk.mention.of")} className={style.list}>
          {offered.map((person) => (
            <li
              key={person.account} id={`${list}-${person.account}`} role="option" aria-selected={person === chosen}
              // The focus stays where one writes.
              onMouseDown={(event) => event.preventDefault()} onClick={() => take(person)}
            >
              <span>{person.name}</span>
              <small>{about(person)}</small>
            </li>
          ))}
        </ul>
      ) : null}
      <span role="status" className="unseen">
        {begun && people.length > 0 ? (chosen ? say("talk.mention.offered", { n: offered.length, name: chosen.name }) : say("talk.mention.nobody")) : ""}
      </span>
    </div>
  );
}
