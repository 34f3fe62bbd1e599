import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { isDoneOnce } from "./once.ts";

const at = testDatabase();
const house = houses(at);

const named = (key = randomUUID() as string) => ({ "idempotency-key": key });

describe("a request with an Idempotency-Key", () => {
  test("sent again is answered as the first time, and done once: whatever it makes", async () => {
    const { ask, ana, workspace } = await house();
    const path = `/workspaces/${workspace}`;
    const hook = { name: "One", url: "https://receiver.example.org/", events: ["member.left"] };
    const { id: webhook } = (await (await ask(ana.cookie, "POST", `${path}/webhooks`, hook)).json()) as { id: string };
    const { delivery } = (await (await ask(ana.cookie, "POST", `${path}/webhooks/${webhook}/test`, {})).json()) as { delivery: string };
    const deeds: [string, object, string][] = [
      ["/workspaces", { name: "Another" }, "remit.workspace"],
      [`${path}/invitations`, { role: "viewer" }, "remit.invitation"],
      [`${path}/keys`, { name: "A program" }, "remit.api_key"],
      [`${path}/guests`, { name: "Gus" }, "remit.guest"],
      [`${path}/webhooks`, hook, "remit.webhook"],
      [`${path}/webhooks/${webhook}/test`, {}, "remit.webhook_delivery"],
      [`${path}/webhooks/${webhook}/deliveries/${delivery}/replay`, {}, "remit.webhook_delivery"],
    ];
    for (const [where, body, table] of deeds) {
      const count = async () => (await at.asOwner(`select 1 from ${table}`)).length;
      const before = await count();
      const key = named();
      const first = await ask(ana.cookie, "POST", where, body, key);
      const words = await first.text();
      expect(first.status, where).toBeLessThan(300);
      expect(first.headers.get("idempotency-replayed")).toBeNull();
      for (let n = 0; n < 2; n++) {
        const again = await ask(ana.cookie, "POST", where, body, key);
        expect([again.status, await again.text(), again.headers.get("idempotency-replayed"), again.headers.get("cache-control")]).toEqual([first.status, words, "true", "no-store"]);
      }
      expect(await count(), where).toBe(before + 1);
    }
  });

  test("is one for whatever else makes something, and not for a stream", () => {
    expect(isDoneOnce("POST", "/workspaces/{workspace}/single-sign-on")).toBe(true);
    for (const path of ["/workspaces/import", "/session/single-sign-on", "/workspaces/{workspace}/single-sign-on/{provider}/check"]) expect(isDoneOnce("POST", path)).toBe(false);
  });

  test("keeps nothing that is shown once in plain words, nor the key itself", async () => {
    const { ask, ana, workspace } = await house();
    const name = randomBytes(24).toString("base64url");
    const { key } = (await (await ask(ana.cookie, "POST", `/workspaces/${workspace}/keys`, { name: "A program" }, named(name))).json()) as { key: string };
    const stored = JSON.stringify(await at.asOwner("select encode(sealed, 'escape') as a, a.* from auth.answered a"));
    expect(stored.length).toBeGreaterThan(100);
    for (const secret of [key, key.slice(-20), name]) expect(stored).not.toContain(secret);
  });

  test("tells whoever may not do it any more nothing of what was answered then", async () => {
    const { ask, ana, workspace, member } = await house();
    const second = await member("owner");
    const path = `/workspaces/${workspace}`;
    const key = () => named();
    const deeds = [["invitations", { role: "viewer" }], ["webhooks", { name: "One", url: "https://receiver.example.org/", events: ["member.left"] }], ["keys", { name: "A program" }], ["guests", { name: "Gus" }]].map(([where, body]) => ({ where: `${path}/${String(where)}`, body, key: key() }));
    const send = async () => Promise.all(deeds.map(async ({ where, body, key }) => {
      const answer = await ask(second.cookie, "POST", where, body, key);
      return [answer.status, ((await answer.json()) as { code?: string }).code, answer.headers.get("idempotency-replayed")];
    }));
    expect((await send()).map(([status]) => status)).toEqual([201, 201, 201, 201]);
    await at.asOwner("update remit.member set role = 'viewer' where account_id = $1", [second.account]);
    expect((await send()).map(([status, , again]) => [status, again])).toEqual([[403, null], [403, null], [403, null], [403, null]]);
    await at.asOwner("update remit.member set role = 'owner' where account_id = $1", [second.account]);
    expect((await send()).map(([, , again]) => again)).toEqual(["true", "true", "true", "true"]);
    await at.asOwner("insert into remit.sign_in_rule (workspace_id, party, domains, made_by) values ($1, '', '{}', $2)", [workspace, ana.account]);
    expect((await send()).map(([status, code, again]) => [status, code, again])).toEqual(Array.from({ length: 4 }, () => [403, "second-factor", null]));
    await at.asOwner("delete from remit.sign_in_rule where workspace_id = $1", [workspace]);
    await at.asOwner("update remit.member set until = now() where account_id = $1", [second.account]);
    expect((await send()).map(([status, code, again]) => [status, code, again])).toEqual(Array.from({ length: 4 }, () => [404, "not-found", null]));
  });

  test("with another body, or at another place, is refused", async () => {
    const { ask, ana, workspace } = await house();
    const key = named();
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/guests`, { name: "Gus" }, key)).status).toBe(201);
    for (const [where, body] of [[`/workspaces/${workspace}/guests`, { name: "Gil" }], [`/workspaces/${workspace}/keys`, { name: "Gus" }], ["/workspaces", { name: "Gus" }]] as const) {
      const other = await ask(ana.cookie, "POST", where, body, key);
      expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, "other-request"]);
    }
  });

  test("is somebody's own: the same key of another account is another request", async () => {
    const { ask, ana, signIn } = await house();
    const eve = await signIn("Eve");
    const key = named();
    const [mine, theirs] = [await ask(ana.cookie, "POST", "/workspaces", { name: "Same" }, key), await ask(eve.cookie, "POST", "/workspaces", { name: "Same" }, key)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(((await theirs.json()) as { id: string }).id).not.toBe(((await mine.json()) as { id: string }).id);
    expect((await ask(undefined, "POST", "/workspaces", { name: "Same" }, key)).status).toBe(401);
  });

  test("is done once by many at the same moment; the others are told that it is under way, or the answer", async () => {
    const { ask, ana } = await house();
    const before = (await at.asOwner("select 1 from remit.workspace")).length;
    const key = named();
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(ana.cookie, "POST", "/workspaces", { name: "Once" }, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect((await at.asOwner("select 1 from remit.workspace")).length).toBe(before + 1);
    const ids = new Set((await Promise.all(answers.filter(({ status }) => status === 201).map((answer) => answer.json() as Promise<{ id: string }>))).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect((await ask(ana.cookie, "POST", "/workspaces", { name: "Once" }, key)).status).toBe(201);
  });

  test("that was refused may be mended and sent again; after a fault it is not tried again", async () => {
    const { ask, ana, workspace, member } = await house();
    const ed = await member("viewer");
    const key = named();
    const send = (cookie: string, with_ = key) => ask(cookie, "POST", `/workspaces/${workspace}/guests`, { name: "Gus" }, with_);
    expect((await send(ed.cookie)).status).toBe(403);
    await at.asOwner("update remit.member set role = 'editor' where account_id = $1", [ed.account]);
    expect((await send(ed.cookie)).status).toBe(201);
    await at.asOwner("alter function remit.make_guest(bytea, text, text, text, text, timestamptz) rename to make_guest_away");
    const broken = named();
    expect((await send(ana.cookie, broken)).status).toBe(500);
    await at.asOwner("alter function remit.make_guest_away(bytea, text, text, text, text, timestamptz) rename to make_guest");
    const after = await send(ana.cookie, broken);
    expect([after.status, ((await after.json()) as { code: string }).code]).toEqual([409, "under-way"]);
  });

  test("is forgotten after a day", async () => {
    const { ask, ana } = await house();
    const key = named();
    const found = async () => ((await (await ask(ana.cookie, "POST", "/workspaces", { name: "Daily" }, key)).json()) as { id: string }).id;
    const first = await found();
    expect(await found()).toBe(first);
    await at.asOwner("update auth.answered set at = now() - interval '25 hours'");
    expect(await found()).not.toBe(first);
    expect(await at.asOwner("select 1 from auth.answered")).toHaveLength(1);
  });

  test("needs a key that is one, and a body in JSON from this page as ever", async () => {
    const { ask, ana } = await house();
    for (const key of ["short", "x".repeat(201), "with a blank in it, which is long", ""]) expect((await ask(ana.cookie, "POST", "/workspaces", { name: "Mine" }, named(key))).status).toBe(422);
    expect((await ask(ana.cookie, "POST", "/workspaces", { name: "Mine" }, { ...named(), origin: "https://evil.example" })).status).toBe(403);
    expect((await ask(ana.cookie, "POST", "/workspaces", "{", named())).status).toBe(400);
    const quoted = randomUUID();
    const a = (await (await ask(ana.cookie, "POST", "/workspaces", { name: "Mine" }, named(`"${quoted}"`))).json()) as { id: string };
    expect(((await (await ask(ana.cookie, "POST", "/workspaces", { name: "Mine" }, named(quoted))).json()) as { id: string }).id).toBe(a.id);
  });
});
