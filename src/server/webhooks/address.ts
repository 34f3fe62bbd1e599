import { isIP } from "node:net";
import { isNever } from "#accounts/agent-out.ts";

/** Names that stand for this machine or this network, wherever one asks. */
const NEAR = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa|onion)$/;

/**
 * Why a webhook cannot go to an address; nothing when it may be tried. What a name leads to is looked at again with
 * every delivery. @param near whether the operator allows this network and plain http.
 */
export function unfitAddress(written: string, near: boolean): string | undefined {
  if (!URL.canParse(written)) return "this is no address; write it like https://example.org/remit";
  const { protocol, username, password, hostname, hash } = new URL(written);
  if (protocol !== "https:" && !(near && protocol === "http:")) return "the address begins with https://";
  if (username !== "" || password !== "") return "no name and password in the address: every message is signed instead";
  if (hash !== "") return "leave out what stands behind the #: it is never sent";
  if (near) return isNever(hostname) ? "this address is one of this network where no webhook goes: machines are told their secrets there" : undefined;
  // However it was written, a number is a plain one here.
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return "give a name, not a number: webhooks go to receivers on the internet";
  const name = hostname.replace(/\.$/, "");
  if (!name.includes(".") || NEAR.test(name)) return "this name is one of your own network; webhooks go to receivers on the internet";
  return undefined;
}
