import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Drafts } from "../../app/draft/drafts.ts";
import type { MatrixDocument } from "../../core/model/document.ts";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { askRounds } from "../contact-rounds.ts";
import { messengerOf } from "./contact-check-routes.ts";
import { Limits } from "./limits.ts";

const at = testDatabase();
const house = houses(at);
interface Asked { readonly asked: { readonly person: string; readonly mailed: boolean; readonly link: string | null }[] }
interface Checks { readonly checks: { readonly person: string; readonly kind: string; readonly contact: string | null; readonly answered: string | null; readonly result: string | null; readonly ended: boolean }[]; readonly claims: { readonly id: string; readonly contact: string; readonly value: string }[] }

/** Two sides with an owner each, and Ivo of the client: a mobile, an address, and a number his side keeps to itself. */
async function company(mails = false, limits?: Limits) {
  const here = await house({ mails, ...(limits ? { limits } : {}) });
  const { ask, workspace, ana } = here;
  const path = `/workspaces/${workspace}`;
  const edit = async (cookie: string, ...edits: object[]) => expect((await ask(cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 100_000, what: "edit", edits })).status).toBe(200);
  await at.asOwner("update remit.member set party = 'client' where workspace_id = $1", [workspace]);
  await edit(ana.cookie, { do: "replace", document: { remit: 1, title: "Small", parties: [{ id: "client", name: "Client", kind: "client" }, { id: "provider", name: "Provider", kind: "provider" }], people: [{ id: "ivo", name: "Ivo", party: "client" }, { id: "pia", name: "Pia", party: "provider" }], roles: [], activities: [] } });
  await edit(ana.cookie, ...[{ id: "ivo-voice", person: "ivo", kind: "voice", value: "+48 600 100 200", verifiedAt: "2024-01-01T00:00Z" }, { id: "ivo-email", person: "ivo", kind: "email", value: "ivo@client.example" }, { id: "ivo-secret", person: "ivo", kind: "sms", value: "+48 600 999 999", private: true }, { id: "pia-voice", person: "pia", kind: "voice", value: "+44 20 100 200" }].map((item) => ({ do: "add", kind: "contact", item })));
  const pat = await here.member("owner", "provider");
  await at.asOwner("update remit.member set proved = true where workspace_id = $1", [workspace]);
  const contacts = async () => ((await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: MatrixDocument }).document.directory?.contacts ?? [];
  const contact = async (id: string) => (await contacts()).find((one) => one.id === id);
  const askIvo = async (cookie = ana.cookie) => {
    const answer = await ask(cookie, "POST", `${path}/contact-checks`, { people: ["ivo"] });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as Asked).asked[0]?.link?.split("#")[1] ?? "";
  };
  const look = (token: string, cookie?: string) => ask(cookie, "POST", "/contact-checks/look", { token });
  const answer = (token: string, given: object[], cookie?: string) => ask(cookie, "POST", "/contact-checks/answer", { token, contacts: given });
  const checks = async (cookie = ana.cookie) => (await (await ask(cookie, "GET", `${path}/contact-checks`)).json()) as Checks;
  return { ...here, path, pat, edit, contact, askIvo, look, answer, checks };
}

