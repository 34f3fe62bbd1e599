import type { MatrixDocument } from "../model/document.ts";
import type { PersonId } from "../model/id.ts";
import type { Rotation } from "../model/party.ts";
import { instantOf, type Minute } from "../time/minute.ts";
import { shiftsOf } from "./rotation.ts";

/** One turn of somebody in a rotation; instants are UTC, `2026-11-21T14:00Z`. */
export interface Turn {
  readonly rotation: Rotation;
  readonly from: string;
  readonly until: string;
}

/** A person's turns that end after `from` and begin before `until`, swaps included, in their order. */
export function turnsOf({ rotations = [], directory }: MatrixDocument, person: PersonId, from: Minute, until: Minute): readonly Turn[] {
  const turns = rotations.flatMap((rotation) => {
    // A turn may have begun long before and is shown whole: it is looked for from one longest turn earlier on.
    const shifts = shiftsOf(rotation, directory?.swaps ?? [], from - EARLIER, until + EARLIER);
    return shifts.people.flatMap((one, i) => {
      const [begins, ends] = [shifts.from[i] as Minute, shifts.from[i + 1]];
      return one !== person || ends === undefined || ends <= from || begins >= until ? [] : [{ rotation, from: instantOf(begins), until: instantOf(ends) }];
    });
  });
  return turns.sort((a, b) => a.from.localeCompare(b.from));
}
const EARLIER = 45 * 1_440;
