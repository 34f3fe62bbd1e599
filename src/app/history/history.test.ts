import { createHash, createPublicKey, randomBytes, randomUUID, verify } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { keysFrom } from "#accounts/keys.ts";
import { drawn } from "#core/lint/sketch.ts";
import { SEGMENT, Chain } from "#core/history/chain.ts";
import { leafOf, type HistoryEntry } from "#core/history/entry.ts";
import { erasedBy, sayErased, Wordless } from "#core/history/erasure.ts";
import { verifyHistory, type History } from "#core/history/verify.ts";
import { Drafts } from "../draft/drafts.ts";
import { eraseEntries } from "../person/erase-person.ts";
import { foundWorkspace } from "../workspace/found.ts";
import { historyText } from "./hand-out.ts";
import { headsOf, memberLedger, serverLedger, takeDuty } from "#db/history.ts";
import { HistoryBroken, signHead, signHistories } from "./sign.ts";

const at = testDatabase();
const { history: signer } = keysFrom(randomBytes(32));
const spki = (key: string) => createPublicKey({ key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(key, "base64")]), format: "der", type: "spki" });
const holds = (words: string, signature: string, key: string): boolean => verify(null, Buffer.from(words), spki(key), Buffer.from(signature, "base64"));
const faultsOf = (history: History) => verifyHistory(history, holds).faults.map(({ fault, revision }) => `${fault} ${revision}`);

const document = drawn({ rows: [{ title: "Isolate a host", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } }] });
async function workspace(edits: number) {
  const drafts = new Drafts(at.db);
  const ana = await at.person("Ana");
  const here = await foundWorkspace(at.db, drafts, ana, "Northwind", { from: "document", document });
  const row = document.activities[0]?.id ?? "";
  const edit = (title: string) => drafts.edit(ana, here, { id: randomUUID(), base: 1e6, page: randomUUID(), what: `rename to ${title}`, edits: [{ do: "set", at: { kind: "activity", id: row }, field: "title", value: title }] });
  for (let i = 0; i < edits; i++) await edit(`Title ü ${i} "quoted" \\ ${"💥"}`);
  const handedOut = async (): Promise<History> => {
    let text = "";
    for await (const piece of historyText(at.db, signer, ana, here)) text += piece;
    return JSON.parse(text) as History;
  };
  return { drafts, ana, here, edit, handedOut };
}

describe("a history", () => {
  test("is whole as it is handed out, edits, undos and all, and its leaves are those of the core", async () => {
    const { drafts, ana, here, handedOut } = await workspace(5);
    await drafts.undo(ana, here, randomUUID());
    await drafts.redo(ana, here, randomUUID());
    const history = await handedOut();
    expect(verifyHistory(history, holds)).toEqual({ faults: [], entries: 8, erased: 0, signedTo: 8 });
    for (const entry of history.entries) expect(leafOf(here, entry)).toBe(entry.leaf);
    expect(history.entries.filter(({ undoes }) => undoes !== null)).toHaveLength(2);
  });

  test("stays whole over the edge of a segment and with heads from many days", async () => {
    const { edit, handedOut, ana, here } = await workspace(2);
    await signHead(signer, here, memberLedger(at.db, ana, here));
    // Quick rows of the same shape: the leaf is made by the function that makes every other.
    for (let i = 0; i < 40; i++) await edit(`more ${i}`);
    await signHead(signer, here, memberLedger(at.db, ana, here));
    await edit("last");
    const history = await handedOut();
    expect(history.heads).toHaveLength(3);
    expect(verifyHistory(history, holds)).toMatchObject({ faults: [], signedTo: 44 });
  });

  test("whose words were erased still proves who, when and for whom", async () => {
    const made = await workspace(3);
    const { here, handedOut } = made;
    const { drafts, ana } = made;
    await eraseEntries(at.db, drafts, ana, here, [2, 3, 4]);
    expect(verifyHistory(await handedOut(), holds)).toMatchObject({ faults: [], erased: 3, signedTo: 5 });
    // What says so is not erased in its turn.
    expect(await eraseEntries(at.db, drafts, ana, here, [5])).toEqual([]);
  });

  test("whose words are gone though nobody erased them is not whole, and says which", async () => {
    const { here, ana, drafts, handedOut } = await workspace(4);
    await eraseEntries(at.db, drafts, ana, here, [2]);
    await at.asOwner("update remit.edit_log set salt = null, edits = '[]', undo = '[]', what = '' where workspace_id = $1 and revision = 4", [here]);
    const verdict = verifyHistory(await handedOut(), holds);
    expect(verdict).toMatchObject({ erased: 2, faults: [{ revision: 4, fault: "words missing" }] });
    expect(verdict.faults[0]?.words).toBe("the words of revision 4 are missing, and no later entry says that they were erased");
  });

  test("takes nobody's word for an erasure but the same party's, later, and with nothing else in it", () => {
    const gone = { revision: 3, party: "client", payload: null };
    const says = (what: string, more: object = {}) => ({ revision: 9, party: "client", payload: { what, edits: [] }, ...more });
    const unsaid = (entry: ReturnType<typeof says>): readonly number[] => {
      const wordless = new Wordless();
      wordless.missing(gone);
      wordless.read(entry);
      return wordless.unsaid();
    };
    expect(unsaid(says("erase the words of no. 1, 3"))).toEqual([]);
    expect(unsaid(says("erase the words of no. 1-999999999999"))).toEqual([]);
    for (const other of [says("erase the words of no. 4"), says("erase the words of no. 3, please"), says("erase the words of no. 3", { party: "provider" }), says("", { payload: { what: "erase the words of no. 3", edits: [{}] } })]) expect(unsaid(other)).toEqual([3]);
  });

  test("names every erased entry, however many at once", () => {
    const revisions = Array.from({ length: 900 }, (_, i) => i * 2 + (i % 5 === 0 ? 1 : 0));
    const said = sayErased(revisions);
    expect(said.length).toBeGreaterThan(5);
    for (const what of said) expect(what.length).toBeLessThanOrEqual(500);
    expect(said.flatMap((what) => erasedBy({ what, edits: [] })).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))).toEqual(revisions);
  });
});

