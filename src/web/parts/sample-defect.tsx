import { say } from "../words.ts";
import { SeveritySign } from "./severity-sign.tsx";
import style from "./sample-defect.module.css";

/** One defect, drawn: the row, the faulty cell, and what the page says of it. */
export function SampleDefect() {
  return (
    <figure className={style.sample}>
      <figcaption>{say("sample.title")}</figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("sample.activity")}</th>
            <th scope="col" className={style.client}>
              {say("sample.client")}
            </th>
            <th scope="col" className={style.provider}>
              {say("sample.provider")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say("sample.row")}</th>
            <td className={`${style.client} ${style.bad}`}>A</td>
            <td className={`${style.provider} ${style.bad}`}>A</td>
          </tr>
        </tbody>
      </table>
      <div className={style.says}>
        <SeveritySign severity="error" />
        <p>
          <b>{say("sample.headline")}</b>
          {say("sample.because")} {say("sample.remedy")}
        </p>
      </div>
    </figure>
  );
}
