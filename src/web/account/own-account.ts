import type { z } from "@hono/zod-openapi";
import type { BackupCodes, OwnAccount, SecondFactorOffer, Session } from "#contract/account.ts";
import { ask } from "./asking.ts";
import { withFactor } from "./factor-asking.ts";

export type Own = z.infer<typeof OwnAccount>;
export type SignedInAt = z.infer<typeof Session>;
export type FactorOffer = z.infer<typeof SecondFactorOffer>;

/** What shows that it is really oneself; who has no password yet has nothing to show. */
const proof = (password: string): object => (password === "" ? {} : { password });

export const ownAccount = (): Promise<Own> => ask("GET", "/account");
export const rename = (name: string): Promise<void> => ask("PATCH", "/account", { name });
/** @returns the address a letter went to, where it changes only once that is answered. */
export const changeEmail = (email: string, password: string): Promise<{ readonly confirm: string } | undefined> =>
  withFactor((shown) => ask("PATCH", "/account", { email, ...proof(password), ...shown }));
export const wishLetters = (letters: boolean): Promise<void> => ask("PATCH", "/account", { letters });
/** Has the link that confirms one's address sent again. */
export const askAgain = (): Promise<{ readonly confirm: string }> => ask("POST", "/account/address/letter", {});
export const setPassword = (password: string, current: string): Promise<void> =>
  withFactor((shown) => ask("PUT", "/account/password", { password, ...(current === "" ? {} : { current }), ...shown }));
export const sessions = (): Promise<{ readonly sessions: readonly SignedInAt[] }> => ask("GET", "/account/sessions");
export const endSession = (id: string): Promise<void> => ask("DELETE", `/account/sessions/${id}`, {});
export const beginFactor = (password: string): Promise<FactorOffer> => withFactor((shown) => ask("POST", "/account/second-factor", { ...proof(password), ...shown }));
export const confirmFactor = (code: string): Promise<void> => withFactor(() => ask("POST", "/account/second-factor/confirm", { code }));
export const dropFactor = (password: string): Promise<void> => withFactor((shown) => ask("DELETE", "/account/second-factor", { ...proof(password), ...shown }));
export const eraseMe = (password: string, code: string, backup: boolean): Promise<void> => ask("POST", "/account/erase", { ...proof(password), ...(code === "" ? {} : { code, backup }) });
export const newBackupCodes = (password: string): Promise<z.infer<typeof BackupCodes>> => withFactor((shown) => ask("POST", "/account/backup-codes", { ...proof(password), ...shown }));
export const confirmAddress = (token: string): Promise<void> => ask("POST", "/account/address", { token });
