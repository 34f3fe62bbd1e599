import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shell } from "./command.ts";

const { folder, remit, feed } = shell();
const path = (name: string) => join(folder, name);
const SHEET = [
  "Activity,Security Lead,Infrastructure Manager,Provider Engineer",
  "Isolate a compromised host,A,A,R",
  "Patch production servers,C,A,R (monthly window)",
  "Keep security logs,I,,",
  "Approve firewall changes,A,R,=cmd()",
].join("\n");

describe("from one's own spreadsheet to its defects", () => {
  test("a sheet becomes a matrix file, with what was not understood by its address", () => {
    writeFileSync(path("sheet.csv"), SHEET);
    const ran = remit("import", "sheet.csv", "-o", "matrix.remit.yaml", "--report", "report.json");
    expect(ran.code, ran.err).toBe(0);
    const report = JSON.parse(readFileSync(path("report.json"), "utf8")) as { unread: { address: string; text: string }[] };
    expect(report.unread.map(({ address, text }) => ({ address, text }))).toEqual([{ address: "D5", text: "=cmd()" }]);
    expect(readFileSync(path("matrix.remit.yaml"), "utf8")).toContain("monthly window");
  });

  test("lint names the defects in sentences and leaves with 1", () => {
    const ran = remit("lint", "matrix.remit.yaml");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("Isolate a compromised host");
    expect(ran.out).not.toContain("\u001b[");
  });

  test("lint as JSON has the promised shape", () => {
    const ran = remit("lint", "matrix.remit.yaml", "--format", "json");
    const { findings, counts } = JSON.parse(ran.out) as { findings: Record<string, unknown>[]; counts: Record<string, number> };
    expect(findings.length).toBeGreaterThan(2);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(["rule", "severity", "message", "at", "title"]));
      expect(finding["at"]).toHaveProperty("kind");
    }
    const two = findings.find((f) => f["rule"] === "two-accountable");
    expect(two).toMatchObject({ severity: "error", title: "Isolate a compromised host", at: { kind: "activity" } });
    expect(counts["error"]).toBe(findings.filter((f) => f["severity"] === "error").length);
  });

  test("lint as SARIF points at the lines of the file", () => {
    const sarif = JSON.parse(remit("lint", "matrix.remit.yaml", "--format", "sarif").out) as { version: string; runs: { results: { ruleId: string; locations: { physicalLocation: { region?: { startLine: number } } }[] }[] }[] };
    expect(sarif.version).toBe("2.1.0");
    const lines = readFileSync(path("matrix.remit.yaml"), "utf8").split("\n");
    const two = sarif.runs[0]?.results.find((r) => r.ruleId === "two-accountable");
    const start = two?.locations[0]?.physicalLocation.region?.startLine ?? 0;
    expect(lines.slice(start - 1, start + 8).join("\n")).toContain("letter: A");
  });

  test("lint as HTML needs nothing from elsewhere", () => {
    expect(remit("lint", "matrix.remit.yaml", "--format", "html", "-o", "report.html").code).toBe(1);
    const html = readFileSync(path("report.html"), "utf8");
    expect(html).toContain("Isolate a compromised host");
    expect(html).not.toMatch(/<script|src="http|href="http/);
  });

  test("a spreadsheet can be linted as it is", () => {
    const ran = remit("lint", "sheet.csv");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("Isolate a compromised host");
  });

  test("it exports to every format and comes back from XLSX unchanged", () => {
    const before = remit("digest", "matrix.remit.yaml").out;
    for (const format of ["xlsx", "csv", "md", "html", "json", "yaml"]) {
      const ran = remit("export", "matrix.remit.yaml", "--to", format, "-o", `out.${format}`);
      expect(ran.code, ran.err).toBe(0);
      expect(readFileSync(path(`out.${format}`)).length).toBeGreaterThan(200);
    }
    expect(remit("import", "out.xlsx", "-o", "back.remit.yaml").code).toBe(0);
    expect(remit("digest", "back.remit.yaml").out).toBe(before);
    expect(remit("digest", "out.json").out).toBe(before);
  });

  test("a newer sheet is merged by row, keeps what it does not know, and says what it changes", () => {
    writeFileSync(path("newer.csv"), SHEET.replace("Isolate a compromised host,A,A,R", "Isolate a compromised host,A,I,R") + "\nRotate keys,A,R,\n");
    const text = readFileSync(path("matrix.remit.yaml"), "utf8").replace("title: Isolate a compromised host", "title: Isolate a compromised host # ours\n    goal: stop the spread");
    writeFileSync(path("matrix.remit.yaml"), text);
    const dry = remit("import", "newer.csv", "--into", "matrix.remit.yaml", "--dry-run");
    expect(dry.err).toContain("Isolate a compromised host");
    expect(readFileSync(path("matrix.remit.yaml"), "utf8")).toBe(text);
    const ran = remit("import", "newer.csv", "--into", "matrix.remit.yaml");
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toContain("Rotate keys");
    const after = readFileSync(path("matrix.remit.yaml"), "utf8");
    expect(after).toContain("# ours");
    expect(after).toContain("goal: stop the spread");
    expect(after).toContain("Rotate keys");
    expect(readFileSync(path("matrix.remit.yaml~"), "utf8")).toBe(text);
  });
});

