import { Command, CommanderError, Option } from "commander";
import { tame } from "#core/lint/draw-width.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

/** The command line: says what there is, hands over to one file per command, turns problems into exit codes. */
const remit = new Command("remit")
  .description("The responsibility matrix between a client and its provider: import it, check it, keep it in git.")
  .version(REMIT_VERSION, "-v, --version")
  .showHelpAfterError("(`remit --help` lists the commands)")
  .showSuggestionAfterError(true)
  .exitOverride()
  .configureOutput({ writeErr: say })
  .addHelpText("after", "\nFirst steps:\n  remit import your-matrix.xlsx -o matrix.remit.yaml\n  remit lint matrix.remit.yaml\n\nExit codes: 0 fine, 1 the check found errors or the two differ, 2 the input or the command cannot be used.");

const done = (code: number): void => void (process.exitCode = code);

remit
  .command("new")
  .description("start a matrix file from a template (without one: list the templates)")
  .option("-t, --template <name>", "security-outsourcing, client-mssp, delivery, co-managed, incident-authority")
  .option("--client <name>", "name of the client's organisation")
  .option("--provider <name>", "name of the provider's organisation")
  .option("--title <title>", "title of the matrix")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (options) => done((await import("./new.ts")).fresh(options)));

remit
  .command("import")
  .description("make a matrix file from a spreadsheet (XLSX, CSV, Markdown table)")
  .argument("<sheet>", "the spreadsheet, or - for standard input")
  .option("-o, --output <file>", "write the matrix there instead of to standard output")
  .option("--report <file>", "write what was understood, and every cell that was not (.json or text; - for standard output)")
  .option("--into <file>", "merge a newer sheet into this matrix file, row by row, and say what changes")
  .option("--dry-run", "say what would happen, write nothing")
  .option("--choose <question=answer>", "answer a question the sheet leaves open; may be repeated", (value: string, all: string[]) => [...all, value], [] as string[])
  .option("--title <title>", "title of the matrix")
  .addOption(new Option("--as <ending>", "what standard input holds").choices(["xlsx", "csv", "tsv", "md"]))
  .action(async (sheet, options) => done(await (await import("./import.ts")).importCommand(sheet, options)));

remit
  .command("import-rotation")
  .description("put the rotation of an iCalendar file (.ics) into a matrix file, and list what was not understood")
  .argument("<calendar>", "the calendar, or - for standard input")
  .requiredOption("--role <id>", "the role whose duty it is")
  .requiredOption("--into <file>", "the matrix file it goes into")
  .option("--zone <zone>", "the time zone of the turns, like Europe/London (default: the calendar's)")
  .option("--name <name>", "what the rotation is called (default: as the calendar)")
  .option("-o, --output <file>", "write the matrix there instead")
  .option("--dry-run", "say what would happen, write nothing")
  .action(async (calendar, options) => done((await import("./import-rotation.ts")).importRotation(calendar, options)));

remit
  .command("lint")
  .description("check matrix files (or spreadsheets as they are); exit 1 when there are errors")
  .argument("<files...>", "matrix files, spreadsheets, or - for standard input")
  .option("-f, --format <format>", "text, json, sarif or html", "text")
  .option("--fix", "make the repairs that are certain, in the file itself")
  .option("-o, --output <file>", "write the report there instead of to standard output")
  .option("--today <day>", "check as of this day (YYYY-MM-DD)")
  .action(async (files, options) => done(await (await import("./lint.ts")).lint(files, options)));

remit
  .command("diff")
  .description("what differs between two matrices, the riskiest change first; exit 1 when something does")
  .argument("<before>", "a matrix file or a spreadsheet, or - for standard input")
  .argument("<after>", "the newer one")
  .option("--for <who>", "only what changed for a role, a party or a person, by name or id")
  .option("-f, --format <format>", "text, json or md", "text")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (before, after, options) => done(await (await import("./diff.ts")).diff(before, after, options)));

remit
  .command("who")
  .description("who to call now, who may decide, who is asked and told; exit 1 when nobody can be reached")
  .argument("<file>", "a matrix file, or - for standard input")
  .requiredOption("-e, --event <id>", "the event type: ransomware, vpn-down ...")
  .option("-s, --severity <id>", "how severe it is; the most severe where nobody can say")
  .option("--at <instant>", "when, like 2026-11-21T02:00Z or 2026-11-21T03:00+01:00 (default: now)")
  .option("--scope <id>", "a scope item concerned; may be repeated", (value: string, all: string[] | undefined) => [...(all ?? []), value])
  .option("--missing <person>", "somebody known to be missing; may be repeated", (value: string, all: string[] | undefined) => [...(all ?? []), value])
  .option("--until <instant>", "a roster from --at until then: who is called first, a line for every change")
  .option("-f, --format <format>", "text or json", "text")
  .action(async (file, options) => done(await (await import("./who.ts")).who(file, options)));

