import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Ask, ProofOrder, ProofReply } from "./order.ts";
import { NotProved, Overtaken, Prover } from "./prover.ts";

const matrix = (title: string): MatrixDocument => ({ remit: 1, title, parties: [], roles: [], activities: [] });
const verdict = (absent: number): Ask => ({ do: "verdict", bounds: { from: 0, absent }, today: "2026-11-22", repairs: 0 });
const WHO: Ask = { do: "who", event: "fire", severity: undefined, at: 0, missing: [] };

/** A worker that answers when it is told to. */
class Slow extends EventTarget {
  readonly orders: ProofOrder[] = [];
  stopped = false;
  postMessage(order: ProofOrder): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.stopped = true;
  }
  reply(words?: string): void {
    const { number } = this.orders.at(-1) as ProofOrder;
    const data: ProofReply = words === undefined ? { number, kind: "done", answer: `answer ${number}` as never } : { number, kind: "failed", words };
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

function house(patience?: { overtaken: number; alone: number }) {
  const hired: Slow[] = [];
  const prover = new Prover(() => {
    const worker = new Slow();
    hired.push(worker);
    return worker as unknown as Worker;
  }, patience);
  prover.take(matrix("One"));
  return { prover, hired, asked: () => hired.at(-1)?.orders.map(({ ask }) => (ask.do === "verdict" ? ask.bounds.absent : ask.do)) };
}

test("one question is out at a time, and a newer one of the same page overtakes the older in the row", async () => {
  const { prover, hired, asked } = house();
  const first = prover.ask("live", verdict(0));
  const second = prover.ask("live", verdict(1)).catch((why: unknown) => why);
  const third = prover.ask("live", verdict(2));
  expect(asked()).toEqual([0]);
  expect(await second).toBeInstanceOf(Overtaken);
  hired[0]?.reply();
  expect(await first).toBe("answer 1");
  expect(asked()).toEqual([0, 2]);
  hired[0]?.reply();
  expect(await third).toBe("answer 2");
});

test("who goes before proofs that wait", () => {
  const { prover, hired, asked } = house();
  for (const slot of ["live", "verdict", "heat"]) void prover.ask(slot, verdict(1));
  void prover.ask("who", WHO);
  hired[0]?.reply();
  expect(asked()).toEqual([1, "who"]);
});

test("the matrix travels once, and again when it changed", () => {
  const { prover, hired } = house();
  void prover.ask("a", verdict(0));
  hired[0]?.reply();
  void prover.ask("a", verdict(1));
  hired[0]?.reply();
  prover.take(matrix("Two"));
  void prover.ask("a", verdict(2));
  expect(hired[0]?.orders.map(({ document }) => document?.title)).toEqual(["One", undefined, "Two"]);
});

test("a proof that is overtaken and does not end is stopped, and the newer one gets a fresh worker with the matrix", async () => {
  const { prover, hired } = house({ overtaken: 20, alone: 10_000 });
  const stuck = prover.ask("live", verdict(2)).catch((why: unknown) => why);
  const newer = prover.ask("live", verdict(1));
  expect(await stuck).toBeInstanceOf(NotProved);
  expect(hired.map(({ stopped }) => stopped)).toEqual([true, false]);
  expect(hired[1]?.orders[0]?.document?.title).toBe("One");
  hired[1]?.reply();
  expect(await newer).toBe("answer 2");
});

test("nobody waits for ever, and what went wrong is said", async () => {
  const { prover, hired } = house({ overtaken: 5, alone: 20 });
  expect(await prover.ask("live", verdict(2)).catch((why: unknown) => why)).toMatchObject({ message: "it took too long" });
  const failing = prover.ask("live", verdict(1)).catch((why: unknown) => why);
  hired[1]?.reply("no such zone");
  expect(await failing).toMatchObject({ message: "no such zone" });
});

test("before there is a matrix a question waits for it", () => {
  const hired: Slow[] = [];
  const prover = new Prover(() => {
    hired.push(new Slow());
    return hired[0] as unknown as Worker;
  });
  void prover.ask("who", WHO);
  expect(hired).toHaveLength(0);
  prover.take(matrix("One"));
  expect(hired[0]?.orders).toHaveLength(1);
});
