import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { holds } from "#app/history/signature.ts";
import { SignedVersion } from "#core/version/signed-version.ts";
import { verifyVersion } from "#core/version/verify-version.ts";
import { testDatabase } from "../../../test/database.ts";
import { NOTHING_BLOCKS, signers, type Overview } from "../../../test/signers.ts";

const at = testDatabase();
const two = signers(at);
const code = async (answer: Response): Promise<string> => `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ""}`;
/** Past Remit, as somebody does who has the database in their hands. */
const byHand = async (sql: string, values: readonly unknown[]): Promise<void> => {
  await at.asOwner("alter table remit.version disable trigger kept");
  await at.asOwner("alter table remit.signature disable trigger kept");
  const checks = await at.asOwner<{ conname: string }>("select conname from pg_constraint where conrelid = 'remit.version'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%sha256%'");
  for (const { conname } of checks) await at.asOwner(`alter table remit.version drop constraint ${conname}`);
  await at.asOwner(sql, values);
  await at.asOwner("alter table remit.version enable trigger kept");
  await at.asOwner("alter table remit.signature enable trigger kept");
};

describe("a version", () => {
  test("is the draft as it stood, waits for its signatures, and is in force with the last one", async () => {
    const { ana, ben, anna, pia, named, offer, sign, seen, edit, read } = await two();
    await named();
    const { draft } = await seen();
    expect(await (await offer()).json()).toMatchObject({ number: 1 });
    expect((await edit(ben, "Changed meanwhile")).status).toBe(200);
    expect((await seen()).versions[0]).toMatchObject({ number: 1, state: "offered", digest: draft.digest });
    expect((await sign(ana, 1, anna)).status).toBe(200);
    expect(await seen()).toMatchObject({ serving: null, versions: [{ state: "offered" }] });
    expect(await (await sign(ben, 1, pia)).json()).toMatchObject({ complete: true });
    const after = await seen();
    expect(after).toMatchObject({ serving: { number: 1, expired: false }, versions: [{ state: "in-force" }], draft: { rows: 1 } });
    expect(await read(ana, "/versions/1/document")).toMatchObject({ number: 1, digest: draft.digest, document: { activities: expect.not.arrayContaining([expect.objectContaining({ title: "Changed meanwhile" })]) } });
  });

  test("holds no directory and no value that only one side may see", async () => {
    const { ana, named, offer, post, anna, draft, read } = await two();
    await named();
    expect((await post(ana, "/edits", { id: randomUUID(), base: (await draft()).revision, what: "add a number", edits: [{ do: "add", kind: "contact", item: { id: "hidden", person: anna, kind: "voice", value: "+1 555 0199", private: true } }] })).status).toBe(200);
    expect((await offer()).status).toBe(201);
    const [row] = await at.asOwner<{ matrix: string }>("select matrix from remit.version where workspace_id = (select workspace_id from remit.member where account_id = $1)", [ana.account]);
    expect(row?.matrix).not.toContain("0199");
    expect((await read<{ document: object }>(ana, "/versions/1/document")).document).not.toHaveProperty("directory");
  });

  test("is not offered while something is open that must not be, as the owners say, and tells what that is", async () => {
    const { ana, ben, named, offer, send, post, document, read } = await two();
    await named();
    const weigh = (weights: Partial<typeof NOTHING_BLOCKS>, who = ana) => send(who, "PUT", "/sign-policy", { id: randomUUID(), inOrder: [], weights: { ...NOTHING_BLOCKS, ...weights } });
    expect((await weigh({ errors: "block", counterexamples: "block", untested: "warn" })).status).toBe(204);
    const refused = await offer();
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: "not-ready", known: ["3 errors of the linter", "1 case in which the proof finds nobody, with everybody there"] });
    expect(await read(ana, "/signatories")).toMatchObject({ policy: { weights: { errors: "block", untested: "warn", contested: "ignore" } } });
    // What is only told keeps nothing back; what the other side contests does where it shall.
    expect((await weigh({ errors: "warn", counterexamples: "warn", contested: "block" }, ben)).status).toBe(204);
    const [row] = document.activities;
    expect((await post(ben, "/stands", { id: randomUUID(), rows: [row?.id], stand: "contested", reason: "not ours", seen: (await read<{ revision: number }>(ana, "/matrix")).revision })).status).toBe(200);
    expect(await (await offer()).json()).toMatchObject({ code: "not-ready", known: ["1 row is contested"] });
    expect((await weigh({ contested: "warn" })).status).toBe(204);
    expect((await offer()).status).toBe(201);
    expect((await send(ana, "PUT", "/sign-policy", { id: randomUUID(), inOrder: [], weights: { errors: "never" } })).status).toBe(422);
  });

  test("is offered only by whoever saw the draft as it stands, and one at a time", async () => {
    const { ana, ben, named, offer, draft, edit, post } = await two();
    await named();
    const { revision } = await draft();
    await edit(ben, "Another title");
    expect(await code(await offer(ana, revision))).toBe("412 draft-went-on");
    expect(await code(await post(ana, "/versions", { id: randomUUID() }))).toBe("412 draft-went-on");
    expect((await offer()).status).toBe(201);
    expect(await code(await offer(ben))).toBe("409 one-offered");
    expect(await code(await post(ben, "/versions/1/withdraw", { id: randomUUID(), reason: "ours is better" }))).toBe("403 theirs");
    expect((await post(ana, "/versions/1/withdraw", { id: randomUUID(), reason: "a typing error" })).status).toBe(200);
    expect(await (await offer(ben)).json()).toMatchObject({ number: 2 });
  });

  test("is offered once however often the same offer is sent", async () => {
    const { ana, named, draft, post } = await two();
    await named();
    const [id, match] = [randomUUID(), { "if-match": "*" }];
    const [first, second] = [await (await post(ana, "/versions", { id }, match)).json(), await (await post(ana, "/versions", { id }, match)).json()];
    expect([(first as { number: number }).number, (second as { number: number }).number]).toEqual([1, 1]);
    expect((await draft()).revision).toBe((first as { revision: number }).revision);
  });

  test("is not offered while a party has said of nobody that they sign", async () => {
    const { ana, name, client, anna, offer, seen } = await two();
    await name(ana, client, [anna]);
    expect(await code(await offer())).toBe("409 nobody-named");
    expect((await seen()).draft.missing).toHaveLength(1);
  });

  test("whose last day is over is neither offered nor signed", async () => {
    const { ana, anna, named, offer, sign, dated } = await two();
    await named();
    await dated({ validUntil: "2020-01-01" });
    expect(await code(await offer())).toBe("409 over");
    await dated({ validUntil: "2999-01-01" });
    expect((await offer()).status).toBe(201);
    await byHand("update remit.version set valid_until = '2020-01-01', offer_seal = offer_seal where number = $1", [1]);
    expect(await code(await sign(ana, 1, anna))).toBe("409 not-open");
  });

  test("with a first day to come is signed and serves from that day on; time travel says so", async () => {
    const { ana, ben, anna, pia, named, offer, sign, dated, seen, read } = await two();
    await named();
    await dated({ validFrom: "2998-01-01", validUntil: "2998-12-31" });
    await offer();
    await sign(ana, 1, anna);
    await sign(ben, 1, pia);
    expect(await seen()).toMatchObject({ serving: null, versions: [{ state: "signed" }], next: "2998-01-01T00:00:00.000Z" });
    const when = async (instant: string) => (await read<{ serving: { number: number; expired: boolean } | null; states: { state: string }[] }>(ana, `/versions/serving?at=${encodeURIComponent(instant)}`));
    expect(await when("2997-12-31T23:59:59Z")).toMatchObject({ serving: null, states: [{ state: "signed" }] });
    expect(await when("2998-01-01T00:00:00Z")).toMatchObject({ serving: { number: 1, expired: false }, states: [{ state: "in-force" }] });
    expect(await when("2999-01-01T00:00:00+00:00")).toMatchObject({ serving: { number: 1, expired: true }, states: [{ state: "expired" }] });
    expect(await when("2020-01-01T00:00:00Z")).toMatchObject({ serving: null, states: [] });
  });

  test("is superseded by the next one, and withdrawn by an owner who shows once more who they are", async () => {
    const { ana, ben, anna, pia, inForce, offer, sign, seen, edit, post } = await two();
    await inForce();
    await edit(ana, "For the second");
    await offer(ben);
    await sign(ana, 2, anna);
    expect((await seen()).serving?.number).toBe(1);
    await sign(ben, 2, pia);
    expect((await seen()).versions.map(({ state }) => state)).toEqual(["in-force", "superseded"]);
    expect(await code(await post(ana, "/versions/2/withdraw", { id: randomUUID(), reason: "the service ended" }))).toBe("403 prove");
    expect((await post(ana, "/versions/2/withdraw", { id: randomUUID(), reason: "the service ended", password: "four plain words here" })).status).toBe(200);
    expect(await seen()).toMatchObject({ serving: null, versions: [{ state: "withdrawn" }, { state: "superseded" }] });
  });

  test("that one refuses is closed, with reasons for rows", async () => {
    const { ana, ben, anna, pia, named, offer, sign, seen, post, read, document } = await two();
    await named();
    await offer();
    const rows = [{ activity: document.activities[0]?.id ?? "", reason: "not ours at night" }];
    expect((await post(ben, "/versions/1/refuse", { id: randomUUID(), person: pia, reason: "one row is wrong", rows })).status).toBe(200);
    expect(await read(ana, "/versions/1")).toMatchObject({ state: "refused", refusals: [{ reason: "one row is wrong", rows }] });
    expect(await code(await sign(ana, 1, anna))).toBe("409 not-open");
    expect((await seen()).serving).toBeNull();
    expect((await offer()).status).toBe(201);
  });
});

