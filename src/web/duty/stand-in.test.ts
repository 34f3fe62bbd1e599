import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Person } from "#core/model/party.ts";
import { standIns, suggested } from "./stand-in.ts";

const person = (id: string, more: object = {}): Person => ({ id, name: id, party: "client", ...more }) as unknown as Person;
const company = (people: readonly Person[]) => ({ remit: 1, title: "x", parties: [], activities: [], people, roles: [{ id: "ops", name: "Ops", party: "client", holders: ["ana", "cleo"] }], rotations: [{ id: "w", name: "w", role: "ops", timeZone: "UTC", layers: [{ people: ["ana", "dan"], from: "2026-01-05T09:00", turn: "P1W" }] }] }) as unknown as MatrixDocument;

test("who holds one's role or shares one's rotation stands in before the rest of one's side, and the usual substitute before all", () => {
  const others = [person("ben"), person("cleo"), person("dan"), person("eve", { party: "provider" })];
  expect(standIns(company([person("ana"), ...others]), person("ana")).map(({ id }) => id)).toEqual(["cleo", "dan", "ben"]);
  const ana = person("ana", { substitute: "ben" });
  expect(standIns(company([ana, ...others]), ana).map(({ id }) => id)).toEqual(["ben", "cleo", "dan"]);
});

test("nobody is suggested where only people of other posts are left, nor oneself under another name", () => {
  expect(suggested(company([person("ana"), person("ben")]), person("ana"))).toBeUndefined();
  expect(suggested(company([person("ana"), person("cleo", { sameHumanAs: "ana" })]), person("ana"))).toBeUndefined();
  expect(suggested(company([person("ana"), person("cleo")]), person("ana"))?.id).toBe("cleo");
});
