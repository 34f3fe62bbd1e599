import { initials } from "../grid/row-sign.tsx";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say, type WordId } from "../words.ts";
import style from "./people-here.module.css";
import { partyName } from "./who.ts";

const SHOWN = 4;

/** Who else has this workspace open, and where they are. */
export function PeopleHere() {
  const { me, store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { here } = useBeside();
  const others = [...new Map(here.filter(({ account }) => account !== me.account).map((one) => [one.account, one])).values()];
  if (others.length === 0) return null;
  const titles = new Map(matrix.activities.map(({ id, title }) => [id as string, title]));
  const told = others.map(({ name, party, part, row }) => {
    const title = row === null ? undefined : titles.get(row);
    const words = { name, party: partyName(matrix, party), part: say((PARTS[part] ?? "shell.matrix") as WordId) };
    return title === undefined ? say("here.who", words) : say("here.row", { ...words, row: title });
  });
  return (
    <ul className={style.here} aria-label={say("here.title", { n: others.length })}>
      {others.slice(0, SHOWN).map(({ account, name, party }, i) => (
        <li key={account} title={told[i]} data-side={matrix.parties.find(({ id }) => id === party)?.kind === "client" ? "client" : "provider"}>
          <span aria-hidden>{initials(name)}</span>
          <span className="unseen">{told[i]}</span>
        </li>
      ))}
      {others.length > SHOWN ? <li title={told.slice(SHOWN).join("\n")}>+{others.length - SHOWN}</li> : null}
    </ul>
  );
}

const PARTS: Readonly<Record<string, WordId>> = {
  matrix: "shell.matrix", findings: "shell.findings", people: "shell.people", scope: "shell.scope", authority: "shell.authority", drill: "shell.drill", members: "shell.members", import: "shell.import", templates: "shell.templates", print: "shell.print", "break-glass": "shell.break-glass", appendix: "shell.appendix", who: "shell.who", coverage: "shell.coverage", duty: "shell.duty", agreement: "shell.agreement", versions: "shell.versions", settings: "shell.settings",
};
