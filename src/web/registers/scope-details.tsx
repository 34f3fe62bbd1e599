import type { ReactNode } from "react";
import { isDay } from "#core/model/measure.ts";
import type { ScopeItem } from "#core/model/scope.ts";
import { say } from "../words.ts";
import { InlineChoice } from "./inline-choice.tsx";
import { InlineText } from "./inline-text.tsx";
import { scopeKinds } from "./scope-kinds.ts";
import style from "./scope-page.module.css";
import type { Pen } from "./use-pen.ts";

const CRITICALITY = ["critical", "high", "normal", "low"] as const;
const MARKS = ["production", "notMonitored", "legacyCredentials", "informalAdministration"] as const;

interface Props {
  readonly item: ScopeItem;
  readonly cover: readonly { readonly id: string; readonly title: string }[];
  readonly pen: Pen;
  readonly set: (field: string, word: string, value: unknown) => void;
}

/** Everything else about a scope item, and the activities that cover it. */
export function ScopeDetails({ item, cover, pen, set }: Props) {
  const { name } = item;
  const { mayWrite } = pen;
  const of = (word: string): string => say("scope.field.of", { field: word, name });
  const text = (field: "serial" | "place", word: string) => (
    <Field title={word}>
      <InlineText label={of(word)} value={item[field] ?? ""} mayWrite={mayWrite} onWrite={(value) => set(field, word, value === "" ? undefined : value)} />
    </Field>
  );
  const standing = (kind: "site" | "environment", word: string) => {
    const places = (pen.document.scope ?? []).filter((other) => other.kind === kind && other.id !== item.id);
    return places.length === 0 && item[kind] === undefined ? null : (
      <Field title={word}>
        <InlineChoice label={of(word)} value={item[kind]} choices={places.map((place) => ({ value: place.id, label: place.name }))} none={say("register.nobody")} mayWrite={mayWrite} onChoose={(id) => set(kind, word, id)} />
      </Field>
    );
  };
  const parties = new Map(pen.document.parties.map((party) => [party.id as string, party.name]));
  return (
    <>
      <div className={style.fields}>
        <Field title={say("scope.kind")}>
          <InlineChoice label={of(say("scope.kind"))} value={item.kind} choices={scopeKinds()} mayWrite={mayWrite} onChoose={(kind) => set("kind", say("scope.kind"), kind)} />
        </Field>
        <Field title={say("scope.criticality")}>
          <InlineChoice label={of(say("scope.criticality"))} value={item.criticality} choices={CRITICALITY.map((each) => ({ value: each, label: say(`scope.criticality.${each}`) }))} none={say("register.nobody")} mayWrite={mayWrite} onChoose={(each) => set("criticality", say("scope.criticality"), each)} />
        </Field>
        {standing("site", say("scope.site"))}
        {standing("environment", say("scope.environment"))}
        <Field title={say("scope.labels")}>
          <InlineText
            label={of(say("scope.labels"))} value={(item.labels ?? []).join(", ")} mayWrite={mayWrite} hint={say("scope.labels.hint")}
            onWrite={(written) => {
              const labels = [...new Set(written.split(",").map((label) => label.trim()))].filter(Boolean);
              set("labels", say("scope.labels"), labels.length > 0 ? labels : undefined);
            }}
          />
        </Field>
        {text("place", say("scope.place"))}
        {text("serial", say("scope.serial"))}
        <Field title={say("scope.warranty")}>
          <InlineText type="date" label={of(say("scope.warranty"))} value={item.warrantyUntil ?? ""} mayWrite={mayWrite} onWrite={(day) => (day === "" || isDay(day) ? set("warrantyUntil", say("scope.warranty"), day === "" ? undefined : day) : undefined)} />
        </Field>
        <Field title={say("scope.note")} wide>
          <InlineText label={of(say("scope.note"))} value={item.note ?? ""} mayWrite={mayWrite} lines={2} onWrite={(note) => set("note", say("scope.note"), note === "" ? undefined : note)} />
        </Field>
        <div className={style.marks}>
          {MARKS.map((mark) => (
            <label key={mark}>
              <input type="checkbox" checked={item[mark] === true} disabled={!mayWrite} onChange={(event) => set(mark, say(`scope.${mark}`), event.target.checked ? true : undefined)} />
              {say(`scope.${mark}`)}
            </label>
          ))}
        </div>
      </div>
      <div className={style.cover}>
        <h3>{say("scope.covers.title")}</h3>
        {cover.length === 0 ? <p>{say("scope.covers.none")}</p> : null}
        <ul>
          {cover.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
        {item.inheritance?.provides ? (
          <>
            <h3>{say("scope.provides")}</h3>
            <p>{item.inheritance.provides}</p>
          </>
        ) : null}
        {(item.inheritance?.remains ?? []).map(({ party, what }) => (
          <p key={party}>{say("scope.remains", { party: parties.get(party) ?? party, what })}</p>
        ))}
      </div>
    </>
  );
}

const Field = ({ title, wide = false, children }: { readonly title: string; readonly wide?: boolean; readonly children: ReactNode }) => (
  <div className={wide ? style.wide : undefined}>
    <span aria-hidden>{title}</span>
    {children}
  </div>
);
