import fc from "fast-check";
import { expect, test } from "vitest";
import { laneOf } from "../model/lane.ts";
import type { Activity, Letter } from "../model/activity.ts";
import type { MatrixDocument } from "../model/document.ts";
import type { PartyKind } from "../model/party.ts";
import { registerOf } from "./register.ts";
import { rowOf } from "./row.ts";

const kinds: readonly PartyKind[] = ["client", "provider", "vendor", "regulator"];
const document = {
  remit: 1,
  title: "x",
  parties: kinds.map((kind) => ({ id: kind, name: kind, kind })),
  roles: [...kinds.map((kind) => ({ id: `r-${kind}`, name: kind, party: kind })), { id: "r-lost", name: "lost", party: "nowhere" }],
  activities: [],
} as unknown as MatrixDocument;

test("a row's lane, taken from its roles, is the model's", () => {
  const register = registerOf(document, "2026-01-01");
  const assignment = fc.record({ role: fc.constantFrom(...document.roles.map(({ id }) => id as string), "r-unknown"), letter: fc.constantFrom<Letter>("R", "A", "C", "I", "S") });
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 6 }), (assignments) => {
      const activity = { id: "a", title: "x", assignments } as unknown as Activity;
      expect(rowOf(activity, register).lane).toBe(laneOf(activity, (role) => register.roles.get(role)?.partyKind));
    }),
  );
});
