import { jsonSchema } from "#formats/schema/json-schema.ts";
import { write } from "./files.ts";

/** The JSON Schema of matrix files, for editors and for checking in CI. */
export function schema({ output }: { output?: string }): number {
  write(output, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
