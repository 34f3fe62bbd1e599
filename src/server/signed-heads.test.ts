import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { keysFrom } from "#accounts/keys.ts";
import { Drafts } from "#app/draft/drafts.ts";
import { HistoryBroken, signHead, signHistories } from "#app/history/sign.ts";
import { foundWorkspace } from "#app/workspace/found.ts";
import { headsOf, memberLedger } from "#db/history.ts";
import { openSignedHeads } from "./signed-heads.ts";

const at = testDatabase();
const { history: signer } = keysFrom(randomBytes(32));
const told: string[] = [];
const tell = (line: string): void => void told.push(line);

async function workspace(edits: number) {
  const drafts = new Drafts(at.db);
  const ana = await at.person("Ana");
  const here = await foundWorkspace(at.db, drafts, ana, "Northwind", { from: "nothing" });
  const edit = (about: string) => drafts.edit(ana, here, { id: randomUUID(), base: 1e6, what: "x", edits: [{ do: "set-matrix", field: "about", value: about }] });
  for (let i = 0; i < edits; i++) await edit(`about ${i}`);
  return { ana, here, edit };
}

test("a server does not sign a forgery whose signed heads were removed, while this server remembers what it signed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "remit-heads-"));
  const remembering = () => ({ ...signer, memory: openSignedHeads(folder, (line) => told.push(line)) });
  const { here, edit, ana } = await workspace(3);
  await signHistories(at.db, remembering(), (line) => told.push(line));
  const forge = () => at.asOwner("update remit.edit_log l set actor = $2::uuid, leaf = sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', l.workspace_id::text, l.revision::text, remit.moment(l.at), $2::uuid::text, coalesce(l.party, ''), coalesce(l.page::text, ''), l.edit_id::text, '', encode(l.payload_hash, 'hex')), 'UTF8')) where workspace_id = $1 and revision = 2", [here, randomUUID()]);
  await forge();
  await at.asOwner("delete from remit.history_head where workspace_id = $1", [here]);
  await edit("afterwards");
  told.length = 0;
  // Also where somebody asks for the history, and after a new start.
  await expect(signHead(remembering(), here, memberLedger(at.db, ana, here))).rejects.toThrow(HistoryBroken);
  await signHistories(at.db, remembering(), (line) => told.push(line));
  expect(told.join()).toContain(`workspace ${here}, revision 4`);
  expect(await headsOf(at.db, ana, here)).toEqual([]);
  await at.asOwner("delete from remit.edit_log where workspace_id = $1 and revision > 2", [here]);
  await expect(signHead(remembering(), here, memberLedger(at.db, ana, here))).rejects.toThrow(HistoryBroken);
  // Whoever deletes the workspace leaves nothing to be remembered.
  await at.asOwner("delete from remit.workspace where workspace_id = $1", [here]);
  await signHistories(at.db, remembering(), (line) => told.push(line), true);
  expect(remembering().memory.of(here)).toBeUndefined();
});

test("what was signed last is written whole, for its owner alone, and the newest stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "remit-heads-"));
  const heads = openSignedHeads(folder, tell);
  const [one, two] = [randomUUID(), randomUUID()];
  heads.keep(one, { revision: 7, head: "7".repeat(64) });
  heads.keep(one, { revision: 5, head: "5".repeat(64) });
  heads.keep(two, { revision: 1, head: "1".repeat(64) });
  expect(readdirSync(folder)).toEqual([]);
  heads.write();
  expect(readdirSync(folder)).toEqual(["signed-heads.json"]);
  expect(statSync(join(folder, "signed-heads.json")).mode & 0o777).toBe(0o600);
  expect([one, two].map((each) => openSignedHeads(folder, tell).of(each)?.revision)).toEqual([7, 1]);
});

test("a file that is something else is told, and begun anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "remit-heads-"));
  for (const words of ["", "[", '{"x":{"revision":"1","head":""}}', '{"x":null}']) {
    writeFileSync(join(folder, "signed-heads.json"), words);
    told.length = 0;
    const heads = openSignedHeads(folder, tell);
    expect(told.join()).toContain("cannot be read");
    heads.keep("x", { revision: 1, head: "1".repeat(64) });
    heads.write();
    expect(JSON.parse(readFileSync(join(folder, "signed-heads.json"), "utf8"))).toEqual({ x: { revision: 1, head: "1".repeat(64) } });
  }
});
