import { randomUUID } from "node:crypto";
import PizZip from "pizzip";
import { describe, expect, test } from "vitest";
import { matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { png } from "../../../test/picture.ts";

const at = testDatabase();
const house = houses(at);
const LOGO = Buffer.from(png(40, 20)).toString("base64");
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A template that says only this. */
function template(words: string, parts: Readonly<Record<string, string>> = {}): string {
  const zip = new PizZip();
  zip.file("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
  zip.file("_rels/.rels", '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>');
  zip.file("word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`);
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: "base64" });
}
const xmlOf = async (answer: Response): Promise<string> => new PizZip(await answer.arrayBuffer()).file("word/document.xml")?.asText() ?? "";
const textOf = async (answer: Response): Promise<string> => (await xmlOf(answer)).replace(/<[^>]+>/g, "");

describe("the appendix of a workspace", () => {
  test("is a DOCX or a PDF of the draft for whoever reads the matrix, says it is not signed, and is kept nowhere", async () => {
    const { ask, workspace, member, ana } = await house();
    const auditor = await member("auditor");
    const { document } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).json()) as { document: MatrixDocument };
    const docx = await ask(auditor.cookie, "GET", `/workspaces/${workspace}/appendix`);
    expect([docx.status, docx.headers.get("content-type"), docx.headers.get("cache-control")]).toEqual([200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "no-store"]);
    expect(docx.headers.get("content-disposition")).toMatch(/^attachment; filename="appendix-draft-[0-9a-f]{8}-\d{4}-\d{2}-\d{2}\.docx"$/);
    const said = await textOf(docx);
    for (const wanted of ["Draft, not signed", matrixDigest(document), "Nadia Osei", "Exit and hand-over"]) expect(said).toContain(wanted);
    const pdf = await ask(auditor.cookie, "GET", `/workspaces/${workspace}/appendix?format=pdf`);
    expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("comes without names of people, and never with private numbers", async () => {
    const { ask, workspace, ana } = await house();
    const edit = await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 0, what: "add a number", edits: [{ do: "add", kind: "contact", item: { id: "nadia-home", person: "nadia-osei", kind: "voice", value: "+44 20 5550 777", private: true } }] });
    expect(edit.status).toBe(200);
    const without = await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix?names=false`));
    expect(without).not.toContain("Nadia Osei");
    expect(await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix`))).not.toContain("5550 777");
  });

  test("has clauses as they are edited in the draft, in their order", async () => {
    const { ask, workspace, ana } = await house();
    await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 0, what: "change clauses", edits: [{ do: "set", at: { kind: "clause", id: "exit" }, field: "text", value: "All of it goes to {client}." }, { do: "move", kind: "clause", id: "exit", before: "supplement" }, { do: "remove", kind: "clause", id: "review" }] });
    const said = await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix`));
    expect(said).toMatch(/9\.1\s+Exit and hand-overAll of it goes to Alder Foods\.9\.2\s+What this appendix is/);
    expect(said).not.toContain("9.11");
    const odd = await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 1, what: "no title", edits: [{ do: "add", kind: "clause", item: { id: "odd", text: "x" } }] });
    expect(odd.status).toBe(422);
  });

  test("is not for guests, and comes in two formats", async () => {
    const { ask, workspace, ana, guest } = await house();
    expect((await ask((await guest()).cookie, "GET", `/workspaces/${workspace}/appendix`)).status).toBe(403);
    for (const odd of ["format=doc", "names=yes", "paper=theirs"]) expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix?${odd}`)).status).toBe(422);
  });
});

