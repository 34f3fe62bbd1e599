import { describe, expect, test } from "vitest";
import type { MatrixDocument } from "../model/document.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { who } from "./who.ts";
import { World } from "./world.ts";

/** Ann and Ben take turns at the desk; whoever is on duty may authorise containment. */
const company = (change: (document: Record<string, unknown>) => void = () => undefined): MatrixDocument => {
  const document = {
    remit: 1, title: "Small", activities: [], parties: [{ id: "p", name: "P", kind: "provider" }],
    people: [{ id: "ann", name: "Ann", party: "p", timeZone: "Europe/London" }, { id: "ben", name: "Ben", party: "p", timeZone: "Europe/London" }],
    roles: [{ id: "desk", name: "Desk", party: "p", holders: ["ann", "ben"] }],
    events: [{ id: "fire", name: "Fire", verbs: ["containment.authorise"] }],
    severities: [{ id: "s1", name: "S1", rank: 1, acknowledgeWithin: "PT30M", decideWithin: "PT1H" }],
    decisionRights: [{ id: "r", verb: "containment.authorise", role: "desk" }],
    escalationPaths: [{ id: "way", name: "Way", steps: [{ after: "PT0M", roles: ["desk"] }] }],
    directory: { contacts: ["ann", "ben"].map((person) => ({ id: `${person}-voice`, person, kind: "voice", value: "+1", verifiedAt: "2026-11-01T00:00Z" })) },
  };
  change(document);
  return document as unknown as MatrixDocument;
};
const asked = (document: MatrixDocument, at: string) => {
  const minute = minuteOf(at);
  return who(new World(document, minute - DAY, minute + 62 * DAY), { event: "fire", at: minute });
};
const codes = (document: MatrixDocument, at: string) => asked(document, at).gaps.map(({ code, at: place }) => `${code} ${place?.id ?? ""}`);

describe("a version that ran out", () => {
  const old = company((document) => void (document["validUntil"] = "2026-11-30"));

  test("goes on answering, and every answer says that it ran out", () => {
    expect(codes(old, "2026-11-30T23:59Z")).toEqual([]);
    expect(codes(old, "2026-12-01T00:00Z")).toEqual(["expired matrix"]);
    expect(asked(old, "2026-12-01T00:00Z").contact?.person).toBe("ann");
  });

  test("is a change of the answer at the minute it runs out", () => {
    expect(asked(old, "2026-11-30T12:00Z").validUntil).toBe("2026-12-01T00:00Z");
  });
});

describe("whoever keeps hours on a clock nobody knows", () => {
  const hours = [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", until: "24:00" }];
  test.each([["is not there", "Mars/Olympus"], ["is not said", undefined]])("is a gap of the answer, where the zone %s", (_, timeZone) => {
    const document = company((one) => void (one["people"] = [{ id: "ann", name: "Ann", party: "p", timeZone, dutyHours: hours }, { id: "ben", name: "Ben", party: "p" }]));
    expect(asked(document, "2026-11-21T12:00Z").contact?.person).toBe("ben");
    expect(codes(document, "2026-11-21T12:00Z")).toContain("unknown-zone ann");
  });
});

// Were they cut off after so many, whoever had the last of them would stay on duty for good.
test("turns of a minute go on to the end of the horizon", () => {
  const document = company((one) => void (one["rotations"] = [{ id: "r", name: "R", role: "desk", timeZone: "Europe/London", layers: [{ people: ["ann", "ben"], from: "2026-01-01T00:00", turn: "PT1M" }] }]));
  const minute = minuteOf("2026-11-21T00:00Z");
  const until = minute + 300 * DAY;
  const world = new World(document, minute - DAY, until);
  const last = world.duty("desk").map(({ person, spans }) => [person, spans.filter((at) => at > until - 4 && at <= until).length]);
  expect(last).toEqual([["ann", 4], ["ben", 4]]);
});

test.each(["PT99999999H", "P99999999D", "P99999999Y"])("a limit of %s in business hours is counted no further than anybody lives, and said to lie too far", (limit) => {
  const document = company((one) => {
    one["calendars"] = [{ id: "office", name: "Office", timeZone: "Europe/London", hours: [{ days: ["mon"], from: "09:00", until: "17:00" }] }];
    one["clocks"] = [{ id: "k", name: "K", kind: "contract", anchor: "the alert", limit, calendar: "office" }];
  });
  const begun = performance.now();
  const { clocks, gaps } = asked(document, "2026-11-21T12:00Z");
  expect(clocks.map(({ due }) => due)).toEqual([undefined]);
  expect(gaps.map(({ code }) => code)).toContain("calendar-unusable");
  expect(performance.now() - begun).toBeLessThan(5_000);
});
