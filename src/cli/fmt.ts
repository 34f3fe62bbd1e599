import { rewriteYaml } from "#formats/yaml/write.ts";
import { write } from "./files.ts";
import { openMatrix } from "./open.ts";
import { Unusable } from "./problem.ts";
import { say } from "./say.ts";

/** Rewrite matrix files in the usual layout and the newest format version; comments and order stay. */
export function fmt(files: readonly string[], { check }: { check?: boolean }): number {
  const opened = files.map((file) => ({ file, ...openMatrix(file) }));
  let untidy = 0;
  for (const { file, text, document } of opened) {
    if (/^\s*\{/.test(text)) throw new Unusable(`\`${file}\` is JSON`, "write it as YAML with `remit export FILE --to yaml -o NEW.remit.yaml`");
    const tidy = rewriteYaml(text, document);
    if (file === "-") write(undefined, tidy);
    else if (tidy !== text) {
      untidy++;
      if (check) say(`${file} would change\n`);
      else {
        write(file, tidy);
        say(`${file} rewritten\n`);
      }
    }
  }
  return check && untidy > 0 ? 1 : 0;
}
