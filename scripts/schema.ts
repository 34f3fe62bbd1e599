import { writeFileSync } from "node:fs";
import { jsonSchema } from "../src/formats/schema/json-schema.ts";

writeFileSync("schema/matrix.schema.json", `${JSON.stringify(jsonSchema(), null, 2)}\n`);
