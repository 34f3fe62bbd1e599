import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";

/**
 * Keeps of each document what says who decides and who is called: all of it but the rows without a decision. The same
 * object comes back until any of that changes, so that whoever types elsewhere starts no proof.
 */
export function decidedParts(): (document: MatrixDocument, values: ReadonlyMap<string, string>) => MatrixDocument {
  let last: MatrixDocument | undefined;
  let from: MatrixDocument | undefined;
  let known: ReadonlyMap<string, string> | undefined;
  return (document, values) => {
    if (last !== undefined && document === from && values === known) return last;
    const activities = deciding(document.activities, last?.activities);
    const unchanged = last !== undefined && values === known && activities === last.activities && from !== undefined && sameBesides(from, document);
    from = document;
    known = values;
    return unchanged && last !== undefined ? last : (last = withValues({ ...document, activities }, values));
  };
}

function deciding(rows: readonly Activity[], before: readonly Activity[] | undefined): Activity[] {
  const now = rows.filter(({ decision }) => decision !== undefined);
  return before !== undefined && before.length === now.length && now.every((row, i) => row === before[i]) ? (before as Activity[]) : now;
}

function sameBesides(a: MatrixDocument, b: MatrixDocument): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof MatrixDocument>;
  keys.delete("activities");
  return [...keys].every((key) => a[key] === b[key]);
}

/** With the numbers one's own party keeps to itself: whoever may see them may be told to call them. */
function withValues(document: MatrixDocument, values: ReadonlyMap<string, string>): MatrixDocument {
  const contacts = document.directory?.contacts;
  if (contacts === undefined || !contacts.some(({ id, value }) => value === undefined && values.has(id))) return document;
  return { ...document, directory: { ...document.directory, contacts: contacts.map((contact) => {
    const value = contact.value ?? values.get(contact.id);
    return value === undefined ? contact : { ...contact, value };
  }) } };
}
