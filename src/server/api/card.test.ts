import { randomUUID } from "node:crypto";
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
const poppler = (() => {
  try {
    return execFileSync("pdftotext", ["-v"], { stdio: "pipe" }) !== undefined;
  } catch {
    return false;
  }
})();
const textOf = async (answer: Response): Promise<string> => execFileSync("pdftotext", ["-", "-"], { input: Buffer.from(await answer.arrayBuffer()), encoding: "utf8" });

describe("the card of a workspace", () => {
  test("is a PDF in either size for whoever reads the matrix, and is kept nowhere", async () => {
    const { ask, workspace, member } = await house();
    const auditor = await member("auditor");
    for (const size of ["wallet", "a4"]) {
      const answer = await ask(auditor.cookie, "GET", `/workspaces/${workspace}/card.pdf?size=${size}&days=7`);
      expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "application/pdf", "no-store"]);
      expect(answer.headers.get("content-disposition")).toMatch(new RegExp(`attachment; filename="break-glass-${size}-\\d{4}-\\d{2}-\\d{2}.pdf"`));
      expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 5).toString()).toBe("%PDF-");
    }
  });

  test("is not for guests, and comes in two sizes for 1 to 366 days", async () => {
    const { ask, workspace, ana, guest } = await house();
    expect((await ask((await guest()).cookie, "GET", `/workspaces/${workspace}/card.pdf`)).status).toBe(403);
    for (const odd of ["size=a3", "days=0", "days=367", "days=x"]) expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/card.pdf?${odd}`)).status).toBe(422);
  });

  test.skipIf(!poppler)("of a matrix that ran out is made all the same, and says so", async () => {
    const { ask, workspace, ana } = await house();
    await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 0, what: "end it", edits: [{ do: "set-matrix", field: "validUntil", value: "2020-01-01" }, { do: "set-matrix", field: "validFrom", value: null }] });
    expect((await textOf(await ask(ana.cookie, "GET", `/workspaces/${workspace}/card.pdf`))).replace(/\s+/g, " ")).toContain("The matrix itself ran out with 2020-01-01");
  });

  test.skipIf(!poppler)("has the private numbers of one's own party, and says of others' that they are kept", async () => {
    const { ask, workspace, ana, member } = await house();
    const { document } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { parties: { id: string; kind: string }[] } };
    const [client, provider] = ["client", "provider"].map((kind) => document.parties.find((each) => each.kind === kind)?.id ?? "");
    await at.asOwner("update remit.member set party = $2 where workspace_id = $1", [workspace, client]);
    const ben = await member("editor", provider);
    const made = await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 0, what: "add a number", edits: [{ do: "add", kind: "contact", item: { id: "nadia-home", person: "nadia-osei", kind: "voice", value: "+44 20 5550 777", private: true } }] });
    expect(made.status).toBe(200);
    const card = async (cookie: string) => textOf(await ask(cookie, "GET", `/workspaces/${workspace}/card.pdf`));
    expect(await card(ana.cookie)).toContain("+44 20 5550 777");
    const theirs = await card(ben.cookie);
    expect(theirs).not.toContain("5550 777");
    expect(theirs).toContain("kept by its party");
  });
});
