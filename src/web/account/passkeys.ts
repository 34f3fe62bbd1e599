import type { z } from "@hono/zod-openapi";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { Passkey, Passkeys } from "#contract/passkey.ts";
import type { Me } from "#contract/workspace.ts";
import { say } from "../words.ts";
import { ask, SaidNo } from "./asking.ts";
import { withFactor } from "./factor-asking.ts";

export type OwnPasskey = z.infer<typeof Passkey>;
export type OwnPasskeys = z.infer<typeof Passkeys>;

/** Whether this browser, at this address, knows passkeys. They belong to names, not to numbers. */
export const canPasskey = (): boolean => window.isSecureContext && "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname);

export const ownPasskeys = (): Promise<OwnPasskeys> => ask("GET", "/account/passkeys");
export const renamePasskey = (id: string, name: string): Promise<void> => ask("PATCH", `/account/passkeys/${id}`, { name });
export const removePasskey = (id: string, password: string): Promise<void> => withFactor((shown) => ask("DELETE", `/account/passkeys/${id}`, { ...(password === "" ? {} : { password }), ...shown }));

/** Asks the browser, which asks the person; a no of either is told in our words. */
async function asked<T>(work: Promise<T>, no: string): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof SaidNo) throw thrown;
    throw new SaidNo(0, no, "no-passkey");
  }
}

/** Makes a passkey on this device and has it kept. @throws SaidNo */
export async function addPasskey(name: string, password: string): Promise<OwnPasskey> {
  const { options } = await withFactor((shown) => ask<{ options: unknown }>("POST", "/account/passkeys/begin", { ...(password === "" ? {} : { password }), ...shown }));
  const { startRegistration } = await import("@simplewebauthn/browser");
  const answer = await asked(startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }), say("passkeys.not-made"));
  return ask("POST", "/account/passkeys", { name, answer });
}

/** Signs in with whichever passkey the person chooses. @throws SaidNo */
export async function byPasskey(): Promise<Me> {
  const { options } = await ask<{ options: unknown }>("POST", "/session/passkey/begin", {});
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const answer = await asked(startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }), say("passkey.none-here"));
  return ask("POST", "/session/passkey", { answer });
}
