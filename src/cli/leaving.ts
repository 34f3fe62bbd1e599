import { leaving as judgeLeaving } from "#core/leaving/leaving.ts";
import { drawLeaving } from "#core/leaving/draw-leaving.ts";
import { leaverCalled, peopleOf, type Leaver } from "#core/leaving/leaver.ts";
import { tame } from "#core/lint/draw-width.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { amendText } from "#formats/yaml/amend.ts";
import { catalogue } from "#rules/catalogue.ts";
import { write } from "./files.ts";
import { instantGiven } from "./instant.ts";
import { openMatrix } from "./open.ts";
import { paintFor } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { jsonText, say } from "./say.ts";

export interface LeavingOptions {
  readonly to?: string;
  readonly format: string;
  readonly write?: boolean;
  readonly at?: string;
  readonly output?: string;
}

/** What somebody holds who goes, what would be left, and who takes it over; with `--write` it is moved in the file. */
export async function leaving(file: string, who: string, { to, format, write: writes, at, output }: LeavingOptions): Promise<number> {
  if (!["text", "json", "md"].includes(format)) throw new Unusable(`there is no format \`${format}\` for leaving`, "choose text, json or md");
  if (writes && to === undefined) throw new Unusable("`--write` moves what they hold, and nobody is named to take it", "add `--to` with whoever comes after");
  const { document, text } = openMatrix(file);
  const leaver = named(document, who);
  const successor = to === undefined ? undefined : after(document, leaver, named(document, to));
  const found = judgeLeaving(document, leaver, catalogue, instantGiven("--at", at), successor);
  const shown = format === "json" ? jsonText(found)
    : format === "md" ? (await import("#formats/md/write-exit-plan.ts")).writeExitPlan(found, document.title)
    : `${drawLeaving(found, output === undefined ? paintFor(process.stdout) : undefined)}\n`;
  write(output, shown);
  if (writes && found.moved) {
    write(file, amendText(text, applyEdits(document, found.moved.edits)));
    say(`${file}: moved to ${found.moved.successors.map(tame).join(", ")}\n`);
  }
  return 0;
}

function named(document: MatrixDocument, called: string): Leaver {
  const found = leaverCalled(document, called);
  if (found === undefined) throw new Unusable(`nobody, or more than one, is called \`${called}\` here`, "give the id of a person, a role or a party");
  return found;
}

function after(document: MatrixDocument, leaver: Leaver, successor: Leaver): { readonly to: string } {
  if (successor.kind !== leaver.kind) throw new Unusable(`\`${successor.name}\` is a ${successor.kind}, and \`${leaver.name}\` is a ${leaver.kind}`, `what a ${leaver.kind} holds goes to another ${leaver.kind}`);
  if (successor.id === leaver.id || peopleOf(document, leaver).has(successor.id)) throw new Unusable(`\`${successor.name}\` is who leaves`, "name somebody else");
  return { to: successor.id };
}