describe("a person who is asked whether their numbers are still correct", () => {
  test("sees their own numbers by the link, private ones too, and nothing happens by looking", async () => {
    const { askIvo, look, checks, path, ana, ask } = await company();
    const before = await (await ask(ana.cookie, "GET", `${path}/matrix`)).text();
    const token = await askIvo();
    for (let n = 0; n < 2; n++) {
      const offer = (await (await look(token)).json()) as { contacts: { id: string; value: string }[] };
      expect(offer).toMatchObject({ workspace: "Northwind", asker: "Ana", person: "Ivo", kind: "correct", own: false });
      expect(offer.contacts.map(({ id, value }) => [id, value])).toEqual([["ivo-voice", "+48 600 100 200"], ["ivo-email", "ivo@client.example"], ["ivo-secret", "+48 600 999 999"]]);
      expect(JSON.stringify(offer)).not.toContain("+44");
    }
    expect((await checks()).checks).toMatchObject([{ person: "ivo", kind: "correct", answered: null }]);
    expect(await (await ask(ana.cookie, "GET", `${path}/matrix`)).text()).toBe(before);
  });

  test("verifies what is still correct, once; the history says who, and how", async () => {
    const { askIvo, answer, contact, ask, ana, path, look } = await company();
    const token = await askIvo();
    const taken = await answer(token, [{ contact: "ivo-voice" }, { contact: "ivo-secret" }]);
    expect(await taken.json()).toEqual({ confirmed: 2, waiting: 0, changed: 0 });
    expect(Date.parse((await contact("ivo-voice"))?.verifiedAt ?? "")).toBeGreaterThan(Date.now() - 120_000);
    expect((await contact("ivo-secret"))?.verifiedAt).toBeDefined();
    expect((await contact("ivo-email"))?.verifiedAt).toBeUndefined();
    const { entries } = (await (await ask(ana.cookie, "GET", `${path}/history/entries?limit=1`)).json()) as { entries: { what: string }[] };
    expect(entries[0]?.what).toBe("numbers still correct, says Ivo (by the link sent to them)");
    expect((await answer(token, [{ contact: "ivo-email" }])).status).toBe(410);
    expect((await look(token)).status).toBe(410);
  });

  test("gives a new number that waits for an editor of their own side, and counts once that one takes it over", async () => {
    const { askIvo, answer, contact, checks, ask, ana, pat, path } = await company();
    expect(await (await answer(await askIvo(), [{ contact: "ivo-voice", value: "+48 700 700 700" }, { contact: "ivo-email" }])).json()).toEqual({ confirmed: 1, waiting: 1, changed: 0 });
    expect(await contact("ivo-voice")).toMatchObject({ value: "+48 600 100 200", verifiedAt: "2024-01-01T00:00Z" });
    const [claim] = (await checks()).claims;
    expect(claim).toMatchObject({ contact: "ivo-voice", value: "+48 700 700 700" });
    expect((await checks(pat.cookie)).claims).toEqual([]);
    expect((await ask(pat.cookie, "POST", `${path}/contact-claims/${claim?.id}`, { accept: true })).status).toBe(404);
    expect((await ask(ana.cookie, "POST", `${path}/contact-claims/${claim?.id}`, { accept: true })).status).toBe(204);
    expect((await contact("ivo-voice"))?.value).toBe("+48 700 700 700");
    expect((await checks()).claims).toEqual([]);
    expect(JSON.stringify(await at.asOwner("select * from remit.contact_claim"))).not.toContain("700 700");
  });

  test("whose new number is left keeps the old one", async () => {
    const { askIvo, answer, contact, checks, ask, ana, path } = await company();
    await answer(await askIvo(), [{ contact: "ivo-secret", value: "+48 700 700 700" }]);
    const [claim] = (await checks()).claims;
    expect((await ask(ana.cookie, "POST", `${path}/contact-claims/${claim?.id}`, { accept: false })).status).toBe(204);
    expect((await contact("ivo-secret"))?.verifiedAt).toBeUndefined();
    expect((await ask(ana.cookie, "POST", `${path}/contact-claims/${claim?.id}`, { accept: true })).status).toBe(404);
  });

  test("and is signed in as the member who is this person, changes it at once, a private one without the other side seeing it", async () => {
    const { askIvo, answer, look, contact, member, workspace, ask, ana, pat, path } = await company();
    const ivo = await member("viewer", "client");
    const other = await member("viewer", "client");
    await at.asOwner("update remit.member set person = 'ivo' where workspace_id = $1 and account_id = $2", [workspace, ivo.account]);
    const token = await askIvo();
    expect(await (await look(token, other.cookie)).json()).toMatchObject({ own: false });
    expect(await (await look(token, ivo.cookie)).json()).toMatchObject({ own: true });
    expect(await (await answer(token, [{ contact: "ivo-voice", value: "+48 700 700 700" }, { contact: "ivo-secret", value: "+48 711 711 711" }], ivo.cookie)).json()).toEqual({ confirmed: 0, waiting: 0, changed: 2 });
    expect((await contact("ivo-voice"))?.value).toBe("+48 700 700 700");
    expect(await (await ask(ana.cookie, "GET", `${path}/contacts`)).text()).toContain("711 711 711");
    for (const page of ["matrix", "contacts", "edits", "history/entries"]) expect(await (await ask(pat.cookie, "GET", `${path}/${page}`)).text()).not.toContain("711 711");
  });

  test.each([["of somebody else", [{ contact: "pia-voice" }]], ["that is not there", [{ contact: "nowhere" }]], ["at all", []], ["in two lines", [{ contact: "ivo-voice", value: "1\n2" }]]])("cannot answer for a number %s", async (_, given) => {
    const { askIvo, answer, contact, look } = await company();
    const token = await askIvo();
    expect((await answer(token, given)).status).toBe(422);
    expect((await contact("pia-voice"))?.verifiedAt).toBeUndefined();
    expect((await look(token)).status).toBe(200);
  });

  test("is asked by their own side only", async () => {
    const { ask, path, ana, pat, checks, askIvo } = await company();
    expect((await ask(pat.cookie, "POST", `${path}/contact-checks`, { people: ["ivo"] })).status).toBe(403);
    expect((await ask(pat.cookie, "POST", `${path}/contact-tests`, { id: randomUUID(), contact: "ivo-voice", reached: true })).status).toBe(403);
    expect((await ask(ana.cookie, "PUT", `${path}/contact-schedule`, { party: "provider", days: null })).status).toBe(403);
    expect((await ask(ana.cookie, "POST", `${path}/contact-checks`, { people: ["nobody"] })).status).toBe(404);
    await askIvo();
    expect((await checks(pat.cookie)).checks).toEqual([]);
  });
});

