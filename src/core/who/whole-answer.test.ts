import { expect, test } from "vitest";
import { HARBOUR } from "../../../test/worlds/harbour.ts";
import { inWords } from "../../../test/worlds/in-words.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { drawAnswer } from "./draw-answer.ts";
import type { Question } from "./question.ts";
import { who } from "./who.ts";
import { World } from "./world.ts";

const document = inWords(HARBOUR);
const DIGESTS = { matrix: "aaaaaaaaaaaaaaaa", directory: "bbbbbbbbbbbbbbbb", timeZones: "test" };

test.each<[string, string, Omit<Question, "at">]>([
  ["a breach in office hours", "2026-11-23T10:00Z", { event: "breach", severity: "high" }],
  ["a breach while the first is absent and has lent authority", "2026-11-25T10:00Z", { event: "breach", severity: "high" }],
  ["a breach at night, with people missing and chat failed", "2026-11-28T02:00Z", { event: "breach", severity: "HIGH", missing: ["gil", "nobody"], failed: ["sso"] }],
  ["a breach on a holiday, its clocks started", "2026-12-08T11:00Z", { event: "breach", severity: "low", anchors: { authority: { started: "2026-12-07T09:00Z", submitted: "2026-12-08T09:00Z" }, client: { started: "2026-12-07T16:30Z", pauses: [{ from: "2026-12-07T17:00Z", until: "2026-12-09T10:00Z", reason: "waits for the provider", by: "client" }] } } }],
  ["an outage of unknown severity takes its route", "2026-11-23T10:00Z", { event: "outage" }],
  ["an outage, performed and asked for by those who might approve", "2026-11-23T10:00Z", { event: "outage", severity: "low", performer: "ana", requester: "ben", scope: ["dock"], party: "client" }],
  ["nobody at all", "2026-11-28T10:00Z", { event: "quiet", severity: "high", missing: ["eli", "fox", "gil", "cara", "ana", "ben"] }],
  ["after a change of holders", "2026-12-02T20:00Z", { event: "breach", severity: "high" }],
])("%s", async (name, at, question) => {
  const minute = minuteOf(at);
  const answer = who(new World(document, minute - DAY, minute + 62 * DAY), { ...question, at: minute });
  const told = `${drawAnswer(answer, DIGESTS, (tone, text) => `<${tone}>${text}</>`)}\n\n${JSON.stringify(answer, null, 1)}\n`;
  await expect(told).toMatchFileSnapshot(`../../../test/worlds/told/who ${name}.txt`);
});
