import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits, EditRefused, type Edit } from "#core/model/edit.ts";
import { namesOf, type Names } from "#formats/remit-sheet/names.ts";
import { say } from "../words.ts";
import { sayingsOf, type Saying } from "./row-words.ts";

/** One field of a row before and after. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}
export interface RowChange {
  readonly id: string;
  readonly title: string;
  readonly kind: "changed" | "new" | "gone";
  readonly fields: readonly FieldChange[];
}

const EMPTY: ReadonlyMap<string, Saying> = new Map();

/** Every field that would say something else. What the words do not tell apart is shown as it is stored. */
function fieldsOf(was: Activity | undefined, is: Activity, names: Names, later: Names): readonly FieldChange[] {
  const [old, now] = [was ? sayingsOf(was, names) : EMPTY, sayingsOf(is, later)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): FieldChange[] => {
    const [before, after] = [old.get(key), now.get(key)];
    if (before?.value === after?.value) return [];
    const alike = (before?.words ?? "") === (after?.words ?? "");
    return [{ field: (after ?? before)?.field ?? "", before: (alike ? before?.value : before?.words) ?? "", after: (alike ? after?.value : after?.words) ?? "" }];
  });
}

/** Behind which row each stands, in words. */
const placesOf = ({ activities }: MatrixDocument): ReadonlyMap<string, string> =>
  new Map(activities.map(({ id }, at) => [id as string, at === 0 ? say("proposal.place.first") : say("proposal.place.after", { row: activities[at - 1]?.title ?? "" })]));

/**
 * What edits would make of the rows as they stand: every row that would change, and every field of it.
 * @param rows what is told first.
 * @returns nothing where the edits no longer fit.
 */
export function rowChanges(document: MatrixDocument, edits: readonly Edit[], rows: readonly string[]): readonly RowChange[] | undefined {
  let after: MatrixDocument;
  try {
    after = applyEdits(document, edits);
  } catch (thrown) {
    if (thrown instanceof EditRefused) return undefined;
    throw thrown;
  }
  const old = new Map(document.activities.map((row) => [row.id as string, row]));
  const now = new Map(after.activities.map((row) => [row.id as string, row]));
  const [names, later] = [namesOf(document), namesOf(after)];
  const placed = new Set(edits.flatMap((edit) => ((edit.do === "move" || edit.do === "remove") && edit.kind === "activity" ? [edit.id] : [])));
  const [places, newPlaces] = placed.size > 0 ? [placesOf(document), placesOf(after)] : [];
  return [...new Set([...rows, ...old.keys(), ...now.keys()])].flatMap((id): RowChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (!is) return was ? [{ id, title: was.title, kind: "gone", fields: [] }] : [];
    const [before, place] = [places?.get(id) ?? "", newPlaces?.get(id) ?? ""];
    const moved = was && placed.has(id) && before !== place ? [{ field: say("proposal.place"), before, after: place }] : [];
    if (was === is && moved.length === 0) return [];
    const fields = [...fieldsOf(was, is, names, later), ...moved];
    return was && fields.length === 0 ? [] : [{ id, title: was?.title ?? is.title, kind: was ? "changed" : "new", fields }];
  });
}
