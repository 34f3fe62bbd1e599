import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { totp } from "../../../test/authenticator.ts";
import { cookiesOf, houses } from "../../../test/house.ts";
import { holds } from "#app/history/signature.ts";
import { verifyHistory, type History } from "#core/history/verify.ts";
import type { Edit } from "#core/model/edit.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { openOwnerLink } from "#db/account.ts";
import { putMail } from "#db/mail.ts";

const at = testDatabase();
const house = houses(at);
const PASSWORD = "four plain words here";

/** Ana owns; Ben of the provider owns too, and came by an invitation with a password. */
async function company() {
  const here = await house({ mails: true });
  const { ask, workspace, ana } = here;
  const path = `/workspaces/${workspace}`;
  const { document } = (await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: MatrixDocument };
  const [client, provider] = ["client", "provider"].map((kind) => document.parties.find((party) => party.kind === kind)?.id ?? "") as [string, string];
  await at.asOwner("update remit.member set party = $3 where workspace_id = $1 and account_id = $2", [workspace, ana.account, client]);
  const email = `ben-${randomUUID()}@example.org`;
  await ask(ana.cookie, "POST", `${path}/invitations`, { role: "owner", party: provider, email });
  const name = `Ben Beispiel ${email.slice(4, 12)}`;
  const token = (await here.letter())?.text.match(/invitation=([\w-]+)/)?.[1];
  const accepted = await ask(undefined, "POST", "/invitations/accept", { token, name, password: PASSWORD });
  expect(accepted.status).toBe(200);
  const ben = { name, cookie: cookiesOf(accepted), email, account: (await at.asOwner<{ id: string }>("select id from auth.account where email = $1", [email]))[0]?.id ?? "" };
  const write = async (cookie: string, edits: readonly Edit[], what: string): Promise<number> => ((await (await ask(cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 1e6, what, edits })).json()) as { revision: number }).revision;
  const verdict = async () => verifyHistory((await (await ask(ana.cookie, "GET", `${path}/history/file`)).json()) as History, holds);
  const entries = async (cookie = ana.cookie) => ((await (await ask(cookie, "GET", `${path}/history/entries`)).json()) as { entries: { revision: number; what: string; erased: boolean; takeBack: boolean; who: { account: string; name: string | null } }[] }).entries;
  return { ...here, path, document, client, provider, ben, write, verdict, entries };
}
/** Everything in the database as one text. */
async function everything(): Promise<string> {
  const tables = await at.asOwner<{ name: string }>("select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('remit', 'auth') and c.relkind = 'r'");
  let all = "";
  for (const { name } of tables) all += JSON.stringify(await at.asOwner(`select to_jsonb(t) as row from ${name} t`));
  return all;
}
/** The same person named by their address where they are no member: as a guest, and in a workspace that came from a file. */
async function elsewhere({ name, email }: { readonly name: string; readonly email: string }, { account }: { readonly account: string }): Promise<void> {
  const [made] = await at.asOwner<{ id: string }>("insert into remit.workspace (name) values ('From a file') returning workspace_id as id");
  const members = [{ name, role: "editor", party: null, email: email.toUpperCase() }, { name: "Cem", role: "owner", party: null, email: "cem@example.org" }];
  await at.asOwner("insert into remit.import (workspace_id, by_account, from_workspace, from_name, from_revision, exported_at, signed_by, members, left_out) values ($1, $2, $1, 'Before', 1, now(), 'x', $3, '{}')", [made?.id, account, JSON.stringify(members)]);
  await at.asOwner("insert into remit.guest (workspace_id, token_hash, name, email, purpose, made_by, expires_at) values ($1, $2, $3, $4, 'read', $5, now() + interval '1 day')", [made?.id, randomBytes(32), name, email, account]);
}
const title = (value: string): Edit => ({ do: "set-matrix", field: "title", value });

