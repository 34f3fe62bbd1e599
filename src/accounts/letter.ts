import type { Keys } from "./keys.ts";

/** An e-mail in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const sealed = (keys: Keys, letter: Letter): Buffer => keys.seal(JSON.stringify(letter));
export const opened = (keys: Keys, letter: Buffer): Letter => JSON.parse(keys.unseal(letter)) as Letter;
