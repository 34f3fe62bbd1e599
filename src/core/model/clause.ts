import * as z from "zod/mini";
import { itemId } from "./id.ts";
import { line, text } from "./measure.ts";

/** A clause of the contract appendix, in the order of the list. `{words}` in its text are filled from the matrix. */
export const Clause = z.strictObject({ id: itemId, title: line, text });
export type Clause = z.infer<typeof Clause>;
