import { BlockList, isIP } from "node:net";
import type { MiddlewareHandler } from "hono";

/** An address as everybody writes it: IPv4 also where it came wrapped in IPv6, without brackets, port and zone. */
export function plainAddress(written: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(written)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(written)?.[1] ?? written;
  const plain = (/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare).split("%")[0] ?? "";
  return isIP(plain) === 0 ? undefined : plain.toLowerCase();
}

/** Which addresses a list of addresses and networks (`10.0.0.0/8`) names. @throws with the entry that is none. */
export function within(list: readonly string[]): (address: string) => boolean {
  const named = new BlockList();
  for (const entry of list) {
    const [base = "", bits, more] = entry.split("/");
    const family = isIP(base) === 6 ? "ipv6" : "ipv4";
    const size = bits === undefined ? (family === "ipv6" ? 128 : 32) : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (isIP(base) === 0 || more !== undefined || !(size <= (family === "ipv6" ? 128 : 32))) throw new Error(entry);
    named.addSubnet(base, size, family);
  }
  return (address) => isIP(address) !== 0 && named.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * Where a request comes from. `X-Forwarded-For` is believed only from behind the proxies that are named: each says who
 * came to it, the nearest last, and the first one that is no such proxy is whom it was.
 * @param from the other end of the line. @param forwarded the header as it came.
 */
export function cameFrom(from: string, forwarded: string | undefined, isProxy: (address: string) => boolean): string {
  let at = plainAddress(from) ?? from;
  const chain = (forwarded ?? "").split(",").map((one) => one.trim()).filter(Boolean).reverse();
  for (const said of chain) {
    if (!isProxy(at)) return at;
    const before = plainAddress(said);
    // A proxy of ours that says something unreadable is as near as can be told.
    if (before === undefined) return at;
    at = before;
  }
  return at;
}

const KEPT = "remit.came-from";

/** Notes down for every request where it comes from. */
export function behindProxies(list: readonly string[]): MiddlewareHandler {
  const isProxy = within(list);
  return (c, next) => {
    const { incoming } = (c.env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
    c.set(KEPT as never, cameFrom(incoming?.socket?.remoteAddress ?? "", c.req.header("x-forwarded-for"), isProxy) as never);
    return next();
  };
}

export const notedFrom = (c: { get(key: never): unknown }): string => String(c.get(KEPT as never) ?? "");
