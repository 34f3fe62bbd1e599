import { useAgent } from "request-filtering-agent";

/** Where clouds tell their machines names and secrets, as look-ups and addresses spell it. Asked on nobody's word. */
const METADATA: readonly string[] = ["169.254.169.254", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "64:ff9b::169.254.169.254", "64:ff9b::a9fe:a9fe", "fd00:ec2::254"];

/** Whether a host, as an address of a page spells it, is one that is never asked. */
export const isNever = (hostname: string): boolean => METADATA.includes(hostname.replace(/^\[|\]$/g, ""));

/**
 * Connects to addresses others wrote down: to none of this network unless the operator allows it, whatever a name leads
 * to when it is really connected to, and never to where machines are told their secrets.
 */
export const agentOut = (url: string, near: boolean) => useAgent(url, { allowPrivateIPAddress: near, allowMetaIPAddress: false, denyIPAddressList: [...METADATA], keepAlive: false });

/** Whether that is why nothing was asked. */
export const isRefusedAddress = (message: string): boolean => /not allowed/.test(message) && /IP ?address/i.test(message);