remit
  .command("prove")
  .description("prove that somebody with authority can be reached at any hour; exit 1 on a counterexample, 3 when incomplete")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("--absent <k>", "so many people may be missing at once, 0 to 5", "1")
  .option("--from <instant>", "where the horizon begins (default: now)")
  .option("--until <instant>", "where it ends (default: 13 months later)")
  .option("-f, --format <format>", "text or json", "text")
  .option("-o, --output <file>", "write the proof there instead of to standard output")
  .action(async (file, options) => done(await (await import("./prove.ts")).prove(file, options)));

remit
  .command("break-glass")
  .description("write one HTML file that answers who to call and who may decide without a network")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("-o, --output <file>", "write there instead of to standard output")
  .option("--valid-days <days>", "so long it holds, 1 to 366", "30")
  .option("--from <instant>", "when it begins to hold (default: now)")
  .option("--party <id>", "put the private numbers of this party in (default: those of nobody)")
  .option("--passphrase-file <file>", "lock it with the first line of that file (or with REMIT_BREAK_GLASS_PASSPHRASE)")
  .action(async (file, options) => done(await (await import("./break-glass.ts")).breakGlass(file, options)));

remit
  .command("card")
  .description("print a card to carry: whom to call, who may decide, as PDF")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("-o, --output <file>", "write there instead of to standard output")
  .option("--size <size>", "wallet (to cut and fold) or a4", "a4")
  .option("--valid-days <days>", "so long it holds, 1 to 366", "30")
  .option("--from <instant>", "when it begins to hold (default: now)")
  .option("--party <id>", "put the private numbers of this party in (default: those of nobody)")
  .action(async (file, options) => done(await (await import("./card.ts")).card(file, options)));

remit
  .command("appendix")
  .description("write the contract appendix: parties, scope, every activity, decision rights, clauses and lines to sign on")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("-f, --format <format>", "docx or pdf (default: as the file ends, else docx)")
  .option("-o, --output <file>", "write there instead of to standard output")
  .addOption(new Option("--out <file>", "the same").hideHelp())
  .option("--without-names", "posts only, no names of people")
  .option("--template <docx>", "fill this DOCX instead (docs/appendix.md lists its fields)")
  .option("--logo <picture>", "a PNG or JPEG for the first page, 1 MB at most")
  .action(async (file, { withoutNames, out, ...options }) => done(await (await import("./appendix.ts")).appendix(file, { output: out, ...options, names: withoutNames !== true })));

remit
  .command("drill")
  .description("rehearse an incident: who is called when, who decides, where minutes are lost; --runs for many by chance")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("-e, --event <id>", "the event type (needed for one exercise)")
  .option("-s, --severity <id>", "how severe it is; the most severe where nobody can say")
  .option("--at <instant>", "when (one exercise: default now; many: default instants of a year)")
  .option("--silent <person>", "called, and does not answer; may be repeated", (value: string, all: string[] | undefined) => [...(all ?? []), value])
  .option("--absent <person>", "known to be away; may be repeated", (value: string, all: string[] | undefined) => [...(all ?? []), value])
  .option("--runs <n>", "so many exercises in which people answer by chance")
  .option("--seed <n>", "the chance: the same seed gives the same runs", "1")
  .option("--run <n>", "tell this run of a seed alone")
  .option("--from <instant>", "where the year of the runs begins (default: the matrix's first day)")
  .option("-f, --format <format>", "text, json, or md for one exercise", "text")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (file, options) => done(await (await import("./drill.ts")).drill(file, options)));

remit
  .command("authority")
  .description("the incident authority map: what the matrix answers about who may do what, and what people confirmed")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("-f, --format <format>", "text, md, csv or json", "text")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (file, options) => done(await (await import("./authority.ts")).authority(file, options)));

remit
  .command("readiness")
  .description("before you sign: the pre-start checklist, what is still open, a score; exit 1 when something blocks")
  .argument("<file>", "a matrix file, or - for standard input")
  .option("--at <instant>", "as of this instant (default: now)")
  .option("-f, --format <format>", "text, md or json", "text")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (file, options) => done(await (await import("./readiness.ts")).readiness(file, options)));

remit
  .command("leaving")
  .description("what a person, role or party holds who leaves, what would be left without anybody, and the exit plan")
  .argument("<file>", "a matrix file")
  .argument("<who>", "id or name of a person, a role or a party")
  .option("--to <whom>", "who takes over: another person, role or party")
  .option("--write", "move it in the file, to --to")
  .option("--at <instant>", "as of this instant (default: now)")
  .option("-f, --format <format>", "text, json, or md for the exit plan", "text")
  .option("-o, --output <file>", "write the report there instead of to standard output")
  .action(async (file, who, options) => done(await (await import("./leaving.ts")).leaving(file, who, options)));

remit
  .command("library")
  .description("search the library of activities (without words: list all)")
  .argument("[words...]")
  .action(async (words) => done((await import("./library.ts")).library(words)));

remit
  .command("add")
  .description("add activities of the library to a matrix file, with their usual roles, evidence, cadence and controls")
  .argument("<file>", "a matrix file")
  .argument("<ids...>", "ids of activities, as `remit library` lists them")
  .action(async (file, ids) => done((await import("./library.ts")).add(file, ids)));