describe("a history that somebody touched", () => {
  let whole: History;
  beforeAll(async () => {
    whole = await (await workspace(6)).handedOut();
  });
  const changed = (change: (entries: HistoryEntry[]) => void): History => {
    const copy = structuredClone(whole) as { entries: HistoryEntry[] } & History;
    change(copy.entries);
    return copy;
  };
  const at3 = (entries: HistoryEntry[], change: Partial<HistoryEntry>): void => void (entries[2] = { ...(entries[2] as HistoryEntry), ...change });

  test.each<[string, (entries: HistoryEntry[]) => void, string]>([
    ["who did it was changed", (entries) => at3(entries, { actor: randomUUID() }), "facts changed 3"],
    ["for whom was changed", (entries) => at3(entries, { party: "provider" }), "facts changed 3"],
    ["when was changed", (entries) => at3(entries, { at: "2020-01-01T00:00:00.000000Z" }), "facts changed 3"],
    ["the words were changed", (entries) => at3(entries, { payload: { what: "nothing", edits: [] } }), "words changed 3"],
    ["an entry was dropped", (entries) => void entries.splice(2, 1), "missing 3"],
    ["several were dropped", (entries) => void entries.splice(1, 3), "missing 2"],
    ["two were swapped", (entries) => void entries.splice(2, 2, entries[3] as HistoryEntry, entries[2] as HistoryEntry), "out of order 3"],
    ["one is there twice", (entries) => void entries.splice(3, 0, entries[2] as HistoryEntry), "twice 3"],
    ["the tail was cut", (entries) => void entries.splice(5), "cut off 6"],
    ["the first was cut", (entries) => void entries.splice(0, 1), "missing 1"],
  ])("%s: it is named", (_, change, fault) => {
    expect(faultsOf(changed(change))).toContain(fault);
  });

  test("with a leaf made anew for the changed facts, is not the one that was signed", () => {
    const forged = changed((entries) => {
      at3(entries, { actor: randomUUID() });
      at3(entries, { leaf: leafOf(whole.workspace, entries[2] as HistoryEntry) });
    });
    expect(faultsOf(forged)).toEqual(["not the signed history 7"]);
  });

  test("with a head made anew, has a forged signature; under another key too", () => {
    const forged = structuredClone(whole) as { heads: { head: string }[] } & History;
    (forged.heads[0] as { head: string }).head = "00".repeat(32);
    expect(faultsOf(forged)).toContain("forged signature 7");
    expect(faultsOf({ ...whole, key: keysFrom(randomBytes(32)).history.key })).toContain("forged signature 7");
    expect(faultsOf({ ...whole, heads: [] })).toEqual(["unsigned 1"]);
  });

  test("anywhere, in any one character, is never called whole", () => {
    const text = JSON.stringify(whole.entries);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("0", "1", "a", "b", "z", " "), (place, letter) => {
        if (text[place] === letter) return;
        let entries: HistoryEntry[];
        try {
          entries = JSON.parse(text.slice(0, place) + letter + text.slice(place + 1)) as HistoryEntry[];
        } catch {
          return;
        }
        // Fields of another name are refused when the file is read.
        if (entries.some((entry) => Object.keys(entry).join() !== Object.keys(whole.entries[0] ?? {}).join())) return;
        if (JSON.stringify(entries) === text || entries.some(({ leaf, salt }) => !/^[0-9a-f]{64}$/.test(leaf) || (salt !== null && !/^[0-9a-f]{32}$/.test(salt)))) return;
        if (verifyHistory({ ...whole, entries }, holds).faults.length === 0) throw new Error(`unnoticed: ${text.slice(place - 60, place + 20)}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test("in the database before it is signed on, is not signed over", async () => {
    const { ana, here, edit, handedOut } = await workspace(3);
    await signHead(signer, here, memberLedger(at.db, ana, here));
    await at.asOwner("update remit.edit_log set leaf = sha256('x') where workspace_id = $1 and revision = 2", [here]);
    await edit("after");
    await expect(signHead(signer, here, memberLedger(at.db, ana, here))).rejects.toThrow(HistoryBroken);
    expect(faultsOf(await handedOut())).toEqual(expect.arrayContaining(["facts changed 2", "not the signed history 4"]));
    await at.asOwner("delete from remit.edit_log where workspace_id = $1 and revision >= 3", [here]);
    await expect(signHead(signer, here, memberLedger(at.db, ana, here))).rejects.toThrow(HistoryBroken);
  });

  test("cannot be touched through the application at all", async () => {
    const { ana, here } = await workspace(1);
    for (const text of ["update remit.history_head set head = head", "delete from remit.history_head", "update remit.edit_log set leaf = null"]) await expect(at.db.inWorkspace(ana, here, (run) => run({ name: `x ${text}`, text }))).rejects.toThrow(/permission denied/);
  });
});

const sha = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(Buffer.concat(parts)).digest());

test("the chain over segments is what a slow reading makes of it", () => {
  const leaves = Array.from({ length: SEGMENT * 2 + 3 }, (_, i) => Buffer.from(String(i).padStart(32, "0")).toString("hex").slice(0, 64).padEnd(64, "0"));
  const slow = (n: number): string => {
    let before = new Uint8Array(32);
    for (let from = 0; from < n; from += SEGMENT) before = sha([before, ...leaves.slice(from, Math.min(n, from + SEGMENT)).map((leaf) => Buffer.from(leaf, "hex"))]);
    return Buffer.from(before).toString("hex");
  };
  const chain = new Chain();
  expect(chain.head()).toBe("00".repeat(32));
  for (const [i, leaf] of leaves.entries()) {
    chain.add(leaf);
    if (i < 3 || (i + 1) % SEGMENT < 2 || i === leaves.length - 1) expect(chain.head()).toBe(slow(i + 1));
  }
});

describe("signing by the server itself", () => {
  beforeAll(() => at.asOwner("delete from remit.workspace"));
  const told: string[] = [];
  const sign = (all = false) => signHistories(at.db, signer, (line) => told.push(line), all);
  const check = async (here: string) => (await at.asOwner<{ signed: number; broken: number | null }>("select signed_to::int as signed, broken_at::int as broken from remit.history_check where workspace_id = $1", [here]))[0];

  test("signs what is new, once, however many servers do it at the same moment, and leaves the rest alone", async () => {
    const { here, edit, ana } = await workspace(3);
    await Promise.all([sign(), sign(), sign()]);
    expect(await headsOf(at.db, ana, here)).toHaveLength(1);
    expect(await check(here)).toEqual({ signed: 4, broken: null });
    expect(await sign()).toBe(0);
    await edit("one more");
    expect(await sign()).toBe(1);
    expect((await headsOf(at.db, ana, here)).map(({ revision }) => revision)).toEqual([4, 5]);
  });

  test.each([
    ["who did it", "update remit.edit_log set actor = gen_random_uuid() where workspace_id = $1 and revision = 2", 2],
    ["an entry and its leaf", "update remit.edit_log set at = now() - interval '1 year', leaf = sha256(leaf) where workspace_id = $1 and revision = 3", 3],
    ["that there was an entry", "delete from remit.edit_log where workspace_id = $1 and revision = 3", 4],
  ])("tells loudly when the database was changed in %s, signs nothing more, and notes it for the members", async (_, sql, revision) => {
    const { here, edit, ana } = await workspace(3);
    await sign();
    await at.asOwner(sql, [here]);
    told.length = 0;
    await edit("afterwards");
    await sign();
    expect(told.join()).toContain(`A HISTORY WAS CHANGED: workspace ${here}, revision ${revision}`);
    expect(await headsOf(at.db, ana, here)).toHaveLength(1);
    expect(await check(here)).toMatchObject({ broken: revision });
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [here]);
  });

  test("finds a change in a history in which nothing is new, when it looks through all", async () => {
    const { here } = await workspace(2);
    await sign();
    await at.asOwner("update remit.edit_log set party = 'another' where workspace_id = $1 and revision = 1", [here]);
    told.length = 0;
    await sign();
    expect(told).toEqual([]);
    await sign(true);
    expect(told.join()).toContain(here);
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [here]);
  });

  test("finds words that were changed while their leaf was left as it was, and keeps saying so", async () => {
    const { here, edit, ana } = await workspace(3);
    await sign();
    await at.asOwner("update remit.edit_log set what = 'something else' where workspace_id = $1 and revision = 3", [here]);
    told.length = 0;
    await sign(true);
    expect(told.join()).toContain(`A HISTORY WAS CHANGED: workspace ${here}, revision 3`);
    // What is known to be broken is looked through whole every time.
    await edit("afterwards");
    told.length = 0;
    await sign();
    expect(told.join()).toContain(`workspace ${here}, revision 3`);
    expect([await check(here), (await headsOf(at.db, ana, here)).length]).toEqual([{ signed: 4, broken: 3 }, 1]);
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [here]);
  });

  test("takes erased words for erased, and reads on however many and large the others are", async () => {
    const { here, ana, drafts } = await workspace(2);
    const large = () => Array.from({ length: 1_500 }, () => ({ do: "set-matrix" as const, field: "about" as const, value: randomBytes(450).toString("hex") }));
    for (let i = 0; i < 4; i++) await drafts.edit(ana, here, { id: randomUUID(), base: 1e6, page: randomUUID(), what: "large", edits: large() });
    const pieces: number[] = [];
    for (let last = 0, more = true; more; ) {
      const some = (await serverLedger(at.db, here, true).words?.(last)) ?? [];
      if (some.length > 0) pieces.push(some.length);
      more = some.length > 0;
      last = some.at(-1)?.revision ?? 0;
    }
    expect([pieces.length > 1, pieces.reduce((sum, n) => sum + n, 0)]).toEqual([true, 7]);
    expect(await eraseEntries(at.db, drafts, ana, here, [3])).toEqual([3]);
    await at.asOwner("insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, at, party, salt, payload_hash, leaf) select workspace_id, revision + 1000 + i, gen_random_uuid(), actor, what, edits, undo, at, party, salt, payload_hash, leaf from remit.edit_log, generate_series(1, 450) i where workspace_id = $1 and revision = 2", [here]);
    await at.asOwner("update remit.edit_log l set leaf = sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', l.workspace_id::text, l.revision::text, remit.moment(l.at), l.actor::text, coalesce(l.party, ''), coalesce(l.page::text, ''), l.edit_id::text, '', encode(l.payload_hash, 'hex')), 'UTF8')) where workspace_id = $1 and revision > 1000", [here]);
    told.length = 0;
    await sign(true);
    expect(told).toEqual([]);
    // Gone without a word.
    await at.asOwner("update remit.edit_log set salt = null, what = '', edits = '[]', undo = '[]' where workspace_id = $1 and revision = 4", [here]);
    await sign(true);
    expect(told.join()).toContain(`workspace ${here}, revision 4:`);
    await at.asOwner("update remit.edit_log set edits = '[]' where workspace_id = $1 and revision = (select max(revision) from remit.edit_log where workspace_id = $1)", [here]);
    await sign(true);
    expect(told.join()).toContain(`workspace ${here}, revision 1452`);
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [here]);
  });

  test("finds a head that somebody without the key put there", async () => {
    const { here } = await workspace(2);
    await sign();
    await at.asOwner("update remit.history_head set signature = set_byte(signature, 5, get_byte(signature, 5) # 1) where workspace_id = $1", [here]);
    told.length = 0;
    await sign(true);
    expect(told.join()).toContain(`workspace ${here}, revision 3`);
    await at.asOwner("delete from remit.workspace where workspace_id = $1", [here]);
  });

  test("is done by one server within its time", async () => {
    expect(await Promise.all(Array.from({ length: 6 }, () => takeDuty(at.db, "a duty", "1 hour"))).then((all) => all.filter(Boolean))).toHaveLength(1);
    await at.asOwner("update auth.duty set taken_at = now() - interval '61 minutes' where name = 'a duty'");
    expect(await takeDuty(at.db, "a duty", "1 hour")).toBe(true);
  });

  test("every hour yields leaves and no words; only the look through everything reads them", async () => {
    const { here } = await workspace(2);
    const leaves = await serverLedger(at.db, here).leaves(0, 10);
    expect(leaves.map((leaf) => Object.keys(leaf).sort())).toEqual(leaves.map(() => ["leaf", "revision", "sound"]));
    expect(memberLedger(at.db, randomUUID(), here)).not.toHaveProperty("words");
  });
});
