import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { masterKey, NoMasterKey } from "./master-key.ts";

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "remit-key-"));
  made.push(path);
  return path;
};

test("a key is made at the first start, kept, and readable by its owner alone", () => {
  const data = join(folder(), "not", "there", "yet");
  const key = masterKey(data, undefined);
  expect(key.length).toBe(32);
  expect(masterKey(data, undefined)).toEqual(key);
  expect(statSync(join(data, "master.key")).mode & 0o777).toBe(0o600);
  expect(masterKey(folder(), undefined)).not.toEqual(key);
});

test("a given key wins, and makes no file", () => {
  const data = folder();
  const key = Buffer.alloc(32, 7);
  expect(masterKey(data, key.toString("base64"))).toEqual(key);
  expect(() => readFileSync(join(data, "master.key"))).toThrow(/ENOENT/);
});

test("what is no key is refused, and never written over", () => {
  const data = folder();
  writeFileSync(join(data, "master.key"), "short\n");
  expect(() => masterKey(data, undefined)).toThrow(NoMasterKey);
  expect(readFileSync(join(data, "master.key"), "utf8")).toBe("short\n");
  expect(() => masterKey(data, "also short")).toThrow(/REMIT_MASTER_KEY is no master key/);
  const other = folder();
  mkdirSync(join(other, "master.key"));
  expect(() => masterKey(other, undefined)).toThrow(NoMasterKey);
});