describe("what is held about somebody", () => {
  test("is theirs to take, whole, without a secret, and nobody else's is in it", async () => {
    const { ask, ben, ana, path, write, client, letter } = await company();
    await letter();
    const { key } = (await (await ask(ben.cookie, "POST", `${path}/keys`, { name: "Ben's robot" })).json()) as { key: string };
    await write(ben.cookie, [title("One")], "name it one");
    await write(ana.cookie, [title("Two")], "Ana's own words");
    await ask(undefined, "POST", "/session/link", { email: ben.email });
    await elsewhere(ben, ana);
    const answer = await ask(ben.cookie, "GET", "/account/data");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const text = await answer.text();
    const data = JSON.parse(text) as Record<string, unknown>;
    expect(data).toMatchObject({
      account: { name: ben.name, email: ben.email }, sessions: [{ address: expect.any(String) }], waysToSignIn: [{ kind: "credential" }], memberships: [{ role: "owner" }],
      invitations: [{ email: ben.email, usedByYou: true }], keys: [{ name: "Ben's robot" }], guestLinks: [{ name: ben.name, email: ben.email, purpose: "read" }], formerMemberships: [{ workspaceBefore: "Before", name: ben.name, role: "editor" }], answersKept: [], lettersWaiting: expect.arrayContaining([expect.objectContaining({ to: ben.email, subject: "Your link to sign in to Remit" })]), entries: [{ what: "name it one" }],
    });
    const secrets = await at.asOwner<{ secret: string }>("select password as secret from auth.credential union all select encode(token_hash, 'hex') from auth.session union all select encode(token_hash, 'hex') from remit.api_key");
    for (const { secret } of secrets) expect(text).not.toContain(secret);
    for (const strange of [key, "Ana's own words", client, "token"]) expect(text).not.toContain(strange);
  });

  test("is read to the last of thousands of entries", async () => {
    const { ask, ana, workspace } = await company();
    await at.asOwner("insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo) select $1, 1000 + i, gen_random_uuid(), $2, 'entry ' || i, '[]', '[]' from generate_series(1, 2500) i", [workspace, ana.account]);
    const { entries } = (await (await ask(ana.cookie, "GET", "/account/data")).json()) as { entries: { revision: number }[] };
    expect(entries).toHaveLength(2501);
    expect(new Set(entries.map(({ revision }) => revision)).size).toBe(2501);
  });
});