describe("a template", () => {
  test.each(["security-outsourcing", "client-mssp", "delivery", "co-managed", "incident-authority"])("%s starts a matrix in which every row waits to be adapted", (name) => {
    const ran = remit("new", "--template", name, "--client", "Harbour Ltd", "-o", `${name}.remit.yaml`);
    expect(ran.code, ran.err).toBe(0);
    expect(readFileSync(path(`${name}.remit.yaml`), "utf8")).toContain("Harbour Ltd");
    const { findings } = JSON.parse(remit("lint", `${name}.remit.yaml`, "--format", "json").out) as { findings: { rule: string }[] };
    expect(findings.some((f) => f.rule === "not-adapted")).toBe(true);
  });
  test("that does not exist is answered with the nearest one", () => {
    expect(remit("new", "--template", "comanaged")).toMatchObject({ code: 2, err: expect.stringContaining("`co-managed`") });
  });
});

describe("the library", () => {
  test("is searched by words and by control", () => {
    expect(remit("library", "restore").out).toMatch(/OPS-\d\d/);
    expect(remit("library", "pci-dss-4.0.1:12.8.5").out).toContain("GOV-01");
  });
  test("gives a row with its usual roles, evidence and controls, once", () => {
    writeFileSync(path("lib.remit.yaml"), "# mine\nremit: 1\ntitle: X\nparties: []\nroles: []\nactivities: []\n");
    expect(remit("add", "lib.remit.yaml", "ops-11").code).toBe(0);
    const after = readFileSync(path("lib.remit.yaml"), "utf8");
    for (const part of ["# mine", "origin: OPS-11", "letter: A", "notYetAdapted: true", "pci-dss-4.0.1:6.3.3", "patch report"]) expect(after).toContain(part);
    expect(remit("add", "lib.remit.yaml", "OPS-11").err).toContain("already");
    expect(readFileSync(path("lib.remit.yaml"), "utf8")).toBe(after);
    expect(remit("add", "lib.remit.yaml", "OPS-999").code).toBe(2);
  });
});

describe("a stranger at the shell", () => {
  test("gets help, on standard output, when asking for it", () => {
    const ran = remit("--help");
    expect(ran.code).toBe(0);
    for (const command of ["new", "import", "lint", "fmt", "export", "explain", "schema", "digest"]) expect(ran.out).toContain(`  ${command} `);
  });
  test("pipes a matrix through fmt and lint", () => {
    const text = remit("new", "--template", "co-managed").out;
    const tidy = feed(text, "fmt", "-");
    expect(tidy.code).toBe(0);
    expect(JSON.parse(feed(tidy.out, "lint", "-", "--format", "json").out)).toHaveProperty("counts");
  });
  test("reads why a rule exists, and which rules there are", () => {
    expect(remit("explain", "no-accountable").out).toMatch(/Why.*Mend.*Source/s);
    expect(remit("explain").out).toContain("no-accountable");
    expect(remit("explain", "no-acountable")).toMatchObject({ code: 2, err: expect.stringContaining("`no-accountable`") });
  });
  test("gets a schema that is JSON", () => {
    expect(JSON.parse(remit("schema").out)).toHaveProperty("$schema");
  });
});

