import { Button } from "react-aria-components";
import { dayOf, momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { Key, standingOf } from "./keys.ts";

interface Props {
  readonly item: Key;
  readonly standing: ReturnType<typeof standingOf>;
  /** Whose it is, where it is not one's own. */
  readonly owner: string | undefined;
  readonly onRevoke?: () => void;
}

/** One key: which program, what it may do, how long, and when it last did. */
export function KeyLine({ item, standing, owner, onRevoke }: Props) {
  const { name, scopes, made, until, used } = item;
  const days = { made: dayOf(made), until: dayOf(until) };
  const may = say(scopes.includes("edit") ? "api-key.edit" : "api-key.read");
  return (
    <li data-standing={standing}>
      <div>
        <b>
          {name}
          {standing === "open" ? null : <i>{say(`api-key.${standing}`)}</i>}
        </b>
        <span>{owner === undefined ? may : `${may}, ${owner}`}</span>
        <small>{say(standing === "open" ? "api-key.about" : `api-key.about.${standing}`, days)}</small>
        <small>{used === null ? say("api-key.never") : say("api-key.used", { when: momentOf(used) })}</small>
      </div>
      {onRevoke ? (
        <Button className={buttons.button} aria-label={say("api-key.revoke.of", { name })} onPress={onRevoke}>
          {say("api-key.revoke")}
        </Button>
      ) : null}
    </li>
  );
}
