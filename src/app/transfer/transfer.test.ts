import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { ZipFile } from "yazl";
import { testDatabase } from "../../../test/database.ts";
import { keysFrom } from "#accounts/keys.ts";
import { readYaml } from "#formats/yaml/read.ts";
import { verifyHistory, type History } from "#core/history/verify.ts";
import { importOf } from "#db/import.ts";
import { workspacesOf } from "#db/workspace.ts";
import { holds } from "../history/signature.ts";
import { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";
import { foundWorkspace } from "../workspace/found.ts";
import { bringIn, sealedHistory } from "./bring-in.ts";
import type { Manifest } from "./manifest.ts";
import { packed } from "./pack.ts";

const at = testDatabase();
const { history: signer } = keysFrom(randomBytes(32));
const folder = mkdtempSync(join(tmpdir(), "remit-transfer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Files = Map<string, Buffer>;

async function exported(edits = 3) {
  const drafts = new Drafts(at.db);
  const ana = await at.person("Ana");
  const workspace = await foundWorkspace(at.db, drafts, ana, "Northwind – ü 💥", { from: "example" });
  const { document } = await drafts.read(ana, workspace);
  const [mine, theirs] = document.parties.map(({ id }) => id);
  for (const [name, party] of [["Cem", mine], ["Ben", theirs]]) {
    const account = await at.person(name ?? "");
    await at.asOwner("update auth.account set email = $2 where id = $1", [account, `${name?.toLowerCase()}-${randomUUID()}@example.org`]);
    await at.asOwner("insert into remit.member (workspace_id, account_id, role, party) values ($1, $2, 'editor', $3)", [workspace, account, party]);
  }
  await at.asOwner("update remit.member set party = $2 where workspace_id = $1 and account_id = $3", [workspace, mine, ana]);
  for (let i = 0; i < edits; i++) await drafts.edit(ana, workspace, { id: randomUUID(), base: 1e6, what: `edit ${i}`, edits: [{ do: "set-matrix", field: "about", value: `words ${i}` }] });
  const { revision } = await drafts.read(ana, workspace);
  const bytes = await buffer(packed({ db: at.db, drafts, signer, account: ana, workspace, party: mine ?? null, revision }, "Northwind – ü 💥", "Ana", (fault) => Promise.reject(fault)));
  return { drafts, ana, workspace, bytes, files: await unpacked(bytes), document: (await drafts.read(ana, workspace)).document };
}

const unpacked = (bytes: Buffer): Promise<Files> =>
  new Promise((settle, refuse) =>
    fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
      if (fault) return refuse(fault);
      const files: Files = new Map();
      zip.on("entry", (entry) => zip.openReadStream(entry, (_, stream) => void buffer(stream).then((content) => (files.set(entry.fileName, content), zip.readEntry()))));
      zip.on("end", () => settle(files));
      zip.readEntry();
    }),
  );
async function zipped(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream as never);
}
const bring = async (account: string, bytes: Buffer, name?: string) => {
  const file = join(folder, `${randomUUID()}.zip`);
  writeFileSync(file, bytes);
  return bringIn(at.db, account, file, name);
};
const sha = (content: Buffer | undefined): string => createHash("sha256").update(content ?? "").digest("hex");
/** An archive with a part changed and the manifest lying in accordance with it. */
const lying = (files: Files, part: string, content: Buffer, more: (manifest: Manifest) => void = () => undefined): Files => {
  const manifest = JSON.parse(String(files.get("manifest.json"))) as Manifest;
  for (const one of manifest.parts) if (one.name === part) Object.assign(one, { bytes: content.length, sha256: sha(content) });
  more(manifest);
  return new Map([...files, [part, content], ["manifest.json", Buffer.from(JSON.stringify(manifest))]]);
};
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const thrown = await work.then(() => undefined, (thrown: unknown) => thrown);
  expect(thrown).toBeInstanceOf(Refused);
  const { refusal } = thrown as Refused;
  if (refusal.code !== "unfit") throw thrown;
  const [problem] = refusal.problems;
  expect(problem?.remedy).toBeTruthy();
  return `${problem?.place}: ${problem?.message}`;
};