describe("what stands at the place of writing", () => {
  test("a link stays a link, and the file behind it keeps its rights", () => {
    writeFileSync(path("behind.yaml"), "old");
    chmodSync(path("behind.yaml"), 0o600);
    symlinkSync("behind.yaml", path("link.yaml"));
    expect(remit("new", "--template", "co-managed", "-o", "link.yaml").code).toBe(0);
    expect(lstatSync(path("link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(path("behind.yaml"), "utf8")).toContain("remit: 1");
    expect(statSync(path("behind.yaml")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path("behind.yaml~"), "utf8")).toBe("old");
  });
  test("a pipe is written into, not replaced", () => {
    const fifo = path("pipe");
    expect(spawnSync("mkfifo", [fifo]).status).toBe(0);
    const reader = spawn("cat", [fifo], { stdio: ["ignore", "pipe", "ignore"] });
    expect(remit("schema", "-o", "pipe").code).toBe(0);
    expect(lstatSync(fifo).isFIFO()).toBe(true);
    reader.kill();
  });
  test("standard input may come late and in pieces", async () => {
    const text = remit("new", "--template", "co-managed").out;
    const child = spawn(join(process.cwd(), "remit"), ["digest", "-"], { stdio: ["pipe", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (piece) => (out += piece));
    const ended = new Promise((settle) => child.on("close", settle));
    for (const at of [0, 1, 2]) {
      await new Promise((settle) => setTimeout(settle, 200));
      child.stdin.write(text.slice((at * text.length) / 3, ((at + 1) * text.length) / 3));
    }
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(out).toMatch(/^matrix {5}[0-9a-f]{64}/);
  });
});

describe("a file that would steer the terminal", () => {
  const escape = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e";
  test("says its words and nothing else, whichever way it is read", () => {
    writeFileSync(path("esc.csv"), `Activity,Client ${escape},Provider\nPatch ${escape} servers,A,Q${escape}\nIsolate a host,R,A\n`);
    writeFileSync(path("esc.remit.yaml"), JSON.stringify({ remit: 1, title: "x", [`k${escape}`]: 1 }));
    const runs = [
      remit("import", "esc.csv", "-o", "esc.yaml", "--report", "-"),
      remit("import", "esc.csv", "--into", "esc.yaml", "--dry-run"),
      remit("lint", "esc.yaml"),
      remit("lint", "esc.yaml", "--format", "json"),
      remit("lint", "esc.yaml", "--format", "sarif"),
      remit("lint", "esc.remit.yaml"),
      remit("lint", `no${escape}.yaml`),
      remit("lint", `--no${escape}`),
    ];
    for (const { out, err } of runs) expect(out + err).not.toMatch(/(?![\n\t])[\p{Cc}\u202e]/u);
    expect(runs[0]?.out).toContain("Client ]0;owned");
  });
});

describe("input that cannot be used leaves with 2, one clear sentence, and nothing written", () => {
  const bad: [string, string | Uint8Array, RegExp][] = [
    ["broken.remit.yaml", "remit: 1\ntitle: [x\n", /not valid YAML/],
    ["unknown.remit.yaml", "remit: 1\ntitle: X\nparties: []\nroles: []\nactivites: []\nactivities: []\n", /unknown field `activites`.*did you mean `activities`/s],
    ["twice.remit.yaml", "remit: 1\ntitle: X\ntitle: Y\n", /twice/],
    ["latin.remit.yaml", new Uint8Array([0x72, 0xe9, 0x6d]), /UTF-8/],
    ["notzip.xlsx", "hello", /./],
    ["cut.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /./],
    ["locked.xlsx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), /password|old/i],
    ["wide.csv", `${"x,".repeat(10_000)}\n`, /10,?0\d\d|columns/],
    ["empty.csv", "", /empty/],
    ["unclosed.csv", 'Activity,Client,Provider\nPatch,A,R\n"Isolate,A,R\nBack up,A,R\n', /line 3.*quotation mark/],
  ];
  test.each(bad)("%s", (name, content, message) => {
    writeFileSync(path(name), content);
    const ran = name.endsWith(".yaml") ? remit("lint", name) : remit("import", name, "-o", "never.remit.yaml");
    expect(ran.code, ran.out + ran.err).toBe(2);
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/at .*\.js:\d+|node:internal/);
    expect(existsSync(path("never.remit.yaml"))).toBe(false);
  });
  test("a file that is not there, a folder, an unknown flag, no arguments", () => {
    mkdirSync(path("folder"));
    expect(remit("lint", "nowhere.remit.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("no such file") });
    expect(remit("lint", "folder")).toMatchObject({ code: 2, err: expect.stringContaining("folder") });
    expect(remit("lint", "--colour", "x").code).toBe(2);
    expect(remit("lint", "matrix.remit.yaml", "--today", "2026-02-30")).toMatchObject({ code: 2, err: expect.stringContaining("no day of the calendar") });
    expect(remit().code).toBe(2);
  });
  test("an output folder that is not there", () => {
    expect(remit("new", "--template", "co-managed", "-o", "no/such/folder.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("nothing was changed") });
  });
});
