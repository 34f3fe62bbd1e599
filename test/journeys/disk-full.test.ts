import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { asking, dropData, freePort, newData, serve, signIn } from "./serving.ts";

const disk = newData();
/** A small disk of its own needs the right to mount one. */
const mounted = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=280m", "tmpfs", disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", [disk]);
  dropData(disk);
});

/** Takes the disk's room, down to so many bytes. */
function fill(leave: number): string {
  const file = join(disk, "filler");
  const open = openSync(file, "w");
  const piece = Buffer.alloc(1024 * 1024, 1);
  try {
    for (;;) writeSync(open, piece);
  } catch {
    // Full, as wanted.
  }
  closeSync(open);
  if (leave > 0) spawnSync("truncate", ["-s", `-${leave}`, file]);
  return file;
}

test.skipIf(!mounted)("on a full disk reading goes on, writing is refused in words, and nothing is lost", { timeout: 60_000 }, async () => {
  const server = await serve(join(disk, "data"), await freePort(), { REMIT_LIMITS: "1000" });
  const ask = asking(() => server.url, await signIn(server));
  const { id } = (await (await ask("POST", "/workspaces", { name: "Full", template: "co-managed" })).json()) as { id: string };
  const edit = () => ask("POST", `/workspaces/${id}/edits`, { id: randomUUID(), base: 0, what: "rename", edits: [{ do: "set-matrix", field: "about", value: "x".repeat(1_000) }] });
  expect((await edit()).status).toBe(200);
  const before = await (await ask("GET", `/workspaces/${id}/matrix`)).text();
  for (const leave of [30 * 1024 * 1024, 0]) {
    const filler = fill(leave);
    // How full the disk is, is looked at now and then, not for every edit.
    await new Promise((settle) => setTimeout(settle, 400));
    const refused = await edit();
    expect(refused.status).toBe(507);
    expect(await refused.json()).toMatchObject({ code: "disk-full", detail: expect.stringContaining("what was saved is safe") });
    expect(await (await ask("GET", `/workspaces/${id}/matrix`)).text()).toBe(before);
    rmSync(filler);
    await new Promise((settle) => setTimeout(settle, 400));
  }
  expect((await edit()).status).toBe(200);
  await server.stop();
  const again = await serve(join(disk, "data"), await freePort(), { REMIT_LIMITS: "1000" });
  expect((await fetch(`${again.url}/healthz`)).ok).toBe(true);
  await again.stop();
});
