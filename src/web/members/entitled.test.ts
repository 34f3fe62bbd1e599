import { expect, test } from "vitest";
import { mayManage, partiesToName } from "./entitled.ts";

const ana = { account: "ana", role: "owner", party: "client" } as const;
const pia = { account: "pia", role: "owner", party: "provider" } as const;
const new_ = { account: "new", role: "viewer", party: null } as const;
const parties = [{ id: "client" }, { id: "provider" }, { id: "vendor" }];

test("owners look after their own side and after those without one", () => {
  expect([ana, pia, new_].map((other) => mayManage(ana, other))).toEqual([true, false, true]);
  expect(mayManage({ ...ana, role: "editor" }, new_)).toBe(false);
});

test("somebody is named for one's own party, or for one that nobody owns for yet", () => {
  expect(partiesToName(parties, ana, [ana, pia]).map(({ id }) => id)).toEqual(["client", "vendor"]);
  expect(partiesToName(parties, ana, [ana]).map(({ id }) => id)).toEqual(["client", "provider", "vendor"]);
  expect(partiesToName(parties, { ...ana, party: null }, [{ ...ana, party: null }, pia]).map(({ id }) => id)).toEqual(["client", "vendor"]);
});
