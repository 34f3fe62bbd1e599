import { applyEdits } from "#core/model/edit.ts";
import { nearest } from "#core/model/read.ts";
import { ACTIVITIES } from "#library/activities.ts";
import { insertFromLibrary } from "#library/insert.ts";
import { amendText } from "#formats/yaml/amend.ts";
import { write } from "./files.ts";
import { openMatrix } from "./open.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

/** The activities of the library, all or those that hold every word of the search. */
export function library(words: readonly string[]): number {
  const wanted = words.map((word) => word.toLowerCase());
  const found = ACTIVITIES.filter(({ id, title, area, controls }) => wanted.every((word) => `${id} ${title} ${area} ${controls.join(" ")}`.toLowerCase().includes(word)));
  if (found.length === 0) {
    say(`no activity of the library holds ${words.map((word) => `\`${word}\``).join(" and ")}; \`remit library\` lists all\n`);
    return 0;
  }
  let area = "";
  for (const activity of found) {
    if (activity.area !== area) process.stdout.write(`${area === "" ? "" : "\n"}${(area = activity.area)}\n`);
    process.stdout.write(`  ${activity.id.padEnd(8)}${activity.title}\n`);
  }
  process.stdout.write(`\n${found.length} activities; \`remit add FILE ID\` puts one into a matrix with its usual roles\n`);
  return 0;
}

/** Put activities of the library into a matrix file, with their usual roles, evidence, cadence and controls. */
export function add(file: string, ids: readonly string[]): number {
  const { document, text } = openMatrix(file);
  let now = document;
  const added: string[] = [];
  for (const id of ids) {
    const activity = ACTIVITIES.find((a) => a.id.toLowerCase() === id.toLowerCase());
    if (!activity) {
      const near = nearest(id.toUpperCase(), ACTIVITIES.map((a) => a.id));
      throw new Unusable(`the library has no activity \`${id}\``, `${near ? `did you mean \`${near}\`? ` : ""}\`remit library WORD\` searches it; nothing was changed`);
    }
    const edits = insertFromLibrary(now, activity.id);
    now = applyEdits(now, edits);
    say(edits.length === 0 ? `${activity.id} is in the matrix already: ${activity.title}\n` : `added ${activity.id}: ${activity.title}\n`);
    if (edits.length > 0) added.push(activity.id);
  }
  if (added.length > 0) write(file === "-" ? undefined : file, amendText(text, now));
  return 0;
}
