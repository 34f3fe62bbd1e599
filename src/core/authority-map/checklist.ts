import type { Answered, AuthorityMap } from "./authority-map.ts";
import { sayConfirmed } from "./draw-map.ts";
import { OWNERS } from "./statements.ts";

/** The map as rows of a checklist; the first names the columns. */
export function checklist({ stages, reflection, opening, events }: AuthorityMap): readonly (readonly string[])[] {
  const row = (stage: string) => (one: Answered): string[] => [
    stage, one.statement.id, one.statement.says, OWNERS[one.statement.owner], one.counts, one.matrix.answer, one.matrix.says, one.matrix.who.join("; "),
    one.matrix.places.map(({ kind, id }) => `${kind} ${id}`).join("; "), sayConfirmed(one),
  ];
  return [
    ["Stage", "ID", "Statement", "Owner", "Counts as", "Matrix says", "Because", "Who", "Where", "Confirmed"],
    ...stages.flatMap(({ name, answers }) => answers.map(row(name))),
    ...reflection.map(row("Answer at once")), ...opening.map(row("To begin with")),
    ...events.flatMap(({ event, answers }) => answers.map(({ id, says, shown }) => [event.name, `${event.id} ${id}`, says, "", shown.answer, shown.answer, shown.says, shown.who.join("; "), shown.places.map((one) => `${one.kind} ${one.id}`).join("; "), ""])),
  ];
}
