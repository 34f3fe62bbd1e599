import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import style from "./cell-editor.module.css";
import type { Column } from "./columns.ts";
import type { Then } from "./perform.ts";
import type { Taker } from "./use-editing.ts";

interface Props {
  readonly column: Column;
  readonly title: string;
  /** What stands in the editor when it opens. */
  readonly text: string;
  /** Whether the text is to be written over, as when somebody just began to type. */
  readonly over: boolean;
  /** Where the caret stands; at the end unless said. */
  readonly caret: number | undefined;
  /** Gets what takes the text, for whoever does something else while the editor is open. */
  readonly taker: RefObject<Taker | undefined>;
  /** Why a text cannot stay as it is, said while it is typed; else nothing. */
  readonly onCheck: (text: string) => string;
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly up: boolean };
  /** Says why, where the text cannot be read; the editor then stays open. */
  readonly onCommit: (text: string, then: Then) => Unreadable | undefined;
  readonly onCancel: () => void;
}

/** So many suggestions help; more are a list to read. */
const OFFERED = 8;

/** Writes one cell: Enter and Tab take it and go on, Ctrl+Enter takes it for every chosen cell, Escape leaves it as it was, Alt+Enter begins a new line. */
export function CellEditor({ column, title, text, over, caret = text.length, taker, place, onCheck, onCommit, onCancel }: Props) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const [value, setValue] = useState(text);
  const [why, setWhy] = useState("");
  const [active, setActive] = useState(-1);
  const done = useRef(false);
  const id = useId();
  const listed = column.choices !== undefined;
  // In a list of names, the part behind the last comma is what is being written.
  const several = column.kind === "holders" || column.key === "approvers";
  const cut = several ? Math.max(value.lastIndexOf(","), value.lastIndexOf("\n")) + 1 : 0;
  const part = value.slice(cut).trim().toLowerCase();
  const untouched = value === text && !over;
  const offered = (column.choices ?? []).filter((choice) => untouched || (choice.toLowerCase().includes(part) && choice.toLowerCase() !== part)).toSorted((a, b) => Number(b.toLowerCase().startsWith(part)) - Number(a.toLowerCase().startsWith(part))).slice(0, OFFERED);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(caret, caret);
    // Only when it opens.
  }, []);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || listed) return;
    element.style.height = "auto";
    element.style.height = `${Math.max(place.height, element.scrollHeight + 2)}px`;
  }, [value, listed, place.height]);

  const take = (written: string, then: Then): boolean => {
    if (done.current) return true;
    const refused = onCommit(written, then);
    if (refused) setWhy(refused.why);
    else done.current = true;
    return refused === undefined;
  };
  const leave = useRef<Taker>(() => true);
  useLayoutEffect(() => {
    const mine = (): boolean => {
      const taken = take(value, "stay");
      if (!taken) field.current?.focus({ preventScroll: true });
      return taken;
    };
    leave.current = taker.current = mine;
    return () => {
      if (taker.current === mine) taker.current = undefined;
    };
  });
  // Whatever takes the editor away, what was typed is not lost with it.
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      queueMicrotask(() => gone.current && leave.current());
    };
  }, []);
  const choose = (choice: string): string => (several && cut > 0 ? `${value.slice(0, cut)} ${choice}` : choice);
  const key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const leads: Readonly<Record<string, Then>> = { Enter: event.ctrlKey || event.metaKey ? "all" : event.shiftKey ? "up" : "down", Tab: event.shiftKey ? "left" : "right" };
    if (event.key === "Escape") {
      event.preventDefault();
      done.current = true;
      onCancel();
    } else if (event.key === "Enter" && (event.altKey || (event.shiftKey && !listed))) {
      if (listed) event.preventDefault();
      else if (event.altKey && field.current) {
        const { selectionStart, selectionEnd } = field.current;
        field.current.setRangeText("\n", selectionStart, selectionEnd, "end");
        setValue(field.current.value);
      }
    } else if (leads[event.key]) {
      event.preventDefault();
      const pick = offered[active] ?? (listed && !several && part !== "" && !untouched && !column.choices?.some((choice) => choice.toLowerCase() === part) ? offered[0] : undefined);
      take(pick === undefined ? value : choose(pick), leads[event.key] as Then);
    } else if (listed && (event.key === "ArrowDown" || event.key === "ArrowUp") && offered.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (now < 0 && step < 0 ? offered.length - 1 : (now + step + offered.length) % offered.length));
    }
  };
  const shared = {
    ref: field, value, className: style.field, spellCheck: column.kind === "title" || column.key === "note" || column.key === "goal",
    "aria-label": say("grid.editor", { column: column.title, title }), "aria-invalid": why !== "" || undefined, "aria-describedby": why === "" ? undefined : `${id}-why`,
    onKeyDown: key,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setValue(event.target.value);
      setWhy(onCheck(event.target.value));
      setActive(-1);
    },
    onBlur: () => void take(value, "stay"),
  } as const;
  return (
    <div className={style.editor} style={{ transform: `translate(${place.x}px, ${place.y}px)`, width: Math.max(place.width, column.kind === "role" ? 150 : 0), minHeight: place.height }} data-editor>
      {listed ? <input {...shared} role="combobox" aria-expanded={offered.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined} autoComplete="off" style={{ height: place.height }} /> : <textarea {...shared} rows={1} />}
      {listed ? (
        <ul id={`${id}-list`} role="listbox" aria-label={column.title} className={style.list} data-up={place.up || undefined} hidden={offered.length === 0}>
          {offered.map((choice, i) => (
            <li
              key={choice}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              onPointerDown={(event) => {
                event.preventDefault();
                take(choose(choice), "stay");
              }}
            >
              {choice}
            </li>
          ))}
        </ul>
      ) : null}
      {why === "" ? null : (
        <p id={`${id}-why`} role="alert" className={style.why}>
          <Quoted text={why} />
        </p>
      )}
    </div>
  );
}
