import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { asking, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";

/** `npm run test:long` asks for 200. */
const ROUNDS = Number(process.env["REMIT_CRASHES"] ?? 10);
const EDITORS = 20;

const data = newData();
let server: Served | undefined;
afterAll(async () => {
  await server?.stop();
  dropData(data);
});

describe("kill -9 at random while twenty people edit", () => {
  test(`loses no acknowledged edit and makes none twice, ${ROUNDS} times`, { timeout: 60_000 + ROUNDS * 20_000 }, async () => {
    const port = await freePort();
    server = await serve(data, port, { REMIT_LIMITS: "1000" });
    const cookie = await signIn(server);
    const ask = asking(() => `http://127.0.0.1:${port}`, cookie);
    const { id: workspace } = (await (await ask("POST", "/workspaces", { name: "Ledger" })).json()) as { id: string };
    /** Every acknowledged edit: the id it was sent under, and the row it made. */
    const ledger = new Map<string, string>();
    let open = true;
    let sent = 0;

    const editor = async (): Promise<void> => {
      while (open) {
        const [id, row] = [randomUUID(), `row-${sent++}`];
        // Sent until somebody says yes, always under the same id: an answer may be lost though the edit was made.
        for (;;) {
          const answer = await ask("POST", `/workspaces/${workspace}/edits`, { id, base: 0, what: row, edits: [{ do: "add", kind: "activity", item: { id: row, title: row, assignments: [] } }] }).catch(() => undefined);
          if (answer?.ok) {
            ledger.set(id, row);
            break;
          }
          if (answer && answer.status < 500) open = false;
          if (answer && answer.status < 500) throw new Error(`${answer.status}: ${await answer.text()}`);
          await answer?.body?.cancel();
          if (!open) break;
          await new Promise((settle) => setTimeout(settle, 20));
        }
      }
    };
    const editors = Array.from({ length: EDITORS }, editor);

    const restarts: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await new Promise((settle) => setTimeout(settle, 150 + Math.random() * 350));
      const what = (["server", "postgres", "both"] as const)[round % 3] ?? "server";
      if (what !== "server") server.kill("postgres");
      if (what !== "postgres") {
        server.kill("server");
        await server.ended;
        const began = Date.now();
        server = await serve(data, port, { REMIT_LIMITS: "1000" });
        restarts.push(Date.now() - began);
      }
      const before = ledger.size;
      // Everybody gets on with it before the next blow.
      for (const until = Date.now() + 20_000; ledger.size < before + EDITORS; ) {
        if (Date.now() > until || !open) throw new Error(`nobody gets on after ${what}: ${server.said()}`);
        await new Promise((settle) => setTimeout(settle, 20));
      }
    }
    open = false;
    await Promise.all(editors);

    const log = (await (await ask("GET", `/workspaces/${workspace}/edits?after=0&limit=1`)).json()) as { edits: unknown[] };
    expect(log.edits).toHaveLength(1);
    const { document, revision } = (await (await ask("GET", `/workspaces/${workspace}/matrix`)).json()) as { revision: number; document: { activities: { id: string }[] } };
    const rows = document.activities.map(({ id }) => id);
    expect(new Set(rows).size).toBe(rows.length);
    for (const row of ledger.values()) expect(rows).toContain(row);
    const seen: { id: string; revision: number }[] = [];
    while (seen.length < revision) seen.push(...((await (await ask("GET", `/workspaces/${workspace}/edits?after=${seen.length}&limit=1000`)).json()) as { edits: { id: string; revision: number }[] }).edits);
    expect(seen.map((entry) => entry.revision)).toEqual(Array.from({ length: revision }, (_, i) => i + 1));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    for (const id of ledger.keys()) expect(seen.some((entry) => entry.id === id)).toBe(true);
    expect(Math.max(...restarts)).toBeLessThan(15_000);
    console.log(`${ledger.size} acknowledged edits over ${ROUNDS} crashes; back after ${Math.min(...restarts)} to ${Math.max(...restarts)} ms`);
  });

  test("started again after an orderly stop, everything is there within two seconds", async () => {
    if (!server) throw new Error("the first test started it");
    await server.stop();
    const began = Date.now();
    server = await serve(data, await freePort(), { REMIT_LIMITS: "1000" });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(server.link).toBeUndefined();
  });
});
