import { NotPrinted } from "#press/child.ts";
import { print, SIZES, type Size } from "#press/press.ts";
import { contentsIn, type CardOptions } from "./break-glass.ts";
import { write } from "./files.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

/** Prints a card as PDF: for a wallet, or a sheet of A4. */
export async function card(file: string, { size, ...options }: CardOptions & { readonly size: string }): Promise<number> {
  if (!(SIZES as readonly string[]).includes(size)) throw new Unusable(`there is no size \`${size}\``, "choose wallet or a4");
  const contents = await contentsIn(file, options);
  try {
    write(options.output, await print(contents, size as Size));
  } catch (thrown) {
    if (thrown instanceof NotPrinted) throw new Unusable(thrown.message, "nothing was written");
    throw thrown;
  }
  if (options.output !== undefined && options.output !== "-") say(`${options.output}: holds until ${contents.until}; matrix ${contents.digests.matrix.slice(0, 16)}\n`);
  return 0;
}
