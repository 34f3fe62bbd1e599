import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { cookiesOf, houses } from "../../../test/house.ts";
import { statement } from "../../db/statement.ts";

const at = testDatabase();
const house = houses(at);

const status = async (answer: Promise<Response> | Response): Promise<number> => (await answer).status;

describe("a guest's link", () => {
  test("says what it offers and lets browsers in by a press, again and again, under a cookie of its own", async () => {
    const { ask, ana, workspace } = await house();
    const made = await ask(ana.cookie, "POST", `/workspaces/${workspace}/guests`, { name: "Gus the auditor", days: 3 });
    expect(made.status).toBe(201);
    const { link } = (await made.json()) as { link: string };
    expect(new URL(link).search).toBe("");
    const token = link.split("#guest=")[1] ?? "";
    const offer = (await (await ask(undefined, "POST", "/guests/look", { token })).json()) as object;
    expect(offer).toMatchObject({ workspace: "Northwind", name: "Gus the auditor", purpose: "read", party: null, inviter: "Ana" });
    for (let browser = 0; browser < 2; browser++) {
      const entered = await ask(undefined, "POST", "/guests/enter", { token });
      const [cookie = ""] = entered.headers.getSetCookie();
      expect(cookie).toMatch(new RegExp(`^remit_guest=[\\w-]{43}; Max-Age=2\\d{5}; Path=/api/workspaces/${workspace}; HttpOnly; SameSite=Strict$`));
      expect(await (await ask(cookiesOf(entered), "GET", `/workspaces/${workspace}`)).json()).toMatchObject({ name: "Northwind", role: "guest", you: { name: "Gus the auditor" }, guest: { purpose: "read" } });
    }
  });

  test("is guessed by nobody, and is no session, key or invitation", async () => {
    const { ask, guest, workspace } = await house();
    const { token, cookie } = await guest();
    for (const wrong of [randomBytes(32).toString("base64url"), `${token}x`, token.slice(0, -1), token.toLowerCase()]) expect(await status(ask(undefined, "POST", "/guests/enter", { token: wrong }))).toBe(410);
    for (const body of [{ token: "x" }, { token: [token] }, { token: { $ne: "" } }, {}]) expect(await status(ask(undefined, "POST", "/guests/enter", body))).toBe(422);
    for (const path of ["/session", "/session/link/use", "/invitations/accept"]) expect([401, 410]).toContain(await status(ask(undefined, "POST", path, { token })));
    const value = cookie.split("=")[1] ?? "";
    for (const cookie of [`remit_session=${value}`, `remit_session=${token}`, `remit_guest=${token}`, `remit_guest=${value}.x`, "remit_guest="]) expect(await status(ask(cookie, "GET", `/workspaces/${workspace}/matrix`))).toBe(401);
    expect(await status(ask(undefined, "GET", `/workspaces/${workspace}/matrix`, undefined, { authorization: `Bearer ${value}` }))).toBe(401);
    expect(await status(ask(cookie, "GET", `/workspaces/${workspace}/matrix`, undefined, { authorization: "Bearer remit_key_wrongwrongwrongwrongwrong" }))).toBe(401);
  });

  test("lies in the database as a hash, and so do the sessions it opened", async () => {
    const { guest } = await house();
    const { token, cookie } = await guest();
    const stored = JSON.stringify([await at.asOwner("select * from remit.guest"), await at.asOwner("select * from remit.guest_session")]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(cookie.split("=")[1] ?? "");
  });

  test("opens nothing once it is revoked or late, and what it opened before is shut", async () => {
    for (const end of ["revoke", "late"]) {
      const { ask, guest, ana, workspace } = await house();
      const { id, token, cookie } = await guest();
      expect(await status(ask(cookie, "GET", `/workspaces/${workspace}/matrix`))).toBe(200);
      if (end === "late") await at.asOwner("update remit.guest set expires_at = now() where guest_id = $1", [id]);
      else expect(await status(ask(ana.cookie, "DELETE", `/workspaces/${workspace}/guests/${id}`, {}))).toBe(204);
      expect(await status(ask(cookie, "GET", `/workspaces/${workspace}/matrix`))).toBe(401);
      expect(await status(ask(undefined, "POST", "/guests/enter", { token }))).toBe(410);
      expect(await status(ask(undefined, "POST", "/guests/look", { token }))).toBe(410);
      const { guests } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/guests`)).json()) as { guests: { id: string; state: string }[] };
      expect(guests.find((one) => one.id === id)?.state).toBe(end === "late" ? "late" : "revoked");
    }
  });

  test("opened in twenty-one browsers is open in the last twenty", async () => {
    const { ask, guest, workspace } = await house();
    const { token, cookie } = await guest();
    for (let more = 0; more < 20; more++) await ask(undefined, "POST", "/guests/enter", { token });
    expect(await status(ask(cookie, "GET", `/workspaces/${workspace}/matrix`))).toBe(401);
    expect(await at.asOwner("select 1 from remit.guest_session s join remit.guest g using (workspace_id, guest_id) where g.workspace_id = $1", [workspace])).toHaveLength(20);
  });

  test("signs nobody out: an account stays itself, and is a guest only there", async () => {
    const { ask, guest, signIn, workspace, ana } = await house();
    const eve = await signIn("Eve");
    const { cookie } = await guest();
    const both = `${eve.cookie}; ${cookie}`;
    expect(await (await ask(both, "GET", "/session")).json()).toMatchObject({ name: "Eve", workspaces: [] });
    expect(await (await ask(both, "GET", `/workspaces/${workspace}`)).json()).toMatchObject({ role: "guest" });
    expect(await (await ask(`${ana.cookie}; ${cookie}`, "GET", `/workspaces/${workspace}`)).json()).toMatchObject({ role: "owner", guest: null });
    expect(await status(ask(both, "DELETE", `/workspaces/${workspace}/visit`, {}))).toBe(204);
    expect(await status(ask(both, "GET", `/workspaces/${workspace}`))).toBe(404);
    expect(await status(ask(both, "GET", "/session"))).toBe(200);
  });

  test("goes out as a letter where this Remit sends e-mail, and is then not shown", async () => {
    const { ask, ana, workspace, letter } = await house({ mails: true });
    const made = (await (await ask(ana.cookie, "POST", `/workspaces/${workspace}/guests`, { name: "Gus", email: "Gus@Example.org" })).json()) as object;
    expect(made).toMatchObject({ mailed: true, link: null, email: "gus@example.org" });
    const { to, text = "" } = (await letter()) ?? {};
    expect(to).toBe("gus@example.org");
    const token = /#guest=([\w-]{43})/.exec(text)?.[1];
    expect(await status(ask(undefined, "POST", "/guests/enter", { token }))).toBe(200);
  });
});

describe("whom a guest speaks for", () => {
  const alder = async () => {
    const at_ = await house();
    await at.asOwner("update remit.member set party = 'alder' where account_id = $1", [at_.ana.account]);
    return { ...at_, pia: await at_.member("owner", "brightwell"), ed: await at_.member("editor", "brightwell") };
  };

  test("is the inviter's own party, or none", async () => {
    const { ask, ana, ed, workspace, guest } = await alder();
    for (const party of ["brightwell", "nobody"]) expect(await status(ask(ana.cookie, "POST", `/workspaces/${workspace}/guests`, { name: "Gus", party }))).toBe(403);
    expect(await status(ask(ed.cookie, "POST", `/workspaces/${workspace}/guests`, { name: "Gus", party: "alder" }))).toBe(403);
    const { cookie } = await guest({ party: "brightwell" }, ed.cookie);
    expect(await (await ask(cookie, "GET", `/workspaces/${workspace}`)).json()).toMatchObject({ party: "brightwell" });
    // Whoever changes sides takes nobody's secrets along for their guests.
    await at.asOwner("update remit.member set party = 'alder' where account_id = $1", [ed.account]);
    expect(await (await ask(cookie, "GET", `/workspaces/${workspace}`)).json()).toMatchObject({ party: null });
  });

  test("decides who sees their e-mail: whoever may end the visit", async () => {
    const { ask, ana, pia, ed, workspace, guest } = await alder();
    await guest({ party: "brightwell", email: "gus@brightwell.example" }, ed.cookie);
    const emails = async (cookie: string) => ((await (await ask(cookie, "GET", `/workspaces/${workspace}/guests`)).json()) as { guests: { email: string | null }[] }).guests.map(({ email }) => email);
    expect([await emails(ana.cookie), await emails(pia.cookie), await emails(ed.cookie)]).toEqual([[null], ["gus@brightwell.example"], ["gus@brightwell.example"]]);
  });

  test("decides who ends the visit: its maker, and the owners of that side", async () => {
    const { ask, ana, pia, ed, workspace, guest, member } = await alder();
    const { id } = await guest({ party: "brightwell" }, ed.cookie);
    const { id: without } = await guest({}, ed.cookie);
    const end = (cookie: string, guest = id) => status(ask(cookie, "DELETE", `/workspaces/${workspace}/guests/${guest}`, {}));
    expect(await end(ana.cookie)).toBe(403);
    expect(await end(ana.cookie, without)).toBe(403);
    expect(await end((await member("editor", "brightwell")).cookie)).toBe(403);
    expect(await end((await member("viewer", "brightwell")).cookie)).toBe(403);
    expect(await end(pia.cookie)).toBe(204);
    expect(await end(ed.cookie, without)).toBe(204);
    expect(await end(ana.cookie, randomUUID())).toBe(404);
  });

  test("is known to the database, which never takes their word for proof", async () => {
    const { workspace, guest, ed } = await alder();
    const { id } = await guest({ party: "brightwell", purpose: "comment" }, ed.cookie);
    const said = statement("test.guest", "select remit.entered()::text as here, remit.entered_as() as role, remit.entered_party() as party, remit.guest_purpose() as purpose, remit.entered_proved() as proved, (select count(*)::int from remit.member) as members, (select count(*)::int from remit.guest) as guests, (select count(*)::int from remit.members()) as named");
    expect(await at.db.once(id, workspace, said)).toEqual([{ here: workspace, role: "guest", party: "brightwell", purpose: "comment", proved: false, members: 0, guests: 0, named: 0 }]);
    expect(await at.db.once(id, randomUUID(), said)).toMatchObject([{ here: null, role: null, party: null, purpose: null }]);
    expect(await at.db.once(ed.account, workspace, said)).toMatchObject([{ role: "editor", purpose: null, proved: true }]);
    const key = statement("test.guest-key", "select remit.make_api_key(sha256('x'), 'k', array['read'], now())");
    await expect(at.db.once(id, workspace, key)).rejects.toMatchObject({ code: "RM403" });
    const invite = statement("test.guest-invites", "select remit.make_guest(sha256('y'), 'g', null, 'read', null, now())");
    await expect(at.db.once(id, workspace, invite)).rejects.toMatchObject({ code: "RM403" });
  });
});

test("the list of guests comes in pieces, each guest once", async () => {
  const { ask, ana, workspace, guest } = await house();
  const made = new Set<string>();
  for (let n = 0; n < 5; n++) made.add((await guest()).id);
  const seen: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const answer = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/guests?limit=2${after ? `&after=${after}` : ""}`)).json()) as { guests: { id: string }[]; next: string | null };
    seen.push(...answer.guests.map(({ id }) => id));
    after = answer.next;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen)).toEqual(made);
  for (const after of ["x", "bm9wZQ", Buffer.from(JSON.stringify(["now()", "x"])).toString("base64url")]) expect(await status(ask(ana.cookie, "GET", `/workspaces/${workspace}/guests?after=${after}`))).toBe(422);
});

test("a member whom the sign-in rule keeps out does not come in by a guest's link instead, and is told why", async () => {
  const { ask, ana, member, guest, workspace } = await house();
  const ed = await member("editor");
  const gus = await guest();
  await at.asOwner("insert into remit.sign_in_rule (workspace_id, party, domains, made_by) values ($1, '', '{}', $2)", [workspace, ana.account]);
  const both = await ask(`${ed.cookie}; ${gus.cookie}`, "GET", `/workspaces/${workspace}`);
  expect([both.status, ((await both.json()) as { code: string }).code]).toEqual([403, "second-factor"]);
  expect(await status(ask(gus.cookie, "GET", `/workspaces/${workspace}`))).toBe(200);
});