describe("the link", () => {
  test("is stored as a hash, and ends with the next one, its time, its maker and its person", async () => {
    const { askIvo, look, workspace, ana, member, edit } = await company();
    const first = await askIvo();
    expect(JSON.stringify(await at.asOwner("select *, encode(token_hash, 'base64') from remit.contact_check"))).not.toContain(first);
    const second = await askIvo();
    expect([(await look(first)).status, (await look(second)).status]).toEqual([410, 200]);
    await at.asOwner("update remit.contact_check set expires_at = now() where workspace_id = $1", [workspace]);
    expect((await look(second)).status).toBe(410);
    const third = await askIvo((await member("editor", "client").then(async (one) => (await at.asOwner("update remit.member set proved = true where account_id = $1", [one.account]), one))).cookie);
    expect((await look(third)).status).toBe(200);
    await at.asOwner("update remit.member set role = 'viewer' where workspace_id = $1 and role = 'editor'", [workspace]);
    expect((await look(third)).status).toBe(410);
    const fourth = await askIvo();
    await edit(ana.cookie, { do: "set", at: { kind: "person", id: "ivo" }, field: "party", value: "provider" });
    expect((await look(fourth)).status).toBe(410);
  });

  test("goes with its person", async () => {
    const { askIvo, look, edit, ana, workspace } = await company();
    const token = await askIvo();
    await edit(ana.cookie, ...["ivo-voice", "ivo-email", "ivo-secret"].map((id) => ({ do: "remove", kind: "contact", id })), { do: "remove", kind: "person", id: "ivo" });
    expect((await look(token)).status).toBe(410);
    expect(await at.asOwner("select 1 from remit.contact_check where workspace_id = $1", [workspace])).toEqual([]);
  });

  test("is answered once, however often at the same moment", async () => {
    const { askIvo, answer, workspace } = await company();
    const token = await askIvo();
    const statuses = await Promise.all([1, 2, 3, 4].map(async (n) => (await answer(token, [{ contact: "ivo-voice", value: `+48 700 700 70${n}` }])).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await at.asOwner("select 1 from remit.contact_claim where workspace_id = $1", [workspace])).toHaveLength(1);
  });

  test("goes by letter where letters are sent, which names no number", async () => {
    const { ask, ana, path, letter, look } = await company(true);
    const { asked } = (await (await ask(ana.cookie, "POST", `${path}/contact-checks`, { people: ["ivo"] })).json()) as Asked;
    expect(asked).toMatchObject([{ person: "ivo", mailed: true, link: null }]);
    const sent = await letter();
    expect(sent).toMatchObject({ to: "ivo@client.example" });
    expect(sent?.text).not.toMatch(/600/);
    const token = /still-correct#([\w-]{43})\n/.exec(sent?.text ?? "")?.[1] ?? "";
    expect((await look(token)).status).toBe(200);
  });
});

describe("an address that never asked for letters", () => {
  const sent = () => at.asOwner("select 1 from auth.outbox").then((letters) => letters.length);

  test("gets six a day at most, however it is written, of whomever, and by whatever question; then the link is handed over", async () => {
    const { ask, ana, path, edit } = await company(true, new Limits());
    await edit(ana.cookie, { do: "add", kind: "person", item: { id: "ivo-2", name: "Ivo again", party: "client" } }, { do: "add", kind: "contact", item: { id: "ivo-2-email", person: "ivo-2", kind: "email", value: "IVO@Client.example" } });
    const asked = async () => ((await (await ask(ana.cookie, "POST", `${path}/contact-checks`, { people: ["ivo", "ivo-2"] })).json()) as Asked).asked.map(({ mailed, link }) => (mailed && link === null ? "letter" : link === null ? "nothing" : "link"));
    const tried = async () => (await ask(ana.cookie, "POST", `${path}/contact-tests`, { id: randomUUID(), contact: "ivo-email" })).status;
    expect([await asked(), await asked(), await tried()]).toEqual([["letter", "letter"], ["letter", "letter"], 201]);
    expect([await asked(), await tried()]).toEqual([["letter", "link"], 429]);
    expect(await sent()).toBe(6);
  });

  test("is not reached by setting a schedule again and again", async () => {
    const limits = new Limits();
    const { ask, ana, path, accounts } = await company(true, limits);
    for (let n = 0; n < 9; n++) {
      for (const days of [7, null, 7]) expect((await ask(ana.cookie, "PUT", `${path}/contact-schedule`, { party: "client", days })).status).toBe(204);
      await askRounds(at.db, new Drafts(at.db), messengerOf({ accounts, limits }));
    }
    expect(await sent()).toBe(6);
  });

  test("is counted for each account as well, so that one request with many people is many letters", async () => {
    const limits = new Limits(0.01);
    expect(await Promise.all(["a", "b", "c", "d"].map((name) => limits.mayWrite("ana", `${name}@client.example`)))).toEqual([true, true, true, false]);
    expect(await limits.mayWrite("pat", "e@client.example")).toBe(true);
  });
});

describe("a way to reach somebody is tried", () => {
  test("by a letter that is really sent, and verified when its arrival is confirmed", async () => {
    const { ask, ana, path, letter, answer, contact, checks, look } = await company(true);
    expect((await ask(ana.cookie, "POST", `${path}/contact-tests`, { id: randomUUID(), contact: "ivo-email" })).status).toBe(201);
    const token = /still-correct#([\w-]{43})\n/.exec((await letter())?.text ?? "")?.[1] ?? "";
    expect(await (await look(token)).json()).toMatchObject({ kind: "test", contacts: [{ id: "ivo-email" }] });
    expect((await contact("ivo-email"))?.verifiedAt).toBeUndefined();
    expect((await answer(token, [])).status).toBe(200);
    expect((await contact("ivo-email"))?.verifiedAt).toBeDefined();
    expect((await contact("ivo-voice"))?.verifiedAt).toBe("2024-01-01T00:00Z");
    expect((await checks()).checks[0]).toMatchObject({ kind: "test", contact: "ivo-email", result: "received" });
  });

  test("by hand: a call that reached somebody verifies the number, one that did not only stands there", async () => {
    const { ask, ana, path, contact, checks } = await company();
    const tried = (reached: boolean, id = randomUUID()) => ask(ana.cookie, "POST", `${path}/contact-tests`, { id, contact: "ivo-voice", reached });
    expect((await tried(false)).status).toBe(204);
    expect((await contact("ivo-voice"))?.verifiedAt).toBe("2024-01-01T00:00Z");
    const id = randomUUID();
    expect([(await tried(true, id)).status, (await tried(true, id)).status]).toEqual([204, 204]);
    expect(Date.parse((await contact("ivo-voice"))?.verifiedAt ?? "")).toBeGreaterThan(Date.now() - 120_000);
    expect((await checks()).checks.map(({ kind, result }) => [kind, result])).toEqual([["call", "reached"], ["call", "not-reached"]]);
  });

  test("says what Remit does not carry instead of pretending", async () => {
    const { ask, ana, path } = await company(true);
    const answer = await ask(ana.cookie, "POST", `${path}/contact-tests`, { id: randomUUID(), contact: "ivo-voice" });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "by-hand" });
  });
});

