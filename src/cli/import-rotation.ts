import { tame } from "#core/lint/draw-width.ts";
import { applyEdits } from "#core/model/edit.ts";
import { sayDuration } from "#core/model/measure.ts";
import { NoCalendar } from "#formats/ics/calendar-file.ts";
import { rotationFromCalendar, type ReadRotation } from "#formats/ics/rotation-from-calendar.ts";
import { amendText } from "#formats/yaml/amend.ts";
import { readBytes, write } from "./files.ts";
import { openMatrix } from "./open.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

export interface ImportRotationOptions {
  readonly role: string;
  readonly into: string;
  readonly zone?: string;
  readonly name?: string;
  readonly output?: string;
  readonly dryRun?: boolean;
}
/** So many exceptions, and so many things not understood, are said one by one. */
const SAID = 40;
/** Stretches are alike, and so is what lies between them. */
const STRETCHES_SAID = 12;

/** A rotation of a role from an iCalendar file: the pattern, what departs from it, and everything that was not understood. */
export function importRotation(file: string, { role, into, zone, name, output, dryRun }: ImportRotationOptions): number {
  const { document, text } = openMatrix(into);
  if (!document.roles.some(({ id }) => id === role)) throw new Unusable(`\`${into}\` has no role \`${role}\``, `\`--role\` takes the id of a role: ${document.roles.slice(0, 12).map(({ id }) => `\`${id}\``).join(", ")}`);
  const read = understood(file, () => rotationFromCalendar(document, role, readBytes(file), { zone, name }));
  const nameOf = (id: string): string => tame(document.people?.find((one) => one.id === id)?.name ?? id);
  const { layers, timeZone } = read.rotation;
  const turns = layers.map((layer) => `${layer.people.map(nameOf).join(", ")} in turn, ${sayDuration(layer.turn)} each, from ${layer.from}${layer.until === undefined ? "" : ` until ${layer.until}`}`);
  say([
    ...(turns.length === 1 ? [`${tame(read.rotation.name)}: ${turns[0]} (${timeZone})`] : [`${tame(read.rotation.name)}, ${turns.length} stretches (${timeZone}):`, ...listed(turns.map((turn) => `  ${turn}`), STRETCHES_SAID)]),
    ...(layers[0]?.hours ?? []).map(({ days, from, until }) => `  ${days.join(", ")} ${from}-${until}`),
    `${read.regular} of ${read.turns} turns are as the pattern says; ${read.swaps.length} swaps`,
    ...listed(read.swaps.map((swap) => `  swap  ${swap.from} to ${swap.until}: ${nameOf(swap.in)} for ${nameOf(swap.out)}`)),
    ...(read.holes.length > 0 ? [`nobody has a turn ${read.holes.length === 1 ? "once" : `${read.holes.length} times`} in between`] : []),
    ...listed(read.holes.map(({ from, until, why }) => `  nobody  ${from} to ${until}: ${tame(why)}`), STRETCHES_SAID),
    `nobody has a turn before the first; ${read.goesOn ? `the turns go on in the same way after ${read.until}` : `nobody has one after ${read.until}`}`,
    ...listed(read.outside.map((id) => `  no turn  ${nameOf(id)} holds the role and has no turn: counts as on duty in their own hours`)),
    ...listed(read.unread.map(({ what, why }) => `  not used  ${tame(what)}: ${why}`)),
    "",
  ].join("\n"));
  if (dryRun) say("nothing was written (--dry-run)\n");
  else write(output ?? into, amendText(text, applyEdits(document, read.edits)));
  return 0;
}

const listed = (lines: readonly string[], most = SAID): readonly string[] => (lines.length > most ? [...lines.slice(0, most), `  and ${lines.length - most} more`] : lines);

function understood(file: string, work: () => ReadRotation): ReadRotation {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof NoCalendar) throw new Unusable(`\`${file}\` gives no rotation: ${thrown.message}`, "nothing was changed");
    throw thrown;
  }
}