describe("whoever erases themselves", () => {
  test("leaves no name, address or way in; the history goes on proving what they did", async () => {
    const { ask, ben, ana, path, workspace, write, verdict, entries, letter } = await company();
    const revision = await write(ben.cookie, [title("Ben's title")], "rename");
    await ask(ben.cookie, "POST", `${path}/keys`, { name: "robot" });
    await ask(undefined, "POST", "/session/link", { email: ben.email });
    await elsewhere(ben, ana);
    expect((await ask(ben.cookie, "POST", "/workspaces", { name: "Another" }, { "idempotency-key": randomUUID() })).status).toBe(201);
    await at.asOwner("update remit.member set until = now() where account_id = $1 and workspace_id <> $2", [ben.account, workspace]);
    expect(await at.asOwner("select 1 from auth.answered where account_id = $1", [ben.account])).toHaveLength(1);
    expect((await ask(ben.cookie, "POST", "/account/erase", { password: PASSWORD })).status).toBe(204);
    const left = await everything();
    for (const trace of [ben.email, ben.name]) expect(left.includes(trace), trace).toBe(false);
    expect(left).toContain(ben.account);
    for (const table of ["session", "credential", "passkey", "second_factor", "link", "answered", "begun", "federated"]) expect(await at.asOwner(`select 1 from auth.${table} where account_id = $1`, [ben.account])).toEqual([]);
    expect((await ask(ben.cookie, "GET", "/session")).status).toBe(401);
    expect((await ask(ben.cookie, "GET", `${path}/matrix`)).status).toBe(401);
    expect((await ask(undefined, "POST", "/session/password", { email: ben.email, password: PASSWORD })).status).toBe(401);
    expect(await letter()).toBeUndefined();
    expect((await entries()).find((entry) => entry.revision === revision)).toMatchObject({ who: { account: ben.account, name: null }, what: "rename" });
    expect(await verdict()).toMatchObject({ faults: [], erased: 0 });
    expect(JSON.stringify(await (await ask(ana.cookie, "GET", `${path}/members`)).json())).not.toContain(ben.account);
    expect(await at.asOwner("select members from remit.import where by_account = $1", [ana.account])).toEqual([{ members: [{ name: "(erased)", role: "editor", party: null, email: null }, { name: "Cem", role: "owner", party: null, email: "cem@example.org" }] }]);
  });

  test("proves who they are first, with the password and with the second factor, and a code counts once", async () => {
    const { ask, ben } = await company();
    for (const body of [{}, { password: "wrong wrong wrong" }]) expect((await ask(ben.cookie, "POST", "/account/erase", body)).status).toBe(403);
    const { uri } = (await (await ask(ben.cookie, "POST", "/account/second-factor", { password: PASSWORD })).json()) as { uri: string };
    const now = Date.now();
    const confirmed = await ask(ben.cookie, "POST", "/account/second-factor/confirm", { code: totp(uri, now - 30_000) });
    expect(confirmed.status).toBe(204);
    const cookie = cookiesOf(confirmed) || ben.cookie;
    for (const code of [undefined, "000000"]) expect(await (await ask(cookie, "POST", "/account/erase", { password: PASSWORD, ...(code ? { code } : {}) })).json()).toMatchObject({ code: "prove-code" });
    expect(await at.asOwner("select 1 from auth.account where email = $1", [ben.email])).toHaveLength(1);
    expect((await ask(cookie, "POST", "/account/erase", { password: PASSWORD, code: totp(uri, now - 30_000) })).status).toBe(403);
    expect((await ask(cookie, "POST", "/account/erase", { password: PASSWORD, code: totp(uri, now) })).status).toBe(204);
  });

  test("hands over first what would be without an owner, and is told which", async () => {
    const { ask, ana, ben, workspace, path } = await company();
    const own = (await (await ask(ben.cookie, "POST", "/workspaces", { name: "Ben's own" })).json()) as { id: string };
    const refused = await ask(ben.cookie, "POST", "/account/erase", { password: PASSWORD });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: "hand-over", problems: [{ place: "Ben's own" }] });
    await ask(ben.cookie, "DELETE", `/workspaces/${own.id}`, {});
    // Both owners of one workspace at the same moment: one of them stays.
    const both = await Promise.all([ask(ben.cookie, "POST", "/account/erase", { password: PASSWORD }), ask(ana.cookie, "POST", "/account/erase", {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await at.asOwner("select 1 from remit.member where workspace_id = $1 and role = 'owner' and until is null", [workspace])).toHaveLength(1);
    expect(path).toBeTruthy();
  });

  test("does not come back with a workspace that is brought back; a Remit without anybody offers its first link again", async () => {
    const { ask, ana, workspace, member } = await house();
    const second = await member("owner");
    await ask(ana.cookie, "DELETE", `/workspaces/${workspace}`, {});
    expect((await ask(ana.cookie, "POST", "/account/erase", {})).status).toBe(204);
    expect((await ask(second.cookie, "POST", `/deleted-workspaces/${workspace}/restore`, {})).status).toBe(204);
    expect(await at.asOwner("select account_id from remit.member where workspace_id = $1 and (until is null or until > now())", [workspace])).toEqual([{ account_id: second.account }]);
    expect(await openOwnerLink(at.db, Buffer.alloc(32, 7), new Date(Date.now() + 60_000))).toBe(false);
    await at.asOwner("update auth.account set erased_at = now() where erased_at is null");
    expect(await openOwnerLink(at.db, Buffer.alloc(32, 7), new Date(Date.now() + 60_000))).toBe(true);
    await at.asOwner("update auth.account set erased_at = null where name <> '(erased)'");
  });

  test("takes no letter of somebody else's with them", async () => {
    const { ask, ben, keys } = await company();
    await putMail(at.db, keys.seal(JSON.stringify({ to: `not-${ben.email}`, subject: "x", text: "x" })));
    await ask(ben.cookie, "POST", "/account/erase", { password: PASSWORD });
    expect(await at.asOwner("select 1 from auth.outbox where sent_at is null and sealed is not null")).toHaveLength(1);
  });
});

describe("words of the history", () => {
  test("are erased by an owner of the party they were written for; everything reads on, and the history says so itself", async () => {
    const { ask, ana, ben, path, write, verdict, entries } = await company();
    const [secret, his] = [await write(ana.cookie, [title("Secret title")], "secret words"), await write(ben.cookie, [title("His title")], "his words")];
    const after = await write(ana.cookie, [{ do: "set-matrix", field: "about", value: "later" }], "later");
    const erase = (revision: number, cookie = ana.cookie) => ask(cookie, "POST", `${path}/history/${revision}/erase`, {});
    expect((await erase(his)).status).toBe(409);
    expect((await erase(secret, ben.cookie)).status).toBe(409);
    expect((await erase(secret)).status).toBe(204);
    expect((await erase(secret)).status).toBe(409);
    expect((await erase(99_999)).status).toBe(409);
    expect((await everything()).includes("secret words")).toBe(false);
    const all = await entries();
    expect(all.find(({ revision }) => revision === secret)).toMatchObject({ erased: true, what: "", takeBack: false });
    expect(all[0]).toMatchObject({ what: `erase the words of no. ${secret}`, who: { account: ana.account } });
    expect(await verdict()).toMatchObject({ faults: [], erased: 1 });
    expect(((await (await ask(ana.cookie, "GET", `${path}/edits?after=${secret - 1}&limit=1`)).json()) as { edits: object[] }).edits).toMatchObject([{ erased: true, edits: [] }]);
    expect(await (await ask(ana.cookie, "POST", `${path}/history/${secret}/undo`, { id: randomUUID() })).json()).toMatchObject({ code: "erased" });
    // What was changed by an erased entry is not known: nothing older is taken back over it.
    expect((await ask(ana.cookie, "POST", `${path}/history/1/undo`, { id: randomUUID() })).status).toBe(409);
    expect((await ask(ana.cookie, "POST", `${path}/history/${after}/undo`, { id: randomUUID() })).status).toBe(200);
    expect((await ask(ana.cookie, "POST", `${path}/undo`, { id: randomUUID() })).status).toBe(409);
  });

  test("are nothing to go back to: neither over them, nor to what stood before a later change of the same thing", async () => {
    const { ask, ana, path, write, verdict } = await company();
    await write(ana.cookie, [{ do: "set-matrix", field: "about", value: "before" }], "before");
    const secret = await write(ana.cookie, [title("Secret title")], "secret words");
    const after = await write(ana.cookie, [title("Plain title")], "plain words");
    expect((await ask(ana.cookie, "POST", `${path}/history/${secret}/erase`, {})).status).toBe(204);
    const undo = async (what: string) => (await (await ask(ana.cookie, "POST", `${path}/${what}`, { id: randomUUID() })).json()) as { code: string; detail: string };
    // The way back of the later one held the secret words.
    expect(await undo(`history/${after}/undo`)).toMatchObject({ code: "erased", detail: expect.stringContaining("nobody knows any more what to go back to") });
    expect(await undo("undo")).toMatchObject({ code: "erased" });
    await write(ana.cookie, [{ do: "set-matrix", field: "about", value: "new" }], "new");
    expect((await ask(ana.cookie, "POST", `${path}/undo`, { id: randomUUID() })).status).toBe(200);
    expect(await undo("undo")).toMatchObject({ code: "erased" });
    expect(await verdict()).toMatchObject({ faults: [], erased: 1 });
  });
});

test("whoever has no password erases themselves only right after signing in", async () => {
  const { ask, signIn } = await house();
  const eve = await signIn("Eve");
  await at.asOwner("update auth.account set email = $2 where id = $1", [eve.account, `eve-${randomUUID()}@example.org`]);
  await at.asOwner("update auth.session set created_at = now() - interval '1 hour' where account_id = $1", [eve.account]);
  const refused = await ask(eve.cookie, "POST", "/account/erase", {});
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, "prove-again"]);
  await at.asOwner("update auth.session set created_at = now() where account_id = $1", [eve.account]);
  expect((await ask(eve.cookie, "POST", "/account/erase", {})).status).toBe(204);
});

