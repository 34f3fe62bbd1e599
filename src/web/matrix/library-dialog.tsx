import { Plus, Search, X } from "lucide-react";
import { Autocomplete, Button, Collection, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from "react-aria-components";
import { ACTIVITIES } from "#library/activities.ts";
import type { LibraryActivity } from "#library/activity.ts";
import { insertFromLibrary } from "#library/insert.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import controls from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import style from "./library-dialog.module.css";

const AREAS = [...new Set(ACTIVITIES.map(({ area }) => area))].map((name) => ({ name, activities: ACTIVITIES.filter(({ area }) => area === name) }));

/** Every word typed must occur, in whatever order. */
const passes = (text: string, typed: string): boolean => {
  const words = text.toLowerCase();
  return typed.toLowerCase().split(/\s+/).every((word) => words.includes(word));
};

interface Props {
  readonly document: MatrixDocument;
  readonly onInsert: (title: string, edits: readonly Edit[]) => void;
  readonly onClose: () => void;
}

/** Search the library of activities; one press adds the row, with its usual owners. */
export default function LibraryDialog({ document, onInsert, onClose }: Props) {
  const here = new Set(document.activities.flatMap(({ origin }) => origin ?? []));
  const insert = (id: string): void => {
    const chosen = ACTIVITIES.find((activity) => activity.id === id);
    if (chosen) onInsert(chosen.title, insertFromLibrary(document, id));
  };
  const item = ({ id, title, area }: LibraryActivity) => (
    <ListBoxItem key={id} id={id} textValue={`${title} ${area}`} className={controls.item}>
      <Plus aria-hidden />
      <span>{title}</span>
      {here.has(id) ? <small>{say("library.here")}</small> : null}
    </ListBoxItem>
  );
  return (
    <DialogBox title={say("library.title")} onClose={onClose}>
      <p className={box.lead}>{say("library.lead")}</p>
      <Autocomplete filter={passes}>
        <SearchField className={`${controls.search} ${style.search}`} aria-label={say("library.search")} autoFocus>
          <Search aria-hidden />
          <Input placeholder={say("library.search")} />
          <Button aria-label={say("clear")}>
            <X aria-hidden size={14} />
          </Button>
        </SearchField>
        {/* The keys move through the list from the search field; who only wants to scroll it needs a stop as well. */}
        <div className={style.list} tabIndex={0} role="group" aria-label={say("library.title")}>
          <ListBox className={style.items} aria-label={say("library.title")} items={AREAS} disabledKeys={here} onAction={(id) => insert(String(id))} renderEmptyState={() => <p className={style.none}>{say("library.none")}</p>}>
            {({ name, activities }) => (
              <ListBoxSection id={name}>
                <Header className={controls.itemsHead}>{name}</Header>
                <Collection items={activities}>{item}</Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </DialogBox>
  );
}