describe("what is signed by everybody", () => {
  test("is sealed, and proves itself offline; its digest is mailed to everybody who signed", async () => {
    const { ana, ben, inForce, ask, workspace, letter, keys, read, digestOf } = await two();
    await inForce();
    const file = SignedVersion.parse(await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/versions/1/file`)).json());
    expect(verifyVersion(file, holds, keys.history.key)).toEqual({ faults: [], verdict: "origin proven", signatures: 2, withdrawn: false });
    expect(verifyVersion({ ...file, signatures: file.signatures.slice(1) }, holds).verdict).toBe("not valid");
    const digest = await digestOf(1);
    expect(await read(ana, "/versions/1/certificate")).toMatchObject({ digest, parties: [{ signatures: [{ how: "password", digest }] }, { signatures: [{ digest }] }] });
    const told: string[] = [];
    for (let one = await letter(); one; one = await letter()) if (one.text.includes(digest)) told.push(one.to);
    expect(told.sort()).toEqual([ana.email, ben.email].sort());
  });

  test("is among what somebody takes along of themselves", async () => {
    const { ana, inForce, ask, digestOf } = await two();
    await inForce();
    expect(await (await ask(ana.cookie, "GET", "/account/data")).json()).toMatchObject({ signatures: [{ version: 1, how: "password", digest: await digestOf(1) }], refusals: [] });
  });

  test("is in the history, in the chain, without a private word", async () => {
    const { ana, inForce, post, read } = await two();
    await inForce();
    await post(ana, "/versions/1/withdraw", { id: randomUUID(), reason: "the service ended", password: "four plain words here" });
    const { edits } = await read<{ edits: { what: string }[] }>(ana, "/edits?after=0&limit=1000");
    for (const words of ["offered the draft as the next version, digest", "signed version 1 for", "withdrew version 1: the service ended", "sign from now on"]) expect(edits.some(({ what }) => what.includes(words))).toBe(true);
  });

  test("is nothing that Remit itself could still change or delete", async () => {
    const { inForce } = await two();
    await inForce();
    for (const sql of ["update remit.version set matrix = '{}'", "update remit.version set number = 9", "update remit.version set completed_at = now()", "delete from remit.version", "update remit.signature set name = 'X'", "delete from remit.signature"]) await expect(at.asOwner(sql)).rejects.toMatchObject({ code: expect.stringMatching(/^RM403|^23/) });
  });

  const everyWay: readonly [string, string][] = [
    ["its text", "update remit.version set matrix = replace(matrix, '\"title\":\"', '\"title\":\"X') where number = $1"],
    ["its text and its digest", "update remit.version set matrix = matrix || ' ', digest = sha256(convert_to(matrix || ' ', 'UTF8')) where number = $1"],
    ["all digests", "with v as (update remit.version set matrix = matrix || ' ', digest = sha256(convert_to(matrix || ' ', 'UTF8')) where number = $1 returning digest, workspace_id) update remit.signature s set digest = v.digest from v where s.workspace_id = v.workspace_id"],
    ["who signed", "update remit.signature set name = 'Somebody else' where number = $1"],
    ["when it was complete, without a seal", "update remit.version set seal = '' where number = $1"],
    ["its days", "update remit.version set valid_until = '2030-01-01' where number = $1"],
  ];
  test.each(everyWay)("that was altered by hand (%s) is found out, serves nobody and is shown as that", async (_, sql) => {
    const { ana, inForce, seen, ask, workspace, read } = await two();
    await inForce();
    await byHand(sql, [1]);
    expect(await seen()).toMatchObject({ serving: null, altered: [1], versions: [{ altered: true }] });
    expect(await code(await ask(ana.cookie, "GET", `/workspaces/${workspace}/versions/1/document`))).toBe("409 altered");
    expect(await code(await ask(ana.cookie, "GET", `/workspaces/${workspace}/versions/1/certificate`))).toBe("409 altered");
    expect(await read(ana, "/versions/serving")).toMatchObject({ serving: null, altered: [1] });
  });

  test("that was altered before anybody signed is signed by nobody", async () => {
    const { ana, anna, named, offer, seen, sign } = await two();
    await named();
    await offer();
    await byHand("update remit.version set matrix = matrix || ' ', digest = sha256(convert_to(matrix || ' ', 'UTF8')) where number = $1", [1]);
    expect((await seen()).altered).toEqual([1]);
    expect(await code(await sign(ana, 1, anna))).toBe("409 altered");
  });

  test("goes with its workspace", async () => {
    const { inForce, workspace } = await two();
    await inForce();
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [workspace]);
    expect(await at.asOwner("select 1 from remit.version where workspace_id = $1", [workspace])).toEqual([]);
  });
});

describe("reminders", () => {
  test("go to who has not signed, once a day", async () => {
    const { ana, ben, anna, named, offer, sign, post, letter, workspace } = await two();
    await named();
    await offer();
    await sign(ana, 1, anna);
    while (await letter());
    const remind = async () => ((await (await post(ana, "/versions/1/remind", {})).json()) as { reminded: number }).reminded;
    expect([await remind(), await remind()]).toEqual([1, 0]);
    const one = await letter();
    expect(one).toMatchObject({ to: ben.email });
    expect(one?.text).toContain(`/w/${workspace}/versions/1`);
    await at.asOwner("update remit.version_signatory set reminded_at = now() - interval '25 hours' where workspace_id = $1", [workspace]);
    expect(await remind()).toBe(1);
  });
});

test("another workspace's versions are nothing to anybody", async () => {
  const here = await two();
  await here.inForce();
  const eve = await here.signIn("Eve");
  for (const path of ["/versions", "/versions/1", "/versions/1/document", "/versions/1/file", "/versions/1/certificate", "/versions/serving", "/signatories"]) expect((await here.ask(eve.cookie, "GET", `/workspaces/${here.workspace}${path}`)).status).toBe(404);
  const { id } = (await (await here.ask(eve.cookie, "POST", "/workspaces", { name: "Eve's" })).json()) as { id: string };
  expect(((await (await here.ask(eve.cookie, "GET", `/workspaces/${id}/versions`)).json()) as Overview).versions).toEqual([]);
  expect((await here.ask(eve.cookie, "POST", `/workspaces/${here.workspace}/versions/1/sign`, { id: randomUUID(), person: here.anna, digest: await here.digestOf(1), intent: "I agree", password: "four plain words here" })).status).toBe(404);
});
