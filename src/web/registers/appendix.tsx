import { say } from "../words.ts";
import { DETAILS, type DetailedArea } from "./paper-details.ts";
import style from "./appendix.module.css";

/** Behind the letters: what is agreed of each row, under the number it has there. */
export function Appendix({ areas }: { readonly areas: readonly DetailedArea[] }) {
  return (
    <section className={style.appendix} aria-labelledby="appendix">
      <h2 id="appendix">{say("print.appendix")}</h2>
      <p>{say("print.appendix.lead")}</p>
      <div className={style.scroll} role="region" aria-label={say("print.appendix")} tabIndex={0}>
        <table>
          <colgroup>
            <col className={style.number} />
            <col />
            {DETAILS.map((detail) => (
              <col key={detail} data-column={detail} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {say("print.activity")}
              </th>
              {DETAILS.map((detail) => (
                <th key={detail} scope="col">
                  {say(`print.detail.${detail}`)}
                </th>
              ))}
            </tr>
          </thead>
          {areas.map(({ name, rows }) => (
            <tbody key={name}>
              {areas.length > 1 || name !== "" ? (
                <tr className={style.area}>
                  <th colSpan={2 + DETAILS.length} scope="rowgroup">
                    {name || say("matrix.no-area")}
                  </th>
                </tr>
              ) : null}
              {rows.map(({ id, number, title, says }) => (
                <tr key={id}>
                  <td className={style.number}>{number}</td>
                  <th scope="row">{title}</th>
                  {DETAILS.map((detail) => (
                    <td key={detail}>
                      {says[detail].length === 0 ? (
                        <span className={style.none}>
                          <span aria-hidden>–</span>
                          <span className="unseen">{say("print.detail.none")}</span>
                        </span>
                      ) : (
                        says[detail].map((line, i) => <p key={i}>{line}</p>)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
