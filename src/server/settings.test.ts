import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { explainListenError, isLoopback, readSettings } from "./settings.ts";

describe("settings", () => {
  test("without anything said, only this machine can reach port 4870", () => {
    expect(readSettings({})).toEqual({ ok: true, settings: { host: "127.0.0.1", port: 4870, limits: 1, data: resolve("data") } });
    expect(readSettings({ PORT: " ", HOST: "" })).toEqual({ ok: true, settings: { host: "127.0.0.1", port: 4870, limits: 1, data: resolve("data") } });
  });

  test.each(["http", "-1", "65536", "80.5", "0x50", "999999", "1e3"])("PORT=%s is refused with an example that works", (PORT) => {
    const result = readSettings({ PORT });
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining(`\`${PORT}\``) });
    expect(result).toMatchObject({ message: expect.stringContaining("PORT=4870") });
  });

  test("a host with a path is refused", () => {
    expect(readSettings({ HOST: "http://example" })).toMatchObject({ ok: false, message: expect.stringContaining("HOST") });
  });

  test.each([["https://remit.example.org", "https://remit.example.org"], ["https://remit.example.org:8443/", "https://remit.example.org:8443"], ["http://10.0.0.5", "http://10.0.0.5"]])("REMIT_URL=%s is the address %s", (REMIT_URL, url) => {
    expect(readSettings({ REMIT_URL })).toMatchObject({ ok: true, settings: { url } });
  });

  test.each(["remit.example.org", "ftp://remit.example.org", "https://remit.example.org/sub", "https://"])("REMIT_URL=%s is refused", (REMIT_URL) => {
    expect(readSettings({ REMIT_URL })).toMatchObject({ ok: false, message: expect.stringContaining("REMIT_URL") });
  });

  test("a mail server is named by its address, and letters come from this site unless told", () => {
    expect(readSettings({ SMTP_URL: "smtps://u:p@mail.example.org", REMIT_URL: "https://remit.example.org" })).toMatchObject({ settings: { smtp: { url: "smtps://u:p@mail.example.org", from: "remit@remit.example.org" } } });
    expect(readSettings({ SMTP_URL: "smtp://mail", SMTP_FROM: "Remit <ops@example.org>" })).toMatchObject({ settings: { smtp: { from: "Remit <ops@example.org>" } } });
    const refused = readSettings({ SMTP_URL: "mail.example.org:587 secret" });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining("SMTP_URL") });
    expect(JSON.stringify(refused)).not.toContain("secret");
  });

  test("proxies are addresses and networks, one after another", () => {
    expect(readSettings({ REMIT_PROXIES: "10.0.0.2, 10.1.0.0/16 2001:db8::/32" })).toMatchObject({ settings: { proxies: ["10.0.0.2", "10.1.0.0/16", "2001:db8::/32"] } });
    expect(readSettings({ REMIT_PROXIES: " " })).toEqual(readSettings({}));
    expect(readSettings({ REMIT_PROXIES: "10.0.0.2,proxy.example" })).toMatchObject({ ok: false, message: expect.stringContaining("`proxy.example`") });
  });

  test("private issuers are asked only where the operator says yes", () => {
    expect(readSettings({ REMIT_PRIVATE_ISSUERS: "yes" })).toMatchObject({ settings: { privateIssuers: true } });
    expect(readSettings({ REMIT_PRIVATE_ISSUERS: "no" })).toEqual(readSettings({}));
    expect(readSettings({ REMIT_PRIVATE_ISSUERS: "1" })).toMatchObject({ ok: false, message: expect.stringContaining("REMIT_PRIVATE_ISSUERS") });
  });

  test("loopback is told from the open network", () => {
    for (const host of ["127.0.0.1", "127.8.8.8", "localhost", "::1"]) expect(isLoopback(host), host).toBe(true);
    for (const host of ["0.0.0.0", "::", "192.168.1.4", "127.example.org"]) expect(isLoopback(host), host).toBe(false);
  });

  test("a taken port names the way out", () => {
    const message = explainListenError({ code: "EADDRINUSE", message: "x" }, { host: "127.0.0.1", port: 4870 });
    expect(message).toContain("port 4870 is taken");
    expect(message).toContain("PORT=4871");
  });
});

test("webhooks reach one's own network only where the operator says so, in that one word", () => {
  expect(readSettings({})).toMatchObject({ ok: true, settings: expect.not.objectContaining({ webhooksNear: true }) as object });
  expect(readSettings({ REMIT_WEBHOOKS_PRIVATE: "allow" })).toMatchObject({ ok: true, settings: { webhooksNear: true } });
  for (const wrong of ["yes", "true", "deny"]) expect(readSettings({ REMIT_WEBHOOKS_PRIVATE: wrong })).toMatchObject({ ok: false });
});

test("what may be asked is multiplied by a number, or not bounded", () => {
  for (const [written, limits] of [["10", 10], ["0.5", 0.5], ["off", 0]] as const) expect(readSettings({ REMIT_LIMITS: written })).toMatchObject({ ok: true, settings: { limits } });
  for (const wrong of ["0", "-1", "no", "1e9", "Infinity"]) expect(readSettings({ REMIT_LIMITS: wrong })).toMatchObject({ ok: false });
});