remit
  .command("verify")
  .description("prove a history or a signed version that a workspace handed out, offline; exit 1 when something was changed")
  .argument("<file>", "the file, or - for standard input")
  .option("--key <key>", "the key it has to be signed with, as you were given it; of a signed version its fingerprint, too")
  .option("-f, --format <format>", "text or json", "text")
  .action(async (file, options) => done((await import("./verify.ts")).verify(file, options)));

remit
  .command("backup")
  .description("write everything of the Remit that runs here into one file, while people go on editing")
  .argument("<file>", "the file to write")
  .option("--data <folder>", "the data folder of the running Remit")
  .option("--physical", "the database's own files: quick to restore, for the same kind of machine; without it, rows that any Remit reads")
  .option("--encrypt", "encrypt it with the passphrase in REMIT_BACKUP_PASSPHRASE")
  .option("--force", "write over a file that is there")
  .action(async (file, options) => done(await (await import("./backup.ts")).backup(file, options)));

remit
  .command("restore")
  .description("make a data folder from a backup of either kind")
  .argument("<file>", "the backup")
  .requiredOption("--data <folder>", "the folder to make; it must hold no database yet")
  .action(async (file, options) => done((await import("./backup.ts")).restore(file, options)));

remit
  .command("recover")
  .description("make a link that signs somebody in once (on the machine where Remit runs)")
  .argument("[who]", "address, name or id; not needed while there is one account")
  .option("--data <folder>", "the data folder of the running Remit")
  .option("--url <address>", "where browsers reach it (default: what the running Remit wrote down, or its settings)")
  .option("--drop-second-factor", "take their second factor away and sign all their browsers out")
  .action(async (who, options) => done(await (await import("./recover.ts")).recover(who, options)));

remit
  .command("vouch")
  .description("say that somebody is who they say, where no letter could: they decide for their party from then on")
  .argument("<who>", "address, name or id")
  .option("--data <folder>", "the data folder of the running Remit")
  .action(async (who, options) => done(await (await import("./vouch.ts")).vouch(who, options)));

remit
  .command("trust-domain")
  .description("let the provider registered for an e-mail domain sign its people in, without its TXT record (where Remit runs)")
  .argument("<domain>", "what stands behind the @")
  .option("--data <folder>", "the data folder of the running Remit")
  .option("--provider <id>", "which one, where several are registered")
  .option("--withdraw", "take it back, and sign out whoever came in that way")
  .action(async (domain, options) => done(await (await import("./trust-domain.ts")).trustDomain(domain, options)));

remit
  .command("fmt")
  .description("rewrite matrix files in the usual layout; comments and order stay")
  .argument("<files...>", "matrix files, or - for standard input to standard output")
  .option("--check", "write nothing; exit 1 when a file would change")
  .action(async (files, options) => done((await import("./fmt.ts")).fmt(files, options)));

remit
  .command("export")
  .description("write a matrix as XLSX, CSV, Markdown, HTML, JSON or YAML")
  .argument("<file>", "a matrix file or a spreadsheet")
  .option("--to <format>", "xlsx, csv, md, html, json or yaml")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (file, options) => done(await (await import("./export.ts")).exportTo(file, options)));

remit
  .command("explain")
  .description("what a rule finds, why it matters and how to mend it (without one: list the rules)")
  .argument("[rule]")
  .action(async (rule) => done((await import("./explain.ts")).explain(rule)));

remit
  .command("schema")
  .description("print the JSON Schema of matrix files")
  .option("-o, --output <file>", "write there instead of to standard output")
  .action(async (options) => done((await import("./schema.ts")).schema(options)));

remit
  .command("digest")
  .description("print the SHA-256 digests of a matrix and of its directory")
  .argument("<file>")
  .option("-f, --format <format>", "text or json", "text")
  .action(async (file, options) => done(await (await import("./digest.ts")).digest(file, options)));

for (const command of remit.commands) command.exitOverride().configureOutput({ writeErr: say }).showHelpAfterError(`(\`remit ${command.name()} --help\` says more)`);

// A reader that closes the pipe early (`| head`) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  if (process.argv.length <= 2) {
    remit.outputHelp();
    done(2);
  } else await remit.parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) done(thrown.exitCode === 0 ? 0 : 2);
  else if (thrown instanceof Unusable) {
    say(`remit: ${tame(thrown.message)}\n${thrown.details.map((line) => `  ${tame(line)}\n`).join("")}${thrown.remedy ? `  ${thrown.remedy}\n` : ""}`);
    done(2);
  } else if ((thrown as NodeJS.ErrnoException | null)?.code === "EPIPE") done(0);
  else {
    say(`remit: something went wrong here, and nothing was written\n${thrown instanceof Error ? `  ${thrown.message}\n` : ""}`);
    if (process.env["REMIT_DEBUG"]) console.error(thrown);
    else say("  set REMIT_DEBUG=1 to see where\n");
    done(2);
  }
}
