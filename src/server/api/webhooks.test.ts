import { randomBytes, randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { openReceiver, type Receiver } from "../../../test/receiver.ts";
import { keysFrom } from "../../accounts/keys.ts";
import { statement } from "../../db/statement.ts";
import { openCarrier, type Carrier } from "../webhooks/carrier.ts";

const at = testDatabase();
const house = houses(at);

let receiver: Receiver;
const open: Carrier[] = [];
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((carrier) => carrier.close()));
  await receiver.close();
  await at.asOwner("delete from remit.webhook");
});

const status = async (answer: Promise<Response> | Response): Promise<number> => (await answer).status;

/** A house with a webhook that reaches the receiver, and a carrier that is rung by hand. */
async function hooked(events: readonly string[] = ["draft.edited"], party?: string) {
  const here = await house();
  const { ana, ask, workspace, keys } = here;
  if (party !== undefined) await at.asOwner("update remit.member set party = $2 where account_id = $1", [ana.account, party]);
  const made = await ask(ana.cookie, "POST", `/workspaces/${workspace}/webhooks`, { name: "Tickets", url: "https://receiver.example.org/remit", events });
  const { id, secret } = (await made.json()) as { id: string; secret: string };
  // The test's receiver is on this machine, where no webhook may be made to.
  await at.asOwner("update remit.webhook set url = $2 where webhook_id = $1", [id, receiver.url]);
  const path = `/workspaces/${workspace}/webhooks/${id}`;
  const start = (): Carrier => {
    const carrier = openCarrier(at.db, keys, { near: true, longest: 600 }, () => undefined);
    open.push(carrier);
    return carrier;
  };
  const edit = (title: string) => ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 0, what: `call it ${title}`, edits: [{ do: "set-matrix", field: "title", value: title }] });
  const log = async (cookie = ana.cookie) => ((await (await ask(cookie, "GET", `${path}/deliveries`)).json()) as { deliveries: { id: string; message: string; event: string; state: string; attempts: { status: number | null; fault: string | null; answer: string; took: number }[]; body: { type: string; data: Record<string, unknown> } }[] }).deliveries;
  const due = () => at.asOwner("update remit.webhook_delivery set due_at = now() where webhook_id = $1 and state = 'waiting'", [id]);
  return { ...here, id, secret, path, start, edit, log, due };
}
const until = async (so: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 6_000; Date.now() < end; await new Promise((settle) => setTimeout(settle, 15))) if (await so()) return;
  throw new Error("it did not come to that");
};
const verified = ({ headers, body }: Receiver["got"][number], secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>) as { type: string; timestamp: string; data: Record<string, unknown> };

