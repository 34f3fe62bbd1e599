import { useId } from "react";
import { say } from "../words.ts";
import type { Duties } from "./balance.ts";
import style from "./balance-picture.module.css";

/** How the duties lie between the organisations: R filled, A hatched, each with its letter, word and number. */
export function BalancePicture({ duties }: { readonly duties: readonly Duties[] }) {
  const heading = useId();
  const longest = Math.max(1, ...duties.flatMap(({ responsible, accountable }) => [responsible, accountable]));
  const all = { R: duties.reduce((sum, { responsible }) => sum + responsible, 0), A: duties.reduce((sum, { accountable }) => sum + accountable, 0) };
  const share = (n: number, of: number): number => (of === 0 ? 0 : Math.round((n / of) * 100));
  return (
    <section className={style.balance} aria-labelledby={heading}>
      <h2 id={heading}>{say("dash.balance")}</h2>
      <p>{all.R + all.A === 0 ? say("dash.balance.none") : say("dash.balance.lead", { r: all.R, a: all.A })}</p>
      <ul>
        {duties.map(({ party, name, side, responsible, accountable }) => (
          <li key={party} data-side={side}>
            <span className="unseen">{say("dash.balance.said", { party: name, r: responsible, rAll: all.R, rShare: share(responsible, all.R), a: accountable, aAll: all.A, aShare: share(accountable, all.A) })}</span>
            <h3 aria-hidden>{name}</h3>
            {(["R", "A"] as const).map((letter) => {
              const n = letter === "R" ? responsible : accountable;
              return (
                <div key={letter} aria-hidden className={style.line}>
                  <b>{letter}</b>
                  <span>{say(`dash.balance.${letter}`)}</span>
                  <svg width="100%" height="14" focusable="false">
                    <defs>
                      <pattern id={`hatched-${party}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
                        <rect width="2.6" height="5" className={style.ink} />
                      </pattern>
                    </defs>
                    <rect x="0.5" y="0.5" width={`${(n / longest) * 99}%`} height="13" rx="3" className={letter === "R" ? style.filled : style.hatched} {...(letter === "A" ? { fill: `url(#hatched-${party})` } : {})} />
                  </svg>
                  <em>{n}</em>
                  <small>{say("dash.balance.share", { share: share(n, all[letter]), all: all[letter], letter })}</small>
                </div>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
