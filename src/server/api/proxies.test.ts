import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { cameFrom, plainAddress, within } from "./proxies.ts";

const at = testDatabase();
const house = houses(at);

test.each([
  ["192.0.2.7", "192.0.2.7"], ["::ffff:192.0.2.7", "192.0.2.7"], ["192.0.2.7:5123", "192.0.2.7"], ["[2001:DB8::1]:443", "2001:db8::1"], ["[::1]", "::1"], ["fe80::1%eth0", "fe80::1"],
  ["unknown", undefined], ["", undefined], ["192.0.2.256", undefined], ["evil.example", undefined], ["192.0.2.7, 10.0.0.1", undefined],
])("`%s` is the address %s", (written, address) => expect(plainAddress(written)).toBe(address));

test.each(["10.0.0", "10.0.0.0/33", "10.0.0.0/", "::/129", "10.0.0.0/8/8", "proxy.example", "10.0.0.0/-1", "10.0.0.0/1e1"])("`%s` is no network", (entry) => expect(() => within([entry])).toThrow(entry));

describe("whom a request comes from", () => {
  const proxies = within(["10.0.0.0/8", "2001:db8:1::/48", "127.0.0.1"]);
  test.each([
    ["198.51.100.9", "203.0.113.5", "198.51.100.9", "a header from elsewhere is ignored"],
    ["10.0.0.2", undefined, "10.0.0.2", "a proxy that says nothing is itself"],
    ["10.0.0.2", "203.0.113.5", "203.0.113.5", "a proxy is believed"],
    ["::ffff:10.0.0.2", "203.0.113.5", "203.0.113.5", "also where its address came wrapped"],
    ["10.0.0.2", "203.0.113.5, 10.9.9.9", "203.0.113.5", "a chain of proxies is followed"],
    ["10.0.0.2", "127.0.0.1, 1.2.3.4, 203.0.113.5", "203.0.113.5", "what the visitor wrote before counts for nothing"],
    ["10.0.0.2", "10.0.0.7, 203.0.113.5, 10.9.9.9", "203.0.113.5", "even where they pretend to be a proxy"],
    ["10.0.0.2", "203.0.113.5, rubbish", "10.0.0.2", "what cannot be read hides nobody behind a name"],
    ["2001:db8:1::7", "2001:DB8:2::5", "2001:db8:2::5", "and the same in IPv6"],
    ["10.0.0.2", "10.0.0.3,10.0.0.4", "10.0.0.3", "proxies all the way are the farthest of them"],
  ])("%s with `%s` is %s: %s", (from, forwarded, who, _why) => expect(cameFrom(from, forwarded, proxies)).toBe(who));
});

describe("lock-outs behind a proxy", () => {
  const guess = async (proxied: boolean) => {
    const { api } = await house(proxied ? { proxies: ["10.0.0.2"] } : {});
    return (socket: string, forwarded: string, n: number) =>
      api.request("/session/password", { method: "POST", headers: { host: "remit.test", "content-type": "application/json", "x-forwarded-for": forwarded }, body: JSON.stringify({ email: `nobody${n}@example.org`, password: "wrong" }) }, { incoming: { socket: { remoteAddress: socket } } });
  };
  const until429 = async (ask: (n: number) => Response | Promise<Response>, most = 40): Promise<number> => {
    for (let n = 1; n <= most; n++) if ((await ask(n)).status === 429) return n;
    return Number.POSITIVE_INFINITY;
  };

  test("count each visitor, not the proxy as one place", async () => {
    await at.asOwner("delete from auth.attempt");
    const ask = await guess(true);
    expect(await until429((n) => ask("10.0.0.2", "203.0.113.5", n))).toBe(31);
    expect((await ask("10.0.0.2", "203.0.113.6", 99)).status).toBe(401);
    expect((await ask("10.0.0.2", "203.0.113.5", 98)).status).toBe(429);
  });

  test("are not run away from by a header that is made up", async () => {
    await at.asOwner("delete from auth.attempt");
    const open = await guess(false);
    expect(await until429((n) => open("198.51.100.9", `203.0.113.${n}`, n))).toBe(31);
    await at.asOwner("delete from auth.attempt");
    const proxied = await guess(true);
    expect(await until429((n) => proxied("198.51.100.9", `203.0.113.${n}`, n))).toBe(31);
    await at.asOwner("delete from auth.attempt");
    expect(await until429((n) => proxied("10.0.0.2", `203.0.113.${n}, 198.51.100.9`, n))).toBe(31);
  });
});
