import type { ReactNode } from "react";
import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { writeCell } from "../grid/cell-edits.ts";
import { laneIn, type Cast } from "../grid/columns.ts";
import { say } from "../words.ts";
import { ActivityBox } from "./activity-box.tsx";
import { FieldBox } from "./field-box.tsx";
import style from "./row-panel.module.css";
import type { Write } from "./write.ts";
import { SlaBox } from "./sla-box.tsx";
import { SplitBox } from "./split-box.tsx";
import { WhoBox } from "./who-box.tsx";

/** All fields of one row, in the order in which one asks: what, who, who does which part, how it is approved, how fast, what proves it. */
export function RowForm({ row, document, cast, write }: { readonly row: Activity; readonly document: MatrixDocument; readonly cast: Cast; readonly write: Write }) {
  const box = (header: string, label: string, rows = 1, hint?: string) => <ActivityBox header={header} label={label} rows={rows} row={row} cast={cast} write={write} {...(hint === undefined ? {} : { hint })} />;
  const titled = cast.all.find(({ kind }) => kind === "title");
  const shared = laneIn(row, cast.sideOfRole) === "shared" || row.split !== undefined;
  return (
    <>
      <Part title={say("panel.basics")}>
        {titled ? (
          <FieldBox label={titled.title} rows={2} value={row.title} onWrite={(text) => {
            const edits = writeCell(row, titled, text);
            if (edits instanceof Unreadable) return edits.why;
            write(edits, say("panel.what", { field: titled.title, title: row.title }));
            return undefined;
          }} />
        ) : null}
        {box("Goal", say("column.goal"), 2)}
        <div className={style.pair}>
          {box("Area", say("matrix.area"))}
          {(document.stages ?? []).length > 0 ? box("Stage", say("grid.stage")) : null}
          {box("Criticality", say("column.criticality"))}
        </div>
      </Part>
      <Part title={say("panel.who")}>
        <WhoBox row={row} cast={cast} write={write} />
        {box("Secondary", say("matrix.backup"))}
      </Part>
      {shared ? (
        <Part title={say("panel.split")}>
          <SplitBox row={row} document={document} cast={cast} write={write} />
        </Part>
      ) : null}
      <Part title={say("panel.approval")}>
        <div className={style.pair}>
          {box("Approval", say("grid.approval"))}
          {box("Request channel", say("panel.approval.channel"))}
        </div>
        {row.approval?.class === "formal" ? box("Change window", say("panel.approval.window")) : null}
        {row.approval?.class === "emergency" ? (
          <>
            {box("Act first when", say("panel.approval.conditions"), 2)}
            {box("Document within", say("panel.approval.document"))}
          </>
        ) : null}
        {box("Approvers", say("grid.approvers"), 2, say("panel.lines"))}
      </Part>
      <Part title={say("panel.sla")}>
        <SlaBox row={row} write={write} />
        {box("Cadence", say("column.cadence"))}
      </Part>
      <Part title={say("panel.proof")}>
        {box("Evidence", say("matrix.evidence"), 2, say("panel.lines"))}
        {box("Validated by", say("column.validator"))}
        {box("Controls", say("column.control"), 2, say("panel.lines"))}
        {box("Scope", say("grid.scope"), 2, say("panel.lines"))}
      </Part>
      <Part title={say("panel.hand-off")}>
        {box("Hand-off to", say("grid.hand-off"))}
        {box("Hand-off", say("panel.hand-off.output"), 2)}
        <div className={style.pair}>
          {box("Escalate to", say("column.escalation"))}
          {box("Escalate after", say("panel.hand-off.after"))}
        </div>
      </Part>
      <Part title={say("panel.more")}>
        {box("Result", say("column.result"), 2)}
        {box("Procedure", say("column.procedure"), 3)}
        {box("Notes", say("column.note"), 3)}
      </Part>
    </>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={style.part} aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);
