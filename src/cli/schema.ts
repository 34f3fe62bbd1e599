import { jsonSchema } from "#formats/schema/json-schema.ts";
import { write } from "./files.ts";
import { jsonText } from "./say.ts";

/** The JSON Schema of matrix files, for editors and for checking in CI. */
export function schema({ output }: { output?: string }): number {
  write(output, jsonText(jsonSchema()));
  return 0;
}
