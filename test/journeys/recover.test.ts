import { afterAll, beforeAll, expect, test } from "vitest";
import { totp } from "../authenticator.ts";
import { shell } from "./command.ts";
import { asking, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";

const { remit } = shell();
const data = newData();
let server: Served;
let cookie: string;

beforeAll(async () => {
  server = await serve(data, await freePort());
});
afterAll(async () => {
  await server.stop();
  dropData(data);
});
const use = (token: string, more: object = {}) => fetch(`${server.url}/api/session/link/use`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token, ...more }) });
const tokenOf = (line: string): string => /enter#link=(\S+)/.exec(line)?.[1] ?? "";

test("before anybody owns it there is nobody to recover, and without a running Remit it says so", () => {
  expect(remit("recover", "--data", data)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("nobody has an account yet") });
  expect(remit("recover", "--data", "/nowhere")).toMatchObject({ code: 2, err: expect.stringContaining("no Remit runs on the data folder `/nowhere`") });
});

test("a lost browser: the link signs the only account in, once", async () => {
  await signIn(server);
  const { code, out, err } = remit("recover", "--data", data);
  // No setting says where it listens: the running server does.
  expect(out.startsWith(`${server.url}/enter#link=`)).toBe(true);
  expect({ code, err }).toEqual({ code: 0, err: "signs Owner in once, within 60 minutes\n" });
  const answer = await use(tokenOf(out));
  cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(await answer.json()).toMatchObject({ name: "Owner", workspaces: [{ example: true }] });
  expect((await use(tokenOf(out))).status).toBe(401);
});

test("a lost telephone: the second factor is asked for, until the operator takes it away", async () => {
  const ask = asking(() => server.url, cookie);
  await ask("PATCH", "/account", { email: "owner@example.org" });
  expect((await ask("PUT", "/account/password", { password: "four plain words here" })).status).toBe(204);
  const { uri } = (await (await ask("POST", "/account/second-factor", { password: "four plain words here" })).json()) as { uri: string };
  expect((await ask("POST", "/account/second-factor/confirm", { code: totp(uri) })).status).toBe(204);
  expect((await use(tokenOf(remit("recover", "OWNER@example.org", "--data", data).out))).status).toBe(202);
  const { out, err } = remit("recover", "owner", "--data", data, "--url", "https://remit.example.org/", "--drop-second-factor");
  expect(out.startsWith("https://remit.example.org/enter#link=")).toBe(true);
  expect(err).toContain("the second factor is gone, and all browsers are signed out");
  expect((await ask("GET", "/session")).status).toBe(401);
  expect((await use(tokenOf(out))).status).toBe(200);
});

test("somebody unknown is named, and nothing is made", () => {
  expect(remit("recover", "mallory", "--data", data)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("nobody here is called `mallory`") });
});

test("whoever runs it vouches for somebody no letter reached", () => {
  expect(remit("vouch", "nobody@example.org", "--data", data)).toMatchObject({ code: 2, err: expect.stringContaining("nobody here is called") });
  expect(remit("vouch", "OWNER@example.org", "--data", data)).toMatchObject({ code: 0, err: expect.stringContaining("needed nobody's word") });
});
