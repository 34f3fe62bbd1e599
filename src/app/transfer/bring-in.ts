import { createHash } from "node:crypto";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod/mini";
import { FORMAT, type MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { keepApart } from "#core/model/kept-apart.ts";
import { readDocument } from "#core/model/read.ts";
import type { Database } from "#db/database.ts";
import { makeImported, piecesOf, type FormerMember, type ImportAbout, type Piece } from "#db/import.ts";
import type { PrivateContact } from "#db/private-contact.ts";
import { firstEdit } from "../draft/first.ts";
import { Refused } from "../refusal.ts";
import { openArchive, type Archive } from "./archive.ts";
import { MANIFEST, Manifest } from "./manifest.ts";
import { contacts } from "./parts/contacts.ts";
import { history } from "./parts/history.ts";
import { matrixJson } from "./parts/matrix-json.ts";
import { members } from "./parts/members.ts";
import { TAKEN } from "./parts.ts";
import { readHistoryFile } from "./read-history.ts";
import { unfitFile } from "./unfit-file.ts";

const LARGEST_MANIFEST = 1024 * 1024;
const LARGEST_TEXT = 64 * 1024 * 1024;
const PIECE = 512 * 1024;
const AGAIN = "export the workspace once more and bring that file as it is";

const Members = z.array(z.looseObject({ name: z.string().check(z.maxLength(200)), role: z.enum(["owner", "editor", "approver", "operator", "viewer", "auditor"]), party: z.nullable(z.string().check(z.maxLength(120))), email: z.nullable(z.string().check(z.maxLength(320))) })).check(z.maxLength(10_000));

const Contacts = z.array(z.strictObject({ contact: z.string().check(z.maxLength(120)), value: z.string().check(z.minLength(1), z.maxLength(1_000)) })).check(z.maxLength(10_000));

/** What was proved of a file. */
interface Proved {
  readonly manifest: Manifest;
  readonly document: MatrixDocument;
  readonly members: readonly FormerMember[];
  readonly contacts: readonly PrivateContact[];
}

const EMPTY: MatrixDocument = { remit: FORMAT, title: "", parties: [], roles: [], activities: [] };

/** Values of contacts that are private in the document, each with the party of its person or role. */
function privateOf(document: MatrixDocument, values: readonly PrivateContact[]): readonly (PrivateContact & { readonly party: string })[] {
  const sealed = new Map((document.directory?.contacts ?? []).filter((one) => one.private === true).map((one) => [one.id as string, one]));
  return values.flatMap(({ contact, value }) => {
    const one = sealed.get(contact);
    const party = (document.people?.find(({ id }) => id === one?.person) ?? document.roles.find(({ id }) => id === one?.role))?.party;
    return one && party !== undefined ? [{ contact, value, party }] : [];
  });
}

/**
 * Makes a new workspace from an exported one. Everything is proved first, then everything is written at once; the members
 * do not come with it, and its old history is kept sealed.
 * @param file where the archive lies.
 * @throws Refused naming the place in the file and the remedy.
 */
export async function bringIn(db: Database, account: string, file: string, name: string | undefined): Promise<{ readonly workspace: string; readonly about: ImportAbout }> {
  const archive = await openArchive(file);
  try {
    const { manifest, document: whole, members, contacts: values } = await proved(archive);
    // Values only one side may see are kept apart here as anywhere, also where somebody wrote them into the file.
    const { edits, values: written } = keepApart(EMPTY, [{ do: "replace", document: whole }]);
    const document = (edits[0] as Extract<Edit, { do: "replace" }>).document;
    const { id, name: before, revision } = manifest.workspace;
    const called = name ?? before;
    const about: ImportAbout = { fromWorkspace: id, fromName: before, fromRevision: revision, exported: new Date(manifest.at), signedBy: manifest.key, members, leftOut: manifest.parts.map((part) => part.name).filter((part) => !TAKEN.has(part)) };
    const first = firstEdit(called, document, `imported from ${before}, revision ${revision}, exported on ${manifest.at.slice(0, 10)}`);
    const own = [...written.flatMap(({ party, ...one }) => (party === undefined ? [] : [{ ...one, party }])), ...privateOf(document, values).filter(({ contact }) => !written.some((one) => one.contact === contact))];
    const workspace = await makeImported(db, account, called, first, about, inPieces(history.name, await archive.read(history.name)), own);
    return { workspace, about };
  } finally {
    archive.close();
  }
}

async function proved(archive: Archive): Promise<Proved> {
  const manifest = shaped(MANIFEST, Manifest, parsed(MANIFEST, await textOf(archive, MANIFEST, LARGEST_MANIFEST)));
  const said = new Map(manifest.parts.map((part) => [part.name, part]));
  if (said.size !== manifest.parts.length) throw unfitFile(MANIFEST, "the manifest names a part twice", AGAIN);
  for (const name of archive.sizes.keys()) if (name !== MANIFEST && !said.has(name)) throw unfitFile(name, `\`${name}\` is in the archive and not in its manifest`, AGAIN);
  for (const { name, bytes } of manifest.parts) {
    const size = archive.sizes.get(name);
    if (size === undefined) throw unfitFile(name, `\`${name}\` is in the manifest and not in the archive`, AGAIN);
    if (size !== bytes) throw unfitFile(name, `\`${name}\` has ${size} bytes, and the manifest says ${bytes}`, AGAIN);
  }
  for (const { name } of [matrixJson, members, history]) if (!said.has(name)) throw unfitFile(name, `the part \`${name}\` is missing`, AGAIN);
  for (const { name, sha256 } of manifest.parts) {
    const hash = createHash("sha256");
    for await (const piece of await archive.read(name).then(soundly(name))) hash.update(piece);
    if (hash.digest("hex") !== sha256) throw unfitFile(name, `\`${name}\` is not what the manifest says: it was changed on the way`, AGAIN);
  }
  const read = readDocument(parsed(matrixJson.name, await textOf(archive, matrixJson.name, LARGEST_TEXT)));
  if (!read.ok) throw new Refused({ code: "unfit", problems: read.problems.slice(0, 20).map((problem) => ({ place: `${matrixJson.name}: ${problem.place}`, message: `${problem.message}; nothing was written`, remedy: problem.remedy ?? AGAIN })) });
  const former = shaped(members.name, Members, parsed(members.name, await textOf(archive, members.name, LARGEST_TEXT)));
  const kept = said.has(contacts.name) ? shaped(contacts.name, Contacts, parsed(contacts.name, await textOf(archive, contacts.name, LARGEST_TEXT))) : [];
  const { head, verdict, last } = await readHistoryFile(history.name, await archive.read(history.name));
  if (head.workspace !== manifest.workspace.id) throw unfitFile(history.name, "this is the history of another workspace", AGAIN);
  if (head.key !== manifest.key) throw unfitFile(history.name, "the history is signed with another key than the manifest names", AGAIN);
  const [fault] = verdict.faults;
  if (fault) throw unfitFile(history.name, `the history is not whole: ${fault.words}`, "`remit verify history.json` names every place; bring a file from before it was changed");
  if (last < manifest.workspace.revision) throw unfitFile(history.name, `the history ends with revision ${last}, and the matrix is of revision ${manifest.workspace.revision}`, AGAIN);
  return { manifest, document: read.document, members: former.map(({ name, role, party, email }) => ({ name, role, party, email })), contacts: kept };
}

/** Faults of unpacking are the file's, not ours. */
const soundly = (name: string) => (stream: Readable): AsyncIterable<Buffer> => ({
  async *[Symbol.asyncIterator]() {
    try {
      for await (const piece of stream) yield piece as Buffer;
    } catch (thrown) {
      throw unfitFile(name, `\`${name}\` cannot be unpacked: ${(thrown as Error).message}`, AGAIN);
    }
  },
});

async function textOf(archive: Archive, name: string, most: number): Promise<string> {
  const size = archive.sizes.get(name);
  if (size !== undefined && size > most) throw unfitFile(name, `\`${name}\` is larger than any export writes it`, AGAIN);
  const pieces: Buffer[] = [];
  for await (const piece of soundly(name)(await archive.read(name))) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unfitFile(name, `\`${name}\` is no JSON`, AGAIN);
  }
}