describe("a webhook", () => {
  test("is told of edits: who, what and which rows, signed, in order, without the values", async () => {
    const { start, secret, ask, ana, workspace } = await hooked();
    const { document } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { activities: { id: string }[] } };
    const [first] = document.activities;
    for (const value of ["A secret value", "Another"]) expect(await status(ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 1, what: "rename a row", edits: [{ do: "set", at: { kind: "activity", id: first?.id }, field: "title", value }] }))).toBe(200);
    start();
    await until(() => receiver.got.length > 0);
    const [one] = receiver.got;
    if (!one) throw new Error("nothing came");
    expect(verified(one, secret)).toMatchObject({ type: "draft.edited", data: { workspace, edits: [{ by: ana.account, party: null, what: "rename a row", rows: [{ kind: "activity", id: first?.id }] }, { what: "rename a row" }] } });
    expect(one.body).not.toContain("A secret value");
    expect(one.headers).toMatchObject({ "content-type": "application/json", "user-agent": "Remit-Webhooks/1" });
    expect(() => verified({ ...one, body: one.body.replace("rename", "remove") }, secret)).toThrow();
  });

  test("is told each edit once by three servers at once, and only what happened since it was made", async () => {
    const { start, edit, secret, log } = await hooked();
    const revisions: number[] = [];
    start(), start(), start();
    for (let n = 0; n < 30; n++) revisions.push(((await (await edit(`Title ${n}`)).json()) as { revision: number }).revision);
    open.forEach((carrier) => carrier.ring());
    const told = () => receiver.got.flatMap((one) => (verified(one, secret).data["edits"] as { revision: number }[]).map(({ revision }) => revision));
    await until(() => told().length >= 30);
    expect(told()).toEqual(revisions);
    await until(async () => (await log()).every(({ state }) => state === "sent"));
  });

  test("is told who joins and who leaves, where it asked for that", async () => {
    const { start, ask, ana, workspace, signIn, secret, member } = await hooked(["member.joined", "member.left"]);
    const { link } = (await (await ask(ana.cookie, "POST", `/workspaces/${workspace}/invitations`, { role: "viewer" })).json()) as { link: string };
    const ed = await signIn("Ed");
    expect(await status(ask(ed.cookie, "POST", "/invitations/accept", { token: link.split("=")[1] }))).toBe(200);
    expect(await status(ask(ed.cookie, "DELETE", `/workspaces/${workspace}/members/${ed.account}`, {}))).toBe(204);
    await member("editor");
    start();
    await until(() => receiver.got.length === 3);
    expect(receiver.got.map((one) => verified(one, secret))).toMatchObject([{ type: "member.joined", data: { account: ed.account, role: "viewer" } }, { type: "member.left", data: { account: ed.account } }, { type: "member.joined", data: { role: "editor" } }]);
  });

  test("is told nothing that was not done", async () => {
    const { workspace } = await hooked(["member.left"]);
    const leave = statement("test.leaves-not", "select remit.remove_member($1)");
    const [{ account_id: only } = { account_id: "" }] = await at.asOwner<{ account_id: string }>("select account_id from remit.member where workspace_id = $1 and role = 'owner'", [workspace]);
    await expect(at.db.once(only, workspace, leave, [only])).rejects.toMatchObject({ code: "RM409" });
    expect(await at.asOwner("select 1 from remit.webhook_delivery")).toEqual([]);
  });

  test("keeps no words in its log that were erased from the history", async () => {
    const { start, edit, log, workspace } = await hooked();
    for (const words of ["Kept", "Erased"]) await edit(words);
    start();
    await until(async () => (await log()).length > 0 && (await log()).every(({ state }) => state === "sent"));
    await at.asOwner("update remit.edit_log set salt = null, what = '', edits = '[]' where workspace_id = $1 and what = 'call it Erased'", [workspace]);
    const told = (await log()).flatMap(({ body }) => body.data["edits"] as { what: string; by: string }[]);
    expect(told.map(({ what }) => what).toSorted()).toEqual(["", "call it Kept"]);
    expect(told.every(({ by }) => by !== "")).toBe(true);
  });

  test("goes with its workspace, and the end of a workspace is no fault", async () => {
    const { ask, ana, workspace } = await hooked(["member.left"]);
    expect(await status(ask(ana.cookie, "DELETE", `/workspaces/${workspace}`, {}))).toBe(204);
    expect(await at.asOwner("select 1 from remit.webhook_delivery where state = 'waiting' and event <> 'member.left'")).toEqual([]);
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [workspace]);
    expect(await at.asOwner("select 1 from remit.webhook")).toEqual([]);
  });

  test("tells its own party what is its own, and nobody else", async () => {
    const { id, workspace, member, ask } = await hooked(["draft.edited", "member.joined"], "alder");
    const pia = await member("owner", "brightwell");
    await ask(pia.cookie, "POST", `/workspaces/${workspace}/webhooks`, { name: "Theirs", url: "https://theirs.example.org/", events: ["draft.edited", "member.joined"] });
    await at.asOwner("delete from remit.webhook_delivery");
    for (const party of ["alder", "brightwell", null]) await at.asOwner("select remit.tell_webhooks($1, 'member.joined', $2, '{}')", [workspace, party]);
    const told = await at.asOwner<{ mine: boolean }>("select d.webhook_id = $1 as mine from remit.webhook_delivery d order by d.webhook_id", [id]);
    expect(told.filter(({ mine }) => mine)).toHaveLength(2);
    expect(told).toHaveLength(4);
  });

  test("speaks no more once nobody of its party owns it", async () => {
    const { start, edit, member, ana } = await hooked(["draft.edited"], "alder");
    await member("owner", "brightwell");
    await edit("Before");
    await at.asOwner("update remit.member set role = 'editor' where account_id = $1", [ana.account]);
    await edit("After");
    start();
    await new Promise((settle) => setTimeout(settle, 300));
    expect(receiver.got).toEqual([]);
    await at.asOwner("update remit.member set role = 'owner' where account_id = $1", [ana.account]);
    open[0]?.ring();
    await until(() => receiver.got.length === 1);
  });
});

