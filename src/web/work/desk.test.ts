import { expect, test } from "vitest";
import { Desk, OrderCancelled, OrderFailed } from "./desk.ts";
import type { Message, Order } from "./order.ts";

/** A worker that answers as it is told, or never. */
class Clerk extends EventTarget {
  stopped = false;
  readonly answers: boolean;
  constructor(answers: boolean) {
    super();
    this.answers = answers;
  }
  postMessage({ number, order }: { number: number; order: Order }): void {
    if (!this.answers) return;
    const say = (message: Message): void => void this.dispatchEvent(new MessageEvent("message", { data: message }));
    queueMicrotask(() => {
      say({ number, kind: "step", step: "reading" });
      if (order.do === "template") say({ number, kind: "failed", failure: { code: "damaged", message: "this file is damaged", remedy: "save it again" } });
      else say({ number, kind: "done", answer: { bytes: new Uint8Array(), mediaType: "text/csv", ending: ".csv" } });
    });
  }
  terminate(): void {
    this.stopped = true;
  }
}

const EXAMPLE: Order = { do: "example", today: "2026-01-01" };

function deskWith(answers: boolean[], limit = 1_000): { desk: Desk; hired: Clerk[] } {
  const hired: Clerk[] = [];
  const desk = new Desk(() => {
    const clerk = new Clerk(answers[hired.length] ?? true);
    hired.push(clerk);
    return clerk as unknown as Worker;
  }, limit);
  return { desk, hired };
}

test("one worker serves order after order, and tells its steps", async () => {
  const { desk, hired } = deskWith([true]);
  const steps: string[] = [];
  await desk.ask(EXAMPLE, (step) => steps.push(step));
  await desk.ask(EXAMPLE);
  expect(steps).toEqual(["reading"]);
  expect(hired).toHaveLength(1);
});

test("a file that takes too long is stopped, says so, and holds up nothing after it", async () => {
  const { desk, hired } = deskWith([false, true], 20);
  const failure = await desk.ask(EXAMPLE).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(OrderFailed);
  expect(failure).toMatchObject({ failure: { code: "too-slow", message: "this file took longer than 30 s, nothing was changed" } });
  expect(hired[0]?.stopped).toBe(true);
  await desk.ask(EXAMPLE);
  expect(hired).toHaveLength(2);
});

test("cancelling stops the work at once", async () => {
  const { desk, hired } = deskWith([false]);
  const asked = desk.ask(EXAMPLE).catch((error: unknown) => error);
  desk.cancel();
  expect(await asked).toBeInstanceOf(OrderCancelled);
  expect(hired[0]?.stopped).toBe(true);
});

test("a reason the worker gives reaches the reader, and the worker stays", async () => {
  const { desk, hired } = deskWith([true]);
  await expect(desk.ask({ do: "template", id: "x", today: "2026-01-01" })).rejects.toMatchObject({ failure: { code: "damaged", remedy: "save it again" } });
  expect(hired[0]?.stopped).toBe(false);
});
