import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildApp } from "./app.ts";
import { acceptedCodings, assetFrom } from "./assets.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const script = "export const rows = 1;\n".repeat(200);
let served = 0;
const app = buildApp({
  assets: new Map([
    ["/index.html", assetFrom("index.html", bytes('<!doctype html><script nonce="__CSP_NONCE__" src="/assets/page-AbCd1234.js"></script>'))],
    ["/assets/page-AbCd1234.js", assetFrom("page-AbCd1234.js", bytes(script))],
    ["/icon.svg", assetFrom("icon.svg", bytes("<svg/>"))],
  ]),
  host: "127.0.0.1",
  port: () => 4870,
  nonce: () => `nonce${++served}`,
  log: () => undefined,
});
const ask = (path: string, init: RequestInit & { host?: string } = {}) =>
  app.request(`http://127.0.0.1:4870${path}`, { ...init, headers: { host: init.host ?? "127.0.0.1:4870", ...(init.headers as Record<string, string>) } });

describe("the page", () => {
  test("every answer of the page has a nonce of its own, the same in policy and markup", async () => {
    const [first, second] = [await ask("/"), await ask("/")];
    const nonceOf = async (answer: Response) => /nonce="(\w+)"/.exec(await answer.text())?.[1];
    const [one, two] = [await nonceOf(first), await nonceOf(second)];
    expect(one).toBeDefined();
    expect(one).not.toBe(two);
    expect(first.headers.get("content-security-policy")).toContain(`'nonce-${one}'`);
  });

  test("the policy lets nothing out and nothing foreign in", async () => {
    const policy = (await ask("/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("http");
  });

  test("it is never kept by a cache, its hashed files are for ever", async () => {
    expect((await ask("/")).headers.get("cache-control")).toBe("no-store");
    expect((await ask("/assets/page-AbCd1234.js")).headers.get("cache-control")).toContain("immutable");
    expect((await ask("/icon.svg")).headers.get("cache-control")).toBe("no-cache");
  });

  test.each(["/", "/healthz", "/nowhere", "/assets/page-AbCd1234.js"])("%s carries the shield", async (path) => {
    const { headers } = await ask(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("a browser that can unpack gets packed bytes, another the plain ones", async () => {
    const packed = await ask("/assets/page-AbCd1234.js", { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(script);
    const plain = await ask("/assets/page-AbCd1234.js");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(script);
    expect(acceptedCodings("br;q=0, gzip;q=0.5")).toEqual(["identity", "gzip"]);
  });
});

describe("who is answered", () => {
  test.each(["localhost:4870", "127.0.0.1:4870", "[::1]:4870", "LOCALHOST:4870"])("%s is this machine", async (host) => {
    expect((await ask("/healthz", { host })).status).toBe(200);
  });

  test.each(["evil.example:4870", "127.0.0.1:80", "127.0.0.1", "127.0.0.1.evil.example:4870", ""])("the name `%s` is turned away", async (host) => {
    const answer = await ask("/", { host });
    expect(answer.status).toBe(421);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("the name a proxy before it answers to is answered, and no other", async () => {
    const behind = buildApp({ assets: new Map(), host: "127.0.0.1", port: () => 4870, outside: "https://remit.example.org" });
    const status = async (host: string) => (await behind.request(`http://${host}/healthz`, { headers: { host } })).status;
    expect([await status("remit.example.org"), await status("127.0.0.1:4870"), await status("remit.example.org:8443"), await status("evil.example")]).toEqual([200, 200, 421, 421]);
  });

  test("on an open address every name is answered", async () => {
    const open = buildApp({ assets: new Map(), host: "0.0.0.0", port: () => 4870 });
    expect((await open.request("http://remit.example/healthz", { headers: { host: "remit.example" } })).status).toBe(200);
  });
});

describe("what is refused", () => {
  test("a missing page says so as a problem document", async () => {
    const answer = await ask("/nowhere");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ status: 404, title: "Not here" });
  });

  test("a person who is lost gets a page with a way back, not a document for programs", async () => {
    const answer = await ask("/nowhere", { headers: { accept: "text/html,*/*" } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
    expect(await answer.text()).toContain('<a href="/">');
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is refused and the allowed methods named", async (method) => {
    const answer = await ask("/", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
  });

  test("HEAD answers like GET without a body", async () => {
    const answer = await ask("/", { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("");
  });

  test.each(["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/assets/..%5c..%5cpackage.json", "/index.html%00"])("no path leads out of the built files: %s", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("an unforeseen fault shows nothing of its inside", async () => {
    const logged: string[] = [];
    const broken = { type: "text/plain", hashed: false, body: () => Promise.reject(new Error("secret /etc/path")) };
    const app = buildApp({ assets: new Map([["/x.txt", broken]]), host: "0.0.0.0", port: () => 1, log: (line) => logged.push(line) });
    const answer = await app.request("http://h/x.txt");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(logged.join()).toContain("secret");
  });
});