describe("a receiver that fails", () => {
  test("is tried again with the same message, and the log says how each try went", async () => {
    const { start, ask, ana, path, log, due, secret } = await hooked();
    receiver.answer = (response) => response.writeHead(503).end("busy here");
    expect(await status(ask(ana.cookie, "POST", `${path}/test`, {}))).toBe(202);
    const carrier = start();
    await until(async () => (await log())[0]?.attempts.length === 1);
    receiver.answer = undefined;
    await due();
    carrier.ring();
    await until(async () => (await log())[0]?.attempts.length === 2);
    receiver.answer = (response) => response.writeHead(200).end("thanks");
    await due();
    carrier.ring();
    await until(async () => (await log())[0]?.state === "sent");
    const [delivery] = await log();
    expect(delivery?.attempts).toMatchObject([{ status: 503, fault: "it answered 503", answer: "busy here" }, { status: null, fault: "nothing answered in time" }, { status: 200, fault: null, answer: "thanks" }]);
    expect(new Set(receiver.got.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([delivery?.message]));
    expect(verified(receiver.got[2] as Receiver["got"][number], secret)).toMatchObject({ type: "webhook.test" });
  });

  test("is given up after about a day of growing pauses, and can be told again by hand", async () => {
    const { start, ask, ana, path, log, due } = await hooked();
    receiver.answer = (response) => response.writeHead(500).end();
    await ask(ana.cookie, "POST", `${path}/test`, {});
    const carrier = start();
    const pauses: number[] = [];
    for (let tries = 1; tries <= 9; tries++) {
      await until(async () => (await log())[0]?.attempts.length === tries);
      const [row] = await at.asOwner<{ minutes: number }>("select extract(epoch from due_at - now())::float8 / 60 as minutes from remit.webhook_delivery where state = 'waiting'");
      if (row) pauses.push(row.minutes);
      await due();
      carrier.ring();
    }
    expect(pauses).toHaveLength(8);
    expect([...pauses].sort((a, b) => a - b).slice(0, 6)).toEqual(pauses.slice(0, 6));
    const hours = pauses.reduce((sum, minutes) => sum + minutes, 0) / 60;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(28);
    const [failed] = await log();
    expect(failed?.state).toBe("failed");
    receiver.answer = (response) => response.writeHead(204).end();
    expect(await status(ask(ana.cookie, "POST", `${path}/deliveries/${failed?.id}/replay`, {}))).toBe(202);
    carrier.ring();
    await until(async () => (await log())[0]?.state === "sent");
    expect((await log())[0]?.message).toBe(failed?.message);
  });

  test("for three days has its webhook switched off, which says so; what waits is given up; switched on it is told what comes", async () => {
    const { start, ask, ana, path, edit, log, workspace, secret } = await hooked();
    const own = async () => ((await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/webhooks`)).json()) as { webhooks: object[] }).webhooks[0];
    receiver.answer = (response) => response.writeHead(500).end();
    await edit("Lost");
    const carrier = start();
    await until(async () => (await log())[0]?.attempts.length === 1);
    expect(await own()).toMatchObject({ on: true, offWhy: null, failingSince: expect.any(String) as string });
    await at.asOwner("update remit.webhook set failing_since = now() - interval '73 hours'");
    await ask(ana.cookie, "POST", `${path}/test`, {});
    carrier.ring();
    await until(async () => ((await own()) as { on: boolean }).on === false);
    expect(await own()).toMatchObject({ on: false, offWhy: "failing" });
    expect((await log()).map(({ state }) => state)).toEqual(["failed", "failed"]);
    expect(await status(ask(ana.cookie, "POST", `${path}/test`, {}))).toBe(409);
    await edit("While it was off");
    receiver.got.length = 0;
    receiver.answer = (response) => response.writeHead(204).end();
    expect(await status(ask(ana.cookie, "PATCH", path, { on: true }))).toBe(204);
    await edit("Afterwards");
    carrier.ring();
    await until(() => receiver.got.length === 1);
    expect(verified(receiver.got[0] as Receiver["got"][number], secret).data["edits"]).toMatchObject([{ what: "call it Afterwards" }]);
    expect(await own()).toMatchObject({ on: true, offWhy: null, failingSince: null });
  });

  test("that says it is gone is told nothing more", async () => {
    const { start, ask, ana, path, log, workspace } = await hooked();
    receiver.answer = (response) => response.writeHead(410).end();
    await ask(ana.cookie, "POST", `${path}/test`, {});
    start();
    await until(async () => (await log())[0]?.state === "failed");
    expect(await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/webhooks`)).json()).toMatchObject({ webhooks: [{ on: false, offWhy: "gone" }] });
  });

  test("and hangs holds up nobody else's webhook", async () => {
    const slow = await hooked();
    const quick = await openReceiver();
    const made = (await (await slow.ask(slow.ana.cookie, "POST", `/workspaces/${slow.workspace}/webhooks`, { name: "Quick", url: "https://quick.example.org/", events: ["draft.edited"] })).json()) as { id: string };
    await at.asOwner("update remit.webhook set url = $2 where webhook_id = $1", [made.id, quick.url]);
    receiver.answer = undefined;
    for (let n = 0; n < 10; n++) await slow.ask(slow.ana.cookie, "POST", `${slow.path}/test`, {});
    for (let n = 0; n < 3; n++) await slow.ask(slow.ana.cookie, "POST", `/workspaces/${slow.workspace}/webhooks/${made.id}/test`, {});
    slow.start();
    await until(() => quick.got.length === 3);
    expect(receiver.got).toHaveLength(1);
    await quick.close();
  });

  test("whose server died between taking and telling is told by another one", async () => {
    const { start, ask, ana, path } = await hooked();
    await ask(ana.cookie, "POST", `${path}/test`, {});
    expect(await at.asOwner("select 1 from remit.take_delivery()")).toHaveLength(1);
    const carrier = start();
    await new Promise((settle) => setTimeout(settle, 200));
    expect(receiver.got).toEqual([]);
    await at.asOwner("update remit.webhook_delivery set claimed_until = now()");
    carrier.ring();
    await until(() => receiver.got.length === 1);
  });
});

