import { lint } from "#core/lint/linter.ts";
import { tame } from "#core/lint/draw-width.ts";
import { count } from "#core/lint/finding.ts";
import { mergeInto } from "#formats/merge.ts";
import type { Choices, ImportReport } from "#formats/understand/report.ts";
import { amendText } from "#formats/yaml/amend.ts";
import { writeYaml } from "#formats/yaml/write.ts";
import { catalogue } from "#rules/catalogue.ts";
import { readBytes, write } from "./files.ts";
import { importSheet } from "./import-sheet.ts";
import { openMatrix } from "./open.ts";
import { Unusable } from "./problem.ts";
import { jsonText, say } from "./say.ts";
import { sayReport } from "./say-report.ts";
import { today } from "./today.ts";

export interface ImportOptions {
  readonly output?: string;
  readonly report?: string;
  readonly into?: string;
  readonly choose: readonly string[];
  readonly as?: string;
  readonly title?: string;
  readonly dryRun?: boolean;
}

/** A matrix file from a spreadsheet, or a newer sheet merged into a matrix file. */
export async function importCommand(sheet: string, options: ImportOptions): Promise<number> {
  const name = sheet === "-" ? `sheet.${options.as ?? "csv"}` : sheet;
  const existing = options.into === undefined ? undefined : openMatrix(options.into);
  const { document: read, report } = await importSheet(readBytes(sheet), name, choicesFrom(options.choose), existing?.document);
  refuseUnknownChoices(report, options.choose);
  const incoming = options.title ? { ...read, title: options.title } : read;

  if (existing && options.into !== undefined) {
    const { document, changes } = mergeInto(existing.document, incoming, report);
    say(changes.length === 0 ? "the sheet changes nothing\n" : `${changes.map((change) => `${change.kind.padEnd(8)} ${tame(change.title)}${change.details.map((d) => `\n           ${tame(d)}`).join("")}`).join("\n")}\n`);
    if (options.dryRun) say("nothing was written (--dry-run)\n");
    else if (changes.length > 0) write(options.output ?? options.into, amendText(existing.text, document));
  } else if (options.dryRun) {
    say("nothing was written (--dry-run)\n");
  } else if (!(options.report === "-" && options.output === undefined)) {
    write(options.output, writeYaml(incoming));
  }

  if (options.report !== undefined) write(options.report, options.report.endsWith(".json") ? jsonText(report) : sayReport(report, "all"));
  if (options.report !== "-") say(sayReport(report, "short"));
  const found = count(lint(incoming, catalogue, today()));
  say(`${found.error} errors, ${found.warning} warnings, ${found.note} notes${options.output ? `; next: remit lint ${options.output}` : ""}\n`);
  return 0;
}

function choicesFrom(pairs: readonly string[]): Choices {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 1) throw new Unusable(`\`--choose ${pair}\` has no answer`, "write `--choose QUESTION=ANSWER`; `--report -` lists questions and answers");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** An answer to a question the sheet does not raise is a typing mistake, not a wish to be ignored. */
function refuseUnknownChoices(report: ImportReport, pairs: readonly string[]): void {
  const columns = report.sheets.flatMap((sheet) => sheet.columns.flatMap((column) => column.question ?? []));
  for (const [id, value] of Object.entries(choicesFrom(pairs))) {
    // `letter:*:P` answers for every sheet; a column's meaning may always be chosen, asked or not.
    const [kind, ...rest] = id.split(":");
    const everywhere = rest[0] === "*";
    const question = report.questions.find((q) => q.id === id || (everywhere && q.id.startsWith(`${kind}:`) && q.id.endsWith(rest.slice(1).join(":"))));
    if (!question) {
      if (columns.includes(id) || kind === "side") continue;
      throw new Unusable(`the sheet raises no question \`${id}\``, report.questions.length > 0 ? `its questions are ${report.questions.map((q) => `\`${q.id}\``).join(", ")}` : "it raises none");
    }
    if (!question.options.some((o) => o.value === value)) throw new Unusable(`\`${value}\` is no answer to \`${id}\``, `choose one of ${question.options.map((o) => `\`${o.value}\``).join(", ")}`);
  }
}
