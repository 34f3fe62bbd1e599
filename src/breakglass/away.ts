import type { Directory } from "#core/model/directory.ts";
import type { PersonId } from "#core/model/id.ts";
import { minuteOf } from "#core/time/minute.ts";
import type { Contents } from "./contents.ts";

export type Absence = NonNullable<Directory["absences"]>[number];
export type Delegation = NonNullable<Directory["delegations"]>[number];

/** The absences that fall into the time a card or file holds, in their order. */
export const absencesIn = ({ document, from, until }: Contents): readonly Absence[] =>
  (document.directory?.absences ?? []).filter((one) => during(one.from, one.until, from, until)).sort((a, b) => minuteOf(a.from) - minuteOf(b.from));

/** The delegations of which something falls into that time. */
export const delegationsIn = ({ document, from, until }: Contents): readonly Delegation[] =>
  (document.directory?.delegations ?? []).filter((one) => during(one.starts, one.ends, from, until)).sort((a, b) => minuteOf(a.starts) - minuteOf(b.starts));

const during = (begins: string, ends: string, from: string, until: string): boolean => minuteOf(begins) < minuteOf(until) && minuteOf(ends) > minuteOf(from);

/** Who stands in while somebody is away: whom the absence names, else their usual substitute. */
export const standInOf = ({ document }: Contents, { person, substitute }: Pick<Absence, "person" | "substitute">): PersonId | undefined =>
  substitute ?? document.people?.find(({ id }) => id === person)?.substitute;