describe("a person of the matrix", () => {
  async function named() {
    const here = await company();
    const { write, ana, client, path, ask } = here;
    const mark = randomUUID().slice(0, 8);
    const NAME = `Zoë "Zo" Ångström-${mark}`;
    const phone = `+46 70 ${mark}`;
    const add = await write(ana.cookie, [{ do: "add", kind: "person", item: { id: "zoe", name: NAME, party: client, note: `likes tea ${mark}` } }], `add ${NAME}`);
    const contact = await write(ana.cookie, [{ do: "add", kind: "contact", item: { id: "c-zoe", person: "zoe", kind: "voice", value: phone } }], "add a number");
    const note = await write(ana.cookie, [{ do: "set", at: { kind: "activity", id: here.document.activities[0]?.id ?? "" }, field: "note", value: `ask ${NAME.toUpperCase()} or ${phone} first` }], "a note");
    const his = await write(here.ben.cookie, [{ do: "set-matrix", field: "about", value: `${NAME} decides` }], "about");
    const traces = async (cookie = ana.cookie) => (await (await ask(cookie, "GET", `${path}/people/zoe/traces`)).json()) as { name: string; draft: { name: string; field: string }[]; entries: { revision: number; own: boolean }[] };
    return { ...here, NAME, phone, add, contact, note, his, traces };
  }

  test("is shown with every place that names them, before anything goes", async () => {
    const { traces, add, contact, note, his, document, NAME } = await named();
    const found = await traces();
    expect(found.name).toBe(NAME);
    expect(found.draft.map(({ name, field }) => `${name}: ${field}`).sort()).toEqual([`${NAME}: name`, "contacts: voice", `${document.activities[0]?.title}: note`, `${document.title}: about`].sort());
    expect(found.entries.map(({ revision, own }) => `${revision} ${own}`)).toEqual([`${his} false`, `${note} true`, `${contact} true`, `${add} true`]);
  });

  test("goes from the matrix and from the words of those entries; what another party wrote is theirs, and all stays proved", async () => {
    const { ask, ana, ben, path, traces, add, contact, note, his, verdict, NAME, phone } = await named();
    const { erased } = (await (await ask(ana.cookie, "POST", `${path}/people/zoe/erase`, { revisions: [add, contact, note, his, 1, 99_999] })).json()) as { erased: number[] };
    expect(erased).toEqual([add, contact, note]);
    const { document } = (await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: MatrixDocument };
    expect(document.people?.find(({ id }) => id === "zoe")).toMatchObject({ name: "(erased)" });
    expect(document.activities[0]?.note).toBe("ask (erased) or (erased) first");
    expect(document.about).toBe("(erased) decides");
    const left = await everything();
    for (const trace of [phone, `likes tea ${phone.slice(7)}`, NAME.toUpperCase()]) expect(left.includes(trace), trace).toBe(false);
    expect(await verdict()).toMatchObject({ faults: [], erased: 3 });
    expect((await ask(ben.cookie, "POST", `${path}/history/${his}/erase`, {})).status).toBe(204);
    expect((await everything()).includes(JSON.stringify(NAME).slice(1, -1))).toBe(false);
    expect((await traces()).entries).toEqual([]);
  });

  test("goes from what their own side said beside the rows; agreed rows that name them are told and stay", async () => {
    const { ask, ana, ben, path, traces, NAME, document, client, provider } = await named();
    const row = document.activities[0]?.id ?? "";
    await ask(ana.cookie, "POST", `${path}/comments`, { id: randomUUID(), item: row, text: `${NAME} knows` });
    await ask(ana.cookie, "POST", `${path}/evidence`, { id: randomUUID(), activity: row, title: `Signed by ${NAME}`, producedOn: "2026-11-01" });
    for (const who of [ana, ben]) expect((await ask(who.cookie, "POST", `${path}/stands`, { id: randomUUID(), rows: [row], stand: "agreed", seen: 100_000 })).status).toBe(200);
    expect(await traces()).toMatchObject({ beside: [{ kind: "comments", n: 1 }, { kind: "evidence", n: 1 }] });
    const done = (await (await ask(ana.cookie, "POST", `${path}/people/zoe/erase`, { revisions: [] })).json()) as { locked: string[] };
    expect(done.locked).toEqual([document.activities[0]?.title]);
    expect(JSON.stringify(await at.asOwner("select text from remit.comment where author_party = $1", [client]))).not.toContain(NAME.slice(5));
    expect(await at.asOwner("select 1 from remit.evidence where added_for = $1", [client])).toEqual([]);
    expect(provider).not.toBe(client);
  });

  test("is erased by no editor, no owner of another party and no stranger", async () => {
    const { ask, ben, path, member, signIn, client, NAME } = await named();
    for (const cookie of [ben.cookie, (await member("editor", client)).cookie]) {
      expect((await ask(cookie, "GET", `${path}/people/zoe/traces`)).status).toBe(403);
      expect((await ask(cookie, "POST", `${path}/people/zoe/erase`, { revisions: [] })).status).toBe(403);
    }
    expect((await ask((await signIn("Eve")).cookie, "GET", `${path}/people/zoe/traces`)).status).toBe(404);
    expect((await everything()).includes(JSON.stringify(NAME).slice(1, -1))).toBe(true);
  });
});
