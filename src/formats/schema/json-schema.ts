import * as z from "zod/mini";
import { FORMAT, MatrixDocument } from "#core/model/document.ts";

/** The published JSON Schema (2020-12) of `*.remit.yaml`, written from the model. */
export function jsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(MatrixDocument, { reused: "ref" }) as Record<string, unknown>;
  return { $schema, $id: `urn:remit:matrix:${FORMAT}`, title: "Remit responsibility matrix", ...schema };
}
