import { useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { MatrixDocument } from "#core/model/document.ts";
import "../../look/tokens.css";
import "../../look/base.css";
import { LocalStore } from "../../draft/local-store.ts";
import type { DraftStore } from "../../draft/store.ts";
import { backgroundChecker } from "../../work/background-checker.ts";
import { RowPanel } from "../../panel/row-panel.tsx";
import { FindingsPage } from "../findings-page.tsx";
import { PeoplePage } from "../people-page.tsx";
import { PrintPage } from "../print-page.tsx";
import { ScopePage } from "../scope-page.tsx";
import { TemplatesPage } from "../templates-page.tsx";
import style from "./trial.module.css";

/** One register after another without the rest of the page: `?page=people`, `&reading` to look only, `&empty` for nothing yet. */
const asked = new URLSearchParams(location.search);
const given = (await (await fetch("matrix.json")).json()) as MatrixDocument;
const nothing: MatrixDocument = { remit: 1, title: "Nothing yet", parties: [], roles: [], activities: [] };
const matrix = asked.has("empty") ? nothing : asked.has("namesakes") ? alike(given) : given;
const hire = (): Worker => new Worker(new URL("../../work/check-worker.ts", import.meta.url), { type: "module", name: "checker" });
const store = new LocalStore(matrix, backgroundChecker(hire, "2026-11-21"));
const shown: DraftStore = asked.has("reading") ? reading(store) : store;

/** With two roles and two people who share a name. */
function alike(document: MatrixDocument): MatrixDocument {
  const [first, ...roles] = document.roles;
  const [somebody, ...people] = document.people ?? [];
  const other = roles.findIndex(({ party }) => party !== first?.party);
  const namesake = people.findIndex(({ party }) => party !== somebody?.party);
  return {
    ...document,
    roles: document.roles.map((role, i) => (i === other + 1 && first ? { ...role, name: first.name } : role)),
    people: (document.people ?? []).map((person, i) => (i === namesake + 1 && somebody ? { ...person, name: somebody.name } : person)),
  };
}

/** The same draft for somebody who may only look. */
function reading(of: LocalStore): DraftStore {
  let from = of.snapshot();
  let seen = { ...from, saving: { at: "reading" } as const };
  return {
    subscribe: of.subscribe,
    snapshot: () => {
      if (from !== of.snapshot()) seen = { ...(from = of.snapshot()), saving: { at: "reading" } };
      return seen;
    },
    edit: () => undefined, undo: () => undefined, redo: () => undefined, dismiss: () => undefined,
  };
}

/** The panel of a row (`?page=row&id=…`), and a place from which it is opened. */
function Panelled() {
  const [open, setOpen] = useState(false);
  const ids = (asked.get("id") ?? matrix.activities[0]?.id ?? "").split(",");
  return (
    <>
      <h1>A row</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open ? (
        <aside className={style.beside} aria-label="Row">
          <RowPanel store={shown} rows={ids} onClose={() => setOpen(false)} />
        </aside>
      ) : null}
    </>
  );
}

const told: unknown[] = [];
const pages: Readonly<Record<string, () => ReactNode>> = {
  people: () => <PeoplePage store={shown} />,
  findings: () => <FindingsPage store={shown} onOpen={(finding) => told.push(finding)} />,
  print: () => <PrintPage store={shown} />,
  templates: () => <TemplatesPage onChoose={(...chosen) => told.push(chosen)} onBuild={(document) => told.push(document)} />,
  row: () => <Panelled />,
  scope: () => <ScopePage store={shown} />,
};
const place = document.getElementById("page");
if (place) createRoot(place).render(<main className={style.page}>{(pages[asked.get("page") ?? "people"] ?? pages["people"])?.()}</main>);
// For the journeys: what the store holds and what the pages told, as a page cannot show it.
Object.assign(window, { draft: store, told });
