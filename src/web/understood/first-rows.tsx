import { LETTERS } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { laneOf, sideOf } from "#core/model/lane.ts";
import controls from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./first-rows.module.css";

/** Enough rows to see whether the sheet was understood. */
const SHOWN = 8;

/** The first rows as they would stand in the matrix: lane, and the letters of each party with their roles. */
export function FirstRows({ document }: { readonly document: MatrixDocument }) {
  const rows = document.activities.slice(0, SHOWN);
  const roles = new Map(document.roles.map((role) => [role.id as string, role]));
  const kinds = new Map(document.parties.map(({ id, kind }) => [id as string, kind]));
  const parties = document.parties.filter(({ id }) => document.roles.some(({ party }) => party === id));
  return (
    <section aria-labelledby="first-rows">
      <h2 id="first-rows">{say("understood.first")}</h2>
      <div className={style.scroll} role="region" aria-labelledby="first-rows" tabIndex={0}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{say("understood.activity")}</th>
              <th scope="col">{say("understood.lane")}</th>
              {parties.map(({ id, name, kind }) => (
                <th key={id} scope="col">
                  <span className={`${controls.party} ${controls[sideOf(kind)]}`}>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.title}</th>
                <td>{say(`lane.${laneOf(row, (role) => kinds.get(roles.get(role)?.party ?? ""))}`)}</td>
                {parties.map(({ id }) => (
                  <td key={id}>
                    {row.assignments
                      .filter(({ role }) => roles.get(role)?.party === id)
                      .toSorted((a, b) => LETTERS.indexOf(a.letter) - LETTERS.indexOf(b.letter))
                      .map(({ role, letter, condition, alternative }) => (
                        <span key={`${role} ${letter}`} className={style.letter}>
                          <b>
                            {letter}
                            {alternative ? "?" : ""}
                          </b>{" "}
                          {roles.get(role)?.name}
                          {condition ? ` (${condition})` : ""}
                        </span>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={style.of}>{say("understood.first.of", { shown: rows.length, all: document.activities.length })}</p>
    </section>
  );
}
