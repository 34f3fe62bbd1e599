import { basename } from "node:path";
import { appendixOf } from "#appendix/appendix.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import { printAppendix, writeAppendix, type Brought } from "#press/appendix.ts";
import { NotPrinted, Unfit } from "#press/child.ts";
import { readBytes, write } from "./files.ts";
import { open } from "./open.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

interface Options {
  readonly format?: string;
  readonly output?: string;
  readonly names: boolean;
  readonly template?: string;
  readonly logo?: string;
}

const FORMATS = ["docx", "pdf"] as const;
type Format = (typeof FORMATS)[number];

/** Writes the contract appendix of a matrix file: a draft, for no file is signed by being printed. */
export async function appendix(file: string, options: Options): Promise<number> {
  const format = formatOf(options);
  if (options.template !== undefined && format === "pdf") throw new Unusable("a template of one's own makes a DOCX", "leave out `--format pdf`, and make the PDF from the DOCX");
  if (options.template !== undefined && options.logo !== undefined) throw new Unusable("a template of one's own has its own logo", "put it into the template, and leave out `--logo`");
  const { document } = await open(file);
  const at = new Date().toISOString();
  const digest = matrixDigest(document);
  const made = appendixOf(document, { digest, personal: options.names, at });
  const logo = brought(options.logo);
  try {
    write(options.output, format === "pdf" ? await printAppendix(made, at, { logo }) : await writeAppendix(made, { logo, template: brought(options.template) }));
  } catch (thrown) {
    if (thrown instanceof Unfit) throw new Unusable(thrown.message, thrown.remedy);
    if (thrown instanceof NotPrinted) throw new Unusable(thrown.message, "nothing was written");
    throw thrown;
  }
  if (options.output !== undefined && options.output !== "-") {
    const open = made.clauses.flatMap(({ title, open: gaps }) => gaps.map((gap) => `  ${title}: ${gap}\n`));
    say(`${options.output}: draft, not signed; matrix ${digest.slice(0, 16)}\n${made.cautions.map((caution) => `  ${caution}\n`).join("")}${open.join("")}`);
  }
  return 0;
}

const brought = (file: string | undefined): Brought | undefined => (file === undefined ? undefined : { name: file === "-" ? "from standard input" : basename(file), bytes: readBytes(file) });

/** The format asked for, else the one the name of the file ends in. */
function formatOf({ format, output }: Options): Format {
  const ending = output === undefined ? undefined : /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase();
  const wanted = format ?? (FORMATS.includes(ending as Format) ? ending : "docx");
  const known = FORMATS.find((one) => one === wanted);
  if (known === undefined) throw new Unusable(`there is no format \`${wanted}\``, "choose docx or pdf");
  if (ending !== undefined && ending !== known && FORMATS.includes(ending as Format)) throw new Unusable(`\`${output}\` ends in .${ending}, and the format is ${known}`, "let both say the same");
  return known;
}
