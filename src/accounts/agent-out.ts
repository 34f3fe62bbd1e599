import { lookup as lookUp } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { useAgent } from "request-filtering-agent";

/** Where clouds tell their machines names and secrets. Asked on nobody's word, wherever this Remit stands. */
const METADATA_4 = [["169.254.0.0", 16], ["100.100.100.200", 32], ["192.0.0.192", 32], ["168.63.129.16", 32]] as const;
const METADATA_6 = [["fd00:ec2::", 32]] as const;
/** How an IPv6 address carries an IPv4 one: mapped, and translated. */
const CARRIERS = ["::ffff:", "64:ff9b::"] as const;

const METADATA: readonly (readonly [string, number])[] = [...METADATA_4, ...METADATA_6, ...METADATA_4.flatMap(([net, bits]) => CARRIERS.map((carrier) => [`${carrier}${net}`, 96 + bits] as const))];
const NEVER = new BlockList();
for (const [net, bits] of METADATA) NEVER.addSubnet(net, bits, isIP(net) === 4 ? "ipv4" : "ipv6");

/** Whether a host, as an address of a page spells it, is one that is never asked. */
export function isNever(hostname: string): boolean {
  const plain = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(plain);
  return family !== 0 && NEVER.check(plain, family === 4 ? "ipv4" : "ipv6");
}

/** As the system looks names up; one that leads where nobody is sent leads nowhere. */
const lookup: LookupFunction = (name, options, done) =>
  lookUp(name, options, (error, found, family) => {
    const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
    if (!error && addresses.some(isNever)) done(new Error(`${name} is not allowed: it leads to an IP address where machines are told their secrets`), "");
    else done(error, found, family);
  });

/**
 * Connects to addresses others wrote down: to none of this network unless the operator allows it, whatever a name leads
 * to when it is really connected to, and never to where machines are told their secrets.
 */
export function agentOut(url: string, near: boolean) {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  const given = { allowPrivateIPAddress: near, allowMetaIPAddress: false, denyIPAddressList: isNever(host) ? [host] : [], keepAlive: false };
  // Not a setting of the filter, but of every agent: what it looks names up with before it judges them.
  return useAgent(url, { ...given, lookup } as typeof given);
}

/** Whether that is why nothing was asked. */
export const isRefusedAddress = (message: string): boolean => /not allowed/.test(message) && /IP ?address/i.test(message);
