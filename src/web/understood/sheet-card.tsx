import type { COLUMN_MEANINGS } from "#formats/understand/plan.ts";
import type { Choices, SheetReading } from "#formats/understand/report.ts";
import { ChoiceList } from "../parts/choice-list.tsx";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import style from "./sheet-card.module.css";

/** The letters a spreadsheet writes above a column, from 0. */
function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

// Named again rather than imported: the importer belongs to the worker, not to the first load.
const KINDS: readonly (typeof COLUMN_MEANINGS)[number][] = [
  "title", "role", "area", "lane", "owner", "primary", "secondary", "approver", "initiator", "acceptor", "validator", "escalation",
  "sla", "cadence", "evidence", "control", "procedure", "criticality", "goal", "result", "note", "id", "kept",
];
const MEANINGS = KINDS.map((value) => ({ value, label: say(`column.${value}`) }));

/** The meaning in force, and a further entry where the list of meanings lacks it or the reader set it. */
function meaningOf(meaning: string, answer: string | undefined): { readonly chosen: string | undefined; readonly all?: string } {
  if (answer) return { chosen: answer, all: say("understood.as-read") };
  const known = MEANINGS.find(({ label }) => label === meaning);
  return known ? { chosen: known.value } : { chosen: undefined, all: meaning };
}

/** What one sheet was taken for, column by column, or why it was left out. */
export function SheetCard({ sheet, choices, onChoose }: { readonly sheet: SheetReading; readonly choices: Choices; readonly onChoose: (question: string, value: string) => void }) {
  const { name, used, why, orientation, headerRows, columns, rows, sections, cells } = sheet;
  const facts = used
    ? [
        orientation ? say(`orientation.${orientation}`) : "",
        headerRows && headerRows.length > 0 ? say("understood.header-rows", { n: headerRows.length, rows: headerRows.join(", ") }) : "",
        say("state.rows", { n: rows }),
        sections > 0 ? say("understood.sections", { n: sections }) : "",
        say("understood.cells", { understood: cells.understood, filled: cells.filled }),
      ].filter(Boolean)
    : [];
  return (
    <article className={style.card} data-used={used || undefined}>
      <h3>
        {name} <span className={used ? style.used : style.skipped}>{say(used ? "understood.used" : "understood.skipped")}</span>
      </h3>
      <p className={style.why}>
        <Quoted text={why} />
      </p>
      {facts.length > 0 ? (
        <ul className={style.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : null}
      {used && columns.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{say("understood.column")}</th>
              <th scope="col">{say("understood.header")}</th>
              <th scope="col">{say("understood.meaning")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.column}>
                <td>{columnLetters(column.column)}</td>
                <th scope="row">{column.header || <i>{say("understood.no-header")}</i>}</th>
                <td>
                  {column.question === undefined ? (
                    <Quoted text={column.meaning} />
                  ) : (
                    <ChoiceList
                      label={say("understood.meaning-of", { header: column.header || columnLetters(column.column) })}
                      {...meaningOf(column.meaning, choices[column.question])}
                      choices={MEANINGS}
                      onChoose={(value) => column.question !== undefined && onChoose(column.question, value ?? "")}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </article>
  );
}