describe("an exported workspace", () => {
  test("holds the matrix, the members, a history that proves itself, and what each part is", async () => {
    const { files, document, workspace } = await exported();
    expect([...files.keys()]).toEqual(["matrix.remit.yaml", "matrix.json", "contacts.json", "members.json", "beside.json", "versions.json", "minute-tests.json", "reviews.json", "history.json", "manifest.json"]);
    const manifest = JSON.parse(String(files.get("manifest.json"))) as Manifest;
    expect(manifest).toMatchObject({ remit: "export", format: 1, by: "Ana", workspace: { id: workspace, name: "Northwind – ü 💥", revision: 4 } });
    for (const { name, bytes, sha256 } of manifest.parts) expect({ name, bytes, sha256 }).toEqual({ name, bytes: files.get(name)?.length, sha256: sha(files.get(name)) });
    expect(JSON.parse(String(files.get("matrix.json")))).toEqual(document);
    expect(readYaml(String(files.get("matrix.remit.yaml")))).toMatchObject({ ok: true, document });
    expect(verifyHistory(JSON.parse(String(files.get("history.json"))) as History, holds)).toMatchObject({ faults: [], entries: 4 });
    const members = JSON.parse(String(files.get("members.json"))) as { name: string; email: string | null }[];
    expect(members.find(({ name }) => name === "Cem")?.email).toMatch(/^cem-/);
    expect(members.find(({ name }) => name === "Ben")).toMatchObject({ email: null });
  });

  test("brings private numbers back, still private, and tells no other party's; also one that somebody wrote into the matrix itself", async () => {
    const { drafts, ana, workspace, document } = await exported(0);
    const [mine, theirs] = document.parties.map(({ id }) => id);
    const person = document.people?.find(({ party }) => party === mine)?.id ?? "";
    await drafts.edit(ana, workspace, { id: randomUUID(), base: 1e6, what: "a number", edits: [{ do: "add", kind: "contact", item: { id: "night", person, kind: "voice", value: "+1 555 0188", private: true } }] });
    await at.asOwner("insert into remit.private_contact (workspace_id, contact_id, party, value, kept_by) values ($1, 'theirs', $2, '+1 555 0199', $3)", [workspace, theirs, ana]);
    const { revision } = await drafts.read(ana, workspace);
    const files = await unpacked(await buffer(packed({ db: at.db, drafts, signer, account: ana, workspace, party: mine ?? null, revision }, "Northwind", "Ana", (fault) => Promise.reject(fault))));
    expect(String(files.get("matrix.json"))).not.toContain("0188");
    expect(JSON.parse(String(files.get("contacts.json")))).toEqual([{ contact: "night", value: "+1 555 0188" }]);
    const matrix = JSON.parse(String(files.get("matrix.json"))) as { directory: { contacts: object[] } };
    matrix.directory.contacts.push({ id: "by-hand", person, kind: "sms", value: "+1 555 0177", private: true });
    const eve = await at.person("Eve");
    const { workspace: made } = await bring(eve, await zipped(lying(files, "matrix.json", Buffer.from(JSON.stringify(matrix)))));
    expect(JSON.stringify((await drafts.read(eve, made)).document)).not.toMatch(/0188|0177/);
    expect(JSON.stringify(await at.asOwner("select edits, undo from remit.edit_log where workspace_id = $1", [made]))).not.toMatch(/0188|0177/);
    expect(await at.asOwner("select contact_id, party, value from remit.private_contact where workspace_id = $1 order by contact_id", [made])).toEqual([{ contact_id: "by-hand", party: mine, value: "+1 555 0177" }, { contact_id: "night", party: mine, value: "+1 555 0188" }]);
  });

  test("comes back as a new workspace of whoever brings it, with its old history sealed, whole, and a history of its own that says so", async () => {
    const { bytes, document, files, workspace: old, drafts } = await exported();
    const eve = await at.person("Eve");
    const { workspace, about } = await bring(eve, bytes);
    expect(workspace).not.toBe(old);
    expect((await workspacesOf(at.db, eve)).map(({ id, name, role }) => ({ id, name, role }))).toEqual([{ id: workspace, name: "Northwind – ü 💥", role: "owner" }]);
    expect((await drafts.read(eve, workspace)).document).toEqual(document);
    const { entries: log } = await drafts.since(eve, workspace, 0);
    expect(log.map(({ what }) => what)).toEqual([expect.stringMatching(/^imported from Northwind – ü 💥, revision 4, exported on \d{4}-/)]);
    expect(about.members.map(({ name }) => name).sort()).toEqual(["Ana", "Ben", "Cem"]);
    expect(await at.asOwner("select account_id from remit.member where workspace_id = $1", [workspace])).toEqual([{ account_id: eve }]);
    const sealed = await sealedHistory(at.db, eve, workspace);
    expect(sealed && (await buffer(sealed)).equals(files.get("history.json") ?? Buffer.alloc(0))).toBe(true);
    expect(await importOf(at.db, eve, workspace)).toMatchObject({ fromWorkspace: old, fromRevision: 4, signedBy: signer.key });
    expect(await importOf(at.db, await at.person("Stranger"), workspace)).toBeUndefined();
    expect(await sealedHistory(at.db, await at.person("Stranger"), workspace)).toBeUndefined();
    // It goes on like any other.
    await drafts.edit(eve, workspace, { id: randomUUID(), base: 1, what: "go on", edits: [{ do: "set-matrix", field: "about", value: "on" }] });
  });

  test("with a part this Remit does not know is taken without it, and that is said", async () => {
    const { files } = await exported();
    const more = Buffer.from("[]");
    const { about } = await bring(await at.person("Eve"), await zipped(lying(files, "evidence/index.json", more, ({ parts }) => parts.push({ name: "evidence/index.json", about: "later", bytes: more.length, sha256: sha(more) }))));
    expect(about.leftOut).toEqual(["beside.json", "versions.json", "minute-tests.json", "reviews.json", "evidence/index.json"]);
  });
});

