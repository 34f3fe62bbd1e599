import { Button } from "react-aria-components";
import { sideOf } from "#core/model/lane.ts";
import type { Party } from "#core/model/party.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./members-page.module.css";

/** The first question to whoever founded the workspace. */
export function MyParty({ parties, onChoose }: { readonly parties: readonly Party[]; readonly onChoose: (party: string) => void }) {
  return (
    <section className={style.question} aria-labelledby="my-party">
      <h2 id="my-party">{say("members.mine.title")}</h2>
      <p>{say("members.mine.why")}</p>
      <div>
        {parties.map(({ id, name, kind }) => (
          <Button key={id} className={`${buttons.button} ${style.side}`} data-side={sideOf(kind)} onPress={() => onChoose(id)}>
            {say("members.mine.choose", { party: name })}
          </Button>
        ))}
      </div>
    </section>
  );
}
