import { useCallback, useMemo } from "react";
import { Button } from "react-aria-components";
import { FindingsList } from "./findings/findings-list.tsx";
import { grouped, keyed, sift } from "./findings/sift.ts";
import { ChosenStrip } from "./matrix/chosen-strip.tsx";
import { picture } from "./matrix/lines.ts";
import { MatrixPanel } from "./matrix/matrix-panel.tsx";
import buttons from "./parts/controls.module.css";
import { Sections } from "./parts/sections.tsx";
import { move, SECTIONS, useAddress } from "./state/address.ts";
import { useNarrow } from "./state/narrow.ts";
import { usePrinting } from "./state/printing.ts";
import type { Sitting } from "./state/sitting.ts";
import type { TableActions } from "./state/use-table.ts";
import { Understood } from "./understood/understood.tsx";
import { Unread } from "./understood/unread.tsx";
import { say } from "./words.ts";
import style from "./workplace.module.css";

/** A matrix on the table: its findings beside it, and what was understood of the file. */
export function Workplace({ sitting, actions }: { readonly sitting: Sitting; readonly actions: TableActions }) {
  const { section, view, finding: chosenKey, severities, area, rule, search } = useAddress();
  const { document, findings, rules } = sitting.checked;
  const { report } = sitting;
  const all = useMemo(() => keyed(findings, document, report?.places), [findings, document, report]);
  const narrow = useNarrow();
  const printing = usePrinting();
    const whole = useMemo(() => picture(document), [document]);
  const chosen = useMemo(() => all.find(({ key }) => key === chosenKey), [all, chosenKey]);
  const choose = useCallback((key: string) => move({ finding: key, ...(narrow ? { section: "matrix" } : {}) }), [narrow]);
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
            <FindingsList findings={all} rules={rules} chosen={chosenKey} onChoose={choose} onFix={actions.fix} />
          </div>
        ) : null}
        {matrix ? (
          <div className={style.matrix}>
            {section === "matrix" ? <h1 className="unseen">{say("matrix.title")}</h1> : null}
            <MatrixPanel picture={whole} findings={all} view={view} chosen={chosen} onChoose={choose} />
            {section === "matrix" && chosen ? (
              <ChosenStrip
                chosen={chosen}
                text={rules[chosen.finding.rule]}
                onFix={actions.fix}
                onStep={step}
                onBack={() => move({ section: "findings" })}
                onClose={() => move({ finding: undefined })}
              />
            ) : null}
          </div>
        ) : null}
        {section === "understood" && !printing ? <Understood document={document} report={report} choices={sitting.choices} busy={actions.business.at === "work"} onChoose={actions.choose} onMove={actions.moveRole} /> : null}
        {section === "unread" && !printing ? <Unread cells={report?.unread ?? []} /> : null}
      </main>
    </div>
  );
}
