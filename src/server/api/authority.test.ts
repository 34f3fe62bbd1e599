import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Authority } from "../../app/authority/authority.ts";
import { NoAnswer } from "../../app/authority/thread.ts";
import { Drafts } from "../../app/draft/drafts.ts";
import { Answer, Proof } from "../../contract/authority.ts";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { Limits } from "./limits.ts";

const at = testDatabase();
const house = houses(at);
const AT = "2026-11-22T02:00Z";

async function asking(options?: Parameters<typeof house>[0]) {
  const here = await house(options);
  const path = `/workspaces/${here.workspace}`;
  const get = (cookie: string | undefined, rest: string, headers?: Record<string, string>) => here.ask(cookie, "GET", `${path}/${rest}`, undefined, headers);
  const edit = async (cookie: string, ...edits: object[]) => expect((await here.ask(cookie, "POST", `${path}/edits`, { id: randomUUID(), base: 10_000, what: "edit", edits })).status).toBe(200);
  return { ...here, path, get, edit };
}

describe("who to call", () => {
  test("is answered with people, decisions, clocks, reasons and digests, as the description says", async () => {
    const { get, ana } = await asking();
    const answer = await get(ana.cookie, `who?event=ransomware&severity=s1&at=${AT}`);
    expect(answer.status).toBe(200);
    const said = Answer.strict().parse(await answer.json());
    expect(said).toMatchObject({ event: { id: "ransomware" }, severity: { id: "s1" }, at: AT });
    expect(said.contact?.methods.length).toBeGreaterThan(0);
    expect(Object.keys(said.decide).length).toBeGreaterThan(0);
    expect(said.digests.matrix).toMatch(/^[0-9a-f]{64}$/);
    const offset = await get(ana.cookie, `who?event=ransomware&severity=s1&at=${encodeURIComponent("2026-11-22T03:00+01:00")}`);
    expect(await offset.json()).toEqual(said);
  });

  test("names somebody else while the first is missing", async () => {
    const { get, ana } = await asking();
    const first = Answer.parse(await (await get(ana.cookie, `who?event=ransomware&severity=s1&at=${AT}`)).json());
    const missing = first.contact?.person ?? "";
    const then = Answer.parse(await (await get(ana.cookie, `who?event=ransomware&severity=s1&at=${AT}&missing=${missing}`)).json());
    expect(then.contact?.person).not.toBe(missing);
  });

  test.each([
    ["event=flood", "unknown-event", "ransomware"],
    ["event=ransomware&severity=s9", "unknown-severity", "s1"],
    ["event=ransomware&missing=nobody", "unknown-missing", "rosalind-ashby"],
    ["event=ransomware&scope=the-moon", "unknown-scope", undefined],
  ])("an answer about `%s` is refused and says what there is", async (query, code, known) => {
    const { get, ana } = await asking();
    const answer = await get(ana.cookie, `who?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const said = (await answer.json()) as { code: string; known: string[]; detail: string };
    expect(said.code).toBe(code);
    if (known !== undefined) expect(said.known).toContain(known);
  });

  test.each(["at=yesterday", "at=2026-02-31T10:00Z", "at=2026-11-22T02:00", "at=1999-12-31T23:59Z", "at=2100-01-01T00:00Z"])("`%s` is no instant", async (query) => {
    const { get, ana } = await asking();
    const answer = await get(ana.cookie, `who?event=ransomware&${query}`);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain("no instant");
  });

  test("changes with the draft, and is not sent again while it does not", async () => {
    const { get, ana, edit } = await asking();
    const path = `who?event=ransomware&severity=s1&at=${AT}`;
    const first = await get(ana.cookie, path);
    const tag = first.headers.get("etag") ?? "";
    const before = Answer.parse(await first.json());
    expect((await get(ana.cookie, path, { "if-none-match": tag })).status).toBe(304);
    const person = before.contact?.person;
    await edit(ana.cookie, { do: "add", kind: "absence", item: { id: "ill", person, from: "2026-11-21T00:00Z", until: "2026-11-23T00:00Z" } });
    const after = await get(ana.cookie, path, { "if-none-match": tag });
    expect(after.status).toBe(200);
    expect(Answer.parse(await after.json()).contact?.person).not.toBe(person);
  });

  test("shows a number a party keeps to itself to its own members, and to no key, guest or other party", async () => {
    const { get, ana, member, guest, edit, ask, path, workspace } = await asking();
    const answer = Answer.parse(await (await get(ana.cookie, `who?event=ransomware&severity=s1&at=${AT}`)).json());
    const { document } = (await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { document: { people: { id: string; party: string }[] } };
    const { person = "" } = answer.contact ?? {};
    const party = document.people.find(({ id }) => id === person)?.party ?? "";
    const other = document.people.find((one) => one.party !== party)?.party ?? "";
    await at.asOwner("update remit.member set party = $2 where workspace_id = $1", [workspace, party]);
    await edit(ana.cookie, { do: "add", kind: "contact", item: { id: "secret-number", person, kind: "voice", value: "+48 600 111 999", private: true } });
    const text = async (cookie: string | undefined, headers?: Record<string, string>) => (await get(cookie, `who?event=ransomware&severity=s1&at=${AT}`, headers)).text();
    const { key } = (await (await ask(ana.cookie, "POST", `${path}/keys`, { name: "A program", edit: false })).json()) as { key: string };
    const across = await member("owner", other);
    expect(await text(ana.cookie)).toContain("+48 600 111 999");
    expect(await text((await member("auditor", party)).cookie)).toContain("+48 600 111 999");
    for (const said of [await text(across.cookie), await text((await guest()).cookie), await text(undefined, { authorization: `Bearer ${key}` })]) {
      expect(said).not.toContain("111 999");
      expect(Answer.strict().parse(JSON.parse(said)).contact?.person).toBe(person);
    }
  });

  test("a burst in the night is answered in milliseconds each", async () => {
    const { get, ana } = await asking();
    await (await get(ana.cookie, `who?event=ransomware&severity=s1&at=${AT}`)).text();
    const begun = performance.now();
    const statuses = await Promise.all(Array.from({ length: 100 }, async (_, n) => (await get(ana.cookie, `who?event=ransomware&severity=s1&at=2026-11-22T02:${String(n % 60).padStart(2, "0")}Z`)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    // Generous: two cores, PostgreSQL beside it.
    expect((performance.now() - begun) / 100).toBeLessThan(30);
  });
});

describe("the proof", () => {
  test("gives a verdict, counterexamples with repairs and what it rests on, as the description says", async () => {
    const { get, ana } = await asking();
    const answer = await get(ana.cookie, `proof?absent=1&from=${AT}`);
    expect(answer.status).toBe(200);
    const proof = Proof.strict().parse(await answer.json());
    expect(proof.verdict).toBe("COUNTEREXAMPLE");
    expect(proof.counterexamples.some(({ repair }) => repair !== undefined)).toBe(true);
    expect(proof.horizon).toEqual({ from: AT, until: "2027-12-22T02:00Z", absent: 1 });
  });

  test("is worked out once for a revision, and anew for the next", async () => {
    const { get, ana, edit, member } = await asking();
    const first = await get(ana.cookie, "proof?absent=0");
    const tag = first.headers.get("etag") ?? "";
    const words = await first.text();
    expect(await (await get((await member("auditor")).cookie, "proof?absent=0")).text()).toBe(words);
    expect((await get(ana.cookie, "proof?absent=0", { "if-none-match": tag })).status).toBe(304);
    await edit(ana.cookie, { do: "remove", kind: "event", id: "ransomware" });
    const next = await get(ana.cookie, "proof?absent=0", { "if-none-match": tag });
    expect(next.status).toBe(200);
    expect(await next.text()).not.toBe(words);
  });

  test.each(["absent=4", "absent=-1", "absent=x", "from=now", `from=${AT}&until=2026-11-22T01:00Z`, `from=${AT}&until=2029-11-24T00:00Z`])("`%s` is refused in words", async (query) => {
    const { get, ana } = await asking();
    const answer = await get(ana.cookie, `proof?${query}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "unfit" });
  });

  test("keeps nobody waiting: the server answers others while it is worked out", async () => {
    const { get, ana } = await asking();
    let longest = 0;
    let last = performance.now();
    const ticker = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    await Promise.all([get(ana.cookie, "proof?absent=3&until=2029-11-20T00:00Z"), get(ana.cookie, "proof?absent=2")]);
    clearInterval(ticker);
    // The promise is 50 ms; a busy machine that runs other tests gets some more.
    expect(longest).toBeLessThan(150);
  });

  test("is asked for so often and no more", async () => {
    const { get, ana } = await asking({ limits: new Limits(0.05) });
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await get(ana.cookie, "proof?absent=0")).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect((await get(ana.cookie, "who?event=ransomware")).status).toBe(200);
  });
});

