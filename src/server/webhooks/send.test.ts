import { lookup } from "node:dns/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardedFetch } from "#accounts/guarded-fetch.ts";
import { openReceiver, type Receiver } from "../../../test/receiver.ts";
import { unfitAddress } from "./address.ts";
import { send } from "./send.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());
const port = () => new URL(receiver.url).port;
const bounds = { near: false, longest: 2_000 };

describe("an address of this network", () => {
  const hosts = ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]", "[64:ff9b::7f00:1]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "[fd00::1]", "[fe80::1]", "224.0.0.1", "255.255.255.255", "localhost", "LOCALHOST", "localhost.", "printer", "db.internal", "router.local"];
  test.each(hosts)("%s is refused when the webhook is made", (host) => {
    expect(unfitAddress(`https://${host}:${port()}/remit`, false)).toBeTruthy();
  });

  test.each(hosts.slice(0, 23))("%s gets nothing, even where somebody wrote it into the database", async (host) => {
    const before = receiver.got.length;
    const { status, fault } = await send(`http://${host}:${port()}/remit`, {}, "{}", bounds);
    expect([status, fault]).toEqual([null, expect.stringMatching(/leads into this network/)]);
    expect(receiver.got).toHaveLength(before);
  });

  test("is refused behind a name that leads there, when it is really connected to", async () => {
    expect((await lookup("localhost")).address).toMatch(/^(127\.|::1)/);
    const { status, fault } = await send(`http://localhost:${port()}/remit`, {}, "{}", bounds);
    expect([status, fault]).toEqual([null, "the name leads into this network, where webhooks do not go"]);
    expect(receiver.got.filter(({ headers }) => headers.host?.startsWith("localhost"))).toEqual([]);
  });

  test.each(["169.254.169.254", "[fd00:ec2::254]", "[::ffff:169.254.169.254]", "[64:ff9b::a9fe:a9fe]", "2852039166", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "100.100.100.200", "192.0.0.192", "168.63.129.16", "[::ffff:100.100.100.200]"])("%s, where a cloud tells machines their secrets, gets nothing even where the operator allows this network", async (host) => {
    expect(unfitAddress(`http://${host}/remit`, true)).toMatch(/this network/);
    expect(await send(`http://${host}/remit`, {}, "{}", { near: true, longest: 500 })).toMatchObject({ status: null, fault: "the name leads into this network, where webhooks do not go" });
    await expect(guardedFetch(true)(`http://${host}/remit`)).rejects.toThrow(/not allowed/);
  });

  test("is reached where the operator allows it", async () => {
    expect(unfitAddress(receiver.url, true)).toBeUndefined();
    expect(await send(receiver.url, { "x-one": "1" }, '{"a":1}', { ...bounds, near: true })).toMatchObject({ status: 204, fault: null });
    expect(receiver.got.at(-1)).toMatchObject({ body: '{"a":1}', headers: { "x-one": "1" } });
  });
});

test.each([["http://example.org/x"], ["ftp://example.org"], ["https://user:word@example.org"], ["https://example.org/#x"], ["javascript:alert(1)"], ["file:///etc/passwd"], ["//example.org"], ["x"], [""]])("%s is no address for a webhook", (url) => {
  expect(unfitAddress(url, false)).toBeTruthy();
});
test("a name on the internet is one", () => {
  for (const url of ["https://example.org/remit?x=1", "https://hooks.example.org:8443/a/b"]) expect(unfitAddress(url, false)).toBeUndefined();
});

describe("a receiver", () => {
  const near = { near: true, longest: 400 };
  const asked = async (answer: NonNullable<Receiver["answer"]>, settings = near) => {
    receiver.answer = answer;
    return send(receiver.url, {}, "{}", settings);
  };

  test("that sends us elsewhere is not followed", async () => {
    const other = await openReceiver();
    const said = await asked((response) => response.writeHead(307, { location: other.url }).end());
    expect(said).toMatchObject({ status: 307, fault: expect.stringMatching(/redirects are not followed/) as string });
    expect(other.got).toEqual([]);
    await other.close();
  });

  test("that hangs, before its answer or in it, is given up in time", async () => {
    expect(await asked(() => undefined)).toMatchObject({ status: null, fault: "nothing answered in time" });
    const said = await asked((response) => void response.writeHead(200).write("half"));
    expect(said).toMatchObject({ fault: "nothing answered in time" });
    expect(said.took).toBeLessThan(1_500);
  });

  test("that never stops talking is read no further than need be, and its words are kept short and storable", async () => {
    let talking: NodeJS.Timeout | undefined;
    const said = await asked((response) => {
      response.writeHead(500);
      talking = setInterval(() => response.write("\0".repeat(3) + "x".repeat(9_000)), 5);
    }, { near: true, longest: 5_000 });
    clearInterval(talking);
    expect(said).toMatchObject({ status: 500, fault: "it answered 500" });
    expect(said.answer).toHaveLength(500);
    expect(said.answer).not.toContain("\0");
    expect(said.took).toBeLessThan(3_000);
  });

  test("that is not there, or hangs up, is said so", async () => {
    const gone = await openReceiver();
    await gone.close();
    expect(await send(gone.url, {}, "{}", near)).toMatchObject({ status: null, fault: "nobody listens there" });
    expect(await asked((response) => response.destroy())).toMatchObject({ status: null, fault: "the receiver hung up" });
  });
});
