import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { acceptance, retraction, type Acceptance } from "./findings/acceptance.ts";
import { AcceptDialog } from "./findings/accept-dialog.tsx";
import type { Edit } from "#core/model/edit.ts";
import { FindingsList } from "./findings/findings-list.tsx";
import { grouped, keyed, sift, type Keyed } from "./findings/sift.ts";
import { ChosenStrip } from "./matrix/chosen-strip.tsx";
import { picture } from "./matrix/lines.ts";
import { MatrixPanel } from "./matrix/matrix-panel.tsx";
import buttons from "./parts/controls.module.css";
import { Sections } from "./parts/sections.tsx";
import { move, SECTIONS, useAddress } from "./state/address.ts";
import { sayDay } from "./state/calendar-day.ts";
import { useNarrow } from "./state/narrow.ts";
import { usePrinting } from "./state/printing.ts";
import type { Sitting } from "./state/sitting.ts";
import type { TableActions } from "./state/use-table.ts";
import { Understood } from "./understood/understood.tsx";
import { Unread } from "./understood/unread.tsx";
import { say } from "./words.ts";
import style from "./workplace.module.css";

// The library is large and seldom wanted: not part of the first load.
const LibraryDialog = lazy(() => import("./matrix/library-dialog.tsx"));

/** A matrix on the table: its findings beside it, and what was understood of the file. */
export function Workplace({ sitting, actions, onFile }: { readonly sitting: Sitting; readonly actions: TableActions; readonly onFile: (file: File) => void }) {
  const { section, view, finding: chosenKey, severities, area, rule, search } = useAddress();
  const { document, findings, rules } = sitting.checked;
  const { report } = sitting;
  const all = useMemo(() => keyed(findings, document, report?.places), [findings, document, report]);
  const narrow = useNarrow();
  const printing = usePrinting();
  const whole = useMemo(() => picture(document), [document]);
  const chosen = useMemo(() => all.find(({ key }) => key === chosenKey), [all, chosenKey]);
  const choose = useCallback((key: string) => move({ finding: key, ...(narrow ? { section: "matrix" } : {}) }), [narrow]);
  const { amend } = actions;
  const [accepting, setAccepting] = useState<Keyed>();
  const [adding, setAdding] = useState(false);
  const openLibrary = useCallback(() => setAdding(true), []);
  const accept = ({ finding }: Keyed, said: Acceptance): void => {
    setAccepting(undefined);
    move({ finding: undefined });
    amend([acceptance(document, finding, said)], () => say("done.accepted", { name: said.name.trim(), day: sayDay(said.until) }), refocus);
  };
  const retract = useCallback(({ finding }: Keyed) => amend([retraction(document, finding)], () => say("done.retracted"), refocus), [amend, document]);
  const insert = (title: string, edits: readonly Edit[]): void => {
    setAdding(false);
    amend([edits], () => say("done.inserted", { title }), ({ document, findings }) => {
      // The new row is brought into sight by what it still wants.
      const row = document.activities.at(-1)?.id;
      const first = keyed(findings, document).find(({ finding: { at } }) => at.kind === "activity" && at.id === row);
      if (first) move({ finding: first.key });
    });
  };
  const step = (by: 1 | -1): void => {
    const order = grouped(sift(all, { severities, area, rule, search }), rules).flatMap(({ members }) => members);
    const at = order.findIndex(({ key }) => key === chosenKey);
    const next = order[(at + by + order.length) % order.length];
    if (next) move({ finding: next.key });
  };
  const assumed = report?.questions.filter((question) => question.assumed).length ?? 0;
  const unread = report?.unread.length ?? 0;
  const open = all.reduce((sum, { finding }) => sum + (finding.waived ? 0 : 1), 0);
  const list = section === "findings" || printing;
  const matrix = section === "matrix" || (section === "findings" && !narrow) || printing;

  return (
    <div className={style.workplace}>
      <Sections
        counts={{ findings: open, matrix: undefined, understood: report?.questions.length || undefined, unread }}
        shown={SECTIONS.filter((each) => each !== "unread" || report !== undefined)}
      />
      <main id="content" className={style.main} data-section={section} tabIndex={-1}>
        {list ? (
          <div className={style.findings}>
            <h1>{say("findings.title")}</h1>
            {assumed > 0 || unread > 0 ? (
              <p className={style.doubt}>
                {assumed > 0 ? (
                  <span>
                    {say("findings.questions", { n: assumed })}{" "}
                    <Button className={buttons.link} onPress={() => move({ section: "understood" })}>
                      {say("findings.questions.go", { n: assumed })}
                    </Button>
                  </span>
                ) : null}
                {unread > 0 ? (
                  <span>
                    {say("findings.unread", { n: unread })}{" "}
                    <Button className={buttons.link} onPress={() => move({ section: "unread" })}>
                      {say("findings.unread.go", { n: unread })}
                    </Button>
                  </span>
                ) : null}
              </p>
            ) : null}
            <FindingsList findings={all} rules={rules} chosen={chosenKey} onChoose={choose} onFix={actions.fix} onAccept={setAccepting} onRetract={retract} />
          </div>
        ) : null}
        {matrix ? (
          <div className={style.matrix}>
            {section === "matrix" ? <h1 className="unseen">{say("matrix.title")}</h1> : null}
            <MatrixPanel picture={whole} findings={all} view={view} chosen={chosen} onChoose={choose} onAdd={openLibrary} />
            {section === "matrix" && chosen ? (
              <ChosenStrip
                chosen={chosen}
                text={rules[chosen.finding.rule]}
                onFix={actions.fix}
                onAccept={setAccepting}
                onStep={step}
                onBack={() => move({ section: "findings" })}
                onClose={() => move({ finding: undefined })}
              />
            ) : null}
          </div>
        ) : null}
        {section === "understood" && !printing ? <Understood document={document} report={report} choices={sitting.choices} busy={actions.business.at === "work"} onChoose={actions.choose} onMove={actions.moveRole} onFile={onFile} /> : null}
        {section === "unread" && !printing ? <Unread cells={report?.unread ?? []} /> : null}
      </main>
      {accepting ? <AcceptDialog keyed={accepting} document={document} onAccept={(said) => accept(accepting, said)} onClose={() => setAccepting(undefined)} /> : null}
      {adding ? (
        <Suspense>
          <LibraryDialog document={document} onInsert={insert} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** What was pressed has left the page: the keyboard goes on from the content. */
function refocus(): void {
  requestAnimationFrame(() => document.activeElement === document.body && document.getElementById("content")?.focus());
}
