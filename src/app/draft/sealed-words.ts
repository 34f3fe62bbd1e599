import { randomBytes } from "node:crypto";
import { payloadHash } from "#core/history/entry.ts";
import type { Edit } from "#core/model/edit.ts";
import { Refused } from "../refusal.ts";

/**
 * A fresh salt for each entry: nobody finds out erased words by guessing them.
 * @throws Refused for text that is none.
 */
export function sealedWords(what: string, edits: readonly Edit[]): { readonly salt: string; readonly payloadHash: string } {
  const salt = randomBytes(16).toString("hex");
  try {
    return { salt, payloadHash: payloadHash(salt, { what, edits }) };
  } catch {
    throw unwritable("a text holds half a character");
  }
}

export const unwritable = (message: string): Refused => new Refused({ code: "unfit", problems: [{ place: "the edit", message, remedy: "type it once more instead of pasting it" }] });
