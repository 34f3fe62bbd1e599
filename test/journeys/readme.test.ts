import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shell } from "./command.ts";
import { asking, freePort, serve, signIn, type Served } from "./serving.ts";

const { folder, remit } = shell();
const readme = readFileSync("README.md", "utf8");
const blocks = [...readme.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, body]) => (body ?? "").split("\n"));
const commands = blocks.filter((line) => line.startsWith("./remit")).map((line) => line.replace(/\s+#.*$/, ""));

describe("the README", () => {
  // The reader's own files: a workbook, a newer CSV of the same matrix, and a duty calendar.
  cpSync("examples", join(folder, "examples"), { recursive: true });
  remit("export", "examples/alder-foods.remit.yaml", "-o", "your-matrix.xlsx");
  writeFileSync(join(folder, "sheet.csv"), "Activity,Security Lead,Provider Engineer\nIsolate a compromised host,A,R\n");
  writeFileSync(join(folder, "duty.ics"), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Agata Nowak\r\nDTSTART:20261207T070000Z\r\nDTEND:20261214T070000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

  // And a Remit that runs, with its data where `npm start` puts them.
  let server: Served | undefined;
  beforeAll(async () => {
    server = await serve(join(folder, "data"), await freePort());
    const ask = asking(() => server?.url ?? "", await signIn(server));
    await ask("PATCH", "/account", { email: "ada@client.example" });
    const { workspaces } = (await (await ask("GET", "/session")).json()) as { workspaces: { id: string }[] };
    writeFileSync(join(folder, "history.json"), await (await ask("GET", `/workspaces/${workspaces[0]?.id}/history/file`)).text());
  });
  afterAll(() => server?.stop());

  test("shows commands", () => expect(commands.length).toBeGreaterThan(10));

  test.each(commands)("`%s` does what it says", (line) => {
    const ran = remit(...line.split(/\s+/).slice(1));
    // A check that finds errors leaves with 1; nothing shown there may be unusable.
    expect([0, 1], ran.err).toContain(ran.code);
    if (/verify|backup|restore|recover|vouch/.test(line)) expect(ran.code).toBe(0);
  });

  test("shows a file that is valid", () => {
    const [, yaml] = /^```yaml\n([^]*?)^```/m.exec(readme) ?? [];
    writeFileSync(join(folder, "shown.remit.yaml"), yaml ?? "");
    expect(remit("digest", "shown.remit.yaml").code).toBe(0);
  });

  test("names only files that are there", () => {
    for (const [, file] of readme.matchAll(/\]\((?!http)([^)#]+)\)/g)) expect(readFileSync(file ?? "", "utf8").length).toBeGreaterThan(0);
  });

  test("names only npm scripts that are there", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    const named = blocks.flatMap((line) => /^npm (?:run )?([a-z:]+)/.exec(line)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
