import { Printer } from "lucide-react";
import { Fragment, useMemo } from "react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import type { DraftStore } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { Appendix } from "./appendix.tsx";
import { detailsOf } from "./paper-details.ts";
import { paperOf, type Paper, type PaperColumns, type PaperRow } from "./paper.ts";
import style from "./print-page.module.css";
import { RegisterFrame } from "./register-frame.tsx";
import { useHashFlag } from "./use-hash-flag.ts";
import { usePen } from "./use-pen.ts";

/** The whole matrix as a table for A4 on its side: what stands on the page is what comes out. */
export function PrintPage({ store }: { readonly store: DraftStore }) {
  const pen = usePen(store);
  const { document } = pen;
  const paper = useMemo(() => paperOf(document), [document]);
  const [detailed, setDetailed] = useHashFlag("details");
  const details = useMemo(() => (detailed ? detailsOf(document, paper) : undefined), [detailed, document, paper]);
  const empty = document.activities.length === 0;
  return (
    <div className={style.page}>
      <RegisterFrame
        title={say("print.title")}
        lead={say("print.lead")}
        pen={{ ...pen, mayWrite: true }}
        tools={
          empty ? null : (
            <div className={style.tools}>
              <label>
                <input type="checkbox" checked={detailed} onChange={(event) => setDetailed(event.target.checked)} />
                {say("print.details")}
              </label>
              <Button className={`${buttons.button} ${buttons.main}`} onPress={() => window.print()}>
                <Printer aria-hidden />
                {say("print.do")}
              </Button>
            </div>
          )
        }
      >
        {empty ? (
          <div className={style.empty}>
            <h2>{say("print.empty")}</h2>
            <p>{say("print.empty.how")}</p>
          </div>
        ) : (
          <article className={style.sheet}>
            <Head document={document} paper={paper} />
            {paper.tables.map((columns, i) => (
              <Fragment key={columns.roles[0]?.id ?? i}>
                {paper.tables.length > 1 ? <h3 className={style.part}>{say("print.part", { part: i + 1, of: paper.tables.length, first: columns.roles[0]?.name ?? "", last: columns.roles.at(-1)?.name ?? "" })}</h3> : null}
                <div className={style.scroll} role="region" aria-label={document.title} tabIndex={0}>
                  <Table columns={columns} paper={paper} />
                </div>
              </Fragment>
            ))}
            <Foot paper={paper} />
            {details ? <Appendix areas={details} /> : null}
          </article>
        )}
      </RegisterFrame>
    </div>
  );
}

function Head({ document, paper }: { readonly document: MatrixDocument; readonly paper: Paper }) {
  const { validFrom, validUntil } = document;
  return (
    <header className={style.head}>
      <h2>{document.title}</h2>
      <p>
        {[
          document.parties.map(({ name }) => name).join(", "),
          say("print.rows", { rows: document.activities.length, roles: paper.tables.reduce((sum, { roles }) => sum + roles.length, 0) }),
          ...(validFrom !== undefined && validUntil !== undefined ? [say("print.valid", { from: sayDay(validFrom), until: sayDay(validUntil) })] : []),
        ].join(" · ")}
      </p>
      <dl>
        {paper.letters.map((letter) => (
          <div key={letter}>
            <dt data-letter={letter}>{letter}</dt>
            <dd>{say(`print.${letter}`)}</dd>
          </div>
        ))}
        {paper.areas.some(({ rows }) => rows.some(({ cells }) => [...cells.values()].some((held) => held.some(({ alternative }) => alternative)))) ? (
          <div>
            <dt>R?</dt>
            <dd>{say("print.alternative")}</dd>
          </div>
        ) : null}
        {paper.areas.some(({ rows }) => rows.some(({ notYetAdapted }) => notYetAdapted)) ? (
          <div>
            <dt>*</dt>
            <dd>{say("print.template")}</dd>
          </div>
        ) : null}
      </dl>
    </header>
  );
}

function Table({ columns, paper }: { readonly columns: PaperColumns; readonly paper: Paper }) {
  const { roles, parties } = columns;
  // Where an organisation begins, a line stands between it and the one before.
  const startOf = (i: number): number => parties.slice(0, i).reduce((sum, { width }) => sum + width, 0);
  const starts = new Set(parties.map((_, i) => roles[startOf(i)]?.id));
  return (
    <table className={style.table} data-dense={roles.length > 24 || undefined}>
      <colgroup>
        <col className={style.number} />
        <col />
      </colgroup>
      {parties.map((party) => (
        // The name of an organisation stands level over its roles, also over a single one.
        <colgroup key={party.id} span={party.width} {...(party.width === 1 ? { className: style.single } : {})} />
      ))}
      <thead>
        <tr>
          <th colSpan={2} scope="col" rowSpan={2} className={style.corner}>
            {say("print.activity")}
          </th>
          {parties.map((party) => (
            <th key={party.id} colSpan={party.width} scope="colgroup" data-side={party.side} data-start className={style.party}>
              {party.name}
            </th>
          ))}
        </tr>
        <tr>
          {roles.map((role) => (
            <th key={role.id} scope="col" className={style.role} data-start={starts.has(role.id) || undefined}>
              <span>{role.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      {paper.areas.map(({ name, rows }) => (
        <tbody key={name}>
          {paper.areas.length > 1 || name !== "" ? (
            <tr className={style.area}>
              <th colSpan={2 + roles.length} scope="rowgroup">
                {name || say("matrix.no-area")}
              </th>
            </tr>
          ) : null}
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={style.number}>{row.number}</td>
              <th scope="row">
                {row.title}
                {row.notYetAdapted ? (
                  <>
                    {"\u00a0"}
                    <span aria-hidden>*</span>
                    <span className="unseen">{say("print.template")}</span>
                  </>
                ) : null}
                {row.unanswered ? <em>{say("print.no-accountable")}</em> : null}
              </th>
              {roles.map((role) => (
                <td key={role.id} data-start={starts.has(role.id) || undefined}>
                  <Cell row={row} role={role.id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const Cell = ({ row, role }: { readonly row: PaperRow; readonly role: string }) =>
  (row.cells.get(role) ?? []).map(({ letter, condition, alternative }, i) => (
    <Fragment key={letter}>
      {i > 0 ? "/" : null}
      <b data-letter={letter}>{alternative ? `${letter}?` : letter}</b>
      {condition === undefined ? null : <sup>{condition}</sup>}
    </Fragment>
  ));

const Foot = ({ paper }: { readonly paper: Paper }) =>
  paper.conditions.length === 0 ? null : (
    <footer className={style.foot}>
      <h3>{say("print.conditions")}</h3>
      <ol>
        {paper.conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ol>
    </footer>
  );
