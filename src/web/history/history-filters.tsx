import { Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, Input, SearchField } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./history-page.module.css";
import type { Author, Sieve } from "./log.ts";

interface Props {
  readonly sieve: Sieve;
  readonly matrix: MatrixDocument;
  readonly people: readonly Author[];
  readonly onChange: (sieve: Sieve) => void;
}

/** In milliseconds; nobody wants an answer to every letter. */
const TYPED_OUT = 350;

/** Narrows the history by words, person, party, row and days; all of it stands in the address. */
export function HistoryFilters({ sieve, matrix, people, onChange }: Props) {
  const [words, setWords] = useState(sieve.words ?? "");
  useEffect(() => setWords(sieve.words ?? ""), [sieve.words]);
  useEffect(() => {
    if (words.trim() === (sieve.words ?? "")) return undefined;
    const later = setTimeout(() => set("words", words.trim()), TYPED_OUT);
    return () => clearTimeout(later);
  });
  const set = (name: keyof Sieve, value: string): void => {
    const { [name]: _, ...rest } = sieve;
    onChange(value === "" ? rest : { ...rest, [name]: value });
  };
  const setRow = (id: string): void => {
    const { kind: _, id: __, ...rest } = sieve;
    onChange(id === "" ? rest : { ...rest, kind: "activity", id });
  };
  const known = sieve.kind === "activity" && matrix.activities.some(({ id }) => id === sieve.id);
  return (
    <div className={style.filters} role="search" aria-label={say("log.filter")}>
      <SearchField className={`${buttons.search} ${style.words}`} aria-label={say("log.words")} value={words} onChange={setWords} maxLength={200}>
        <Search aria-hidden />
        <Input placeholder={say("log.words")} />
        <Button aria-label={say("clear")}>
          <X aria-hidden />
        </Button>
      </SearchField>
      <label>
        <span>{say("log.person")}</span>
        <select value={sieve.person ?? ""} onChange={({ target }) => set("person", target.value)}>
          <option value="">{say("log.everybody")}</option>
          {people.map(({ account, name }) => (
            <option key={account} value={account}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say("log.party")}</span>
        <select value={sieve.party ?? ""} onChange={({ target }) => set("party", target.value)}>
          <option value="">{say("log.every-party")}</option>
          {matrix.parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say("log.row")}</span>
        <select value={sieve.id ?? ""} onChange={({ target }) => setRow(target.value)}>
          <option value="">{say("log.every-row")}</option>
          {sieve.id !== undefined && !known ? <option value={sieve.id}>{sieve.id}</option> : null}
          {matrix.activities.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say("log.from")}</span>
        <input type="date" value={sieve.from ?? ""} onChange={({ target }) => set("from", target.value)} />
      </label>
      <label>
        <span>{say("log.until")}</span>
        <input type="date" value={sieve.until ?? ""} onChange={({ target }) => set("until", target.value)} />
      </label>
      {Object.keys(sieve).length === 0 ? null : (
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => onChange({})}>
          <X aria-hidden />
          {say("log.all")}
        </Button>
      )}
    </div>
  );
}
