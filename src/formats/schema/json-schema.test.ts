import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { RICH } from "../../../test/golden/rich-matrix.ts";
import { jsonSchema } from "./json-schema.ts";

describe("the published JSON Schema", () => {
  const validate = new Ajv2020({ strict: false }).compile(jsonSchema());
  test("is the one in the repository (npm run schema writes it)", () => {
    expect(JSON.parse(readFileSync("schema/matrix.schema.json", "utf8"))).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
  });
  test("accepts a matrix that uses every section", () => {
    expect(validate(JSON.parse(JSON.stringify(RICH))), JSON.stringify(validate.errors)).toBe(true);
  });
  test("refuses an unknown field and an unknown letter", () => {
    expect(validate({ ...RICH, titel: "x" })).toBe(false);
    expect(validate({ ...RICH, activities: [{ id: "a", title: "t", assignments: [{ role: "r", letter: "Q" }] }] })).toBe(false);
  });
});