describe("a party's own paper", () => {
  const keep = (ask: Awaited<ReturnType<typeof house>>["ask"], cookie: string, workspace: string, kind: string, content: string, name = `${kind}.x`) => ask(cookie, "PUT", `/workspaces/${workspace}/stationery/${kind}`, { name, content });
  const kinds = async (ask: Awaited<ReturnType<typeof house>>["ask"], cookie: string, workspace: string) => ((await (await ask(cookie, "GET", `/workspaces/${workspace}/stationery`)).json()) as { stationery: { kind: string; name: string }[] }).stationery.map(({ kind, name }) => [kind, name]);

  test("is printed on where it is asked for, and taken away again", async () => {
    const { ask, workspace, ana } = await house();
    expect((await keep(ask, ana.cookie, workspace, "template", template("Ours: {title}, {state}"))).status).toBe(204);
    expect((await keep(ask, ana.cookie, workspace, "logo", LOGO, "l.png")).status).toBe(204);
    expect(await kinds(ask, ana.cookie, workspace)).toEqual([["logo", "l.png"], ["template", "template.x"]]);
    expect(await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix?paper=own`))).toBe("Ours: Who does what: Alder Foods and Brightwell IT, Draft, not signed");
    expect(await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix`))).toContain("Contract appendix");
    expect(Buffer.from(await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix?paper=own&format=pdf`)).arrayBuffer()).toString("latin1")).toContain("/Subtype /Image");
    expect((await ask(ana.cookie, "DELETE", `/workspaces/${workspace}/stationery/template`)).status).toBe(204);
    expect(await kinds(ask, ana.cookie, workspace)).toEqual([["logo", "l.png"]]);
  });

  test("is sealed: the other party and other workspaces neither see it nor print on it nor touch it", async () => {
    const { ask, workspace, ana, member, signIn } = await house();
    await at.asOwner("update remit.member set party = 'alder' where workspace_id = $1", [workspace]);
    const ben = await member("owner", "brightwell");
    expect((await keep(ask, ana.cookie, workspace, "template", template("Alder: {title}"))).status).toBe(204);
    expect(await kinds(ask, ben.cookie, workspace)).toEqual([]);
    expect(await textOf(await ask(ben.cookie, "GET", `/workspaces/${workspace}/appendix?paper=own`))).not.toContain("Alder:");
    expect((await keep(ask, ben.cookie, workspace, "template", template("Brightwell: {title}"))).status).toBe(204);
    expect((await ask(ben.cookie, "DELETE", `/workspaces/${workspace}/stationery/template`)).status).toBe(204);
    expect(await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/appendix?paper=own`))).toContain("Alder:");
    const eve = await signIn("Eve");
    for (const [method, path] of [["GET", "stationery"], ["PUT", "stationery/logo"], ["DELETE", "stationery/logo"]] as const) expect((await ask(eve.cookie, method, `/workspaces/${workspace}/${path}`, method === "PUT" ? { name: "x", content: LOGO } : undefined)).status).toBe(404);
  });

  test("is kept by owners and editors; the database says so too", async () => {
    const { ask, workspace, member, guest } = await house();
    for (const role of ["approver", "operator", "viewer", "auditor"]) {
      const who = await member(role);
      expect((await keep(ask, who.cookie, workspace, "logo", LOGO)).status).toBe(403);
      expect((await ask(who.cookie, "DELETE", `/workspaces/${workspace}/stationery/logo`)).status).toBe(403);
      await expect(at.db.once(who.account, workspace, { name: "test.keep", text: "select remit.keep_stationery('logo', 'x', '\\x00')" } as never)).rejects.toMatchObject({ code: "RM403" });
    }
    const editor = await member("editor");
    expect((await keep(ask, editor.cookie, workspace, "logo", LOGO)).status).toBe(204);
    expect((await ask((await guest()).cookie, "GET", `/workspaces/${workspace}/stationery`)).status).toBe(403);
    expect((await ask(editor.cookie, "GET", `/workspaces/${workspace}/stationery`)).status).toBe(200);
  });

  test("that cannot be used is refused with what and where, and the one before stays", async () => {
    const { ask, workspace, ana } = await house();
    await keep(ask, ana.cookie, workspace, "template", template("{title}"), "good.docx");
    for (const [content, said] of [
      [template("{title}", { "word/vbaProject.bin": "x" }), "holds a macro, in `word/vbaProject.bin`"], [template("{colour}"), "asks for `{colour}`"], [Buffer.from("hello").toString("base64"), "it is no .docx inside"],
    ] as const) {
      const answer = await keep(ask, ana.cookie, workspace, "template", content, "bad.docx");
      expect(answer.status).toBe(422);
      expect(((await answer.json()) as { detail: string }).detail).toContain(said);
    }
    expect((await keep(ask, ana.cookie, workspace, "logo", Buffer.from("<svg/>").toString("base64"))).status).toBe(422);
    for (const [kind, content] of [["seal", LOGO], ["logo", "not base64!"], ["logo", ""], ["template", "A".repeat(7_200_000)]] as const) expect((await keep(ask, ana.cookie, workspace, kind, content)).status).toBe(422);
    expect(await kinds(ask, ana.cookie, workspace)).toEqual([["template", "good.docx"]]);
  });
});
