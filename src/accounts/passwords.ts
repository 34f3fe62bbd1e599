import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB and two passes: the OWASP cheat sheet's first choice. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** In characters. Length is what counts; nothing else is asked for. */
export const SHORTEST = 12;
/** Longer ones only cost time. */
export const LONGEST = 200;

/** Words that a guesser tries first, in any mixture. */
const FIRST_GUESSES = /^(?:password|passwort|letmein|welcome|qwerty|azerty|admin|remit|iloveyou|abc|monkey|dragon|[0-9!@#$%^&*_.-])+$/i;

/** What is wrong with a password, in words; nothing when it will do. */
export function weakness(password: string, about: readonly string[]): string | undefined {
  if (password.length < SHORTEST) return `a password has at least ${SHORTEST} characters; four plain words are easy to keep`;
  if (password.length > LONGEST) return `a password has at most ${LONGEST} characters`;
  if (new Set(password.toLowerCase()).size < 5) return "this password repeats a few characters; take four plain words";
  if (FIRST_GUESSES.test(password)) return "this password is among the first ones that are tried; take four plain words";
  const low = password.toLowerCase();
  if (about.some((fact) => fact.length >= 4 && low.replace(fact.toLowerCase(), "").length < 6)) return "this password is hardly more than your own name or address";
  return undefined;
}

export const hashPassword = (password: string): Promise<string> => hash(password, COST);
export const verifyPassword = ({ hash: known, password }: { readonly hash: string; readonly password: string }): Promise<boolean> => (password.length > LONGEST ? Promise.resolve(false) : verify(known, password));
