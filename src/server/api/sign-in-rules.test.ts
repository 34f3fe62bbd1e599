import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { totp } from "../../../test/authenticator.ts";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";
import { passkeyDevice, type Question } from "../../../test/passkey-device.ts";

const at = testDatabase();
const house = houses(at);
const SITE = "https://remit.test";
const PASSWORD = "four plain words here";
const edit = (base: number) => ({ id: randomUUID(), base, what: "rename", edits: [{ do: "set-matrix", field: "title", value: "Mine" }] });
let count = 0;

async function rooms() {
  const made = await house({ url: SITE });
  const { ask, ana, workspace } = made;
  const rules = `/workspaces/${workspace}/sign-in-rules`;
  /** A passkey for whoever holds the cookie. @returns how to sign in with it. */
  const passkey = async (cookie: string) => {
    const device = passkeyDevice("remit.test", SITE);
    const began = await ask(cookie, "POST", "/account/passkeys/begin", {});
    const { options } = (await began.json()) as { options: Question };
    const added = (await (await ask(`${cookie}; ${cookiesOf(began)}`, "POST", "/account/passkeys", { name: "Mine", answer: device.make(options) })).json()) as { id: string };
    const enter = async (): Promise<string> => {
      const begun = await ask(undefined, "POST", "/session/passkey/begin", {});
      const { options } = (await begun.json()) as { options: Question };
      return cookiesOf(await ask(cookiesOf(begun), "POST", "/session/passkey", { answer: device.use(options) }));
    };
    return { id: added.id, enter };
  };
  const demand = async (domains: readonly string[] = []) => {
    await passkey(ana.cookie);
    expect((await ask(ana.cookie, "PUT", rules, { domains })).status).toBe(204);
  };
  /** Reading, editing, and everything else that needs one to be in. */
  const inside = async (cookie: string | undefined, headers: Record<string, string> = {}) => {
    const [row] = await at.asOwner<{ revision: string }>("select revision from remit.workspace where workspace_id = $1", [workspace]);
    const said: string[] = [];
    for (const [method, path, body] of [["GET", "matrix"], ["POST", "edits", edit(Number(row?.revision))], ["POST", "undo", { id: randomUUID() }]] as const) {
      const answer = await ask(cookie, method, `/workspaces/${workspace}/${path}`, body, headers);
      said.push([answer.status, ((await answer.json()) as { code?: string }).code ?? ""].join(" ").trim());
    }
    return said;
  };
  return { ...made, rules, passkey, demand, inside };
}
const BARRED = ["403 second-factor", "403 second-factor", "403 second-factor"];

