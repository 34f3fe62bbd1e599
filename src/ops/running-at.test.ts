import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, noteRunning, runningAt } from "./running-at.ts";

let data: string;
beforeAll(() => void (data = mkdtempSync(join(tmpdir(), "remit-running-"))));
afterAll(() => rmSync(data, { recursive: true, force: true }));

test("the printed address can be opened", () => {
  expect(addressOf({ host: "127.0.0.1", port: 4870 })).toBe("http://127.0.0.1:4870");
  expect(addressOf({ host: "0.0.0.0", port: 80 })).toBe("http://127.0.0.1:80");
  expect(addressOf({ host: "::1", port: 4870 })).toBe("http://[::1]:4870");
});

describe("where a running Remit is reached", () => {
  test("is what its server wrote down, whatever this shell was told, until it ends", () => {
    const forget = noteRunning(data, "https://remit.example.org");
    expect(statSync(join(data, "running.json")).mode & 0o777).toBe(0o600);
    expect(runningAt({ PORT: "1", REMIT_URL: "https://elsewhere.example.org" }, data)).toBe("https://remit.example.org");
    expect(runningAt({ REMIT_DATA: data }, undefined)).toBe("https://remit.example.org");
    // A database of one's own is not the one of the folder.
    expect(runningAt({ REMIT_DATA: data, DATABASE_URL: "postgres://x/y", PORT: "81" }, undefined)).toBe("http://127.0.0.1:81");
    forget();
    expect(readdirSync(data)).toEqual([]);
    expect(runningAt({ PORT: "4999" }, data)).toBe("http://127.0.0.1:4999");
  });

  test("is read out of the settings where nothing was written, the server is gone, or the file is none", () => {
    const settings = { HOST: "::", PORT: " 4900 " };
    for (const words of ["", "{", '{"url":7,"pid":1}', '{"url":"no address","pid":' + process.pid + "}", '{"url":"https://gone.example.org","pid":2147483646}']) {
      writeFileSync(join(data, "running.json"), words);
      expect(runningAt(settings, data), words).toBe("http://127.0.0.1:4900");
    }
    expect(runningAt({ ...settings, REMIT_URL: "https://remit.example.org" }, data)).toBe("https://remit.example.org");
    expect(runningAt({}, data)).toBe("http://127.0.0.1:4870");
  });
});
