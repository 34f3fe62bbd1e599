import { expect, test } from "vitest";
import { drawn } from "#core/lint/sketch.ts";
import { SyncedStore } from "./synced-store.ts";
import { SignedOut, type Wire } from "./wire.ts";

const document = drawn({ rows: [{ title: "Isolate a host", cells: { "Security Lead (client)": "A R" } }] });

test("a tab nobody touches hears that its session is over as soon as there is news it may not read", async () => {
  let tell: (revision: number | undefined) => void = () => undefined;
  let over = 0;
  const wire: Wire = {
    read: () => Promise.resolve({ revision: 1, document }),
    send: () => Promise.resolve({ kind: "signed-out" }),
    back: () => Promise.resolve({ kind: "signed-out" }),
    since: () => Promise.reject(new SignedOut()),
    history: () => Promise.resolve({ edits: [], names: [], next: null }),
    follow: (heard) => ((tell = heard), () => undefined),
  };
  const store = await SyncedStore.open({ wire, unsent: { page: "p", load: () => [], keep: () => undefined }, mayEdit: true, signedOut: () => void over++ });
  tell(2);
  await new Promise((settle) => setTimeout(settle, 20));
  expect(over).toBe(1);
  store.close();
  tell(3);
  await new Promise((settle) => setTimeout(settle, 20));
  expect(over).toBe(1);
});
