import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { minuteOf } from "#core/time/minute.ts";
import { Thread } from "./thread.ts";

const matrix = { remit: 1, title: "x", parties: [], roles: [], activities: [], events: [{ id: "fire", name: "Fire" }], severities: [{ id: "s1", name: "S1", rank: 1 }] } as unknown as MatrixDocument;
const given = () => ({ bytes: new TextEncoder().encode(JSON.stringify({ document: matrix })), values: [] });
const who = { event: "fire", at: minuteOf("2026-11-22T10:00Z") };

test("a workspace that asks much waits behind those that ask little", async () => {
  const thread = new Thread({ longest: 30_000, memory: 256, waiting: 2_000, waitingOfOne: 500 });
  const done: string[] = [];
  const ask = (workspace: string) => thread.ask(workspace, { key: workspace, who }, given).then(() => void done.push(workspace));
  const all = [...Array.from({ length: 200 }, () => ask("loud")), ...Array.from({ length: 200 }, () => ask("louder")), ask("quiet"), ask("quiet")];
  await Promise.all(all);
  expect(done.lastIndexOf("quiet")).toBeLessThan(10);
});