test("an address that was allowed once and is not any more gets nothing", async () => {
  const { ask, ana, path, log, keys } = await hooked();
  await ask(ana.cookie, "POST", `${path}/test`, {});
  open.push(openCarrier(at.db, keys, { near: false, longest: 600 }, () => undefined));
  await until(async () => (await log())[0]?.attempts.length === 1);
  expect((await log())[0]).toMatchObject({ state: "waiting", attempts: [{ status: null, fault: "the address begins with https://" }] });
  expect(receiver.got).toEqual([]);
});

describe("the secret of a webhook", () => {
  test("is shown once and lies sealed; a new one and the one before both sign for a day", async () => {
    const { start, ask, ana, path, secret, workspace } = await hooked();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret: newer } = (await (await ask(ana.cookie, "POST", `${path}/secret`, {})).json()) as { secret: string };
    const stored = JSON.stringify(await at.asOwner("select encode(secret, 'escape') as a, encode(old_secret, 'escape') as b, w.* from remit.webhook w"));
    const seen = await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/webhooks`)).text();
    for (const one of [secret, newer]) for (const where of [stored, seen]) expect(where).not.toContain(one.slice(6, 30));
    await ask(ana.cookie, "POST", `${path}/test`, {});
    const carrier = start();
    await until(() => receiver.got.length === 1);
    for (const one of [secret, newer]) expect(verified(receiver.got[0] as Receiver["got"][number], one)).toMatchObject({ type: "webhook.test" });
    await at.asOwner("update remit.webhook set old_until = now()");
    await ask(ana.cookie, "POST", `${path}/test`, {});
    carrier.ring();
    await until(() => receiver.got.length === 2);
    expect(verified(receiver.got[1] as Receiver["got"][number], newer)).toMatchObject({ type: "webhook.test" });
    expect(() => verified(receiver.got[1] as Receiver["got"][number], secret)).toThrow();
  });

  test("sealed under another master key sends nothing unsigned", async () => {
    const { ask, ana, path, log } = await hooked();
    await ask(ana.cookie, "POST", `${path}/test`, {});
    open.push(openCarrier(at.db, keysFrom(randomBytes(32)), { near: true, longest: 600 }, () => undefined));
    await until(async () => (await log())[0]?.attempts.length === 1);
    expect((await log())[0]?.attempts[0]?.fault).toMatch(/cannot be read with this master key/);
    expect(receiver.got).toEqual([]);
  });
});

describe("a webhook of one party", () => {
  test("is seen, changed, tested, replayed and removed by its owners alone", async () => {
    const { ask, ana, path, workspace, member, log, start } = await hooked(["draft.edited"], "alder");
    await ask(ana.cookie, "POST", `${path}/test`, {});
    start();
    await until(async () => (await log())[0]?.state === "sent");
    const [delivery] = await log();
    const pia = await member("owner", "brightwell");
    const ed = await member("editor", "alder");
    const deeds: [string, string, unknown?][] = [["PATCH", path, { url: "https://pia.example.org/" }], ["DELETE", path, {}], ["POST", `${path}/secret`, {}], ["POST", `${path}/test`, {}], ["POST", `${path}/deliveries/${delivery?.id}/replay`, {}]];
    for (const [method, where, body] of deeds) {
      expect(await status(ask(pia.cookie, method, where, body))).toBe(404);
      expect(await status(ask(ed.cookie, method, where, body))).toBe(403);
    }
    expect(await (await ask(pia.cookie, "GET", `/workspaces/${workspace}/webhooks`)).json()).toEqual({ webhooks: [] });
    expect(await (await ask(pia.cookie, "GET", `${path}/deliveries`)).json()).toEqual({ deliveries: [], next: null });
    // A delivery of another webhook is not replayed through one's own.
    const { id: theirs } = (await (await ask(pia.cookie, "POST", `/workspaces/${workspace}/webhooks`, { name: "Theirs", url: "https://pia.example.org/", events: ["member.left"] })).json()) as { id: string };
    expect(await status(ask(pia.cookie, "POST", `/workspaces/${workspace}/webhooks/${theirs}/deliveries/${delivery?.id}/replay`, {}))).toBe(404);
    expect(await log()).toHaveLength(1);
    expect(await status(ask((await member("owner", "alder")).cookie, "DELETE", path, {}))).toBe(204);
  });

  test("is made for receivers on the internet, with events there are, and not without end", async () => {
    const { ask, ana, workspace } = await house();
    const make = (wanted: object) => status(ask(ana.cookie, "POST", `/workspaces/${workspace}/webhooks`, { name: "One", url: "https://receiver.example.org/", events: ["draft.edited"], ...wanted }));
    for (const wanted of [{ url: "https://127.0.0.1/" }, { url: "http://receiver.example.org/" }, { events: [] }, { events: ["everything"] }, { name: "" }, { party: "brightwell" }, { secret: "whsec_mine" }]) expect(await make(wanted)).toBe(422);
    for (let n = 0; n < 20; n++) expect(await make({})).toBe(201);
    expect(await make({})).toBe(409);
  });
});
