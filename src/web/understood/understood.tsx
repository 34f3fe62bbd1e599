import { FileUp, Info } from "lucide-react";
import { Button, FileTrigger } from "react-aria-components";
import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sideOf } from "#core/model/lane.ts";
import type { Party, Role } from "#core/model/party.ts";
import type { Choices, ImportReport } from "#formats/understand/report.ts";
import controls from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { FILE_TYPES } from "../state/sitting.ts";
import { say } from "../words.ts";
import { FirstRows } from "./first-rows.tsx";
import { QuestionCard } from "./question-card.tsx";
import { RoleMover } from "./role-mover.tsx";
import { SaidByChecks } from "./said-by-checks.tsx";
import { SheetCard } from "./sheet-card.tsx";
import style from "./understood.module.css";

interface Props {
  readonly document: MatrixDocument;
  readonly report: ImportReport | undefined;
  readonly choices: Choices;
  readonly busy: boolean;
  /** What the checks say of it. */
  readonly findings?: readonly Finding[];
  readonly onChoose: (question: string, value: string) => void;
  readonly onMove: (role: Role, to: Party, isNew: boolean) => void;
  /** A newer sheet for this matrix. */
  readonly onFile?: (file: File) => void;
}

/** What the reader took the file for, and what it would like to know. */
export function Understood({ document, report, choices, busy, findings = [], onChoose, onMove, onFile }: Props) {
  const letters = document.activities.reduce((sum, { assignments }) => sum + assignments.length, 0);
  return (
    <div className={style.page}>
      <h1>{say("understood.title")}</h1>
      <p className={style.lead}>
        {report
          ? say("understood.file", { file: report.file, sheets: report.sheets.length, used: report.sheets.filter(({ used }) => used).length })
          : say("understood.no-file")}{" "}
        {say("state.rows", { n: document.activities.length })}, {say("state.roles", { n: document.roles.length })}, {say("state.letters", { n: letters })}.
      </p>
      {onFile ? (
        <FileTrigger acceptedFileTypes={FILE_TYPES} onSelect={(files) => files?.[0] && onFile(files[0])}>
          <Button className={`${controls.button} ${style.newer}`}>
            <FileUp aria-hidden />
            {say("merge.bring")}
          </Button>
        </FileTrigger>
      ) : null}
      {report && report.questions.length > 0 ? (
        <section aria-labelledby="questions">
          <h2 id="questions">{say("understood.questions")}</h2>
          <p className={style.hint}>{say("understood.questions.lead")}</p>
          {report.questions.map((question) => (
            <QuestionCard key={question.id} question={question} busy={busy} onChoose={onChoose} />
          ))}
        </section>
      ) : null}
      <section aria-labelledby="who">
        <h2 id="who">{say("understood.who")}</h2>
        <p className={style.hint}>{say("understood.who.lead")}</p>
        <ul className={style.parties}>
          {document.parties.map((party) => {
            const roles = document.roles.filter((role) => role.party === party.id);
            return (
              <li key={party.id}>
                <span className={`${controls.party} ${controls[sideOf(party.kind)]}`}>{party.name}</span>
                <span>
                  {roles.length > 0 ? roles.map((role) => <RoleMover key={role.id} role={role} parties={document.parties} onMove={onMove} />) : say("understood.no-roles")}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <FirstRows document={document} />
      <SaidByChecks findings={findings} />
      {report ? (
        <>
          <section aria-labelledby="sheets">
            <h2 id="sheets">{say("understood.sheets")}</h2>
            {report.sheets.map((sheet, index) => (
              <SheetCard key={`${index} ${sheet.name}`} sheet={sheet} choices={choices} onChoose={onChoose} />
            ))}
          </section>
          {report.notes.length > 0 ? (
            <section aria-labelledby="notes">
              <h2 id="notes">{say("understood.notes")}</h2>
              <ul className={style.notes}>
                {report.notes.slice(0, 200).map((note, index) => (
                  <li key={index}>
                    <Info aria-hidden size={15} />
                    <span>
                      <Quoted text={note.text} />{" "}
                      <small>
                        {note.sheet}
                        {note.address ? ` ${note.address}` : ""}
                      </small>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