describe("a workspace that demands two factors", () => {
  test("lets nobody demand what they have not shown themselves", async () => {
    const { ask, ana, rules, passkey } = await rooms();
    const refused = await ask(ana.cookie, "PUT", rules, {});
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, "show-first"]);
    await passkey(ana.cookie);
    expect((await ask(ana.cookie, "PUT", rules, {})).status).toBe(204);
    expect((await ask(ana.cookie, "GET", rules)).status).toBe(200);
  });

  test("says by name whom it would keep out before it does, and changes nothing by that", async () => {
    const { ask, ana, rules, passkey, member, inside } = await rooms();
    const ben = await member("editor");
    const look = async (domains: readonly string[] = []) => (await (await ask(ana.cookie, "POST", `${rules}/look`, { domains })).json()) as { keptOut: { account: string; name: string }[]; you: boolean };
    expect(await look()).toMatchObject({ keptOut: [{ name: "Ana" }, { name: "editor" }], you: true });
    await passkey(ana.cookie);
    expect(await look()).toEqual({ keptOut: [{ account: ben.account, name: "editor", party: null }], you: false });
    await passkey(ben.cookie);
    expect(await look()).toEqual({ keptOut: [], you: false });
    expect(await (await ask(ana.cookie, "GET", rules)).json()).toMatchObject({ rules: [] });
    expect((await inside((await member("viewer")).cookie))[0]).toBe("200");
  });

  test("counts a passkey where members are told who has a second factor", async () => {
    const { ask, ana, passkey, workspace } = await rooms();
    const mine = async () => ((await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/members`)).json()) as { members: { secondFactor: boolean }[] }).members[0]?.secondFactor;
    expect(await mine()).toBe(false);
    const { enter } = await passkey(ana.cookie);
    expect(await mine()).toBe(true);
    const { sessions } = (await (await ask(await enter(), "GET", "/account/sessions")).json()) as { sessions: { here: boolean; how: string }[] };
    expect(sessions.find(({ here }) => here)).toMatchObject({ how: "passkey", domain: null });
  });

  test("keeps a member out who has not shown them: nothing is read, nothing written, and they are told why", async () => {
    const { ask, member, demand, inside, workspace } = await rooms();
    const ed = await member("editor");
    expect((await inside(ed.cookie)).slice(0, 2)).toEqual(["200", "200"]);
    await demand();
    // The server knows this session already, and asks the database all the same.
    expect(await inside(ed.cookie)).toEqual(BARRED);
    for (const path of ["members", "keys", "history/file", "edits", "sign-in-rules", "events"]) expect((await ask(ed.cookie, "GET", `/workspaces/${workspace}/${path}`)).status).toBe(403);
    expect((await ask(ed.cookie, "POST", `/workspaces/${workspace}/keys`, { name: "A way round", edit: true })).status).toBe(403);
    expect(await (await ask(ed.cookie, "GET", "/session")).json()).toMatchObject({ twoFactors: false, workspaces: [{ id: workspace, barred: true }] });
  });

  test("lets them in once they set up an authenticator, or a passkey", async () => {
    const { ask, member, demand, inside, passkey } = await rooms();
    const [one, two] = [await member("editor"), await member("editor")];
    await demand();
    await passkey(one.cookie);
    expect((await inside(one.cookie)).slice(0, 2)).toEqual(["200", "200"]);
    await ask(two.cookie, "PATCH", "/account", { email: `rules${++count}@example.org` });
    await ask(two.cookie, "PUT", "/account/password", { password: PASSWORD });
    const { uri } = (await (await ask(two.cookie, "POST", "/account/second-factor", { password: PASSWORD })).json()) as { uri: string };
    expect(await inside(two.cookie)).toEqual(BARRED);
    const confirmed = await ask(two.cookie, "POST", "/account/second-factor/confirm", { code: totp(uri) });
    const cookie = cookiesOf(confirmed) || two.cookie;
    expect((await inside(cookie)).slice(0, 2)).toEqual(["200", "200"]);
    // Taken away again, it counts no more.
    const dropped = await ask(cookie, "DELETE", "/account/second-factor", { password: PASSWORD });
    expect(await inside(cookiesOf(dropped) || cookie)).toEqual(BARRED);
  });

  test("asks a browser that was signed in with less to sign in again", async () => {
    const { ask, member, demand, inside } = await rooms();
    const ed = await member("editor");
    await ask(ed.cookie, "PATCH", "/account", { email: `rules${++count}@example.org` });
    await ask(ed.cookie, "PUT", "/account/password", { password: PASSWORD });
    await demand();
    const device = await passkeyFor(ed.cookie, ask);
    const password = cookiesOf(await ask(undefined, "POST", "/session/password", { email: `rules${count}@example.org`, password: PASSWORD }));
    expect(await inside(password)).toEqual(BARRED);
    expect(await (await ask(password, "GET", "/session")).json()).toMatchObject({ twoFactors: true });
    // What showed less than the account could adds no second one to be raised by.
    expect((await ask(password, "POST", "/account/passkeys/begin", { password: PASSWORD })).status).toBe(403);
    expect(await inside(password)).toEqual(BARRED);
    expect((await inside(await device())).slice(0, 2)).toEqual(["200", "200"]);
  });

  test("stops keys of members who have none, and lets them go on once they have", async () => {
    const { ask, member, demand, inside, passkey, workspace } = await rooms();
    const ed = await member("editor");
    const { key } = (await (await ask(ed.cookie, "POST", `/workspaces/${workspace}/keys`, { name: "A program", edit: true })).json()) as { key: string };
    const headers = { authorization: `Bearer ${key}` };
    expect((await inside(undefined, headers)).slice(0, 2)).toEqual(["200", "200"]);
    await demand();
    expect(await inside(undefined, headers)).toEqual(BARRED);
    await passkey(ed.cookie);
    expect((await inside(undefined, headers)).slice(0, 2)).toEqual(["200", "200"]);
  });

  test("is still nothing to a stranger, with two factors or without", async () => {
    const { ask, demand, inside, passkey, signIn, workspace } = await rooms();
    await demand();
    const eve = await signIn("Eve");
    for (const _ of [1, 2]) {
      expect((await inside(eve.cookie))[0]).toBe("404 not-found");
      const [here, nowhere] = [await ask(eve.cookie, "GET", `/workspaces/${workspace}/matrix`), await ask(eve.cookie, "GET", `/workspaces/${randomUUID()}/matrix`)];
      expect(await here.text()).toBe(await nowhere.text());
      await passkey(eve.cookie);
    }
  });

  test("is one side's word: the other side does not lift it, and demands it for itself", async () => {
    const { ask, ana, member, demand, inside, passkey, rules } = await rooms();
    await demand();
    const [other, ed] = [await member("owner", "brightwell"), await member("editor", "brightwell")];
    await passkey(other.cookie);
    expect((await ask(other.cookie, "DELETE", rules)).status).toBe(404);
    expect(await inside(ed.cookie)).toEqual(BARRED);
    expect((await ask(other.cookie, "PUT", rules, {})).status).toBe(204);
    expect((await ask(ana.cookie, "DELETE", rules)).status).toBe(204);
    expect(await inside(ed.cookie)).toEqual(BARRED);
    expect((await ask(other.cookie, "DELETE", rules)).status).toBe(204);
    expect((await inside(ed.cookie)).slice(0, 2)).toEqual(["200", "200"]);
  });

  test("counts single sign-on only of domains it names, and only while their provider serves", async () => {
    const { ask, ana, member, demand, inside, workspace, rules } = await rooms();
    const ed = await member("editor");
    await at.asOwner("update auth.session set how = 'sso', domain = 'alder.example' where account_id = $1", [ed.account]);
    await at.asOwner(
      "insert into remit.identity_provider (workspace_id, name, domain, issuer, client, client_secret, discovery, challenge, made_by, proved_at, proved_by) values ($1, 'Alder', 'alder.example', 'https://alder.example', 'x', 'x', '{}', 'x', $2, now(), 'record')",
      [workspace, ana.account],
    );
    await demand(["another.example"]);
    expect(await inside(ed.cookie)).toEqual(BARRED);
    expect((await ask(ana.cookie, "PUT", rules, { domains: ["alder.example", "another.example"] })).status).toBe(204);
    expect((await inside(ed.cookie)).slice(0, 2)).toEqual(["200", "200"]);
    // A provider that serves no more takes its sessions along; one whose word only stopped counting keeps out.
    expect((await ask(ana.cookie, "PUT", rules, { domains: [] })).status).toBe(204);
    expect(await inside(ed.cookie)).toEqual(BARRED);
    await at.asOwner("update remit.identity_provider set proved_at = null, proved_by = null");
    expect((await ask(ed.cookie, "GET", "/session")).status).toBe(401);
    expect((await ask(ana.cookie, "PUT", rules, { domains: ["no domain"] })).status).toBe(422);
  });

  test("takes whoever accepts an invitation in, and asks them at the door", async () => {
    const { ask, ana, demand, inside, workspace, signIn } = await rooms();
    await demand();
    const { link } = (await (await ask(ana.cookie, "POST", `/workspaces/${workspace}/invitations`, { role: "editor" })).json()) as { link: string };
    const bo = await signIn("Bo");
    expect((await ask(bo.cookie, "POST", "/invitations/accept", { token: link.split("=")[1] })).status).toBe(200);
    expect(await inside(bo.cookie)).toEqual(BARRED);
  });
});

/** The same for somebody with a password. */
async function passkeyFor(cookie: string, ask: Awaited<ReturnType<typeof rooms>>["ask"]): Promise<() => Promise<string>> {
  const device = passkeyDevice("remit.test", SITE);
  const began = await ask(cookie, "POST", "/account/passkeys/begin", { password: PASSWORD });
  const { options } = (await began.json()) as { options: Question };
  expect((await ask(`${cookie}; ${cookiesOf(began)}`, "POST", "/account/passkeys", { name: "Mine", answer: device.make(options) })).status).toBe(201);
  return async () => {
    const begun = await ask(undefined, "POST", "/session/passkey/begin", {});
    const { options } = (await begun.json()) as { options: Question };
    return cookiesOf(await ask(cookiesOf(begun), "POST", "/session/passkey", { answer: device.use(options) }));
  };
}