test("a schedule asks those whose numbers are not verified, once a round, in the name of whoever set it", async () => {
  const { ask, ana, path, letter, accounts, checks, askIvo, answer, workspace } = await company(true);
  expect((await ask(ana.cookie, "PUT", `${path}/contact-schedule`, { party: "client", days: 90 })).status).toBe(204);
  const round = () => askRounds(at.db, new Drafts(at.db), messengerOf({ accounts }));
  expect(await round()).toBe(1);
  const token = /still-correct#([\w-]{43})\n/.exec((await letter())?.text ?? "")?.[1] ?? "";
  expect((await checks()).checks).toMatchObject([{ person: "ivo", kind: "correct" }]);
  expect(await round()).toBe(0);
  await answer(token, [{ contact: "ivo-voice" }, { contact: "ivo-email" }, { contact: "ivo-secret" }]);
  await at.asOwner("update remit.contact_schedule set next_at = now() where workspace_id = $1", [workspace]);
  expect(await round()).toBe(0);
  await askIvo();
  expect((await ask(ana.cookie, "PUT", `${path}/contact-schedule`, { party: "client", days: null })).status).toBe(204);
  expect(await at.asOwner("select 1 from remit.contact_schedule where workspace_id = $1", [workspace])).toEqual([]);
});

test("webhooks of the person's own side are told of answers and tests, and of no number", async () => {
  const { ask, ana, pat, path, askIvo, answer, workspace } = await company();
  for (const { cookie } of [ana, pat]) expect((await ask(cookie, "POST", `${path}/webhooks`, { name: "A", url: "https://receiver.example.org/x", events: ["contact.confirmed", "contact.tested"] })).status).toBe(201);
  await answer(await askIvo(), [{ contact: "ivo-voice", value: "+48 700 700 700" }]);
  await ask(ana.cookie, "POST", `${path}/contact-tests`, { id: randomUUID(), contact: "ivo-voice", reached: true });
  const told = await at.asOwner<{ event: string; body: { data: object }; party: string }>("select d.event, d.body, h.party from remit.webhook_delivery d join remit.webhook h using (workspace_id, webhook_id) where workspace_id = $1 order by d.made_at", [workspace]);
  expect(told.map(({ event, party }) => [event, party])).toEqual([["contact.confirmed", "client"], ["contact.tested", "client"]]);
  expect(JSON.stringify(told)).not.toContain("700");
});