describe("a file that is none, or lies", () => {
  const none = async (bytes: Buffer): Promise<string> => {
    const eve = await at.person("Eve");
    const said = await refusal(bring(eve, bytes));
    expect(said).toContain("nothing was written");
    expect(await workspacesOf(at.db, eve)).toEqual([]);
    return said;
  };
  const edited = (files: Files, change: (lines: string[]) => void): Buffer => {
    const lines = String(files.get("history.json")).split("\n");
    change(lines);
    return Buffer.from(lines.join("\n"));
  };

  test("is refused: no archive, cut, empty, a part changed, left out, added or twice", async () => {
    const { bytes, files } = await exported();
    expect(await none(Buffer.from("hello"))).toMatch(/no whole zip archive/);
    expect(await none(Buffer.alloc(0))).toMatch(/the file/);
    expect(await none(bytes.subarray(0, bytes.length - 40))).toMatch(/the file/);
    expect(await none(await zipped(new Map([["manifest.json", Buffer.from("{}")]])))).toMatch(/manifest\.json/);
    expect(await none(await zipped(new Map([...files, ["members.json", Buffer.from("[]")]])))).toMatch(/members\.json` has 2 bytes/);
    const swapped = Buffer.from(files.get("matrix.json") ?? "");
    swapped[50] = (swapped[50] ?? 0) ^ 1;
    expect(await none(await zipped(new Map([...files, ["matrix.json", swapped]])))).toMatch(/matrix\.json: .*changed on the way/);
    expect(await none(await zipped(new Map([...files].filter(([name]) => name !== "history.json"))))).toMatch(/history\.json.* not in the archive/);
    expect(await none(await zipped(new Map([...files, ["extra.txt", Buffer.from("x")]])))).toMatch(/extra\.txt.*not in its manifest/);
    const flipped = Buffer.from(bytes);
    flipped[400] = (flipped[400] ?? 0) ^ 0xff;
    await none(flipped);
  });

  test("is refused: names that lead elsewhere", async () => {
    const { files } = await exported(0);
    for (const name of ["../evil.txt", "/etc/passwd", "a/../../b", "c:/x", "a\\..\\b", "MANIFEST.JSON", ".hidden", "a\u0000b"]) {
      const plain = "z".repeat(Buffer.byteLength(name));
      const bytes = await zipped(new Map([...files, [plain, Buffer.from("x")]]));
      // The writer refuses such names; an attacker's does not.
      for (let i = bytes.indexOf(plain); i >= 0; i = bytes.indexOf(plain, i + 1)) bytes.write(name, i);
      await none(bytes);
    }
  });

  test("is refused before it is unpacked: bombs by size, ratio and number", async () => {
    const { files } = await exported(0);
    expect(await none(await zipped(new Map([...files, ["zeros.bin", Buffer.alloc(40 * 1024 * 1024)]])))).toMatch(/zeros\.bin: the file is packed more than 200 to 1/);
    expect(await none(await zipped(new Map([...files, ...Array.from({ length: 200 }, (_, i): [string, Buffer] => [`f${i}`, Buffer.from("x")])])))).toMatch(/more than any export/);
    // A table of contents that says less than there is: the unpacker holds it to its word.
    const bytes = await zipped(new Map([...files, ["zeros.bin", Buffer.alloc(9 * 1024 * 1024)]]));
    const at = bytes.lastIndexOf("zeros.bin") - 46;
    bytes.writeUInt32LE(10, at + 24);
    await none(bytes);
  });

  test("is refused: a manifest that lies in accordance with what was changed", async () => {
    const { files } = await exported();
    const other = await exported(1);
    expect(await none(await zipped(lying(files, "matrix.json", Buffer.from('{"remit":1,"title":"x","parties":"no"}'))))).toMatch(/matrix\.json/);
    expect(await none(await zipped(lying(files, "matrix.json", Buffer.from("[".repeat(100_000)))))).toMatch(/no JSON/);
    expect(await none(await zipped(lying(files, "members.json", Buffer.from('[{"name":"x","role":"god","party":null,"email":null}]'))))).toMatch(/members\.json: 0 › role/);
    expect(await none(await zipped(lying(files, "history.json", other.files.get("history.json") ?? Buffer.alloc(0))))).toMatch(/history of another workspace/);
    expect(await none(await zipped(lying(files, "history.json", edited(files, (lines) => void (lines[2] = lines[2]?.replace("words 0", "words X") ?? "")))))).toMatch(/not whole: the words of revision 2 were changed/);
    expect(await none(await zipped(lying(files, "history.json", edited(files, (lines) => void lines.splice(2, 1)))))).toMatch(/revision 2 is missing/);
    expect(await none(await zipped(lying(files, "history.json", edited(files, (lines) => void lines.splice(-3)))))).toMatch(/ends in the middle/);
    expect(await none(await zipped(lying(files, "matrix.remit.yaml", files.get("matrix.remit.yaml") ?? Buffer.alloc(0), (manifest) => void (manifest.workspace.revision = 99))))).toMatch(/ends with revision 4/);
    expect(await none(await zipped(lying(files, "members.json", Buffer.from("[]"), (manifest) => void (manifest.key = other.workspace))))).toMatch(/another key/);
  });

  test("leaves nothing half written when the database refuses in the middle", async () => {
    const { bytes } = await exported(0);
    const eve = await at.person("Eve");
    await at.asOwner("alter table remit.imported_piece add constraint no check (false) not valid");
    await expect(bring(eve, bytes)).rejects.toThrow();
    await at.asOwner("alter table remit.imported_piece drop constraint no");
    expect(await workspacesOf(at.db, eve)).toEqual([]);
    expect(await at.asOwner("select 1 from remit.import where by_account = $1", [eve])).toEqual([]);
  });

  test("is sealed once it is in: no later word is put to it", async () => {
    const { bytes } = await exported(0);
    const eve = await at.person("Eve");
    const { workspace } = await bring(eve, bytes);
    await expect(at.db.once(eve, workspace, { name: "test.put", text: "select remit.put_imported('history.json', 9, 'x')" })).rejects.toMatchObject({ code: "RM403" });
  });
});
