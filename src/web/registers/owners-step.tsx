import { useMemo } from "react";
import { say } from "../words.ts";
import style from "./guided-build.module.css";
import { placeholders } from "./placeholders.ts";
import { drafted, type StepProps } from "./plan.ts";

/** Whose the work is: who usually does an area and who stands in, and the people behind the posts. */
export function OwnersStep({ plan, change }: StepProps) {
  const { parties, work } = plan;
  // The posts follow from the work; what is said here does not change them.
  const preview = useMemo(() => drafted({ title: "", about: "", covers: [], parties, work }, placeholders()), [parties, work]);
  const areas = preview.areas ?? [];
  if (areas.length === 0) return <p className={style.none}>{say("guide.owners.none")}</p>;
  const groups = preview.parties.map((party) => ({ party, roles: preview.roles.filter((role) => role.party === party.id) })).filter(({ roles }) => roles.length > 0);
  const options = groups.map(({ party, roles }) => (
    <optgroup key={party.id} label={party.name}>
      {roles.map((role) => (
        <option key={role.id} value={role.id}>
          {role.name}
        </option>
      ))}
    </optgroup>
  ));
  const set = (area: string, which: "primary" | "secondary", role: string): void => change({ owners: { ...plan.owners, [area]: { ...plan.owners[area], [which]: role === "" ? undefined : role } } });
  return (
    <>
      <div className={style.owners}>
        <div aria-hidden>
          <span>{say("guide.owners.area")}</span>
          <span>{say("guide.owners.primary")}</span>
          <span>{say("guide.owners.secondary")}</span>
        </div>
        <ul>
          {areas.map(({ id, name, primary: usual }) => {
            const { primary = usual, secondary } = plan.owners[name] ?? {};
            const same = primary !== undefined && primary === secondary;
            return (
              <li key={id}>
                <b>{name}</b>
                {(["primary", "secondary"] as const).map((which) => (
                  <select key={which} aria-label={say(`guide.owners.${which}.of`, { area: name })} aria-invalid={(which === "secondary" && same) || undefined} value={(which === "primary" ? primary : secondary) ?? ""} onChange={(event) => set(name, which, event.target.value)}>
                    {which === "primary" ? null : <option value="">{say("register.nobody")}</option>}
                    {options}
                  </select>
                ))}
                {same ? <em role="alert">{say("guide.owners.same")}</em> : null}
              </li>
            );
          })}
        </ul>
      </div>
      <h3>{say("guide.owners.people")}</h3>
      {groups.map(({ party, roles }) => (
        <div key={party.id} className={style.people}>
          <h4>{party.name}</h4>
          <ul>
            {roles.map((role) => (
              <li key={role.id}>
                <label>
                  <span>{role.name}</span>
                  <input aria-label={say("guide.owners.person", { role: role.name })} value={plan.people[role.id] ?? ""} maxLength={200} autoComplete="off" placeholder={say("guide.owners.person.hint")} onChange={(event) => change({ people: { ...plan.people, [role.id]: event.target.value } })} />
                </label>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