function shaped<T>(name: string, schema: { safeParse(value: unknown): { success: boolean; data?: T; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } } }, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data as T;
  const [issue] = read.error?.issues ?? [];
  throw unfitFile(`${name}${issue && issue.path.length > 0 ? `: ${issue.path.map(String).join(" › ")}` : ""}`, `\`${name}\` is not what an export writes${issue ? `: ${issue.message}` : ""}`, "was it made by a newer Remit, or by hand? Use the one that made it, or export it anew");
}

/** A part packed again and cut into pieces the database can hold. */
async function* inPieces(part: string, source: Readable): AsyncGenerator<Piece> {
  const out = new PassThrough();
  const done = pipeline(source, createGzip(), out);
  done.catch(() => undefined);
  let [waiting, size]: [Buffer[], number] = [[], 0];
  for await (const chunk of out as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield { part, bytes: Buffer.concat(waiting) };
    [waiting, size] = [[], 0];
  }
  await done;
  if (size > 0) yield { part, bytes: Buffer.concat(waiting) };
}

/** The sealed history of an imported workspace, as it came; nothing where there is none. */
export async function sealedHistory(db: Database, account: string, workspace: string): Promise<Readable | undefined> {
  const pieces = piecesOf(db, account, workspace, history.name);
  const first = await pieces.next();
  if (first.done) return undefined;
  const packed = new PassThrough();
  const out = createGunzip();
  const feed = async function* () {
    yield first.value;
    yield* pieces;
  };
  void pipeline(feed, packed, out).catch((fault: Error) => out.destroy(fault));
  return out;
}
