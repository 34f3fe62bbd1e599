import { SyncedStore } from "../src/web/draft/synced-store.ts";
import { httpWire } from "../src/web/draft/wire.ts";
import { asking, dropData, freePort, newData, serve, signIn } from "../test/journeys/serving.ts";
import { judge } from "./harness.ts";
import { benchMatrix } from "./inputs.ts";

/** Windows that are open on one matrix of 300 rows; one of them writes. */
const OPEN = 50;
const EDITS = 60;

const data = newData();
const server = await serve(data, await freePort(), { REMIT_LIMITS: "1000" });
const cookie = await signIn(server);
const answer = await asking(() => server.url, cookie)("POST", "/workspaces", { name: "live", document: benchMatrix(300, 12, 500) });
const { id: workspace } = (await answer.json()) as { id: string };
const asMe: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
const open = (): Promise<SyncedStore> =>
  SyncedStore.open({ wire: httpWire(workspace, asMe, server.url), unsent: { page: crypto.randomUUID(), load: () => [], keep: () => undefined }, mayEdit: true, signedOut: () => undefined });

const writer = await open();
const readers = await Promise.all(Array.from({ length: OPEN }, open));
await new Promise((settle) => setTimeout(settle, 500));
const row = writer.snapshot().document.activities[0]?.id ?? "";
const seen: number[] = [];
for (let i = 0; i < EDITS; i++) {
  const title = `seen ${i}`;
  const began = performance.now();
  const all = readers.map((reader) => new Promise<void>((settle) => {
    const off = reader.subscribe(() => {
      if (reader.snapshot().document.activities[0]?.title !== title) return;
      seen.push(performance.now() - began);
      off();
      settle();
    });
  }));
  writer.edit([{ do: "set", at: { kind: "activity", id: row }, field: "title", value: title }], title);
  await Promise.all(all);
  await new Promise((settle) => setTimeout(settle, 60));
}
for (const store of [writer, ...readers]) store.close();
await server.stop();
dropData(data);

const sorted = seen.toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
console.log(`an edit seen in ${OPEN} open windows: median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, worst ${at(1 - 1e-9).toFixed(0)} ms\n`);
process.exitCode = judge([{ what: `an edit is seen by another window, p95 with ${OPEN} open`, ratio: at(0.95), limit: 150, unit: "ms" }]) ? 0 : 1;
