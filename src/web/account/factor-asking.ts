import { SaidNo } from "./asking.ts";

/** What somebody shows of their second factor: a code that goes along with the request, or their passkey, which makes the session stronger. */
export type Shown = { readonly code: string; readonly backup: boolean } | "passkey";
/** Asks for it. @param again what was shown before was not right. @returns nothing where they would rather not. */
export type Asker = (again: boolean) => Promise<Shown | undefined>;

let asker: Asker | undefined;
/** Who asks on this page. @returns what ends that. */
export function askBy(asks: Asker): () => void {
  asker = asks;
  return () => {
    if (asker === asks) asker = undefined;
  };
}

/**
 * Does something that may want a second factor shown besides: then it is asked for, and the same is done again with it.
 * @throws SaidNo where it is not shown.
 */
export async function withFactor<T>(work: (shown: object) => Promise<T>): Promise<T> {
  let shown: Shown | undefined;
  for (;;) {
    try {
      return await work(shown === undefined || shown === "passkey" ? {} : shown);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo) || thrown.code !== "show-factor" || asker === undefined) throw thrown;
      shown = await asker(shown !== undefined);
      if (shown === undefined) throw thrown;
    }
  }
}
