import { CAUSES, WEIGHTS, type Policy, type Weight } from "#core/readiness/blockers.ts";
import { say } from "../words.ts";
import type { Signatories } from "./versions.ts";
import style from "./versions.module.css";

/** What keeps a draft from being offered here, and what is only told. */
export function WhatBlocks({ policy: { weights }, may, onSet }: { readonly policy: Signatories["policy"]; readonly may: boolean; readonly onSet: (weights: Policy) => void }) {
  return (
    <fieldset className={style.blocks} disabled={!may}>
      <legend>{say("versions.blocks")}</legend>
      {CAUSES.map((cause) => (
        <label key={cause}>
          <span>{say(`versions.blocks.${cause}`)}</span>
          <select value={weights[cause]} onChange={({ target }) => onSet({ ...weights, [cause]: target.value as Weight })}>
            {WEIGHTS.map((weight) => <option key={weight} value={weight}>{say(`versions.weight.${weight}`)}</option>)}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