describe("a question that is too much", () => {
  const asker = async () => {
    const { ana, workspace } = await house();
    return { account: ana.account, workspace, revision: 0, sees: "shared" as const };
  };
  const bounds = { longest: 10_000, memory: 256, waiting: 20, waitingOfOne: 4 };
  const proof = (from: number) => ({ from: 29_900_000 + from, absent: 1 });

  test("is given up after its time, without the next one suffering", async () => {
    const who = await asker();
    const hasty = new Authority(at.db, new Drafts(at.db), { thorough: { ...bounds, longest: 1 } });
    await expect(hasty.proof(who, proof(0))).rejects.toEqual(new NoAnswer("too-long"));
    const patient = new Authority(at.db, new Drafts(at.db), { thorough: bounds });
    expect(await patient.proof(who, proof(0))).toHaveProperty("text");
  });

  test("is refused at once when it is asked again soon, while others are answered", async () => {
    const { ask, ana, workspace } = await house();
    const layers = Array.from({ length: 2_000 }, () => ({ people: ["agata-nowak"], from: "2026-01-01T00:00", turn: "PT1M", hours: [{ days: ["mon"], from: "03:00", until: "03:01" }] }));
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 100_000, what: "heavy", edits: [{ do: "add", kind: "rotation", item: { id: "heavy", name: "Heavy", role: "soc-analyst", timeZone: "Europe/Warsaw", layers } }] })).status).toBe(200);
    const authority = new Authority(at.db, new Drafts(at.db), { quick: { ...bounds, longest: 2_000, memory: 1_024 } });
    const heavy = await authority.standing({ account: ana.account, workspace, revision: 1, sees: "shared" });
    const question = { event: "ransomware", at: 29_900_000 };
    await expect(heavy.ask(question)).rejects.toEqual(new NoAnswer("too-long"));
    const begun = performance.now();
    await expect(heavy.ask(question)).rejects.toEqual(new NoAnswer("too-long"));
    expect(performance.now() - begun).toBeLessThan(500);
    const other = await asker();
    expect(await (await authority.standing(other)).ask(question)).toHaveProperty("text");
  });

  test("waits in a line that is no longer than it may be", async () => {
    const who = await asker();
    const drafts = new Drafts(at.db);
    // Read already, so that all ask at the same moment.
    await drafts.read(who.account, who.workspace);
    const authority = new Authority(at.db, drafts, { thorough: bounds });
    const all = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((n) => authority.proof(who, proof(n))));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(all.at(-1)).toMatchObject({ status: "rejected", reason: new NoAnswer("too-many") });
    expect(await authority.proof(who, proof(7))).toHaveProperty("text");
  });
});
