import { expect, test } from "vitest";
import { mentionable } from "./mentionable.ts";

const members = [{ account: "ana", name: "Ana", party: "client" }, { account: "carl", name: "Carl", party: "client" }, { account: "pia", name: "Pia", party: "provider" }];
const named = (side?: string | null) => mentionable(members, "ana", side).map(({ account }) => account);

test("a remark to everybody names any other member, one to one's own side only that side", () => {
  expect(named()).toEqual(["carl", "pia"]);
  expect(named("client")).toEqual(["carl"]);
});
